import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0003_letters'),
    ]

    operations = [
        migrations.AddField(
            model_name='source',
            name='file_reference',
            field=models.TextField(blank=True, default='', editable=False),
        ),
        migrations.CreateModel(
            name='FiledText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file', models.CharField(db_index=True, editable=False, max_length=64)),
                ('texts', models.PositiveIntegerField(editable=False)),
                ('source', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.CASCADE, related_name='filed', to='intake.source', verbose_name='source text')),
            ],
            options={
                'verbose_name': 'filed text',
                'verbose_name_plural': 'filed texts',
                'constraints': [models.UniqueConstraint(fields=('file', 'source'), name='intake_filed_once')],
            },
        ),
    ]
