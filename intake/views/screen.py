"""The intake screen: paste or drop, see what was read beside its source, correct it, draft it. No row before that."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import BooleanField
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from desk.stale.forms import SeenField
from intake.incoming import address_with, put_away
from intake.known import Known
from intake.models import Source
from intake.recognising import read_all
from intake.screen.accepting import accept, wanted_of
from intake.screen.drafted import left_undrafted
from intake.screen.given_back import given_back
from intake.screen.places import Places
from intake.screen.showing import bundles, opened
from intake.screen.source_pieces import KINDS
from intake.screen.story_set import StoryFormSet
from intake.screen.text_form import MOST_STORIES, TextForm

PASSED_OVER = (BooleanField, SeenField)  # no words of the editor


@require_http_methods(["GET", "HEAD", "POST"])
def intake_screen(request):
    if not request.user.has_perm("articles.add_article"):
        raise PermissionDenied
    if request.method != "POST" and "incoming" not in request.GET:
        return page(request, TextForm(user=request.user))
    form = TextForm(request.POST or request.GET, request.FILES, user=request.user)
    is_valid = form.is_valid()
    if not form.manuscripts:
        return drafted_before(request, form) if form.drafted_before else page(request, form)
    return read_and_shown(request, form, is_valid)


def drafted_before(request, form):
    """A second press, perhaps of another window: what was typed there stands in no draft."""
    said = _("Drafts were made of this already; nothing was made again.")
    if any(story.is_corrected for story in form.stories_sent):
        form.add_error(None, said)
        return page(request, form)
    messages.warning(request, said)
    return HttpResponseRedirect(address_behind([]))


def read_and_shown(request, form, is_valid):
    register = Known()
    read_ones = read_all(form.manuscripts, register)
    stories = [story for one in read_ones for story in one.stories]
    if len(stories) > MOST_STORIES:
        form.add_error(None, _("These are more than %d stories: hand them in page by page.") % MOST_STORIES)
        return page(request, form)
    places = Places(read_ones, form, request.POST)
    if not places.is_asked:
        return page(request, form, read_ones, StoryFormSet(read_ones=read_ones, by=request.user), places)
    # What was typed comes back whenever anything is wrong, in the place or in a story.
    known = {"known": known_names(stories, register.names())}
    forms = StoryFormSet(request.POST, read_ones=read_ones, by=request.user, form_kwargs=known)
    if "files" in request.POST and may_be_read_anew(request, form, forms):
        return page(request, form)
    if forms.is_valid() and places.is_valid and is_valid and "draft" in request.POST:
        return draft(request, form, read_ones, forms, places)
    return page(request, form, read_ones, forms, places)


def may_be_read_anew(request, form, forms):
    """With other files the stories are others: what was typed into these goes only where the editor says it again."""
    if "sure" in request.POST or not any(changed(each) for each in forms):
        return True
    form.add_error(None, _("With other files everything is read anew, and your corrections go. Press it again if so."))
    form.is_warned = True
    return False


def changed(form):
    return any(form.is_changed(name) for name, field in form.fields.items() if not isinstance(field, PASSED_OVER))


def draft(request, form, read_ones, forms, places):
    wanted = wanted_of(read_ones, forms.forms)
    if not places.check({one.key for one, _stories in wanted}):
        return page(request, form, read_ones, forms, places)
    try:
        received = accept(read_ones, forms.forms, places=places, desk=form.cleaned_data.get("desk"), by=request.user)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return page(request, form, read_ones, forms, places)
    left = left_undrafted(read_ones, wanted)
    put_away(digests=[digest for digest in form.laid_down if digest not in left], by=request.user)
    say(request, received, left)
    return HttpResponseRedirect(address_behind(received))


def known_names(stories, registered):
    said = {credit.name for story in stories for credit in story.credits}
    taken = {credit.name for story in stories for photo in story.photos for credit in photo.credits}
    return frozenset(said | taken | registered)


def say(request, received, left):
    """left: how many stories of a file have no draft yet, by the digest of the file."""
    count = sum(len(one.articles) for one in received if one.is_new)
    if any(one.is_new for one in received):
        messages.success(request, ngettext("%d draft was made.", "%d drafts were made.", count) % count)
    else:
        messages.warning(request, _("This text was received before; nothing was made again."))
    if left:
        messages.warning(request, say_left(left))


def say_left(left):
    count = sum(left.values())
    words = ngettext("%d story is no draft yet.", "%d stories are no drafts yet.", count) % count
    address = address_with(left)
    return format_html('{} <a href="{}">{}</a>', words, address, _("Go on with it within a day"))


def address_behind(received):
    """To the board of the issue where the stories lie now, or to their list."""
    articles = (article for one in received for article in one.articles)
    placement = next(filter(None, (article.placements.first() for article in articles)), None)
    if placement:
        return f"{reverse('admin:index')}?date={placement.page.issue.date:%Y-%m-%d}"
    return reverse("admin:articles_article_changelist")


def page(request, form, read_ones=(), stories=None, places=None):
    """Before anything is read: what may be handed in. Then: what was read, with what needs eyes first."""
    context = {**admin.site.each_context(request), "title": _("Intake"), "opts": Source._meta, "form": form}
    context["stories"] = None
    if stories is None and "files" not in request.POST:  # else it was said that corrections may go
        context["left_over"] = given_back(form.stories_sent)
    if stories is not None:
        places.settle()
        context |= shown(request, form, read_ones, stories, places)
    return TemplateResponse(request, "admin/intake/source/intake.html", context)


def shown(request, form, read_ones, stories, places):
    made = bundles(read_ones, stories.forms, places, request.user)
    sheets = [sheet for bundle in made for sheet in bundle.sheets]
    return {
        "stories": stories,
        "bundles": made,
        "places": places,
        "noted": [bundle for bundle in made if bundle.needs_eyes],
        "doubtful": [sheet for sheet in sheets if sheet.needs_eyes],
        "others": [sheet for sheet in sheets if not sheet.needs_eyes],
        "opened": opened(sheets),
        "count": len(sheets),
        "words": form.words,
        "kinds": {kind.replace("_", "-"): label for kind, label in KINDS.items()},
        "is_anything_new": any(one.is_new for one in read_ones),
    }
