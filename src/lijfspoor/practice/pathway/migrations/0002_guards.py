from django.db import migrations

from lijfspoor.practice.pathway.guards import GUARDS
from lijfspoor.practice.tenancy.guards import keep


class Migration(migrations.Migration):
    dependencies = [("pathway", "0001_initial")]
    operations = [keep(*GUARDS)]
