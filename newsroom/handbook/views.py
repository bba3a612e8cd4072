"""The handbook's pages in the admin. Whoever may enter the admin may read them."""

from django.contrib import admin
from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from newsroom.handbook.book import the_book


def handbook_urls(wrap):
    return [
        path("handbook/", wrap(handbook), name="handbook"),
        path("handbook/<slug:slug>/", wrap(chapter), name="handbook_chapter"),
        path("handbook/pictures/<str:name>", wrap(picture), name="handbook_picture"),
    ]


@require_safe
def handbook(request):
    book = book_or_404()
    return page(request, "cover", {"title": _("Handbook"), "book": book, "text": book.cover})


@require_safe
def chapter(request, slug):
    book = book_or_404()
    if slug not in book.chapters:
        raise Http404
    shown = book.chapters[slug]
    before, after = book.neighbours(slug)
    context = {"title": shown.title, "book": book, "text": shown.text, "chapter": shown}
    return page(request, "chapter", context | {"before": before, "after": after})


@require_safe
def picture(request, name):
    """Only what the book found in its own folder has a name here: no path is ever made of what was asked for."""
    shown = book_or_404().pictures.get(name)
    if shown is None:
        raise Http404
    return HttpResponse(
        shown.content, content_type="image/webp", headers={"Cache-Control": "private, max-age=31536000, immutable"}
    )


def book_or_404():
    book = the_book()
    if book is None:
        raise Http404
    return book


def page(request, name, context):
    return TemplateResponse(request, f"admin/handbook/{name}.html", {**admin.site.each_context(request), **context})
