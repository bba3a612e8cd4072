"""A paper's pages: their names, how many stories a day has, and where on the page each stands."""

import json
from functools import lru_cache

# Names and the number of the channel (newsroom.setting_up) that most of their stories are filed under.
PAGES = [
    ("要闻", 0),
    ("工会", 1),
    ("综合", 0),
    ("民生", 2),
    ("县域", 2),
    ("产经", 0),
    ("评论", 3),
    ("副刊", 4),
    ("职场", 1),
    ("文体", 4),
    ("深度", 0),
    ("专题", 1),
]
# Monday to Sunday: pages and stories printed. 68 a day on average, with those on the web alone.
PAGES_OF_DAY = (8, 8, 8, 8, 12, 4, 4)
STORIES_OF_DAY = (68, 70, 72, 70, 92, 33, 32)
ON_WEB = 5


def days_back(until, stories):
    """[(day, stories printed, stories on the web alone)] of so many stories altogether, the oldest day first."""
    found, day, left = [], until.toordinal(), stories
    while left > 0:
        printed = min(STORIES_OF_DAY[(day - 1) % 7], left)
        on_web = min(ON_WEB, left - printed)
        found.append((day, printed, on_web))
        left -= printed + on_web
        day -= 1
    return found[::-1]


def pages_of(day, stories):
    return max(1, min(PAGES_OF_DAY[day.weekday()], stories // 4))


def shares(stories, pages):
    """How many stories each page has; the first pages have no more than the others."""
    return [stories // pages + (page >= pages - stories % pages) for page in range(pages)]


@lru_cache(maxsize=64)
def hotspots(count):
    """As JSON, one for each story: the first across the top, the others in two rows of columns below."""
    if not count:
        return []
    others = count - 1
    top = 34 if others else 100
    boxes: list[tuple[float, ...]] = [(0, 0, 100, top)]
    rows = [others - others // 2, others // 2] if others > 3 else [others]
    for row, columns in enumerate(filter(None, rows)):
        height = (100 - top) / len([one for one in rows if one])
        boxes += [(100 * at / columns, top + row * height, 100 / columns, height) for at in range(columns)]
    return [json.dumps(corners(*box)) for box in boxes]


def corners(x, y, width, height):
    left, upper, right, lower = (round(edge, 1) for edge in (x, y, x + width, y + height))
    return [[left, upper], [right, upper], [right, lower], [left, lower]]
