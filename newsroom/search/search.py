"""One search as its page shows it: what was asked, what it is narrowed to, what was found, and the ways on."""

from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.search.filters import filters_of
from newsroom.search.named import pages_named
from newsroom.search.narrowing import narrowings
from newsroom.search.results import stories_of
from search.asking import Found, Question, ask
from search.cursors import CursorError
from search.models import Building

NOTHING = Found()


class Search:
    def __init__(self, form, *, before="", large=False):
        self.form, self.before, self.large = form, before, large
        self.is_valid = form.is_valid()
        self.words = form.cleaned_data.get("q", "")
        self.newest = form.cleaned_data.get("order") == "newest"
        self.filters = filters_of(form.cleaned_data)
        self.is_lost = False

    @property
    def is_asked(self):
        return self.is_valid and bool(self.words or self.filters)

    @property
    def is_understood(self):
        return self.form.is_understood and not self.is_lost

    @property
    def question(self):
        answers = self.form.cleaned_data
        return Question(
            words=self.words,
            tokens=tuple(one.token for one in self.filters if one.token),
            since=answers["since"],
            until=answers["until"],
            newest=self.newest,
        )

    @cached_property
    def found(self):
        if not self.is_asked:
            return NOTHING
        try:
            return ask(self.question, before=self.before)
        except CursorError:
            self.is_lost = True
            return NOTHING

    @cached_property
    def building(self):
        """The index while it is built anew: not everything is found yet."""
        return Building.objects.filter(entered_at=None).first() if self.is_asked else None

    @cached_property
    def stories(self):
        return stories_of(self.found.keys)

    @cached_property
    def named(self):
        return pages_named(self.words) if self.is_asked and self.words and not self.before else []

    @property
    def is_whole(self):
        """All that was found stands on this page, and may be counted."""
        return not self.before and not self.found.next

    @property
    def count(self):
        """In words: exactly what is seen, or about as many as the index knows; it counts no further than it must."""
        if self.found.has_more:
            return _("More than %(number)s stories") % {"number": f"{self.found.count:,}"}
        if self.is_whole:
            return ngettext("%(number)s story", "%(number)s stories", len(self.stories)) % {"number": len(self.stories)}
        return _("About %(number)s stories") % {"number": f"{self.found.count:,}"}

    def address(self, *, without="", newest=None, before="", filters=None):
        """Of this search, or of one that differs from it by what is named."""
        kept = [(one.name, one.value) for one in self.filters if one.name != without] if filters is None else filters
        newest = self.newest if newest is None else newest
        row = [("q", self.words), *kept, ("order", newest and "newest"), ("before", before)]
        row.append(("large", self.large and "1"))
        asked = urlencode([(name, value) for name, value in row if value])
        return reverse("search_page") + (f"?{asked}" if asked else "")

    @property
    def is_ordered(self):
        return bool(self.words) and (len(self.stories) > 1 or not self.is_whole)

    @property
    def orders(self):
        """(words, address, whether it is this one)"""
        ways = [(_("Best first"), False), (_("Newest first"), True)]
        return [(words, self.address(newest=newest), newest == self.newest) for words, newest in ways]

    @property
    def shows_filters(self):
        """What narrows a search that was made stands beside its results."""
        return not self.is_asked

    @property
    def own_address(self):
        return self.address(before=self.before)

    @property
    def next_address(self):
        return self.address(before=self.found.next) if self.found.next else ""

    @property
    def chips(self):
        """Each filter with the address of the search without it."""
        return [(one, self.address(without=one.name)) for one in self.filters]

    @property
    def narrowings(self):
        """[(kind, [(words, the search narrowed to it)])] out of what is shown; one story needs none."""
        kept = [(one.name, one.value) for one in self.filters]
        return [
            (kind, [(words, self.address(filters=[*kept, (name, answer)])) for answer, words in found])
            for kind, name, found in narrowings(self.stories, self.filters)
            if len(self.stories) > 1
        ]

    @property
    def unfiltered_address(self):
        return self.address(filters=[])

    @property
    def region_choices(self):
        """Where several regions have the name that was typed: each with the search in it."""
        kept = [(one.name, one.value) for one in self.filters]
        return [(one, self.address(filters=[("region", one.code), *kept])) for one in self.form.regions]
