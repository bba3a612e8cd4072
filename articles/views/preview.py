"""
/preview/<token>/: a story for somebody without a login, and its pictures. Whatever is wrong with the token (mistyped,
forged, over, revoked, its maker gone, the story withdrawn), the answer is the same: that there is nothing, and not what
there was.
"""

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from articles.models import Illustration, PreviewLink
from articles.story import story_parts
from articles.views.article import WHOLE
from desk.numbers import key_of
from desk.secret_addresses import unlisted
from media.darkroom import public_path
from media.views import CONTENT_TYPES


@require_safe
def preview_page(request, token):
    link = PreviewLink.objects.opened_by(token).select_related(*(f"article__{name}" for name in WHOLE)).first()
    if link is None:
        return unlisted(TemplateResponse(request, "articles/preview_gone.html", status=410))
    if request.method == "GET":
        link.note_opening()
    return unlisted(TemplateResponse(request, "articles/article_page.html", story_parts(link.article, link=link)))


@require_safe
def preview_file(request, token, photo, name):
    """A rendition of one of the story's photos, for as long as the link opens and the licence of the photo runs."""
    shown = Illustration.objects.licensed().filter(
        article__preview_links__in=PreviewLink.objects.opened_by(token), photo=key_of(photo)
    )
    content = rendition(shown.select_related("photo").first(), name)
    if content is None:
        return unlisted(HttpResponse(status=410))
    return unlisted(FileResponse(content, content_type=CONTENT_TYPES[name.rpartition(".")[2]]))


def rendition(shown, name):
    path = public_path(shown.photo.key, name) if shown else ""
    if not shown or path not in shown.photo.public_files:
        return None
    try:
        return default_storage.open(path)
    except FileNotFoundError:
        return None
