from django.db import migrations, models

from lijfspoor.practice.library.guards import GUARDS
from lijfspoor.practice.tenancy.guards import keep


class Migration(migrations.Migration):
    dependencies = [("library", "0002_guards")]
    operations = [
        migrations.AddField(
            model_name="ownmodule",
            name="changed",
            field=models.CharField(blank=True, default="", max_length=300),
        ),
        # SQLite builds the table anew for a new column and loses the triggers on it.
        keep(*GUARDS),
    ]
