"""The library of photos once there are stories: which photos they use, and which lie there for one to come."""

from dataclasses import replace

from django.contrib import admin
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Illustration
from articles.models.article import out
from articles.picking import IN_A_STORY
from media.admin.library import LibraryForm, choice
from media.cards import Mark
from media.models.rights import open_to_readers
from search.desk_asking import ask_desk

STORIES = 500  # the newest that say it, of what is out and of what is not
USES = [
    ("unused", _("not yet in any story")),
    ("used", _("in a story")),
    ("shown", _("before readers now")),
]


class IllustratedLibraryForm(LibraryForm):
    use = choice(pgettext_lazy("photo", "use"), USES)

    field_order = ["q", "person", "place", "since", "until", "use"]
    always_seen = [*LibraryForm.always_seen, "use"]

    def looked_at(self):
        """Words lead further back by the stories that say them: their index has what stands below their pictures."""
        parts, words = super().looked_at(), self.answers.get("q")
        if words and "whose" not in self.answers:
            found = ask_desk(words, most=STORIES)
            parts.append(Illustration.objects.filter(article__in=found).order_by().values("photo"))
        return parts

    def conditions(self):
        found = super().conditions()
        match self.answers.get("use"):
            case "unused":
                found["use"] = ~IN_A_STORY
            case "used":
                found["use"] = IN_A_STORY
            case "shown":
                printed = Illustration.objects.filter(out(story="article__"), photo=OuterRef("pk"))
                found["use"] = open_to_readers() & Exists(printed)
        return found


class StartsStories:
    """Mixed into the photo admin."""

    def has_start_story_permission(self, request):
        return self.admin_site.get_model_admin(Article).may_pick(request)

    @admin.action(description=_("New story with these photos"), permissions=["start_story"])
    def start_story(self, request, queryset):
        return self.admin_site.get_model_admin(Article).begin_with(request, list(queryset))


def card_in_stories(card, uses):
    """uses: HTML that names the stories. No query where illustrations are prefetched."""
    if not card.photo.illustrations.all():
        return replace(card, marks=[Mark("unused", gettext("not used yet")), *card.marks])
    if card.photo.is_for_one_use:
        return replace(card, uses=uses, marks=[Mark("taken", gettext("used up")), *card.marks])
    return replace(card, uses=uses)
