import json

from django import forms
from django.contrib import admin, messages
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.corrections import enter, lead, sentence, was_printed
from articles.models import Article, Correction, Page
from articles.models.reach import SEES_ALL
from articles.reading import published_pages_of
from desk.numbers import key_of
from desk.stale.admin import StaleGuard
from desk.stale.forms import SeenForm
from desk.steady import SteadyLists


class OutOnly(forms.ModelForm):
    """What readers never saw needs no correction: it is simply put right."""

    def clean(self):
        cleaned = super().clean()
        article = cleaned.get("article") or (self.instance.article_id and self.instance.article)
        if self.instance.pk is None and self.has_changed() and article and not article.is_published:
            self.add_error(None, _("This story is not out: put it right in its text."))
        return cleaned


class CorrectionForm(OutOnly, SeenForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.story = self.story_in_hand()
        if "stood_on" in self.fields:
            self.offer_pages(self.fields["stood_on"])

    def offer_pages(self, field):
        """The story's own, the first of them chosen; none is made or changed from here."""
        field.queryset = published_pages_of(self.story) if self.story else Page.objects.none()
        if self.story and not self.instance.pk:
            self.initial.setdefault("stood_on", field.queryset.first())
        field.widget.can_add_related = field.widget.can_change_related = field.widget.can_view_related = False

    def story_in_hand(self):
        """Posted, stored, or named by the button that led here; in reach of whoever has the form."""
        named = self.data.get(self.add_prefix("article")) or self.instance.article_id or self.initial.get("article")
        reached = self.fields["article"].queryset if "article" in self.fields else Article.objects
        return reached.filter(pk=key_of(named)).first()

    def clean(self):
        cleaned = super().clean()
        printed = cleaned.get("printed_on")
        stood = cleaned.get("stood_on") or (printed and self.story and published_pages_of(self.story).first())
        if stood and printed and printed.issue.date < stood.issue.date:
            self.add_error("printed_on", _("That issue is older than the one with the mistake."))
        return cleaned


class PrintedFilter(admin.SimpleListFilter):
    title = gettext_lazy("in print")
    parameter_name = "printed"

    def lookups(self, request, model_admin):
        return [("waiting", _("Correction to be printed")), ("yes", _("printed"))]

    def queryset(self, request, queryset):
        if self.value() == "waiting":
            return queryset.to_print()
        return queryset.exclude(printed_on=None) if self.value() == "yes" else queryset


@admin.register(Correction)
class CorrectionAdmin(SteadyLists, StaleGuard, admin.ModelAdmin):
    form = CorrectionForm
    change_form_template = "admin/articles/correction/change_form.html"
    fields = ["article", "wrong", "right", "stood_on", "printed_on", "published_at"]
    list_display = ["right", "article", "stood_on", "printed_on", "published_at"]
    list_filter = [PrintedFilter]
    list_select_related = ["article", "stood_on__issue", "printed_on__issue"]
    autocomplete_fields = ["article", "printed_on"]
    search_fields = ["right", "wrong", "article__headline"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).defer("article__body")
        if request.user.has_perm(SEES_ALL):
            return rows
        return rows.filter(Exists(Article.objects.visible_to(request.user).filter(pk=OuterRef("article"))))

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or obj.article.allows(request.user, "change_correction"))

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "article":
            field.queryset = Article.objects.in_reach_of(request.user)
        return field

    def save_model(self, request, obj, form, change):
        enter(obj, by=request.user)
        warn_of_words(request, obj)
        messages.info(request, _("In print: %(sentence)s") % {"sentence": sentence(obj)})

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        story = getattr(context["adminform"].form, "story", None)
        context["sentence"] = sentence(obj) if obj else ""
        context["leads"] = json.dumps(leads(story), ensure_ascii=False) if story and story.published_at else ""
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


def leads(story):
    """How the sentence begins for each page that the mistake may stand on; "" is what nobody has chosen."""
    pages = list(published_pages_of(story))
    first = pages[0] if pages else None
    return {"": lead(story, first), **{str(page.pk): lead(story, page) for page in pages}}


def warn_of_words(request, correction):
    """An error of the sheet may stand in no text of ours: pointed out, and kept as typed."""
    if not was_printed(correction.article, correction.wrong):
        told = _("“%(words)s” stands nowhere in the story as it was printed. Please compare.")
        messages.warning(request, told % {"words": correction.wrong[:40]})
