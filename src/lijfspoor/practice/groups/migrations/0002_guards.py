from django.db import migrations

from lijfspoor.practice.groups.guards import GUARDS
from lijfspoor.practice.tenancy.guards import keep


class Migration(migrations.Migration):
    dependencies = [("groups", "0001_initial")]
    operations = [keep(*GUARDS)]
