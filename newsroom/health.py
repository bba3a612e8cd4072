"""
What balancers, systemd and watchers ask: does the process answer (live), and may readers be sent to it (ready)?
Anybody may ask: the answers name no place and no version, and cost a look a second, however many ask.
"""

from django.conf import settings
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from newsroom.seeing.aside import Aside
from newsroom.seeing.readiness import FINE, VITAL, report

LOOK = Aside(report)
UNKNOWN = dict.fromkeys(VITAL, "unknown") | {"database": "away"}


@require_safe
@never_cache
def live(request):
    """Nothing is asked: a process that is not ready must not be killed for it."""
    return JsonResponse({"live": True})


@require_safe
@never_cache
def ready(request):
    vital, beside, is_ready = looked()
    degraded = {name: said for name, said in beside.items() if said not in FINE}
    said = {"ready": is_ready, "vital": vital, "degraded": degraded}
    return JsonResponse(said, status=200 if is_ready else 503)


@require_safe
@never_cache
def healthz(request):
    """The address from before, in its words: a late worker is told but is no failure."""
    vital, beside, _is_ready = looked()
    if "away" in (vital["database"], beside["worker"]):  # or it has no tables yet
        return JsonResponse({"database": "away", "worker": "unknown"}, status=503)
    return JsonResponse({"database": "ok", "worker": "ok" if beside["worker"] == "ok" else "late"})


def looked():
    found = LOOK.answer_within(settings.HEALTH_SECONDS) if settings.HEALTH_SECONDS else report()
    return found or (UNKNOWN, {"worker": "unknown"}, False)
