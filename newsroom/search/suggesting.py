"""Names that begin as what is typed so far, for the search field and for a browser's own (OpenSearch suggestions)."""

from django.http import JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from newsroom.search.forms import readable
from newsroom.search.named import pages_named

MOST = 8


@require_safe
@cache_control(public=True, max_age=60)
def suggest(request):
    """[what is typed, names, what each of them is, their addresses]"""
    typed = readable(request.GET, "q")
    pages = pages_named(typed)[:MOST]
    names, kinds = [name for _kind, name, _address in pages], [str(kind) for kind, _name, _address in pages]
    addresses = [request.build_absolute_uri(address) for _kind, _name, address in pages]
    return JsonResponse([typed, names, kinds, addresses], safe=False, content_type="application/x-suggestions+json")
