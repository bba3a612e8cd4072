"""Which kind of record a story is, for what hangs from records of any kind: tags."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType


def kind_of_stories():
    """Its number in this database. The model by its name: what the models import asks for it too."""
    return ContentType.objects.get_for_model(apps.get_model("articles.Article")).pk
