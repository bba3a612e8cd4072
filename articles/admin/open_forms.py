"""
A story's form while it is open: it says every few seconds that it lives and what was typed, and hears who else is
there. What was never saved is offered again. A save never waits for this, and this never touches the story.
"""

import re

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect, JsonResponse, QueryDict
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles import open_forms
from articles.models import OpenForm
from articles.models.article import Stage
from desk.numbers import key_of

KEY = re.compile(r"[\w-]{16,32}", re.ASCII)
TAKEN_BACK = "_taken_back"
MOST_OFFERED = 3
# By a sign of life: the version, and what decides who may write. Never the body.
ASKED_OF_A_STORY = ("version", "stage", "published_at", "created_by", "desk")


class OpenForms:
    """Mixed into the article admin."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("open/", wrap(require_POST(self.hear_form)), name="articles_article_open"),
            path("open/words/", wrap(self.unsaved_words), name="articles_article_unsaved"),
            path("open/discard/", wrap(require_POST(self.discard_words)), name="articles_article_discard"),
            *super().get_urls(),
        ]

    def hear_form(self, request):
        """One sign of life. Answers who else is there, and whether somebody has stored a newer version."""
        key, turn = request.POST.get("opening", ""), request.POST.get("_turn", "")
        if not KEY.fullmatch(key) or not turn.isdecimal() or len(turn) > 9:
            raise Http404
        article, may_write = self._article_open(request)
        if not may_write:
            return JsonResponse({"refused": refusal(article)})
        fields = typed_fields(request)
        try:
            form, is_taken = open_forms.hear(key=key, user=request.user, article=article, turn=int(turn), fields=fields)
        except open_forms.NotYours:
            raise Http404 from None
        if "_left" in request.POST:
            open_forms.leave(key=key, user=request.user)
        return JsonResponse(
            {
                "taken": is_taken,
                "turn": form.turn,
                "refused": too_long() if fields and open_forms.is_too_long(fields) else None,
                "kept": form.typed_at and timezone.localtime(form.typed_at).strftime("%H:%M:%S"),
                "others": others_in_words(open_forms.others_at(article, key=key), request.user),
                "closed": form.closed_at is not None,
                "newer": newer_in_words(article, request.POST.get("base_version", "")),
                "unread": request.user.unread_notices,
            }
        )

    hear_form.is_an_act = False

    def _article_open(self, request):
        """None for a new story; and whether this colleague may write there, or may no longer."""
        pk = (request.GET if request.method == "GET" else request.POST).get("_article", "")
        if not pk:
            return None, self.has_add_permission(request)
        article = self.get_queryset(request).only(*ASKED_OF_A_STORY).filter(pk=key_of(pk)).first()
        return article, article is not None and self.has_change_permission(request, article)

    def unsaved_words(self, request):
        """What the server keeps of this colleague's forms of the story: the browser compares its own copies with it."""
        article, may_write = self._article_open(request)
        kept = open_forms.unsaved(request.user, article)[:MOST_OFFERED] if may_write else []
        return JsonResponse({"kept": [form.fields for form in kept]})

    def discard_words(self, request):
        form = OpenForm.objects.filter(key=request.POST.get("opening", ""), user=request.user).first()
        if form is None:
            raise Http404
        open_forms.close(key=form.key, user=request.user, article=form.article)
        messages.success(request, _("The unsaved words are thrown away."))
        return HttpResponseRedirect(form_address(form.article))

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """With ?typed=… the form comes with the words that were never saved, as if its save had been refused."""
        is_story = object_id is None or key_of(object_id) is not None  # anything else is the admin's to refuse
        if request.method == "GET" and is_story and (key := request.GET.get("typed")):
            taken = open_forms.take_back(key=key, user=request.user, article=object_id)
            if taken is None:
                messages.warning(request, _("These words are no longer here: they were saved or thrown away."))
                return HttpResponseRedirect(request.path)
            bring_back(request, *taken)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if self.has_change_permission(request, obj) if obj else self.has_add_permission(request):
            key = context["adminform"].form["opening"].value()
            words = open_forms.unsaved(request.user, obj).exclude(key=key)
            context["is_open_form"] = True
            # Only a form that comes back has counted before.
            context["is_back"] = request.method == "POST"
            context["open_turn"] = open_forms.turn_of(key) if context["is_back"] else 0
            context["unsaved_words"] = words.defer("words")[:MOST_OFFERED]
        if TAKEN_BACK in request.POST:
            say_taken_back(request, context)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        open_forms.close(key=form.cleaned_data.get("opening"), user=request.user, article=form.instance)


def typed_fields(request):
    """What the browser says differs from the form as it was opened; None where it says nothing of it."""
    if "_typed" not in request.POST:
        return None
    if not request.POST["_typed"]:
        return []
    names = [name for name in request.POST if not name.startswith("_") and name != "csrfmiddlewaretoken"]
    return [[name, text] for name in names for text in request.POST.getlist(name)]


def bring_back(request, fields, key):
    """The form is shown as one that came back with these words; nothing of it is saved."""
    posted = QueryDict(mutable=True)
    for name, text in [*fields, [TAKEN_BACK, "1"]]:
        posted.appendlist(name, text)
    posted["opening"] = key
    request.FILES  # noqa: B018 - read from the request while it still is what it was
    request.method, request.POST = "POST", posted


def say_taken_back(request, context):
    """As a notice: nobody has made a mistake."""
    refused = context["adminform"].form.non_field_errors()
    for error in [error for error in refused.data if error.code == TAKEN_BACK]:
        refused.data.remove(error)
        messages.info(request, error.message)
    context["errors"] = [errors for errors in context["errors"] if errors]


def others_in_words(forms, user):
    """Each colleague once, with however many windows."""
    return list(dict.fromkeys(other_in_words(form, user) for form in forms))


def other_in_words(form, user):
    if form.user_id == user.pk:
        return _("You have this story open in another window.")
    return _("%(name)s has this story open.") % {"name": form.user}


def newer_in_words(article, opened_with):
    if article is None or not opened_with or opened_with == str(article.version):
        return None
    saved = last_saved(article)
    if saved is None:
        return _("A newer version of this story has been stored.")
    said = {"name": saved.by, "time": timezone.localtime(saved.at).strftime("%H:%M")}
    return (
        _("%(name)s stored a newer version at %(time)s. A save puts both together; where they clash, you choose.")
        % said
    )


def last_saved(article):
    """The version that is stored now, where somebody is known to have made it."""
    stored = article.revisions.filter(version=article.version).exclude(by=None)
    return stored.select_related("by").defer("packed").first()


def refusal(article):
    if article is not None and article.stage != Stage.DRAFT:
        return _("The story has been handed in and you can no longer change it. The words are kept on this computer.")
    return _("You can no longer write in this story. The words are kept on this computer.")


def too_long():
    return _("This is too long to be kept on the server. The words are kept on this computer only: save now.")


def form_address(article):
    if article is None:
        return reverse("admin:articles_article_add")
    return reverse("admin:articles_article_change", args=[article.pk])
