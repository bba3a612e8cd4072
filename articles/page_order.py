"""The order of the stories on a page: what an editor saw of it, the page held, a story put between two others."""

from hashlib import blake2b

from django.utils.translation import gettext as _

from articles import meanwhile
from articles.acting import Refusal
from articles.holding import hold, hold_stories_on
from articles.models import Page, Placement
from desk.numbers import LARGEST_SMALL

STEP = 10  # between neighbours, so that a story comes between two without giving either another number


class Overtaken(Refusal):
    """Somebody else changed that first. What they did stands."""


def stamp_of(pairs):
    """pairs: placement and story, of all that stand on the page and in their order."""
    return blake2b(repr([tuple(pair) for pair in pairs]).encode(), digest_size=8).hexdigest()


def in_order(pages):
    rows = Placement.objects.filter(page__in=pages).order_by("order", "pk").select_related("article")
    return rows.defer("article__body", "article__summary", "article__editors_note")


class HeldPages:
    """Pages with all that stands on them, held in the order of articles.holding, and as the editor saw them."""

    def __init__(self, keys, *, story, seen):
        hold_stories_on(*keys, coming=[story])
        self.pages = {page.pk: page for page in hold(Page.objects.filter(pk__in=keys).select_related("issue"))}
        self.rows: dict = {key: [] for key in self.pages}
        for row in in_order(keys):
            row.page = self.pages[row.page_id]
            self.rows[row.page_id].append(row)
        for key in sorted(keys):
            self._require_as_seen(key, seen.get(key))

    def _require_as_seen(self, key, stamp):
        if key not in self.pages:
            raise Overtaken(_("Someone has deleted that page meanwhile."))
        if stamp_of((row.pk, row.article_id) for row in self.rows[key]) != stamp:
            told = _("Someone has changed %(page)s meanwhile. It stands here as it is now; nothing has been moved.")
            page = self.pages[key]
            raise Overtaken(meanwhile.on_page(page, told % {"page": page.title}))

    def row(self, placement):
        for row in self.rows[placement.page_id]:
            if row.pk == placement.pk:
                return row
        raise gone(placement.article_id)

    def behind(self, row):
        """Key of the next on its page."""
        rows = self.rows[row.page_id]
        following = rows[rows.index(row) + 1 :]
        return following[0].pk if following else None


def gone(story=None):
    told = _("Someone has moved that story meanwhile.")
    return Overtaken(meanwhile.on_story(story, told) if story else told)


def line_up(rows, row, before):
    """
    Saves the row at its place among the page's. Neighbours get another number only where none is left between them:
    gives the keys of their stories.
    """
    others = [other for other in rows if other.pk != row.pk]
    at = next((number for number, other in enumerate(others) if other.pk == before), len(others))
    above, below = others[at - 1].order if at else None, others[at].order if others[at:] else None
    number = number_between(above, below)
    renumbered = number_anew([*others[:at], row, *others[at:]]) if number is None else set()
    row.order = row.order if number is None else number
    row.save()
    return renumbered


def number_between(above, below):
    """None where there is none left."""
    above = -1 if above is None else above
    number = above + STEP if below is None else (above + below) // 2
    return number if above < number <= LARGEST_SMALL else None


def number_anew(rows):
    changed = [(row, number * STEP) for number, row in enumerate(rows, start=1) if row.order != number * STEP]
    for row, number in changed:
        row.order = number
        if row.pk:
            row.save(update_fields=["order"])
    return {row.article_id for row, _number in changed}
