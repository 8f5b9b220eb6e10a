from django.db import migrations

from lijfspoor.practice.logbook.guards import GUARDS
from lijfspoor.practice.tenancy.guards import keep


class Migration(migrations.Migration):
    dependencies = [("logbook", "0001_initial")]
    operations = [keep(*GUARDS)]
