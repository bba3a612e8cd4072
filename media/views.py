import logging

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse, HttpResponseNotFound
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from desk.composed_once import Question
from media.darkroom import public_path
from media.models import Photo
from media.public import file_under
from media.ranges import in_part, part_asked_for

logger = logging.getLogger(__name__)

CONTENT_TYPES = {
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "avif": "image/avif",
    "png": "image/png",
    "pdf": "application/pdf",
}
IN_PARTS = {"Accept-Ranges": "bytes"}
RETRY_AFTER = 10  # seconds
FOR_EVER = 31_536_000  # seconds: a year, the longest that caches keep


@Question
def photo_under(key):
    """For each picture of each page that a reader opens."""
    return Photo.objects.filter(key=key).only("key", "renditions", "embargo_until", "expires_at").order_by()


@require_safe
def public_file(request, key, name):
    """A rendition, a page's picture, a page's PDF. A key is never used for other content, so caches may keep it.

    The photo's times (or the page's issue) and the file are looked at before a 304 is answered: what is closed or died
    answers nobody.
    """
    photo = photo_under.first(key=key)
    under = file_under(key, name, photo)
    if under and under.is_closed and not may_look(request.user, under):
        # No page around it, which would ask for the paper's name; and nobody keeps a no that the clock may turn.
        return HttpResponseNotFound(headers={"Cache-Control": "no-store"})
    # A file outlives its row's memory of it when a process dies before it is deleted: its address is dead all the same.
    if not (under and under.is_remembered):
        raise Http404
    path, etag = public_path(key, name), f'"{key}/{name}"'
    try:
        changed = int(default_storage.get_modified_time(path).timestamp())
        known = get_conditional_response(request, etag=etag, last_modified=changed)
        response = known or answer_with(path, request, etag)
    except FileNotFoundError:
        raise Http404 from None
    except OSError:
        logger.exception("The storage does not give %s.", name)
        return HttpResponse(status=503, headers={"Cache-Control": "no-store", "Retry-After": RETRY_AFTER})
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = http_date(changed)
    is_kept = not under.is_closed and response.status_code != 416
    response.headers["Cache-Control"] = cache_control(photo) if is_kept else "private, no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def answer_with(path, request, etag):
    """Whole, its head alone, or the part that is asked for: who pages through a PDF, or goes on where a line broke."""
    kind = CONTENT_TYPES[path.rpartition(".")[2]]
    if request.method == "HEAD":  # nothing is fetched from a storage that is elsewhere
        return HttpResponse(content_type=kind, headers={"Content-Length": default_storage.size(path), **IN_PARTS})
    file = default_storage.open(path)
    part = part_asked_for(request, file.size, etag)
    if part is None:
        return FileResponse(file, content_type=kind, headers=IN_PARTS)
    return in_part(file, part, kind)


def cache_control(photo):
    """How long caches may keep it: for ever, or until the photo's expiry and not a second longer."""
    if photo is None or photo.expires_at is None:
        return f"public, max-age={FOR_EVER}, immutable"
    left = int((photo.expires_at - timezone.now()).total_seconds())
    return f"public, max-age={max(0, min(left, FOR_EVER))}, must-revalidate"


def may_look(user, under):
    return user.is_staff and user.has_perm(under.seen_with)
