"""The intake screen: paste, see what was read beside its source, correct it, draft it. Nothing is saved before that."""

from functools import partial
from typing import NamedTuple

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.models import Article
from bylines.models import Contributor
from intake.forms import MOST_STORIES, TextForm
from intake.messages import message_of
from intake.models import Source
from intake.receiving import LONGEST_NAME, drafted_of, page_for, read_text, receive, spans_by_story, stretches_of
from intake.story_form import StoryForm
from intake.story_set import StoryFormSet

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
    was_drafted: bool
    draft: Article | None  # where the colleague may see it


def intake_screen(request):
    if not request.user.has_perm("articles.add_article"):
        raise PermissionDenied
    if request.method != "POST":
        return page(request, TextForm(user=request.user))
    form = TextForm(request.POST, request.FILES, user=request.user)
    is_valid = form.is_valid()
    reading = read_text(form.words) if form.words else None
    if reading and len(reading.stories) > MOST_STORIES:
        form.add_error(None, _("These are more than %d stories: hand them in page by page.") % MOST_STORIES)
        reading = None
    if reading and "draft" in request.POST:
        return draft(request, form, reading, is_valid)
    return page(request, form, reading, StoryFormSet(stories=reading.stories) if reading else None)


def draft(request, form, reading, is_valid):
    """What was typed comes back whenever anything is wrong, in the place or in a story."""
    stories = StoryFormSet(request.POST, stories=reading.stories, form_kwargs={"known": known_names(reading)})
    if not stories.is_valid() or not is_valid:
        return page(request, form, reading, stories)
    wanted = {number: story.story() for number, story in enumerate(stories) if story.cleaned_data["include"]}
    try:
        received = receive(form.words, reading, stories=wanted, **place(request, form))
    except ValidationError as error:
        form.add_error(None, error.messages)
        return page(request, form, reading, stories)
    say(request, received)
    return HttpResponseRedirect(address_behind(request, received))


def known_names(reading):
    said = {credit.name for story in reading.stories for credit in story.credits}
    taken = {credit.name for story in reading.stories for photo in story.photos for credit in photo.credits}
    return frozenset(said | taken | set(Contributor.objects.values_list("name", flat=True)))


def place(request, form):
    said = form.cleaned_data
    page = said.get("page")
    if not page and said.get("date"):
        page = partial(page_for, date=said["date"], label=said["label"], name=said["page_name"])
    return {"name": name_of(request) or _("pasted text"), "page": page, "desk": said["desk"], "by": request.user}


def name_of(request):
    """Of the file; a browser may send anything."""
    name = request.FILES["file"].name if "file" in request.FILES else request.POST.get("name", "")
    return "".join(filter(str.isprintable, name))[:LONGEST_NAME]


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
    source = Source.objects.with_text(words).first() if reading else None
    context = {
        **admin.site.each_context(request),
        "title": _("Intake"),
        "opts": Source._meta,
        "form": form,
        "stories": stories,
        "sheets": sheets(words, reading, stories, source, request.user) if reading else [],
        "words": words,
        "name": name_of(request),
        "loose": loose_pieces(words, reading) if reading else [],
        "kinds": {kind.replace("_", "-"): label for kind, label in KINDS.items()},
        "was_received": source,
        "may_see_source": bool(source and source.is_visible_to(request.user)),
    }
    context["is_anything_new"] = any(not sheet.was_drafted for sheet in context["sheets"])
    return TemplateResponse(request, "admin/intake/source/intake.html", context)


def sheets(words, reading, stories, source, user):
    spans, stretches = spans_by_story(reading), stretches_of(words, reading)
    places = {span.start: place for place, span in enumerate(reading.spans)}
    drafted = drafted_of(source) if source else set()
    drafts = drafts_by_story(source, user) if source else {}
    found = []
    for number, (form, story) in enumerate(zip(stories.forms, reading.stories, strict=True)):
        digest = stretches[number].digest
        form.initial["include"] = digest not in drafted
        pieces = pieces_of(words, reading, number, [places[span.start] for span in spans[number]])
        warnings = [message_of(doubt) for doubt in story.doubts]
        found.append(Sheet(form, pieces, warnings, digest in drafted, drafts.get(digest)))
    return found


def drafts_by_story(source, user):
    """Those of the drafts that the colleague may see."""
    rows = source.stories.filter(article__in=Article.objects.visible_to(user)).select_related("article")
    return {row.digest: row.article for row in rows}


def pieces_of(words, reading, number, own):
    """The story's stretch of the source, from its first piece to its last, with the white space between them."""
    stretch = reading.spans[own[0] : own[-1] + 1] if own else []
    return [source_piece(words, span) for span in stretch if span.story in (number, None)]


def loose_pieces(words, reading):
    return [source_piece(words, span) for span in reading.spans if span.kind in ("page_head", "unread")]


def source_piece(words, span):
    text = words[span.start : span.end]
    if span.kind == "space" and text.count("\n") > 2:
        text = "\n\n"  # a photo's gap would push the next line out of sight
    return SourcePiece(text, span.kind.replace("_", "-"), str(KINDS.get(span.kind, "")))
