"""What is loaded beside stories that are listed together: who wrote them, what they show and what they are about."""

from collections import defaultdict

from django.db.models import F
from taggit.models import TaggedItem

from articles.models import ArticleRegion, Illustration
from bylines.models import Byline
from desk.composed_once import Question


def load_beside(stories, parts, **asked):
    """
    Of each story its own rows, as plain lists, in the order in which they came. parts: {name of the list: the question
    for its rows}, each asked once for all stories, and for no story not at all. asked: what else the questions ask.
    """
    keys = [story.pk for story in stories]
    for name, question in parts.items():
        own = defaultdict(list)
        for row in question.ask(stories=keys, **asked) if keys else ():
            own[row.article_id].append(row)
        for story in stories:
            setattr(story, name, own[story.pk])


def open_illustrations(now, stories):
    return Illustration.objects.open_to_readers(now).with_files().filter(article__pk__in=stories)


def tagged(kind, stories):
    """Rows that say which story and which tag, in the order in which they were given."""
    rows = TaggedItem.objects.filter(content_type=kind, object_id__in=stories)
    # A sum: of the key itself SQLite would walk all tagged things there are, in that order.
    return rows.annotate(article_id=F("object_id")).select_related("tag").order_by(F("pk") + 0)


BYLINES = Question(lambda stories: Byline.objects.filter(article__pk__in=stories).order_by("order", "pk"))
ILLUSTRATIONS = Question(open_illustrations)
PLACES = Question(lambda stories: ArticleRegion.objects.filter(article__pk__in=stories).select_related("region"))
TAGS = Question(tagged)
