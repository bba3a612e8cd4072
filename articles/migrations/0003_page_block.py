# The blocks of text on a page, as its PDF has them.

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import articles.models.placement


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0002_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='PageBlock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(32767)], verbose_name='order')),
                ('polygon', models.JSONField(validators=[articles.models.placement.check_hotspot], verbose_name='polygon')),
                ('text', models.TextField(verbose_name='text')),
                ('article', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='blocks', to='articles.article', verbose_name='article')),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='blocks', to='articles.page', verbose_name='page')),
            ],
            options={
                'verbose_name': 'page block',
                'verbose_name_plural': 'page blocks',
                'ordering': ['page', 'order'],
                'constraints': [models.UniqueConstraint(fields=('page', 'order'), name='articles_page_block_order')],
            },
        ),
    ]
