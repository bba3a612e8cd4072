"""Django's own admin over the same records, with all that its documentation advises for large tables of relations."""

from django.contrib import admin
from django.db.models import Prefetch

from articles.models import (
    Article,
    ArticleRegion,
    Channel,
    Column,
    Correction,
    Genre,
    Illustration,
    Issue,
    Page,
    Placement,
)
from bylines.models import Byline, Contributor
from desk.models import Desk
from media.models import Photo
from regions.models import Region

stock = admin.AdminSite(name="stock")


class Rows(admin.TabularInline):
    extra = 0


class Bylines(Rows):
    model = Byline
    exclude = ["photo"]
    autocomplete_fields = ["contributor"]


class Places(Rows):
    model = ArticleRegion
    autocomplete_fields = ["region"]


class Illustrations(Rows):
    model = Illustration
    autocomplete_fields = ["photo"]


class Placements(Rows):
    model = Placement
    fk_name = "article"
    autocomplete_fields = ["page"]
    raw_id_fields = ["continued_from"]


class Corrections(Rows):
    model = Correction
    autocomplete_fields = ["printed_on"]
    raw_id_fields = ["stood_on"]


class ArticleAdmin(admin.ModelAdmin):
    """As many rows a page as our list has."""

    list_display = ["headline", "stage", "credits", "printed_on", "column", "desk", "length", "updated_at"]
    list_filter = ["stage", "column", "desk"]
    list_select_related = ["column", "desk"]
    list_per_page = 50
    search_fields = ["headline", "kicker", "bylines__name"]
    autocomplete_fields = ["column"]
    inlines = [Bylines, Places, Illustrations, Placements, Corrections]

    def get_queryset(self, request):
        pages = Prefetch("placements", Placement.objects.select_related("page__issue"))
        return super().get_queryset(request).prefetch_related("bylines", pages)

    def credits(self, article):
        return "、".join(byline.name for byline in article.bylines.all())

    def printed_on(self, article):
        return "、".join(str(placement.page) for placement in article.placements.all())


class Pages(Rows):
    model = Page


class IssueAdmin(admin.ModelAdmin):
    list_display = ["date", "edition", "number", "published_at"]
    list_per_page = 50
    inlines = [Pages]


class Sought(admin.ModelAdmin):
    """What is chosen by typing."""

    search_fields = ["name"]
    list_per_page = 50


class PhotoAdmin(Sought):
    search_fields = ["caption"]


stock.register(Article, ArticleAdmin)
stock.register(Issue, IssueAdmin)
stock.register([Column, Channel, Genre, Contributor, Region, Desk, Page], Sought)
stock.register(Photo, PhotoAdmin)
