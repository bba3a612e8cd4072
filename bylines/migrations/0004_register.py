import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    reasons = {
        'AddField': 'The register has thousands of rows at most: its indexes are built in milliseconds.',
        'AddConstraint': 'An old version never writes merged_into, and the register has thousands of rows at most.',
    }

    dependencies = [
        ('bylines', '0003_photos_of'),
        ('desk', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='contributor',
            name='sound',
            field=models.CharField(blank=True, db_default='', db_index=True, default='', editable=False, max_length=600, verbose_name='sound of the name'),
        ),
        migrations.AddField(
            model_name='contributor',
            name='desk',
            field=models.ForeignKey(blank=True, help_text='Which desk looks after this person.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contributors', to='desk.desk', verbose_name='desk'),
        ),
        migrations.AddField(
            model_name='contributor',
            name='merged_into',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='bylines.contributor', verbose_name='merged into'),
        ),
        migrations.AddConstraint(
            model_name='contributor',
            constraint=models.CheckConstraint(condition=models.Q(('merged_into', None), models.Q(('merged_into', models.F('id')), _negated=True), _connector='OR'), name='bylines_contributor_not_into_itself'),
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='engaged since')),
                ('until', models.DateField(blank=True, help_text='Empty: without an end.', null=True, verbose_name='engaged until')),
                ('position', models.CharField(blank=True, max_length=60, verbose_name='position')),
                ('number', models.CharField(blank=True, max_length=40, verbose_name='card number')),
                ('contributor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='terms', to='bylines.contributor', verbose_name='contributor')),
            ],
            options={
                'verbose_name': 'term',
                'verbose_name_plural': 'terms',
                'ordering': ['-since', '-id'],
                'indexes': [models.Index(condition=models.Q(('number', ''), _negated=True), fields=['number'], name='bylines_term_number')],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='bylines_term_ends_after_beginning', violation_error_message='The term ends before it begins.'),
                    models.UniqueConstraint(fields=('contributor', 'since'), name='bylines_term_begins_once', violation_error_message='A term of this person begins on that day already.'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PenName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(db_index=True, max_length=80, verbose_name='name')),
                ('kind', models.CharField(choices=[('pen_name', 'pen name'), ('alias', 'former or other name')], default='pen_name', max_length=20, verbose_name='kind')),
                ('contributor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pen_names', to='bylines.contributor', verbose_name='contributor')),
            ],
            options={
                'verbose_name': 'pen name',
                'verbose_name_plural': 'pen names',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('contributor', 'name'), name='bylines_penname_once', violation_error_message='This person goes by that name already.')],
            },
        ),
        migrations.CreateModel(
            name='PrivateDetails',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('phone', models.TextField(blank=True, db_default='', default='', verbose_name='phone')),
                ('email', models.TextField(blank=True, db_default='', default='', verbose_name='e-mail')),
                ('id_number', models.TextField(blank=True, db_default='', default='', verbose_name='ID number')),
                ('bank', models.TextField(blank=True, db_default='', default='', verbose_name='bank')),
                ('account', models.TextField(blank=True, db_default='', default='', verbose_name='account number')),
                ('phone_digest', models.CharField(blank=True, db_default='', db_index=True, default='', max_length=64)),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('contributor', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='private_details', to='bylines.contributor', verbose_name='contributor')),
            ],
            options={
                'verbose_name': 'private details',
                'verbose_name_plural': 'private details',
                'default_permissions': ('view', 'change'),
            },
        ),
        migrations.CreateModel(
            name='Merging',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='at')),
                ('moved', models.JSONField(default=dict, verbose_name='what moved')),
                ('undone_at', models.DateTimeField(blank=True, null=True, verbose_name='undone')),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('gone', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mergings_away', to='bylines.contributor', verbose_name='merged away')),
                ('into', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mergings', to='bylines.contributor', verbose_name='merged into')),
                ('undone_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='undone by')),
            ],
            options={
                'verbose_name': 'merging',
                'verbose_name_plural': 'mergings',
                'ordering': ['-id'],
                'permissions': [('merge_contributor', 'Can merge contributors and undo it')],
                'default_permissions': ('view',),
                'constraints': [
                    models.UniqueConstraint(condition=models.Q(('undone_at', None)), fields=('gone',), name='bylines_merging_away_once_at_a_time'),
                    models.CheckConstraint(condition=models.Q(('gone', models.F('into')), _negated=True), name='bylines_merging_of_two'),
                ],
            },
        ),
        migrations.CreateModel(
            name='TwoPeople',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='bylines.contributor')),
                ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='bylines.contributor')),
            ],
            options={
                'verbose_name': 'two people',
                'verbose_name_plural': 'two people',
                'default_permissions': (),
                'constraints': [
                    models.UniqueConstraint(fields=('first', 'second'), name='bylines_twopeople_said_once'),
                    models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='bylines_twopeople_in_order'),
                ],
            },
        ),
    ]
