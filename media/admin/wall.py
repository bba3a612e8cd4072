"""The list of photos as a wall: narrowed by the library's form, latest first, paged by the photo's key."""

from django.contrib.admin.views.main import ChangeList
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from desk.numbers import key_of
from media.admin.library import PAGING, LibraryForm
from media.admin.library_search import LOOKED_AT
from media.cards import Card, marks_of
from media.models import Photo

COUNTED = 1000  # beyond that a number says nothing, and costs


class PhotoList(ChangeList):
    def get_filters_params(self, params=None):
        own = {*self.model_admin.library_form.base_fields, *PAGING}
        return {name: value for name, value in super().get_filters_params(params).items() if name not in own}

    def get_ordering(self, request, queryset):
        return ["-pk"]

    def get_queryset(self, request, exclude_parameters=None):
        self.library = self.model_admin.library(request)
        return self.model_admin.for_the_wall(request, super().get_queryset(request, exclude_parameters))

    def get_results(self, request):
        """No count beyond a thousand, no offset: a page begins behind a photo."""
        counted = self.queryset.order_by()[: COUNTED + 1].count()
        self.is_more_than_counted = counted > COUNTED
        self.result_count = min(counted, COUNTED)
        self.full_result_count, self.show_full_result_count = None, False
        self.show_admin_actions, self.can_show_all, self.multi_page = True, False, False
        self.result_list, self.older, self.newer = page_of(self.queryset, request.GET, self.list_per_page)

    @property
    def looks_at(self):
        """What is left out, in words; empty where all photos are shown."""
        if not self.library.answers:
            return ""
        return _("Of the newest %(number)d photos; give days to look further back") % {"number": LOOKED_AT}

    @property
    def kept(self):
        """Behind the address of a photo's form: from there the way leads back to this search."""
        return f"?{self.preserved_filters}" if self.preserved_filters else ""

    def cards(self):
        return [self.model_admin.card_of(photo) for photo in self.result_list]


def page_of(photos, asked, size):
    """(photos, key of the last where older ones follow, key of the first where newer ones go before)"""
    before, after = (key_of(asked.get(name)) for name in PAGING)
    if after is not None and before is None:
        found = list(photos.filter(pk__gt=after).order_by("pk")[: size + 1])
        shown = found[:size][::-1]
        has_newer, has_older = len(found) > size, True
    else:
        found = list((photos if before is None else photos.filter(pk__lt=before)).order_by("-pk")[: size + 1])
        shown = found[:size]
        has_newer, has_older = before is not None, len(found) > size
    return shown, shown[-1].pk if shown and has_older else None, shown[0].pk if shown and has_newer else None


class Wall:
    """Mixed into the photo admin."""

    library_form = LibraryForm

    def get_urls(self):
        look = self.admin_site.admin_view(require_safe(self.look))
        return [path("<int:pk>/look/", look, name="media_photo_look"), *super().get_urls()]

    def library(self, request):
        return self.library_form(request.GET, user=request.user)

    def for_the_wall(self, request, photos):
        """All that a card prints comes with the photos."""
        return photos.select_related("uploaded_by", "region").prefetch_related("bylines")

    def card_of(self, photo):
        return Card(photo, marks_of(photo))

    def get_search_results(self, request, queryset, search_term):
        """Of the list, which has the library's form, and of a field in which one types."""
        asked = request.GET.copy()
        asked["q"] = search_term
        return self.library_form(asked, user=request.user).search(queryset), False

    def get_changelist(self, request, **kwargs):
        return PhotoList

    def look(self, request, pk):
        """A photo large with all its words, to lay over the wall."""
        found = self.for_the_wall(request, Photo.objects.filter(pk=key_of(pk)))
        photo = next(iter(found), None)
        if photo is None or not self.has_view_permission(request, photo):
            raise Http404
        context = {"card": self.card_of(photo), "photo": photo, "may_download": self.may_download(request, photo)}
        response = TemplateResponse(request, "admin/media/photo/_look.html", context)
        response.headers["Cache-Control"] = "private, no-store"
        return response
