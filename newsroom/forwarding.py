"""Leads from an address that was to the one that is."""

from django.conf import settings
from django.contrib.redirects.middleware import RedirectFallbackMiddleware
from django.contrib.redirects.models import Redirect


class ForwardingMiddleware(RedirectFallbackMiddleware):
    """
    Looks the address up as it reads, whatever its query. Django compares it as sent, where a Chinese character takes
    nine: a column's address would not fit into the row, and a list opened at ?before=… would not be found.
    """

    def process_response(self, request, response):
        response = super().process_response(request, response)
        moved = self._moved(request) if response.status_code == 404 else None
        return self._lead(request, moved) if moved else response

    def _moved(self, request):
        if "\0" in request.path:  # PostgreSQL takes no such text
            return None
        rows = Redirect.objects.filter(site_id=settings.SITE_ID, old_path=request.path)
        return rows.exclude(new_path="").first()

    def _lead(self, request, moved):
        query = request.META.get("QUERY_STRING", "")
        # An hour and not for ever, as browsers else keep it: an address may be changed back.
        return self.response_redirect_class(
            f"{moved.new_path}?{query}" if query else moved.new_path, headers={"Cache-Control": "max-age=3600"}
        )
