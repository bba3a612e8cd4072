from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from media.darkroom import public_path

CONTENT_TYPES = {
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "avif": "image/avif",
    "png": "image/png",
    "pdf": "application/pdf",
}


@require_safe
def public_file(request, key, name):
    """A rendition, a page's picture, a page's PDF. A key is never used for other content, so caches may keep it.

    The file is looked for before a 304 is answered: an address that died answers nobody any more.
    """
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
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
