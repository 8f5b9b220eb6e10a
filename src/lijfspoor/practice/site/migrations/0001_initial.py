

import django.db.models.deletion
import django.db.models.manager
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0002_signing_out_elsewhere'),
    ]

    operations = [
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('page', models.CharField(max_length=60)),
                ('texts', models.JSONField(default=dict)),
                ('added', models.JSONField(default=list)),
                ('review_by', models.DateField()),
                ('reviewed', models.BooleanField(default=False)),
                ('published_at', models.DateTimeField()),
                ('published_by', models.CharField(max_length=120)),
                ('practice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.practice')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'plain',
                'indexes': [models.Index(fields=['page', 'published_at'], name='site_editio_page_669b2d_idx')],
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('plain', django.db.models.manager.Manager()),
            ],
        ),
    ]
