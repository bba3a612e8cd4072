"""The rows that hang from a story or an issue, each in its printed order."""

from django.contrib import admin
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from articles import pictures
from articles.admin.correction import OutOnly
from articles.admin.illustrating import IllustrationForm, IllustrationRows
from articles.admin.placement_rows import PagePlacementForm, PlacementForm, PlacementRows
from articles.admin.rows import KnownRowForm, KnownRows, SameForAll
from articles.models import Article, ArticleRegion, Correction, Illustration, Page, Placement
from articles.models.placement import of_stories
from bylines.admin import BylineInline
from bylines.forms import BylineForm, BylineRows

THUMBNAIL_WIDTH = 96


class ArticleBylineForm(KnownRowForm, BylineForm):
    pass


class ArticleBylineInline(SameForAll, KnownRows, BylineInline):
    form = ArticleBylineForm
    formset = BylineRows
    exclude = ["photo"]
    comes_with = ["contributor"]


class PlaceInline(SameForAll, KnownRows, admin.TabularInline):
    model = ArticleRegion
    extra = 0
    fields = ["order", "region"]
    autocomplete_fields = ["region"]
    comes_with = ["region__parent__parent__parent"]


class IllustrationInline(SameForAll, KnownRows, admin.TabularInline):
    model = Illustration
    form = IllustrationForm
    formset = IllustrationRows
    extra = 0
    fields = ["order", "number", "thumbnail", "photo", "caption", "alt"]
    readonly_fields = ["number", "thumbnail"]
    autocomplete_fields = ["photo"]
    comes_with = ["photo"]

    class Media:
        css = {"all": ["newsroom_admin/css/photo_rights.css"]}

    @admin.display(description=_("Preview"))
    def thumbnail(self, illustration):
        """With what the photo brings, and what is still to be given before readers may see it."""
        missing = pictures.in_words(pictures.lacks(illustration))
        shown = {"photo": illustration.photo, "width": THUMBNAIL_WIDTH, "missing": missing}
        return render_to_string("admin/articles/article/_thumbnail.html", shown)


class PlacementInline(SameForAll, KnownRows, admin.TabularInline):
    model = Placement
    form = PlacementForm
    formset = PlacementRows
    fk_name = "article"
    extra = 0
    fields = ["order", "page", "continued_from", "hotspot"]
    autocomplete_fields = ["page"]
    comes_with = ["page__issue", "article"]

    def with_all(self, rows):
        return super().with_all(rows).defer("article__body")


class PagePlacementInline(KnownRows, admin.TabularInline):
    """
    Reporters may look at pages: their headlines are for those who may see the stories. Whoever changes the page moves
    what is in their reach, and the rows of other desks stay as they are.
    """

    model = Placement
    form = PagePlacementForm
    fk_name = "page"
    extra = 0
    fields = ["order", "article", "hotspot"]
    autocomplete_fields = ["article"]
    comes_with = ["page__issue", "article"]

    def get_queryset(self, request):
        moves = self.has_change_permission(request)
        stories = Article.objects.in_reach_of(request.user) if moves else Article.objects.visible_to(request.user)
        return super().get_queryset(request).filter(of_stories(stories)).defer("article__body")

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "article":
            field.queryset = Article.objects.in_reach_of(request.user)
        return field


class CorrectionRowForm(OutOnly, KnownRowForm):
    pass


class CorrectionInline(SameForAll, KnownRows, admin.StackedInline):
    model = Correction
    form = CorrectionRowForm
    extra = 0
    fields = ["wrong", "right", "printed_on", "published_at"]
    can_delete = False
    autocomplete_fields = ["printed_on"]
    comes_with = ["printed_on__issue"]


class PageInline(KnownRows, admin.TabularInline):
    model = Page
    extra = 0
    fields = ["position", "label", "name", "duty_editor"]
    can_delete = False  # in the page's own form, which knows whether it is empty
    show_change_link = True
    comes_with = ["issue"]
