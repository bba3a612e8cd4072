"""The intake screen: paste or drop, see what was read beside its source, correct it, draft it. No row before that."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bylines.models import Contributor
from intake.enclosures import enclose
from intake.forms import StoryFormSet, initial_of
from intake.incoming import put_away
from intake.models import Source
from intake.page_labels import label_behind, label_of
from intake.reading.result import Reading
from intake.receiving import page_for, receive
from intake.screen import KINDS, bundles, read
from intake.text_form import TextForm


def intake_screen(request):
    if not request.user.has_perm("articles.add_article"):
        raise PermissionDenied
    if request.method != "POST":
        return page(request, TextForm(user=request.user))
    form = TextForm(request.POST, request.FILES, user=request.user)
    if not form.is_valid():
        return page(request, form)
    read_ones = [read(manuscript) for manuscript in form.manuscripts]
    if "draft" in request.POST:
        return draft(request, form, read_ones)
    return page(request, form, read_ones, fresh(read_ones))


def fresh(read_ones):
    return StoryFormSet(initial=[initial_of(story) for one in read_ones for story in one.stories])


def draft(request, form, read_ones):
    stories = StoryFormSet(request.POST, form_kwargs={"known": known_names(read_ones)})
    is_whole = stories.is_valid()
    if len(stories.forms) != sum(len(one.stories) for one in read_ones):
        return page(request, form, read_ones, fresh(read_ones))
    if not is_whole:
        return page(request, form, read_ones, stories)
    received = receive_all(request, form, read_ones, stories.forms)
    say(request, received)
    return HttpResponseRedirect(address_behind(received))


def receive_all(request, form, read_ones, stories):
    """Pictures are developed first; then all drafts are made, or none. What came before is left alone."""
    new_ones = [one for one in read_ones if not one.known]
    with_place = bool(form.cleaned_data.get("page") or form.cleaned_data.get("date"))
    may_hang = with_place and request.user.has_perm("articles.change_page")
    enclosed = [enclose(one.manuscript, for_page=may_hang) for one in new_ones]
    with transaction.atomic():
        received = [
            receive_one(one, own, form, stories_of(one, new_ones, stories), page_of(form, one, new_ones))
            for one, own in zip(new_ones, enclosed, strict=True)
        ]
    put_away(digests=form.laid_down, by=request.user)
    return received


def receive_one(one, enclosed, form, stories, page):
    reading, manuscript = corrected(one.reading, stories), one.manuscript
    said = {"name": manuscript.name, "desk": form.cleaned_data["desk"], "by": form.user}
    return receive(manuscript.text, reading, page=page, enclosed=enclosed, **said)


def stories_of(one, new_ones, stories):
    """The forms of this one, out of those of all in a row."""
    start = sum(len(before.stories) for before in new_ones[: new_ones.index(one)])
    return stories[start : start + len(one.stories)]


def corrected(reading, stories):
    """The reading as the editor left it; stories that were not wanted are no more in it."""
    wanted = [number for number, form in enumerate(stories) if form.cleaned_data["include"]]
    kept = [stories[number].story(reading.stories[number].doubts) for number in wanted]
    renumbered = {old: new for new, old in enumerate(wanted)}
    spans = [span.of_story(renumbered.get(span.story)) for span in reading.spans]
    return Reading(kept, spans, reading.page_heads, reading.unread)


def known_names(read_ones):
    stories = [story for one in read_ones for story in one.reading.stories]
    said = {credit.name for story in stories for credit in story.credits}
    taken = {credit.name for story in stories for photo in story.photos for credit in photo.credits}
    return frozenset(said | taken | set(Contributor.objects.values_list("name", flat=True)))


def page_of(form, one, new_ones):
    """The page that was chosen; the pages of a PDF behind the first stand where they say, or each on the next page."""
    said = form.cleaned_data
    page = said.get("page")
    if not page and said.get("date"):
        page = page_for(date=said["date"], label=said["label"], name=said["page_name"])
    sheets = [other for other in new_ones if other.manuscript.sheet]
    if not page or one not in sheets[1:]:
        return page
    label = label_of(one.manuscript, one.reading.page_heads) or label_behind(page.label, sheets.index(one))
    return page_for(date=page.issue.date, edition=page.issue.edition, label=label)


def say(request, received):
    count = sum(len(one.articles) for one in received if one.is_new)
    if not any(one.is_new for one in received):
        messages.warning(request, _("This text was received before; nothing was made again."))
        return
    messages.success(request, ngettext("%d draft was made.", "%d drafts were made.", count) % count)


def address_behind(received):
    """To the board of the issue where the stories lie now, or to their list."""
    first = next((article for one in received for article in one.articles), None)
    placement = first.placements.first() if first else None
    if placement:
        return f"{reverse('admin:index')}?date={placement.page.issue.date:%Y-%m-%d}"
    return reverse("admin:articles_article_changelist")


def page(request, form, read_ones=(), stories=None):
    made = bundles(read_ones, stories.forms, request.user) if stories is not None else []
    context = {
        **admin.site.each_context(request),
        "title": _("Intake"),
        "opts": Source._meta,
        "form": form,
        "stories": stories,
        "bundles": made,
        "count": sum(len(bundle.sheets) for bundle in made),
        "words": form.cleaned_data["text"] if stories is not None else "",
        "kinds": {kind.replace("_", "-"): label for kind, label in KINDS.items()},
    }
    return TemplateResponse(request, "admin/intake/source/intake.html", context)
