from django.db import migrations
from django.db.models import OuterRef, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, Left, NullIf

LONGEST = 300


def start_alt(apps, schema_editor):
    """As new illustrations begin: with the photo's alt text, else with the caption that is printed there."""
    photo = apps.get_model("media", "Photo").objects.filter(pk=OuterRef("photo_id"))
    words = [Subquery(photo.values("alt")[:1]), "caption", Subquery(photo.values("caption")[:1])]
    # Cast first: the three are columns of two types.
    filled = [NullIf(Cast(word, TextField()), Value("", TextField())) for word in words]
    illustrations = apps.get_model("articles", "Illustration").objects.filter(alt="")
    illustrations.update(alt=Left(Coalesce(*filled, Value("", TextField())), LONGEST))


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_open_form"), ("media", "0003_photo_desk")]

    operations = [migrations.RunPython(start_alt, migrations.RunPython.noop)]
