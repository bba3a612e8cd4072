"""Photos that no story uses yet find their story: which are offered, which cannot be had, and how they are put in."""

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import pictures
from articles.filing import relist
from articles.history.acts import Why
from articles.models import Article, Illustration
from articles.models.article import Stage
from desk.models import AuditEntry
from media.models import Photo

IN_A_STORY = Exists(Illustration.objects.filter(photo=OuterRef("pk")))
LONGEST_HEADLINE = 40


def unused():
    """Photos that lie there for a story, latest first. What has expired is offered no more."""
    return Photo.objects.filter(~IN_A_STORY).exclude(expires_at__lte=timezone.now()).order_by("-pk")


def hindrance(photo, story=None):
    """Why that story cannot have it; nothing when it can. No query where the photo's illustrations are prefetched."""
    uses = {illustration.article_id for illustration in photo.illustrations.all()}
    if story and story.pk in uses:
        return _("in this story already")
    if photo.why_closed() == "expired":
        return _("expired")
    return _("used up") if photo.is_for_one_use and uses else ""


@transaction.atomic
def put_in(story, photos, *, by):
    """
    Adds the photos behind the story's pictures, in their order. It only adds rows: a form that is open meanwhile takes
    them in, and loses nothing of what is typed there.
    Returns (how many, sentences about those that were not taken).
    """
    stored = Article.objects.select_for_update(no_key=True).get(pk=story.pk)
    stored.keep_as_found()
    held = pictures.hold([photo.pk for photo in photos])
    rows = list(stored.illustrations.values_list("photo", "order"))
    there, order = {photo for photo, _order in rows}, max((order for _photo, order in rows), default=0)
    taken = pictures.taken_elsewhere(held.values(), stored)
    added, refused = 0, []
    for photo in dict.fromkeys(held[photo.pk] for photo in photos if photo.pk in held):
        if photo.pk in there:
            continue
        shown = Illustration(article=stored, photo=photo, order=order + 1)
        shown.alt = shown.alt_to_start_with
        why = why_not(shown, taken)
        if why:
            refused.append(_("“%(photo)s” is not put in: %(why)s") % {"photo": photo, "why": why})
            continue
        shown.save()
        added, order = added + 1, order + 1
    if added:
        after_putting_in(stored, by)
    return added, refused


def why_not(shown, taken):
    """The rules of the story's form, for one new picture."""
    if shown.photo.pk in taken:
        return _("This photo may be used once only, and another story has it.")
    if shown.photo.why_closed() == "expired":
        return _("It has expired.")
    if shown.article.published_at and not shown.article.is_withdrawn and (missing := pictures.lacks(shown)):
        words = {"what": pictures.in_words(missing)}
        return _("The story is out or has its time: this picture lacks its %(what)s.") % words
    return ""


def after_putting_in(story, by):
    if story.has_been_published:
        AuditEntry.note(verb="edit", record=story, by=by)
    relist(story)
    story.keep_version(by=by, why=Why.EDITED)


@transaction.atomic
def begin_story(photos, *, by):
    """A draft with these photos: (the story, sentences about those that were not taken). Pressed twice it is one."""
    held = pictures.hold([photo.pk for photo in photos])
    begun = Article.objects.filter(created_by=by, stage=Stage.DRAFT, body="", photos__in=held).first()
    if begun:
        return begun, []
    desk = by.desks.first()
    story = Article.objects.create(headline=headline_for(photos), created_by=by, desk=desk)
    story.keep_version(by=by, why=Why.ENTERED)
    _added, refused = put_in(story, photos, by=by)
    return story, refused


def headline_for(photos):
    """Something to begin with: the photo's own headline, or the first sentence of its caption."""
    for photo in photos:
        words = photo.headline or photo.caption.split("。")[0]
        if words.strip():
            return words.strip()[:LONGEST_HEADLINE]
    return _("Photo story without a headline yet")
