"""The story's form. Its version rises with every save, of this form and of a page that moves the story."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.admin.open_forms import KEY, TAKEN_BACK, last_saved
from articles.cards import without_own_host
from articles.history.snapshot import FILED, WORDS
from articles.models import Article
from articles.open_forms import new_key
from articles.writing_area import WritingArea
from desk.found_once import FoundOnce
from desk.stale.forms import SeenForm

MOST_NAMED = 6  # newer versions; a form that was open all night has missed many


class Unlabelled(forms.HiddenInput):
    """It stands among the fields, whose labels may point at nothing that is hidden."""

    def id_for_label(self, id_):
        return ""


class ArticleForm(FoundOnce, SeenForm):
    refusal = _("Someone has saved this story since you opened it. Nothing is lost: both texts stand below.")
    beside_the_record = ["seen", "base_version", "opening"]

    base_version = forms.IntegerField(widget=Unlabelled, required=False)
    opening = forms.CharField(widget=forms.HiddenInput, required=False)
    # Declared for its scheme: Django 5.2 warns of the change of that default wherever it is not said.
    original_url = forms.URLField(label=_("original address"), required=False, max_length=500, assume_scheme="https")

    class Meta:
        model = Article
        fields = [
            *("kicker", "headline", "subheadline", "dateline", "body", "editors_note"),
            *("genre", "channel", "column", "tags", "desk", "summary"),
            *("source", "original_author", "original_title", "original_url"),
            "ai_use",
        ]
        widgets = {"body": WritingArea}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in FILED:
            if name in self.fields and Article._meta.get_field(name).is_cached(self.instance):
                self.fields[name].known = getattr(self.instance, name)
        if "base_version" in self.fields:
            self.fields["base_version"].initial = self.instance.version
        if "opening" in self.fields:
            self.fields["opening"].initial = new_key()

    def clean_body(self):
        return without_own_host(self.cleaned_data["body"])

    def clean_opening(self):
        key = self.cleaned_data["opening"]
        return key if KEY.fullmatch(key) else ""

    def _post_clean(self):
        """
        The story stays with its desk until it is saved: who may change it is asked again of a form that comes back, and
        nobody is to lose what was typed by having chosen another desk.
        """
        desk = self.instance.desk_id
        super()._post_clean()
        if self.instance.pk:
            self.instance.desk_id = desk

    def _save_m2m(self):
        """The tags, which ask for each word and for all that is tagged."""
        if "tags" in self.changed_data:
            super()._save_m2m()

    def clean(self):
        if TAKEN_BACK in self.data:
            # Keeps the form from being saved; its page says it as a notice.
            told = _("Your unsaved words stand here again. Look through them, then save.")
            self.add_error(None, forms.ValidationError(told, code=TAKEN_BACK))
        return super().clean()

    def was_overtaken(self, seen, now):
        opened_with = self.data.get(self.add_prefix("base_version"))
        return opened_with != str(self.instance.version) or super().was_overtaken(seen, now)

    def base_texts(self):
        """Of the version that the form was opened on. In time versions are thinned out, and old stories have none."""
        version = self._opened_on()
        revision = self.instance.revisions.filter(version=version).first() if version else None
        return {name: revision.snapshot.story.get(name) or "" for name in WORDS} if revision else {}

    def stored_since(self):
        newer = self.instance.revisions.filter(version__gt=self._opened_on()).select_related("by")
        return list(newer.defer("packed")[:MOST_NAMED])

    def saved_last(self):
        """Where the story has a history, never the admin's log: acts that store nothing stand there too."""
        if not self.instance.revisions.exists():
            return super().saved_last()
        saved = last_saved(self.instance)
        return saved and (saved.by, saved.at)

    def _opened_on(self):
        version = self.data.get(self.add_prefix("base_version"), "")
        return int(version) if version.isdecimal() and len(version) < 10 else 0

    def _meet(self, *args):
        super()._meet(*args)
        self.data[self.add_prefix("base_version")] = self.instance.version
