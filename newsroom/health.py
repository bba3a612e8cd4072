"""What a watcher outside asks: does the newsroom answer, and is its worker at work?"""

import django.db
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from desk import worker
from desk.models import Heartbeat


@require_safe
@never_cache
def healthz(request):
    """A late worker is told but is no failure: readers are served all the same."""
    try:
        state = "ok" if Heartbeat.is_alive(worker.NAME) else "late"
    except django.db.Error:
        return JsonResponse({"database": "away", "worker": "unknown"}, status=503)
    return JsonResponse({"database": "ok", "worker": state})
