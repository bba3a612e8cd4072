from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0025_issues_by_date")]

    operations = [
        migrations.AddIndex(
            model_name="issue",
            index=models.Index(fields=["-date", "edition"], name="articles_issue_newest"),
        ),
    ]
