"""What has to happen when a story reads differently: whoever wants to know is entered in AppConfig.ready()."""

from collections.abc import Callable

# Called with the story as held, its snapshots before and now, and who changed it.
LISTENERS: list[Callable] = []


def tell(article, before, now, *, by):
    for call in LISTENERS:
        call(article, before, now, by=by)
