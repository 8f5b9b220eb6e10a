from django.db import migrations

from lijfspoor.practice.intake.guards import GUARDS
from lijfspoor.practice.tenancy.guards import keep


class Migration(migrations.Migration):
    dependencies = [("intake", "0002_taking_up")]
    operations = [keep(*GUARDS)]
