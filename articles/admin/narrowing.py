"""
Several filters of the story list at once. One alone walks along its own index as far as a page goes; of two that way
would lead past everything that the other one leaves out. So one of them names the newest that it has, and the others
are asked of those alone.
"""

from django.contrib.admin.views.main import SEARCH_VAR
from django.db.models import F

from articles.models import Article
from articles.state import State
from desk.numbers import key_of

NEWEST = 5000  # of which no index knows more
COLUMN, DESK, STATE = "column", "desk__id__exact", "state"
WALKING = (STATE, COLUMN, DESK)  # each has an index to walk along
NAMED = ("issue", "region", "contributor", SEARCH_VAR)  # each names a bounded number of stories by itself
UNPUBLISHED = (State.DRAFT, State.SUBMITTED, State.READY)


def is_narrowed_besides(request, name):
    return any(request.GET.get(other) for other in (*WALKING, *NAMED) if other != name)


def equals(rows, name, key):
    """The same as filter(column=7), in words that lead to no index: what is looked at is bounded already."""
    return rows.alias(**{f"own_{name}": F(f"{name}_id") + 0}).filter(**{f"own_{name}": key})


def is_bounded(asked):
    """Whether only the newest of a filter are looked at."""
    walking = [name for name in WALKING if asked.get(name)]
    return len(walking) > 1 and not any(asked.get(name) for name in NAMED)


def leading(asked):
    """Keys of the newest stories of the filter that leaves out most."""
    stories, state = Article.objects.all(), asked.get(STATE)
    if state and state != State.PUBLISHED:
        stories = of_state(stories, state)
    elif asked.get(COLUMN):
        stories = stories.filter(column=key_of(asked[COLUMN]))
    else:
        stories = stories.filter(desk=key_of(asked[DESK]))
    return newest(stories)


def newest(stories=None):
    """Keys of the stories entered last."""
    stories = Article.objects.all() if stories is None else stories
    return stories.order_by("-pk").values("pk")[:NEWEST]


def of_state(stories, state):
    if state == State.PUBLISHED:
        return stories.published()
    if state == State.SCHEDULED:
        return stories.scheduled()
    return stories.withdrawn() if state == State.WITHDRAWN else stories.unpublished(state)
