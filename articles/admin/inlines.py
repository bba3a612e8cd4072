"""The rows that hang from a story or an issue, each in its printed order."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.models import ArticleRegion, Correction, Doubt, Illustration, Page, Placement
from bylines.admin import BylineInline

THUMBNAIL_WIDTH = 96


class ArticleBylineInline(BylineInline):
    exclude = ["photo"]


class PlaceInline(admin.TabularInline):
    model = ArticleRegion
    extra = 0
    fields = ["order", "region"]
    autocomplete_fields = ["region"]


class IllustrationInline(admin.TabularInline):
    model = Illustration
    extra = 0
    fields = ["order", "number", "thumbnail", "photo", "caption", "alt"]
    readonly_fields = ["number", "thumbnail"]
    autocomplete_fields = ["photo"]

    @admin.display(description=_("picture"))
    def thumbnail(self, illustration):
        small = illustration.photo.thumbnail
        if small is None:
            return ""
        return format_html('<img src="{}" width="{}" alt="">', small["url"], THUMBNAIL_WIDTH)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("photo")


class PlacementInline(admin.TabularInline):
    model = Placement
    fk_name = "article"
    extra = 0
    fields = ["order", "page", "continued_from", "hotspot"]
    autocomplete_fields = ["page"]
    raw_id_fields = ["continued_from"]


class PagePlacementInline(admin.TabularInline):
    model = Placement
    fk_name = "page"
    extra = 0
    fields = ["order", "article", "hotspot"]
    autocomplete_fields = ["article"]


class DoubtInline(admin.TabularInline):
    """What intake was unsure of. An editor settles a doubt by its tick; nobody adds one by hand."""

    model = Doubt
    extra = 0
    fields = ["message", "settled_at"]
    readonly_fields = ["message"]
    can_delete = False

    def has_add_permission(self, request, obj=None):
        return False


class CorrectionInline(admin.StackedInline):
    model = Correction
    extra = 0
    fields = ["wrong", "right", "printed_on", "published_at"]
    can_delete = False
    autocomplete_fields = ["printed_on"]


class PageInline(admin.TabularInline):
    model = Page
    extra = 0
    fields = ["position", "label", "name", "duty_editor"]
    show_change_link = True
