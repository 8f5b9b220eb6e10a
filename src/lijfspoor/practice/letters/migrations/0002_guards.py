from django.db import migrations

from lijfspoor.practice.letters.guards import GUARDS
from lijfspoor.practice.tenancy.guards import keep


class Migration(migrations.Migration):
    dependencies = [("letters", "0001_initial")]
    operations = [keep(*GUARDS)]
