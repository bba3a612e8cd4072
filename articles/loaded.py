"""What is loaded beside stories that are listed together: who wrote them and what they are about."""

from django.db.models import F
from taggit.models import TaggedItem

from bylines.models import Byline
from desk.composed_once import Question


def tagged(kind, stories):
    """Rows that say which story and which tag, in the order in which they were given."""
    rows = TaggedItem.objects.filter(content_type=kind, object_id__in=stories)
    # A sum: of the key itself SQLite would walk all tagged things there are, in that order.
    return rows.annotate(article_id=F("object_id")).select_related("tag").order_by(F("pk") + 0)


BYLINES = Question(lambda stories: Byline.objects.filter(article__pk__in=stories).order_by("order", "pk"))
TAGS = Question(tagged)
