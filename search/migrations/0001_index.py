"""The two shelves, and an index of their tokens in the way of the database."""

from django.db import migrations, models

TABLES = [("search_out", "search_outentry"), ("search_desk", "search_deskentry")]
FTS5 = """
CREATE VIRTUAL TABLE {table} USING fts5(
    tokens, content='', columnsize=0, detail=none, tokenize="ascii tokenchars '^:_-'"
)
"""
# Of an entry's row nothing but its numbers stays where rows are gathered: the tokens lie apart, however few they are.
GIN = """
ALTER TABLE {entries} ADD COLUMN tokens tsvector NOT NULL;
ALTER TABLE {entries} SET (toast_tuple_target = 128);
CREATE INDEX {table} ON {entries} USING gin (tokens) WITH (fastupdate = off);
"""


def create(apps, schema_editor):
    make = FTS5 if schema_editor.connection.vendor == "sqlite" else GIN
    for table, entries in TABLES:
        schema_editor.execute(make.format(table=table, entries=entries), None)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for table, _entries in TABLES:
            schema_editor.execute(f"DROP TABLE {table}", None)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Building',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField(auto_now_add=True)),
                ('last_key', models.BigIntegerField(null=True)),
                ('done', models.PositiveIntegerField(default=0)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='DeskEntry',
            fields=[
                ('place', models.BigAutoField(primary_key=True, serialize=False)),
                ('key', models.BigIntegerField(unique=True)),
                ('published_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='DeskText',
            fields=[
                ('place', models.BigAutoField(primary_key=True, serialize=False)),
                ('text', models.TextField()),
                ('head', models.TextField()),
                ('filters', models.TextField()),
                ('edition', models.PositiveSmallIntegerField()),
            ],
            options={
                'abstract': False,
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Frequency',
            fields=[
                ('token', models.CharField(max_length=100, primary_key=True, serialize=False)),
                ('share', models.FloatField()),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='OutEntry',
            fields=[
                ('place', models.BigAutoField(primary_key=True, serialize=False)),
                ('key', models.BigIntegerField(unique=True)),
                ('published_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='OutText',
            fields=[
                ('place', models.BigAutoField(primary_key=True, serialize=False)),
                ('text', models.TextField()),
                ('head', models.TextField()),
                ('filters', models.TextField()),
                ('edition', models.PositiveSmallIntegerField()),
            ],
            options={
                'abstract': False,
                'default_permissions': (),
            },
        ),
        migrations.RunPython(create, drop),
    ]
