"""
A form that cannot be taken (login or token has run out, the right is gone, the disk is full) gives its words back: the
answer shows every typed text for copying instead of throwing the request away.
"""

import logging
import re
from urllib.parse import urlsplit

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import Error
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.models import Article
from intake.screen.given_back import given_back
from intake.screen.sent_stories import sent_stories
from intake.screen.text_form import TextForm
from newsroom.no_room import why_unwritten
from newsroom.trouble import form_ran_out

logger = logging.getLogger(__name__)

# Nor what a page sends of itself: empty rows to be copied, values to compare with, the number of its opening.
NOT_WORDS = re.compile(
    r"^_|_FORMS$|token|password|^action$|^index$|base_version|(^|-)seen$|-id$|^next$|-__prefix__-|^initial-|^opening$",
    re.IGNORECASE,
)


def typed_words(request):
    """The texts of the posted form as (field name, text), longest first; never a password or a token."""
    typed = [(name, text) for name in request.POST for text in request.POST.getlist(name)]
    words = [(name, text) for name, text in typed if text.strip() and not NOT_WORDS.search(name)]
    return sorted(words, key=lambda pair: -len(pair[1]))


def as_called(request, words):
    """With the names that the story's form has for its fields; what it does not know keeps its own."""
    if not request.path.startswith("/admin/articles/article/"):
        return words
    names = {field.name: field.verbose_name for field in Article._meta.fields}
    return [(names.get(name, name), text) for name, text in words]


def give_back(request, why=""):
    """why: a sentence, where neither login nor right is what lacks."""
    words = as_called(request, typed_words(request))
    context = {**admin.site.each_context(request), "words": words, "why": why}
    if request.path == reverse("admin:intake"):
        context |= of_intake(request)
    elif request.path == reverse("admin:media_photo_captions"):
        context |= of_captions(request)
    return TemplateResponse(request, "admin/kept_words.html", context, status=503 if why else 403)


def of_intake(request):
    """A whole issue may be on its way: story by story, what was changed first, and all of it can be sent again."""
    fields = TextForm.base_fields
    words = [(fields[name].label, text) for name, text in typed_words(request) if name in fields]
    said = {"stories": given_back(sent_stories(request.POST)), "words": words, "action": request.path}
    return said | {"again": all_that_came(request) if is_from_here(request) else []}


def of_captions(request):
    from newsroom.kept_captions import changed_words  # the registered admins import the site, which imports this

    return {"words": changed_words(request.POST), "choices_are_left_out": True}


def all_that_came(request):
    return [(name, text) for name in request.POST for text in request.POST.getlist(name) if "token" not in name]


def is_from_here(request):
    """Another site must not lay words into the hands of whoever presses a button of ours."""
    return urlsplit(request.headers.get("Origin", "")).netloc == request.get_host()


def csrf_failure(request, reason=""):
    if request.method == "POST" and request.path.startswith("/admin/") and typed_words(request):
        return give_back(request).render()
    return form_ran_out(request)


class WordKeepingSite(admin.AdminSite):
    """An admin site where a save by someone who may not make it (any longer) is answered with the words it carried."""

    def admin_view(self, view, cacheable=False):
        guarded = super().admin_view(view, cacheable)

        def inner(request, *args, **kwargs):
            if request.method == "POST" and not self.has_permission(request) and typed_words(request):
                return give_back(request)
            try:
                return guarded(request, *args, **kwargs)
            except PermissionDenied:
                if request.method == "POST" and typed_words(request):
                    return give_back(request)
                raise
            except (OSError, Error) as problem:
                why = why_unwritten(problem)
                if not why or request.method != "POST" or not typed_words(request):
                    raise
                logger.exception("A form could not be stored.")
                return give_back(request, why)

        # The login view is exempt by its own decorator; what wraps it must not lose that.
        inner.__dict__.update(guarded.__dict__)
        return inner
