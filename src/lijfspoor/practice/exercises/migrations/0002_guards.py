from django.db import migrations

from lijfspoor.practice.exercises.guards import GUARDS
from lijfspoor.practice.tenancy.guards import keep


class Migration(migrations.Migration):
    dependencies = [("exercises", "0001_initial")]
    operations = [keep(*GUARDS)]
