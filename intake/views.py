"""The intake screen: paste, see what was read beside its source, correct it, draft it. Nothing is saved before that."""

from typing import NamedTuple

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bylines.models import Contributor
from intake.forms import StoryForm, StoryFormSet, TextForm, initial_of
from intake.messages import message_of
from intake.models import Source
from intake.reading.result import Reading
from intake.receiving import drafts_of, page_for, read_text, receive

KINDS = {
    "headline": gettext_lazy("headline"),
    "kicker": gettext_lazy("kicker"),
    "subheadline": gettext_lazy("subheadline"),
    "column": gettext_lazy("column"),
    "dateline": gettext_lazy("dateline"),
    "credit": gettext_lazy("byline"),
    "caption": gettext_lazy("caption"),
    "photo_credit": gettext_lazy("photo credit"),
    "subhead": gettext_lazy("subhead"),
    "editors_note": gettext_lazy("editor's note"),
    "source": gettext_lazy("source"),
    "jump": gettext_lazy("continued elsewhere"),
    "page_head": gettext_lazy("page head"),
    "unread": gettext_lazy("unread"),
}


class SourcePiece(NamedTuple):
    text: str
    kind: str
    label: str


class Sheet(NamedTuple):
    """One story on the screen: its form, its piece of the source, and what is doubtful about it."""

    form: StoryForm
    pieces: list[SourcePiece]
    warnings: list[str]


def intake_screen(request):
    if not request.user.has_perm("articles.add_article"):
        raise PermissionDenied
    if request.method != "POST":
        return page(request, TextForm(user=request.user))
    form = TextForm(request.POST, request.FILES, user=request.user)
    if not form.is_valid():
        return page(request, form)
    reading = read_text(form.words)
    if "draft" in request.POST:
        return draft(request, form, reading)
    return page(request, form, reading, StoryFormSet(initial=[initial_of(story) for story in reading.stories]))


def draft(request, form, reading):
    stories = StoryFormSet(request.POST, form_kwargs={"known": known_names(reading)})
    if not stories.is_valid() or len(stories.forms) != len(reading.stories):
        return page(request, form, reading, stories)
    with transaction.atomic():
        received = receive(form.words, corrected(reading, stories), **place(request, form))
    say(request, received)
    return HttpResponseRedirect(address_behind(request, received))


def corrected(reading, stories):
    """The reading as the editor left it; stories that were not wanted are no more in it."""
    wanted = [number for number, form in enumerate(stories) if form.cleaned_data["include"]]
    kept = [stories.forms[number].story(reading.stories[number].doubts) for number in wanted]
    renumbered = {old: new for new, old in enumerate(wanted)}
    spans = [span.of_story(renumbered.get(span.story)) for span in reading.spans]
    return Reading(kept, spans, reading.page_heads, reading.unread)


def known_names(reading):
    said = {credit.name for story in reading.stories for credit in story.credits}
    taken = {credit.name for story in reading.stories for photo in story.photos for credit in photo.credits}
    return frozenset(said | taken | set(Contributor.objects.values_list("name", flat=True)))


def place(request, form):
    said = form.cleaned_data
    page = said.get("page")
    if not page and said.get("date"):
        page = page_for(date=said["date"], label=said["label"], name=said["page_name"])
    name = request.POST.get("name") or _("pasted text")
    return {"name": name[:200], "page": page, "desk": said["desk"], "by": request.user}


def say(request, received):
    if not received.is_new:
        messages.warning(request, _("This text was received before; nothing was made again."))
        return
    count = len(received.articles)
    messages.success(request, ngettext("%d draft was made.", "%d drafts were made.", count) % count)


def address_behind(request, received):
    """To the board of the issue where the stories lie now, or to their list."""
    placement = received.articles[0].placements.first() if received.articles else None
    if placement:
        return f"{reverse('admin:index')}?date={placement.page.issue.date:%Y-%m-%d}"
    return reverse("admin:articles_article_changelist")


def page(request, form, reading=None, stories=None):
    words = form.words if reading else ""
    known = Source.objects.with_text(words).first() if reading else None
    context = {
        **admin.site.each_context(request),
        "title": _("Intake"),
        "opts": Source._meta,
        "form": form,
        "stories": stories,
        "sheets": sheets(words, reading, stories) if reading else [],
        "words": words,
        "name": request.FILES["file"].name if "file" in request.FILES else request.POST.get("name", ""),
        "loose": loose_pieces(words, reading) if reading else [],
        "kinds": {kind.replace("_", "-"): label for kind, label in KINDS.items()},
        "was_received": known,
        "drafts": drafts_of(known).visible_to(request.user) if known else [],
    }
    return TemplateResponse(request, "admin/intake/source/intake.html", context)


def sheets(words, reading, stories):
    return [
        Sheet(form, pieces_of(words, reading, number), [message_of(doubt) for doubt in story.doubts])
        for number, (form, story) in enumerate(zip(stories.forms, reading.stories, strict=False))
    ]


def pieces_of(words, reading, number):
    """The story's stretch of the source, from its first piece to its last, with the white space between them."""
    own = [place for place, span in enumerate(reading.spans) if span.story == number]
    stretch = reading.spans[own[0] : own[-1] + 1] if own else []
    return [source_piece(words, span) for span in stretch if span.story in (number, None)]


def loose_pieces(words, reading):
    return [source_piece(words, span) for span in reading.spans if span.kind in ("page_head", "unread")]


def source_piece(words, span):
    text = words[span.start : span.end]
    if span.kind == "space" and text.count("\n") > 2:
        text = "\n\n"  # a photo's gap would push the next line out of sight
    return SourcePiece(text, span.kind.replace("_", "-"), str(KINDS.get(span.kind, "")))
