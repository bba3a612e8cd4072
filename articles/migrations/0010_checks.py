import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0009_revisions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Phrase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=50, unique=True, verbose_name='phrase')),
                ('kind', models.CharField(choices=[('banned', 'banned'), ('fixed', 'written otherwise'), ('careful', 'with care')], default='fixed', max_length=10, verbose_name='kind')),
                ('suggestion', models.CharField(blank=True, max_length=50, verbose_name='write instead')),
                ('note', models.CharField(blank=True, help_text='Why, for whoever wrote it. Shown beside the story.', max_length=200, verbose_name='note')),
                ('level', models.CharField(choices=[('error', 'error'), ('warning', 'warning'), ('notice', 'notice')], default='warning', max_length=10, verbose_name='level')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
            ],
            options={
                'verbose_name': 'phrase',
                'verbose_name_plural': 'phrases',
                'ordering': ['kind', 'text'],
            },
        ),
        migrations.CreateModel(
            name='Waiver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=40, verbose_name='check')),
                ('digest', models.CharField(editable=False, max_length=32)),
                ('words', models.CharField(blank=True, editable=False, max_length=100, verbose_name='words')),
                ('reason', models.CharField(max_length=200, verbose_name='reason')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='at')),
            ],
            options={
                'verbose_name': 'waiver',
                'verbose_name_plural': 'waivers',
                'ordering': ['id'],
            },
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['headline'], name='articles_article_headline'),
        ),
        migrations.AddConstraint(
            model_name='phrase',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='articles_phrase_has_text', violation_error_message='Say what.'),
        ),
        migrations.AddConstraint(
            model_name='phrase',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['banned', 'fixed', 'careful'])), name='articles_phrase_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='phrase',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'fixed'), _negated=True), models.Q(('suggestion', ''), _negated=True), _connector='OR'), name='articles_phrase_fixed_says_how', violation_error_message='Say how it is written.'),
        ),
        migrations.AddField(
            model_name='waiver',
            name='article',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='waivers', to='articles.article', verbose_name='article'),
        ),
        migrations.AddField(
            model_name='waiver',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by'),
        ),
        migrations.AddField(
            model_name='waiver',
            name='issue',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='waivers', to='articles.issue', verbose_name='issue'),
        ),
        migrations.AddField(
            model_name='waiver',
            name='page',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='waivers', to='articles.page', verbose_name='page'),
        ),
        migrations.AddConstraint(
            model_name='waiver',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('article__isnull', False), ('issue', None), ('page', None)), models.Q(('article', None), ('issue__isnull', False), ('page', None)), models.Q(('article', None), ('issue', None), ('page__isnull', False)), _connector='OR'), name='articles_waiver_of_one_record'),
        ),
        migrations.AddConstraint(
            model_name='waiver',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='articles_waiver_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='waiver',
            constraint=models.UniqueConstraint(condition=models.Q(('article__isnull', False)), fields=('article', 'digest'), name='articles_waiver_once_article'),
        ),
        migrations.AddConstraint(
            model_name='waiver',
            constraint=models.UniqueConstraint(condition=models.Q(('issue__isnull', False)), fields=('issue', 'digest'), name='articles_waiver_once_issue'),
        ),
        migrations.AddConstraint(
            model_name='waiver',
            constraint=models.UniqueConstraint(condition=models.Q(('page__isnull', False)), fields=('page', 'digest'), name='articles_waiver_once_page'),
        ),
    ]
