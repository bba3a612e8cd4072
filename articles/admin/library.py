"""The library of photos once there are stories: which photos they use, and which lie there for one to come."""

from dataclasses import replace

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models import Illustration
from articles.models.article import out
from media.admin.cards import Mark
from media.admin.library import LibraryForm, choice
from media.models.rights import open_to_readers

IN_A_STORY = Exists(Illustration.objects.filter(photo=OuterRef("pk")))
USES = [
    ("unused", _("not yet in any story")),
    ("used", _("in a story")),
    ("shown", _("before readers now")),
]


class IllustratedLibraryForm(LibraryForm):
    use = choice(pgettext_lazy("photo", "use"), USES)

    field_order = ["q", "person", "place", "since", "until", "use"]
    always_seen = [*LibraryForm.always_seen, "use"]

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


def card_in_stories(card, uses):
    """uses: HTML that names the stories. No query where illustrations are prefetched."""
    if not card.photo.illustrations.all():
        return replace(card, uses=uses, marks=[Mark("unused", _t("not used yet")), *card.marks])
    if card.photo.is_for_one_use:
        return replace(card, uses=uses, marks=[Mark("taken", _t("used up")), *card.marks])
    return replace(card, uses=uses)
