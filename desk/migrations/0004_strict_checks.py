from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('desk', '0003_harmless_fields'),
    ]

    operations = [
        migrations.AddField(
            model_name='paper',
            name='strict_checks',
            field=models.BooleanField(default=False, help_text='What the checks call an error is then put right or waived before the story goes out.', verbose_name='errors hold a story back'),
        ),
    ]
