"""What has to happen when a story reads differently: whoever wants to know is entered in AppConfig.ready()."""

from collections.abc import Callable

# Called with the story as held, its snapshots before and now, and who changed it.
LISTENERS: list[Callable] = []
# The same of a new story, which has no snapshot before.
OF_NEW: list[Callable] = []
# Called with every version that is written, be it nobody's act: the story, its last snapshot or None, this one, why.
WRITTEN: list[Callable] = []


def tell(article, before, now, *, by):
    for call in LISTENERS:
        call(article, before, now, by=by)


def tell_of_new(article, now, *, by):
    for call in OF_NEW:
        call(article, None, now, by=by)
