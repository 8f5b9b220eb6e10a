from django.db import migrations

from lijfspoor.practice.counsel.guards import GUARDS
from lijfspoor.practice.tenancy.guards import keep


class Migration(migrations.Migration):
    dependencies = [("counsel", "0001_initial")]
    operations = [keep(*GUARDS)]
