"""A contact sheet to print: the photos chosen, or those of a search, numbered, a sheet of paper at a time."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from desk.batches import in_batches
from desk.numbers import key_of

MOST = 200
LAYOUTS = {"12": _("3 × 4"), "20": _("4 × 5")}  # photos of one sheet of A4


class ContactSheets:
    """Mixed into the photo admin."""

    def get_urls(self):
        sheet = self.admin_site.admin_view(require_safe(self.contact_sheet))
        return [path("sheet/", sheet, name="media_photo_sheet"), *super().get_urls()]

    @admin.action(description=_("Print a contact sheet"), permissions=["view"])
    def print_contact_sheet(self, request, queryset):
        keys = ",".join(str(key) for key in queryset.values_list("pk", flat=True)[: MOST + 1])
        return HttpResponseRedirect(f"{reverse('admin:media_photo_sheet')}?photos={keys}")

    def contact_sheet(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        found = self.photos_for_sheet(request)
        photos, per_sheet = found[:MOST], layout(request)
        context = {
            "sheets": sheets_of(photos, int(per_sheet)),
            "layouts": [(code, label, self.sheet_address(request, code)) for code, label in LAYOUTS.items()],
            "layout": per_sheet,
            "photos": photos,
            "is_cut": len(found) > MOST,
            "most": MOST,
        }
        response = TemplateResponse(request, "admin/media/photo/contact_sheet.html", context)
        response.headers["Cache-Control"] = "private, no-store"
        return response

    def photos_for_sheet(self, request):
        """One more than a sheet takes, where there are more."""
        photos = self.for_the_wall(request, self.get_queryset(request)).order_by("-pk")
        if "photos" in request.GET:
            keys = [key_of(key) for key in request.GET["photos"].split(",")[: MOST + 1]]
            found = photos.in_bulk([key for key in keys if key is not None])
            return [found[key] for key in dict.fromkeys(keys) if key in found]
        return list(self.library(request).search(photos)[: MOST + 1])

    def sheet_address(self, request, code):
        asked = request.GET.copy()
        asked["per"] = code
        return f"?{asked.urlencode()}"


def layout(request):
    asked = request.GET.get("per", "")
    return asked if asked in LAYOUTS else next(iter(LAYOUTS))


def sheets_of(photos, size):
    return list(in_batches(enumerate(photos, start=1), size))
