from django.db import migrations

from lijfspoor.practice.treatment.guards import GUARDS
from lijfspoor.practice.tenancy.guards import keep


class Migration(migrations.Migration):
    dependencies = [("treatment", "0001_initial")]
    operations = [keep(*GUARDS)]
