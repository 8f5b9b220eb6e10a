from django.db import migrations, models

from lijfspoor.practice.letters.guards import GUARDS
from lijfspoor.practice.tenancy.guards import keep


class Migration(migrations.Migration):

    dependencies = [
        ('letters', '0002_guards'),
    ]

    operations = [
        migrations.AddField(
            model_name='letterrow',
            name='consents',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='letterrow',
            name='handed_over',
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddField(
            model_name='letterrow',
            name='released',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='letterrow',
            name='text',
            field=models.TextField(blank=True),
        ),
        keep(*GUARDS),  # SQLite builds a changed table anew and loses its guards
    ]
