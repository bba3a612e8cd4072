from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponseNotFound
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from media.darkroom import public_path
from media.models import Photo
from media.public import file_under

CONTENT_TYPES = {
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "avif": "image/avif",
    "png": "image/png",
    "pdf": "application/pdf",
}
FOR_EVER = 31_536_000  # seconds: a year, the longest that caches keep


@require_safe
def public_file(request, key, name):
    """A rendition, a page's picture, a page's PDF. A key is never used for other content, so caches may keep it.

    The photo's times (or the page's issue) and the file are looked at before a 304 is answered: what is closed or died
    answers nobody.
    """
    photo = Photo.objects.filter(key=key).only("key", "renditions", "embargo_until", "expires_at").first()
    under = file_under(key, name, photo)
    if under and under.is_closed and not may_look(request.user, under):
        # No page around it, which would ask for the paper's name; and nobody keeps a no that the clock may turn.
        return HttpResponseNotFound(headers={"Cache-Control": "no-store"})
    # A file outlives its row's memory of it when a process dies before it is deleted: its address is dead all the same.
    if not (under and under.is_remembered):
        raise Http404
    path = public_path(key, name)
    try:
        file = default_storage.open(path)
        changed = int(default_storage.get_modified_time(path).timestamp())
    except FileNotFoundError:
        raise Http404 from None
    etag = f'"{key}/{name}"'
    known = get_conditional_response(request, etag=etag, last_modified=changed)
    if known:
        file.close()
    response = known or FileResponse(file, content_type=CONTENT_TYPES[name.rpartition(".")[2]])
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = http_date(changed)
    response.headers["Cache-Control"] = "private, no-store" if under.is_closed else cache_control(photo)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def cache_control(photo):
    """How long caches may keep it: for ever, or until the photo's expiry and not a second longer."""
    if photo is None or photo.expires_at is None:
        return f"public, max-age={FOR_EVER}, immutable"
    left = int((photo.expires_at - timezone.now()).total_seconds())
    return f"public, max-age={max(0, min(left, FOR_EVER))}, must-revalidate"


def may_look(user, under):
    return user.is_staff and user.has_perm(under.seen_with)
