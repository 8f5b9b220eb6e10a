from django.db import migrations

from lijfspoor.practice.site.guards import GUARDS
from lijfspoor.practice.tenancy.guards import keep


class Migration(migrations.Migration):
    dependencies = [("site", "0001_initial")]
    operations = [keep(*GUARDS)]
