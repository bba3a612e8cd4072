"""
An issue before its stories: begun like an earlier one, its pages added, named, put in order, deleted.

As in `placing`, an act on what stands there names what its editor saw, and the second of two is told.
"""

from datetime import timedelta
from hashlib import blake2b

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from articles import meanwhile
from articles.acting import require, set_fields
from articles.holding import held, hold
from articles.models import Issue, Page
from articles.page_order import Overtaken
from desk.models import AuditEntry

WEEKS_BACK = 8
FIRST_YEAR, LAST_YEAR = 1900, 2200  # what is typed beyond is a slip
IN_ORDER = ("position", "label")


@transaction.atomic
def begin_issue(day, *, by=None):
    """照上一期开版: with the pages of the last paper of that weekday, or else of the last one, and no stories."""
    _require_right(by, "add_issue", "add_page")
    require(FIRST_YEAR <= day.year <= LAST_YEAR, _("Write the day of the issue."))
    told = _("There is an issue of %(day)s already.") % {"day": day}
    require(not Issue.objects.filter(date=day, edition="").exists(), told)
    try:
        with transaction.atomic():
            issue = Issue.objects.create(date=day, number=next_number(day))
    except IntegrityError as clash:  # of two who begin it at once
        raise Overtaken(told) from clash
    like = issue_like(day)
    pages = like.pages.order_by(*IN_ORDER) if like else []
    Page.objects.bulk_create(
        Page(issue=issue, label=page.label, name=page.name, position=page.position, duty_editor=page.duty_editor)
        for page in pages
    )
    AuditEntry.note(verb="plan", record=issue, by=by, words=str(like or ""))
    return issue


def issue_like(day):
    """The main paper whose pages the one of that day takes over; none in an empty newsroom."""
    planned = Issue.objects.filter(edition="", date__lt=day, pages__isnull=False).order_by("-date")
    weekdays = [day - timedelta(weeks=week) for week in range(1, WEEKS_BACK + 1)]
    return planned.filter(date__in=weekdays).first() or planned.first()


def next_number(day):
    """总期号: one after the last before that day; none where no numbers are kept, or another issue has that one."""
    last = Issue.objects.filter(date__lt=day, number__isnull=False).order_by("-date", "-number").first()
    number = (last.last_number or last.number or 0) + 1 if last else None
    taken = models.Q(number=number) | models.Q(number__lte=number, last_number__gte=number) if number else None
    return None if number is None or Issue.objects.filter(taken).exists() else number


@transaction.atomic
def add_page(issue, *, label, name="", duty_editor="", by=None):
    """Behind the others."""
    _require_right(by, "add_page")
    held(issue)
    last = issue.pages.aggregate(last=models.Max("position"))["last"] or 0
    page = Page(issue=issue, label=label.strip(), name=name.strip(), duty_editor=duty_editor.strip(), position=last + 1)
    _save_clean(page)
    AuditEntry.note(verb="plan", record=page, by=by, words=str(page))
    return page


@transaction.atomic
def change_page(page, *, name, duty_editor, seen, by=None):
    _require_right(by, "change_page")
    stored = _as_it_is(page)
    if face_of(stored) != seen:
        told = _("Someone has changed %(page)s meanwhile. It stands here as it is now.") % {"page": stored.title}
        raise Overtaken(meanwhile.on_pages([stored.pk], told))
    stored.name, stored.duty_editor = name.strip(), duty_editor.strip()
    _save_clean(stored)
    AuditEntry.note(verb="change", record=stored, by=by, words=f"{stored} {stored.duty_editor}".strip())
    return stored


@transaction.atomic
def shift_page(page, places, *, seen, by=None):
    """So many places back among the pages of its issue (negative: to the front). seen: their order, as a stamp."""
    _require_right(by, "change_page")
    issue = held(page.issue)
    pages = {row.pk: row for row in hold(Page.objects.filter(issue=issue))}
    keys = [row.pk for row in sorted(pages.values(), key=lambda row: (row.position, row.label))]
    if page.pk not in keys or order_of(keys) != seen:
        told = _("Someone has changed the order of the pages meanwhile. They stand here as they are now.")
        raise Overtaken(meanwhile.on_pages(keys, told))
    at = keys.index(page.pk)
    require(0 <= at + places < len(keys), _("%(page)s stands there already.") % {"page": page.title})
    keys.insert(at + places, keys.pop(at))
    for position, key in enumerate(keys, start=1):
        if pages[key].position != position:
            set_fields(pages[key], position=position)
    AuditEntry.note(verb="reorder", record=page, by=by, words=str(page))


@transaction.atomic
def delete_page(page, *, by=None):
    """Only an empty one, before any reader has its address."""
    _require_right(by, "delete_page")
    issue = held(page.issue)
    stored = _as_it_is(page)
    require(not issue.is_published, _("The issue is out: readers have the address of this page."))
    require(not stored.placements.exists(), _("Stories stand on %(page)s.") % {"page": stored.title})
    AuditEntry.note(verb="delete", record=stored, by=by, words=str(stored))
    try:
        with transaction.atomic():
            stored.delete()
    except models.ProtectedError as protected:
        require(not protected, _("%(page)s is kept: its proofs are on record.") % {"page": page.title})


def face_of(page):
    """What the board shows of a page and lets an editor write, as a stamp."""
    return order_of([page.name, page.duty_editor])


def order_of(keys):
    return blake2b(repr(list(keys)).encode(), digest_size=8).hexdigest()


def _as_it_is(page):
    """Held, unless somebody has deleted it since it was looked up."""
    stored = hold(Page.objects.filter(pk=page.pk)).first()
    if stored is None:
        raise Overtaken(_("Someone has deleted that page meanwhile."))
    return stored


def _save_clean(page):
    try:
        page.full_clean()
    except ValidationError as error:
        require(False, " ".join(error.messages))
    page.save()


def _require_right(by, *rights):
    allowed = by is None or by.has_perms([f"articles.{right}" for right in rights])
    require(allowed, _("You may not plan issues and pages."))
