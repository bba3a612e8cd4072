from django.contrib import admin
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from bylines.models import Byline

UNCREDITED = ~Exists(Byline.objects.filter(photo=OuterRef("pk")))


def lacking_words(photos):
    return photos.filter(Q(caption="") | UNCREDITED)


class WhoseFilter(admin.SimpleListFilter):
    title = _("uploaded by")
    parameter_name = "whose"

    def lookups(self, request, model_admin):
        return [("mine", _("me"))]

    def queryset(self, request, queryset):
        return queryset.filter(uploaded_by=request.user) if self.value() == "mine" else queryset


class LacksFilter(admin.SimpleListFilter):
    """What has to be written before a story can print them."""

    title = _("still missing")
    parameter_name = "lacks"

    def lookups(self, request, model_admin):
        return [("words", _("caption or credit")), ("caption", _("caption")), ("credit", _("credit"))]

    def queryset(self, request, queryset):
        match self.value():
            case "words":
                return lacking_words(queryset)
            case "caption":
                return queryset.filter(caption="")
            case "credit":
                return queryset.filter(UNCREDITED)
        return queryset
