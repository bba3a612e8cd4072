"""Leads from an address that was to the one that is."""

from django.conf import settings
from django.contrib.redirects.middleware import RedirectFallbackMiddleware
from django.contrib.redirects.models import Redirect

from articles.moved import as_asked_for


class ForwardingMiddleware(RedirectFallbackMiddleware):
    """
    Looks the address up as it reads, with its query and without, with a slash behind it, and in small letters too, as
    old servers took either: in one query. Django asks twice, compares it as sent, where a Chinese character takes nine
    (a column's address would not fit into the row), would not find a list opened at ?before=…, and leads for ever.
    """

    def process_response(self, request, response):
        moved = self._moved(request) if response.status_code == 404 else None
        if moved is None:
            return response
        return self._lead(request, moved) if moved.new_path else self.response_gone_class()

    def _moved(self, request):
        if "\0" in request.path:  # PostgreSQL takes no such text
            return None
        asked = addresses_of(request)
        rows = Redirect.objects.filter(site_id=settings.SITE_ID, old_path__in=asked)
        rows = rows.exclude(new_path__in=asked)  # nor from small letters back to large ones, and so on
        return min(rows, key=lambda row: asked.index(row.old_path), default=None)

    def _lead(self, request, moved):
        # What told stories apart there means nothing here.
        query = "" if "?" in moved.old_path else request.META.get("QUERY_STRING", "")
        # An hour and not for ever, as browsers else keep it: an address may be changed back.
        headers = {"Cache-Control": "max-age=3600"}
        return self.response_redirect_class(with_query(moved.new_path, query), headers=headers)


def addresses_of(request):
    """As it may be kept, the surest first. A query with a zero byte is none."""
    whole = as_asked_for(request.path, request.META.get("QUERY_STRING", ""))
    asked = [request.path] if "\0" in whole else [whole, request.get_full_path(), request.path]
    asked += [] if request.path.endswith("/") else [f"{request.path}/"]
    return list(dict.fromkeys([*asked, *(address.lower() for address in asked)]))


def with_query(address, query):
    if not query:
        return address
    path, mark, fragment = address.partition("#")
    return f"{path}{'&' if '?' in path else '?'}{query}{mark}{fragment}"
