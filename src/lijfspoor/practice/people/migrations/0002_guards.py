from django.db import migrations

from lijfspoor.practice.people.guards import GUARDS
from lijfspoor.practice.tenancy.guards import keep


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [keep(*GUARDS)]
