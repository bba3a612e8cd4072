"""The rows and fields by which editors set a published story on the front page by hand."""

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.formsets import PlainSpokenRows
from articles.admin.rows import KnownRowForm, KnownRows
from articles.composing import end_of_pin
from articles.models import Article, FrontPick, FrontSecond
from articles.models.article import out
from articles.models.front_page import MOST_SECONDS, MOST_STORIES
from articles.state import State, state_of
from desk.stale.forms import SeenForm

SAID = ("headline", "stage", "published_at", "withdrawn_at")


def told(story):
    """Its headline; with the reason where readers do not find it on the front page."""
    state = state_of(story)
    if state == State.PUBLISHED:
        return story.headline
    return _("%(headline)s (%(state)s, not shown)") % {"headline": story.headline, "state": state.label}


class PinsStory:
    """Mixed into forms that pin a published story. One that was withdrawn since stays chosen until it is changed."""

    pinned, until = "article", "until"
    ends_by_itself = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get(self.pinned):
            stored = getattr(self.instance, f"{self.pinned}_id")
            field.queryset = (Article.objects.filter(out()) | Article.objects.filter(pk=stored)).only(*SAID)
            field.label_from_instance = told
            field.widget.can_add_related = field.widget.can_change_related = False

    def _get_validation_exclusions(self):
        """Whether it may be pinned is asked of a story that is newly chosen, and not of the one that stands there."""
        stands = set() if self.pinned in self.changed_data else {self.pinned}
        return super()._get_validation_exclusions() | stands

    def clean(self):
        """The end that stands there was the former story's once another one is chosen."""
        cleaned = super().clean()
        story, until = cleaned.get(self.pinned), cleaned.get(self.until)
        is_new = self.pinned in self.changed_data and self.until not in self.changed_data
        if self.until in self.changed_data and until and until <= timezone.now():
            self.add_error(self.until, _("That time is over already."))
        elif not story:
            cleaned[self.until] = None
        elif is_new or until is None:
            cleaned[self.until] = end_of_pin() if self.ends_by_itself else None
        return cleaned


class FrontPageForm(PinsStory, SeenForm):
    pinned, until = "lead", "lead_until"


class SecondForm(PinsStory, KnownRowForm):
    pass


class PickForm(PinsStory, KnownRowForm):
    """A list by hand stands until someone takes it down."""

    ends_by_itself = False


class PinRows(PlainSpokenRows):
    exchanges = True

    def save_existing_objects(self, commit=True):
        """Rows that exchange their stories leave first: the database suffers no story twice, not even for a moment."""
        self.left = self._exchanging() if commit else set()
        if self.left:
            self.model.objects.filter(pk__in=self.left).delete()
        return super().save_existing_objects(commit)

    def delete_existing(self, obj, commit=True):
        if obj.pk not in self.left:
            super().delete_existing(obj, commit)

    def _exchanging(self):
        """Keys of the rows whose story another row takes over."""
        staying = [form for form in self.initial_forms if form not in self.deleted_forms]
        moving = [form for form in staying if "article" in form.changed_data]
        taken = {form.instance.article_id for form in moving}
        leaving = [*moving, *self.deleted_forms]
        return {form.instance.pk for form in leaving if form.instance.pk and form.initial.get("article") in taken}


class PinInline(KnownRows, admin.TabularInline):
    formset = PinRows
    extra = 0
    fields = ["order", "article", "until"]
    autocomplete_fields = ["article"]
    comes_with = ["article"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("article__body")


class SecondInline(PinInline):
    model = FrontSecond
    form = SecondForm
    max_num = MOST_SECONDS
    verbose_name_plural = gettext_lazy("Beside the lead")


class PickInline(PinInline):
    model = FrontPick
    form = PickForm
    max_num = MOST_STORIES * 2

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj else 1
