"""
Notes in the admin. The panel on a story's form belongs to a form of its own, so that a note is sent by itself and the
story's typed words stay where they are: with a script in place, without one in a new window.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles import noting
from articles.acting import Refusal
from articles.models import Note, NoteAddressee
from desk.numbers import key_of


class Notes:
    """Mixed into the article admin."""

    def get_urls(self):
        notes = self.admin_site.admin_view(require_http_methods(["GET", "HEAD", "POST"])(self.notes))
        return [path("<int:pk>/notes/", notes, name="articles_article_notes"), *super().get_urls()]

    def notes(self, request, pk):
        """A page of its own; a script asks for the panel alone."""
        story = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_view_permission(request, story):
            raise PermissionDenied
        refused = carry_out(request, story) if request.method == "POST" else None
        panel = NotePanel(request.user, story, refused)
        if "_panel" in request.POST:
            status = 200 if refused is None else 422
            return TemplateResponse(request, "admin/articles/notes/_inside.html", {"notes": panel}, status=status)
        if request.method == "POST" and refused is None:
            return HttpResponseRedirect(request.path)
        context = {**self.admin_site.each_context(request), "opts": self.opts, "title": _("Notes"), "notes": panel}
        return TemplateResponse(request, "admin/articles/notes/notes.html", context)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj and request.method == "GET":
            read_about(request.user, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


class Refused:
    """A note that was not taken, with what was typed."""

    def __init__(self, message, posted):
        self.message, self.words, self.to = message, posted.get("words", ""), posted.getlist("to")
        self.to_all = "to_all" in posted


class NotePanel:
    def __init__(self, user, story, refused=None):
        self.user, self.story, self.refused = user, story, refused

    @cached_property
    def threads(self):
        told = Prefetch("addressees", NoteAddressee.objects.select_related("user"))
        answers = Prefetch("answers", Note.objects.select_related("by"))
        rows = seen_threads(self.user, self.story).select_related("by", "settled_by").prefetch_related(told, answers)
        return list(rows)

    @property
    def open(self):
        return [thread for thread in self.threads if thread.is_open]

    @property
    def settled(self):
        return [thread for thread in self.threads if not thread.is_open]

    @cached_property
    def colleagues(self):
        return [user for user in noting.colleagues_at_work(self.story) if user != self.user]

    @property
    def at_work(self):
        return [user for user in self.colleagues if user.is_at_work]

    @property
    def chosen(self):
        return set(map(key_of, self.refused.to)) if self.refused else set()

    @property
    def is_to_all(self):
        return self.refused.to_all if self.refused else bool(self.at_work)


def notes_panel(request, story):
    panel = NotePanel(request.user, story)
    return render_to_string("admin/articles/notes/_panel.html", {"notes": panel}, request=request)


def open_notes_of(story):
    """Beside the state, in the list."""
    number = getattr(story, "open_notes", 0)
    return render_to_string("admin/articles/notes/_count.html", {"number": number}) if number else ""


def seen_threads(user, story):
    return story.notes.threads().visible_to(user)


def carry_out(request, story):
    """Writes, answers or settles, as the pressed button says; gives back what was refused."""
    by, posted = request.user, request.POST
    try:
        if key := key_of(posted.get("answer")):
            noting.answer(thread_of(by, story, key), by=by, words=posted.get(f"answer-{key}", ""))
        elif key := key_of(posted.get("settle")):
            noting.settle(thread_of(by, story, key), by=by)
        else:
            noting.write(story, by=by, words=posted.get("words", ""), to=addressed(by, story, posted))
    except Refusal as refusal:
        return Refused(str(refusal), posted)
    return None


def thread_of(user, story, key):
    return get_object_or_404(seen_threads(user, story), pk=key)


def addressed(by, story, posted):
    """Whoever is ticked or called by @name in the words, and all at work on it where that is asked for."""
    panel = NotePanel(by, story)
    ticked = {key_of(key) for key in posted.getlist("to")}
    chosen = [user for user in panel.colleagues if user.pk in ticked]
    chosen += noting.called(posted.get("words", ""), panel.colleagues)
    return chosen + panel.at_work if "to_all" in posted else chosen


def read_about(user, story):
    """Whoever opens the story has read what the bell had to say of it."""
    if user.unread_notices:
        user.unread_notices -= user.notices.about(story).read()
