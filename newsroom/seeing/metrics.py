"""/metrics for Prometheus: with the token, or from this machine and networks that are named; to others nothing."""

import ipaddress
import platform

import django
from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily

import newsroom
from newsroom.seeing import standing
from newsroom.seeing.instruments import all_processes
from newsroom.seeing.kept_pages import carry
from pagecache.front import release

TEXT = "text/plain; version=0.0.4; charset=utf-8"
HELP = {
    "jobs_failed": "Jobs that were given up.",
    "jobs_oldest_due_seconds": "How long the job that is due the longest has waited.",
    "worker_heartbeat_age_seconds": "Seconds since a worker was heard of; -1: none.",
    "search_drift_found": "Stories that the search had otherwise, found and mended the last time it was looked.",
    "tasks_waiting": "Renditions of photos and other background tasks that wait.",
}


class Standing:
    """A collector as prometheus_client asks for it."""

    def collect(self):
        for name, value in standing.of_database().items():
            yield GaugeMetricFamily(f"newsroom_{name}", HELP.get(name, name.replace("_", " ")), value=value)
        free = GaugeMetricFamily("newsroom_disk_free_bytes", "Free on the disk.", labels=["disk"])
        size = GaugeMetricFamily("newsroom_disk_size_bytes", "Size of the disk.", labels=["disk"])
        for name, left, whole in standing.of_disks():
            free.add_metric([name], left)
            size.add_metric([name], whole)
        yield free
        yield size
        yield InfoMetricFamily("newsroom_version", "What runs.", value=version())


def version():
    said = {"version": newsroom.VERSION, "release": release(), "django": django.__version__}
    return said | {"python": platform.python_version()}


@require_safe
@never_cache
def metrics(request):
    if not may_see(request):
        raise Http404
    carry()
    here = CollectorRegistry()
    here.register(Standing())
    return HttpResponse(generate_latest(all_processes()) + generate_latest(here), content_type=TEXT)


def may_see(request):
    scheme, _space, given = request.headers.get("Authorization", "").partition(" ")
    if settings.METRICS_TOKEN and scheme.lower() == "bearer" and constant_time_compare(given, settings.METRICS_TOKEN):
        return True
    # Behind a proxy on this machine every reader comes from loopback: what was forwarded needs the token.
    if "X-Forwarded-For" in request.headers or "X-Forwarded-Proto" in request.headers or "Forwarded" in request.headers:
        return False
    return is_near(request.META.get("REMOTE_ADDR", ""))


def is_near(said):
    try:
        address = ipaddress.ip_address(said)
    except ValueError:
        return False
    return address.is_loopback or any(address in network for network in settings.METRICS_NETWORKS)
