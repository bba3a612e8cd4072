# A doubt keeps what it is about, so that one step can settle it.

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0003_page_block'),
    ]

    operations = [
        migrations.AddField(
            model_name='doubt',
            name='about',
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
    ]
