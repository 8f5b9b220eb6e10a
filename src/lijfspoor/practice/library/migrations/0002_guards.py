from django.db import migrations

from lijfspoor.practice.library.guards import GUARDS
from lijfspoor.practice.tenancy.guards import keep


class Migration(migrations.Migration):
    dependencies = [("library", "0001_initial")]
    operations = [keep(*GUARDS)]
