"""
A page's picture and its PDF, under the page's random key. Both show every story of the page, so that they go offline
together when one of the stories is withdrawn, or one of their photos closed to readers, until somebody hangs new ones.
While a story waits for an hour of its own, readers do without both: they come by themselves at that hour.
"""

import logging

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Page, Placement
from desk.models import AuditEntry
from media.darkroom import public_path, store
from media.keeping import delete_on_commit, keep_on_commit
from media.models import new_key
from media.moving import move_public_files
from media.public import PublicFile

logger = logging.getLogger(__name__)

PDF_NAME = "page.pdf"


@transaction.atomic
def hang_picture(page, prints):
    """Replaces the page's picture by a developed one (`media.imaging.developing.develop`)."""
    _take_new_key(page, keep=[page.pdf] if page.pdf else [], drop=[size["name"] for size in page.picture])
    # One format is enough here: every browser that draws hotspots reads WebP.
    renditions = [rendition for rendition in prints.renditions if rendition.format == "webp"]
    page.picture = [rendition.record for rendition in renditions]
    keep_on_commit([public_path(page.key, rendition.name) for rendition in renditions])
    for rendition in renditions:
        store(public_path(page.key, rendition.name), ContentFile(rendition.content))
    page.save(update_fields=["key", "picture", "pdf"])


@transaction.atomic
def hang_pdf(page, file):
    _take_new_key(page, keep=[size["name"] for size in page.picture], drop=[page.pdf] if page.pdf else [])
    page.pdf = PDF_NAME
    name = public_path(page.key, PDF_NAME)
    keep_on_commit([name])
    store(name, file)
    page.save(update_fields=["key", "picture", "pdf"])


@transaction.atomic
def take_down(page):
    """Picture and PDF are gone from their addresses and from the page."""
    delete_on_commit([public_path(page.key, name) for name in page.file_names])
    page.key, page.picture, page.pdf = new_key(), [], ""
    page.save(update_fields=["key", "picture", "pdf"])


def size_of_pdf(page):
    """In bytes; None where the page has no PDF, or its file has gone."""
    try:
        return default_storage.size(public_path(page.key, page.pdf)) if page.pdf else None
    except FileNotFoundError:
        return None


def file_of_page(key, name):
    """Readers have it with the page's issue and with the last of its stories, and not before."""
    rows = Page.objects.select_related("issue").only("key", "picture", "pdf", "issue__published_at")
    page = rows.filter(key=key).annotate(is_early=Exists(waiting_on(OuterRef("pk")))).first()
    if page is None:
        return None
    is_closed = page.is_early or not page.issue.is_published
    return PublicFile(name in page.file_names, is_closed, "articles.view_page")


def waiting_on(page):
    """Stories under embargo. One without any hour is none: an archive's pages show what was printed long ago."""
    return Placement.objects.filter(page=page, article__published_at__gt=timezone.now(), article__withdrawn_at=None)


def without_early_files(page):
    """The page as readers may have it now; what hangs there stays hung."""
    if page.file_names and waiting_on(page).exists():
        page.picture, page.pdf = [], ""
    return page


def readdress_pages_of(article):
    """It waits for an hour from now on: who knows the files of a page that is out already finds nothing there."""
    out = hung().published().filter(placements__article=article).order_by("pk")
    for page in out.select_for_update(of=["self"]):
        try:
            with transaction.atomic():  # what was copied goes again
                _take_new_key(page, keep=page.file_names, drop=[])
                page.save(update_fields=["key"])
        except OSError as error:
            # There is no original to make them of. Where they are the newsroom serves them to no reader till then.
            logger.warning("the files of page %s keep their address: %s", page.pk, error)


def hung():
    """Pages with a picture or PDF."""
    return Page.objects.exclude(picture=[], pdf="")


def pages_that_print(photo):
    """Pages with a picture or PDF, of any issue, on which a story with this photo stands."""
    placed = Placement.objects.filter(article__illustrations__photo=photo).values("page")
    return hung().filter(pk__in=placed).select_related("issue").order_by("pk")


def take_down_pages_with(photo, *, by=None):
    """The photo is closed to readers, and a page's picture and PDF show it too. Gives a sentence for each page."""
    told = []
    for page in pages_that_print(photo):
        take_down(page)
        AuditEntry.note(verb="take_down", record=page, by=by, words=str(photo))
        told.append(_("Picture and PDF of %(page)s are taken down, since they show this photo.") % {"page": page})
    return told


def warning_of(photo):
    """Before an embargo or an expiry is typed; empty where no page goes with the photo."""
    pages = "、".join(str(page) for page in pages_that_print(photo))
    told = _("When this closes the photo to readers, picture and PDF of these pages are taken down: %(pages)s.")
    return told % {"pages": pages} if pages else ""


def _take_new_key(page, *, keep, drop):
    before, page.key = page.key, new_key()
    delete_on_commit([public_path(before, name) for name in drop])
    move_public_files(keep, before=before, after=page.key)
