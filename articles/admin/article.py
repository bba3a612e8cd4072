from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.transaction import get_connection
from django.utils.translation import gettext_lazy as _

from articles.admin import inlines
from articles.admin.acts import StoryActs
from articles.admin.checks import Checks
from articles.admin.correction import warn_of_words
from articles.admin.doubts import DoubtInline, StepsTaken
from articles.admin.exporting import StoryExports
from articles.admin.handing_over import HandsOver
from articles.admin.history import Versions
from articles.admin.notes import Notes
from articles.admin.once import OnceOnly
from articles.admin.open_forms import OpenForms
from articles.admin.picking import PhotoPicking
from articles.admin.placement_rows import hold_issues
from articles.admin.preview_links import PreviewLinks
from articles.admin.previews import Previews
from articles.admin.reviews import Reviews
from articles.admin.rows import kept, rights_of
from articles.admin.stale import ArticleForm
from articles.admin.story_list import StoryList
from articles.admin.wechat import WeChat
from articles.corrections import enter
from articles.filing import relist
from articles.history.keeping import stored_as_filed
from articles.history.snapshot import FILED
from articles.holding import hold
from articles.models import Article, Correction
from articles.models.article import Stage
from articles.models.reach import SEES_ALL
from articles.panels import panels_of
from articles.state import state_of
from desk.found_once import KnownChoice
from desk.models import AuditEntry, Paper
from desk.numbers import key_of
from desk.stale.admin import StaleGuard
from wording.length import length

FILED_BY = {"column", "channel", "tags", "bylines", "regions", "illustrations"}  # parts of a version that are lists


@admin.register(Article)
class ArticleAdmin(
    HandsOver,
    StepsTaken,
    OnceOnly,
    OpenForms,
    Checks,
    Reviews,
    Notes,
    StoryActs,
    Versions,
    Previews,
    PreviewLinks,
    PhotoPicking,
    WeChat,
    StoryExports,
    StoryList,
    StaleGuard,
    admin.ModelAdmin,
):
    form = ArticleForm
    change_form_template = "admin/articles/article/change_form.html"
    fieldsets = [
        (
            _("Story"),
            {"fields": ["kicker", "headline", "subheadline", "dateline", "body", "editors_note", "base_version"]},
        ),
        (_("Filing"), {"fields": ["genre", "channel", "column", "tags", "desk", "summary", "ai_use"]}),
        (_("Reprint"), {"fields": ["source", "original_author", "original_title", "original_url"]}),
    ]
    inlines = [
        inlines.ArticleBylineInline,
        inlines.PlaceInline,
        inlines.IllustrationInline,
        inlines.PlacementInline,
        DoubtInline,
        inlines.CorrectionInline,
    ]
    autocomplete_fields = ["column"]

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)

    def get_object(self, request, object_id, from_field=None):
        """A save of a story that has left this desk's sight is refused aloud: a redirect would lose what was typed."""
        if request.method == "POST" and get_connection().in_atomic_block and key_of(object_id):
            hold_issues(key_of(object_id), request.POST)
            # Held and read at once, with what it is filed under: its form asks for none of that again.
            article = self._held(request.user, key_of(object_id))
        else:
            article = super().get_object(request, object_id, from_field)
        if article is None and request.method == "POST":
            raise PermissionDenied
        return article

    def get_form(self, request, obj=None, change=False, **kwargs):
        """Made once for whoever has the same rights."""
        may = self.has_change_permission(request, obj) if change else self.has_add_permission(request)
        said = (type(self), change, may, rights_of(request.user), repr(kwargs))
        return kept(said, super().get_form, request, obj, change, **kwargs)

    def _held(self, user, key):
        if user.has_perm(SEES_ALL):
            return stored_as_filed.first(key=key)
        return hold(Article.objects.visible_to(user).filter(pk=key).select_related(*FILED)).first()

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """What the story is filed under came with it."""
        if db_field.name in FILED:
            kwargs |= {"form_class": KnownChoice}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_search_results(self, request, queryset, search_term):
        """Where a page or a correction asks for a story, it is offered what may be put there."""
        if request.GET.get("model_name") in ("placement", "correction"):
            queryset = queryset.in_reach_of(request.user)
        return super().get_search_results(request, queryset, search_term)

    def get_view_on_site_url(self, obj=None):
        """Only where a reader would find something."""
        return super().get_view_on_site_url(obj) if obj and obj.has_been_published else None

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        return allowed if obj is None else allowed and obj.may_be_edited_by(request.user)

    def has_delete_permission(self, request, obj=None):
        """What was printed is withdrawn, never deleted; what was handed in is no longer the author's alone."""
        allowed = super().has_delete_permission(request, obj)
        if not allowed or obj is None:
            return allowed
        own_draft = obj.stage == Stage.DRAFT and obj.created_by_id == request.user.pk
        may = obj.published_at is None and (own_draft or request.user.is_superuser)
        return may and not obj.submissions.exists() and not obj.notes.exists()

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["open_acts"] = self.open_acts(request, obj) if obj else []
        context["may_change"] = obj is None or self.has_change_permission(request, obj)
        context["may_correct"] = obj is not None and obj.is_published and obj.allows(request.user, "add_correction")
        context["state"] = state_of(obj) if obj else None
        context["panels"] = panels_of(request, obj) if obj else []
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def get_changeform_initial_data(self, request):
        desk = request.user.desks.first()
        return {"desk": desk.pk if desk else None, **super().get_changeform_initial_data(request)}

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)
        if not change:
            AuditEntry.note(verb="create", record=obj, by=request.user, words=obj.headline)
        self._measure_headline(request, obj)

    def save_formset(self, request, form, formset, change):
        """Corrections are entered by someone; everything else is simply saved."""
        if formset.model is not Correction:
            return super().save_formset(request, form, formset, change)
        for correction in formset.save(commit=False):
            enter(correction, by=request.user)
            warn_of_words(request, correction)
        return None

    def save_related(self, request, form, formsets, change):
        """The lists follow the inlines: bylines and regions are saved after the story."""
        story = form.instance
        before = story.version, story.published_at
        super().save_related(request, form, formsets, change)
        if story.has_been_published and (form.has_changed() or any(rows.has_changed() for rows in formsets)):
            AuditEntry.note(verb="edit", record=story, by=request.user)
        # What reads differently has entered the search with its new version, as the last of those who are told of it.
        if not change or is_filed_anew(story, before, request.kept):
            relist(story, is_entered=change)

    def _measure_headline(self, request, article):
        allowed, counted = Paper.current().headline_length, length(article.headline)
        if counted > allowed:
            told = _("The headline has %(counted)s characters; the paper's rule is %(allowed)s.")
            messages.warning(request, told % {"counted": counted, "allowed": allowed})


def is_filed_anew(story, before, kept):
    """Whether the save may have brought it into other lists. before: its version and hour; kept: its version now."""
    version, hour = before
    if story.version - version > 1 or story.published_at != hour:
        return True
    return story.version > version and not FILED_BY.isdisjoint(kept.parts)
