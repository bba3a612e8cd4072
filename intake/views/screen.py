"""The intake screen: paste or drop, see what was read beside its source, correct it, draft it. No row before that."""

from functools import partial

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bylines.models import Contributor
from intake.enclosures import enclose
from intake.incoming import put_away
from intake.models import Source
from intake.page_labels import label_behind, label_of
from intake.receiving import nothing_to_draft, page_for, receive
from intake.screen import KINDS, bundles, read
from intake.story_set import StoryFormSet
from intake.text_form import MOST_STORIES, TextForm


def intake_screen(request):
    if not request.user.has_perm("articles.add_article"):
        raise PermissionDenied
    if request.method != "POST" and "incoming" not in request.GET:
        return page(request, TextForm(user=request.user))
    form = TextForm(request.POST or request.GET, request.FILES, user=request.user)
    is_valid = form.is_valid()
    read_ones = [read(manuscript) for manuscript in form.manuscripts]
    stories = [story for one in read_ones for story in one.stories]
    if len(stories) > MOST_STORIES:
        form.add_error(None, _("These are more than %d stories: hand them in page by page.") % MOST_STORIES)
        return page(request, form)
    if read_ones and "draft" in request.POST:
        return draft(request, form, read_ones, stories, is_valid)
    return page(request, form, read_ones, StoryFormSet(stories=stories) if read_ones else None)


def draft(request, form, read_ones, stories, is_valid):
    """What was typed comes back whenever anything is wrong, in the place or in a story."""
    forms = StoryFormSet(request.POST, stories=stories, form_kwargs={"known": known_names(stories)})
    if not forms.is_valid() or not is_valid:
        return page(request, form, read_ones, forms)
    try:
        received = receive_all(form, read_ones, forms.forms)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return page(request, form, read_ones, forms)
    put_away(digests=form.laid_down, by=request.user)
    say(request, received)
    return HttpResponseRedirect(address_behind(received))


def receive_all(form, read_ones, forms):
    """Pictures are developed first; then all drafts are made, or none."""
    wanted = [wanted_of(own) for own in dealt(read_ones, forms)]
    asked = [(one, stories) for one, stories in zip(read_ones, wanted, strict=True) if stories]
    if not asked:
        raise nothing_to_draft()
    with_place = bool(form.cleaned_data.get("page") or form.cleaned_data.get("date"))
    may_hang = with_place and form.user.has_perm("articles.change_page")
    enclosed = [enclose(one.manuscript, for_page=may_hang) for one, _stories in asked]
    new_ones = [one for one in read_ones if one.is_new]
    with transaction.atomic():
        return [
            receive_one(one, stories, form, page_of(form, one, new_ones), own)
            for (one, stories), own in zip(asked, enclosed, strict=True)
        ]


def receive_one(one, stories, form, page, enclosed):
    said = {"name": one.manuscript.name, "desk": form.cleaned_data["desk"], "by": form.user}
    return receive(one.manuscript.text, one.reading, stories=stories, page=page, enclosed=enclosed, **said)


def dealt(read_ones, forms):
    """The forms of each manuscript, out of those of all in a row."""
    forms = iter(forms)
    return [[next(forms) for _story in one.stories] for one in read_ones]


def wanted_of(forms):
    return {number: form.story() for number, form in enumerate(forms) if form.cleaned_data["include"]}


def known_names(stories):
    said = {credit.name for story in stories for credit in story.credits}
    taken = {credit.name for story in stories for photo in story.photos for credit in photo.credits}
    return frozenset(said | taken | set(Contributor.objects.values_list("name", flat=True)))


def page_of(form, one, new_ones):
    """The page that was chosen, or a function that makes it. The pages of a PDF behind the first stand where they say,
    or each on the next page."""
    said = form.cleaned_data
    chosen = said.get("page")
    if not chosen and not said.get("date"):
        return None
    sheets = [other for other in new_ones if other.manuscript.sheet]
    if one not in sheets[1:]:
        return chosen or partial(page_for, date=said["date"], label=said["label"], name=said["page_name"])
    first = chosen.label if chosen else said["label"]
    label = label_of(one.manuscript, one.reading.page_heads) or label_behind(first, sheets.index(one))
    issue = {"date": chosen.issue.date, "edition": chosen.issue.edition} if chosen else {"date": said["date"]}
    return partial(page_for, label=label, **issue)


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
        "words": form.words if stories is not None else "",
        "kinds": {kind.replace("_", "-"): label for kind, label in KINDS.items()},
        "is_anything_new": any(one.is_new for one in read_ones),
    }
    return TemplateResponse(request, "admin/intake/source/intake.html", context)
