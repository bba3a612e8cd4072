"""Photos that no story uses yet find their story: what is offered, how it is put in, drafts that begin with photos."""

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import pictures
from articles.choosing import why_not
from articles.filing import relist
from articles.history.acts import Why
from articles.holding import held
from articles.models import Article, Illustration
from articles.models.article import Stage
from desk.models import AuditEntry
from media.models import Photo

IN_A_STORY = Exists(Illustration.objects.filter(photo=OuterRef("pk")))
LONGEST_HEADLINE = 40
LATEST = 1000  # among which a photo waits: nobody looks for the one of last year


def unused():
    """Of the latest photos those that lie there for a story. What has expired is offered no more."""
    latest = Photo.objects.order_by("-pk").values("pk")[:LATEST]
    waiting = Photo.objects.filter(~IN_A_STORY, pk__in=latest)
    return waiting.exclude(expires_at__lte=timezone.now()).order_by("-pk")


@transaction.atomic
def put_in(story, photos, *, by):
    """
    Adds the photos behind the story's pictures, in their order. It only adds rows: a form that is open meanwhile takes
    them in, and loses nothing of what is typed there.
    Returns (how many, sentences about those that were not taken).
    """
    stored = held(story)
    stored.keep_as_found()
    new, refused = sorted_out(stored, photos)
    if new:
        add_behind(stored, new)
        after_putting_in(stored, by)
    return len(new), refused


def sorted_out(story, photos):
    """(pictures that the story may have and has not, not saved yet; sentences about the others). Photos are held."""
    photos = held_in_order(photos)
    there = set(story.illustrations.values_list("photo", flat=True)) if story.pk else set()
    taken = pictures.taken_elsewhere(photos, story)
    new, refused = [], []
    for photo in photos:
        if photo.pk in there:
            continue
        shown = Illustration(article=story, photo=photo)
        shown.alt = shown.alt_to_start_with
        if why := why_not(shown, taken=taken):
            refused.append(_("“%(photo)s” is not put in: %(why)s") % {"photo": photo, "why": why})
        else:
            new.append(shown)
    return new, refused


def held_in_order(photos):
    """As they are now, each once."""
    held = pictures.hold([photo.pk for photo in photos])
    return [held[pk] for pk in dict.fromkeys(photo.pk for photo in photos) if pk in held]


def add_behind(story, new):
    last = max(story.illustrations.values_list("order", flat=True), default=0)
    for order, shown in enumerate(new, start=last + 1):
        shown.article, shown.order = story, order
        shown.save()


def after_putting_in(story, by):
    if story.has_been_published:
        AuditEntry.note(verb="edit", record=story, by=by)
    relist(story)
    story.keep_version(by=by, why=Why.EDITED)


@transaction.atomic
def begin_story(photos, *, by):
    """
    A draft with these photos, as far as it may have them: (the story, whether it is new, sentences about the others).
    Pressed twice it is one. No story where it may have none of them.
    """
    photos_held = held_in_order(photos)
    if begun := begun_with(photos_held, by):
        return begun, False, sorted_out(begun, photos_held)[1]
    story = Article(headline=headline_for(photos), created_by=by, desk=by.desks.first())
    new, refused = sorted_out(story, photos_held)
    if not new:
        return None, False, refused
    story.save()
    AuditEntry.note(verb="create", record=story, by=by, words=story.headline)
    story.keep_version(by=by, why=Why.ENTERED)
    add_behind(story, new)
    after_putting_in(story, by)
    return story, True, refused


def begun_with(photos, by):
    """One's own draft without a word that has exactly these photos, or all of them that it may have."""
    drafts = Article.objects.filter(created_by=by, stage=Stage.DRAFT, published_at=None, body="")
    for draft in drafts.filter(photos__in=photos).distinct().prefetch_related("illustrations"):
        there = {shown.photo_id for shown in draft.illustrations.all()}
        if there <= {photo.pk for photo in photos} and not sorted_out(draft, photos)[0]:
            return draft
    return None


def headline_for(photos):
    """Something to begin with: the photo's own headline, or the first sentence of its caption."""
    for photo in photos:
        words = photo.headline or photo.caption.split("。")[0]
        if words.strip():
            return words.strip()[:LONGEST_HEADLINE]
    return _("Photo story without a headline yet")
