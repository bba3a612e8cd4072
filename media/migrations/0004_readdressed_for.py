from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("media", "0003_photo_desk")]

    operations = [
        migrations.AddField(
            model_name="photo",
            name="readdressed_for",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
    ]
