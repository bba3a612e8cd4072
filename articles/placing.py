"""
Which story stands on which page, and where on it: placed, moved, put in order, run on to another page, taken off.

Every act names what its editor saw, `seen`: the stamps of the pages (`page_order.stamp_of`) by their keys. Who comes
second to a page is refused as Overtaken, so that nobody undoes unawares what a colleague has just done. What an act
gives back, `take_back` undoes, as long as nobody has changed those pages since.
"""

from dataclasses import asdict, dataclass, field, replace

from django.db import transaction
from django.utils.translation import gettext as _

from articles import meanwhile
from articles.acting import require
from articles.history.acts import Why
from articles.models import Article, Placement
from articles.page_order import HeldPages, Overtaken, gone, in_order, line_up, stamp_of
from articles.turning import close_gap, neighbours_of, turn_again
from desk.models import AuditEntry


@dataclass(frozen=True)
class Stand:
    """Where a story stands: its page, the placement behind it, and those that it is continued from and to, by keys."""

    page: int
    before: int | None = None
    hotspot: list = field(default_factory=list)
    continued_from: int | None = None
    continued_to: int | None = None


@dataclass(frozen=True)
class Done:
    """An act that was done, in plain values: enough to say it and to take it back."""

    words: str
    story: int
    placement: int | None  # where it stands now
    was: dict | None  # its Stand before
    seen: dict  # the stamps of the pages, as they are now


@transaction.atomic
def place(story, page, *, before=None, seen, by=None):
    """A story that stands nowhere yet, on that page: before that placement, or at the end."""
    require_right(by, "add", story.pk)
    held = HeldPages({page.pk}, story=story.pk, seen=seen)
    if Placement.objects.filter(article=story).exists():
        told = _("Someone has placed “%(story)s” meanwhile. It stands here where it is now.") % {"story": story}
        raise Overtaken(meanwhile.on_story(story.pk, told))
    return _set_up(story, Stand(page.pk, before), held, by)


@transaction.atomic
def move(placement, page, *, before=None, seen, by=None):
    """To a place on another page, which drops its hotspot, or to another place on its own."""
    return _move(placement, Stand(page.pk, before), seen, by)


@transaction.atomic
def turn(placement, page, *, seen, by=None):
    """转版: the story runs on, at the end of another page. What it ran on to before follows that one."""
    require_right(by, "add", placement.article_id)
    held = HeldPages({placement.page_id, page.pk}, story=placement.article_id, seen=seen)
    row = held.row(placement)
    _earlier, later = neighbours_of(row)
    done = _set_up(row.article, Stand(page.pk, continued_from=row.pk, continued_to=later), held, by)
    words = _("“%(story)s” runs on to %(page)s.") % {"story": row.article, "page": page.title}
    return replace(done, words=words)


@transaction.atomic
def take_off(placement, *, seen, by=None):
    """From its page. Of a story that ran over it, the later page is continued from the earlier."""
    require_right(by, "delete", placement.article_id)
    held = HeldPages({placement.page_id}, story=placement.article_id, seen=seen)
    row = held.row(placement)
    story, page, was = row.article, row.page, _stand_of(row, held)
    story.keep_as_found()
    close_gap(row)
    row.delete()
    AuditEntry.note(verb="take_off", record=story, by=by, words=str(page))
    words = _("“%(story)s” is taken off %(page)s.") % {"story": story, "page": page.title}
    return _settled(words, story, None, was, [page], {story.pk}, by)


@transaction.atomic
def take_back(done, *, by=None):
    """Undoes that act. Refused as Overtaken where a page has changed since."""
    if done.was is None:
        return take_off(_stored(done), seen=done.seen, by=by)
    stand = Stand(**done.was)
    if done.placement is not None:
        return _move(_stored(done), stand, done.seen, by)
    require_right(by, "add", done.story)
    held = HeldPages({stand.page}, story=done.story, seen=done.seen)
    return _set_up(Article.objects.get(pk=done.story), stand, held, by)


def keep_versions(keys, *, page, by):
    """The stories, as they stand now. In the order of their keys, so that two pages never wait for each other."""
    stories = list(Article.objects.filter(pk__in=keys).only("headline").order_by("pk"))
    for story in stories:
        story.keep_version(by=by, why=Why.MOVED, words=str(page))
    return stories


def _set_up(story, stand, held, by):
    page = held.pages[stand.page]
    row = Placement(page=page, article=story, hotspot=stand.hotspot)
    _require_new(row)
    story.keep_as_found()
    renumbered = line_up(held.rows[page.pk], row, stand.before)
    turn_again(row, stand.continued_from, stand.continued_to)
    AuditEntry.note(verb="place", record=story, by=by, words=str(page))
    words = _("“%(story)s” is placed on %(page)s.") % {"story": story, "page": page.title}
    return _settled(words, story, row, None, [page], {story.pk, *renumbered}, by)


def _move(placement, stand, seen, by):
    require_right(by, "change", placement.article_id)
    held = HeldPages({placement.page_id, stand.page}, story=placement.article_id, seen=seen)
    row = held.row(placement)
    story, source, page, was = row.article, row.page, held.pages[stand.page], _stand_of(row, held)
    story.keep_as_found()
    if page != source:
        row.page, row.hotspot = page, stand.hotspot
        _require_new(row)
    if page.issue_id != source.issue_id:
        close_gap(row)
    renumbered = line_up(held.rows[page.pk], row, stand.before)
    turn_again(row, stand.continued_from, stand.continued_to)
    verb, told = ("reorder", str(page)) if page == source else ("move", f"{source} → {page}")
    AuditEntry.note(verb=verb, record=story, by=by, words=told)
    words = _("“%(story)s” is moved to %(page)s.") if page != source else _("“%(story)s” is moved on %(page)s.")
    words %= {"story": story, "page": page.title}
    return _settled(words, story, row, was, [page, source], {story.pk, *renumbered}, by)


def _settled(words, story, row, was, pages, changed, by):
    """What every act ends with."""
    keep_versions(changed, page=pages[0], by=by)  # a signed issue is kept whole with every version
    seen = {page.pk: stamp_of(in_order([page.pk]).values_list("pk", "article")) for page in pages}
    return Done(words, story.pk, row and row.pk, was and asdict(was), seen)


def _stand_of(row, held):
    return Stand(row.page_id, held.behind(row), row.hotspot, *neighbours_of(row))


def _stored(done):
    placement = Placement.objects.filter(pk=done.placement).first()
    if placement is None:
        raise gone(done.story)
    return placement


def _require_new(row):
    there = Placement.objects.filter(page=row.page, article=row.article).exclude(pk=row.pk).exists()
    told = _("“%(story)s” stands on %(page)s already.") % {"story": row.article, "page": row.page.title}
    require(not there, told)


def require_right(by, verb, story):
    """Whoever may place stories places those in reach; one out of sight is not even named."""
    if by is None:
        return
    require(by.has_perm(f"articles.{verb}_placement"), _("You may not place stories on pages."))
    require(Article.objects.visible_to(by).filter(pk=story).exists(), _("That story is not there for you."))
    require(Article.objects.in_reach_of(by).filter(pk=story).exists(), _("That story is in another desk's hands."))
