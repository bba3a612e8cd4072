"""Pages about what waits for me: the list, the way from a notice to its record, and the number at the bell."""

from datetime import UTC

from django.contrib import admin
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from desk.notice_list import SHOWN, lines_for
from desk.notices import KEPT_DAYS
from desk.numbers import key_of


@require_safe
def notices(request):
    lines = lines_for(request.user)
    context = {
        **admin.site.each_context(request),
        "title": _("Notices"),
        "lines": lines,
        "unread": sum(line.notice.read_at is None for line in lines),
        "until": max((line.notice.at for line in lines), default=None),
        "is_cut": len(lines) == SHOWN,
        "kept_days": KEPT_DAYS,
    }
    return TemplateResponse(request, "admin/notices/notices.html", context)


@require_safe
def open_notice(request, pk):
    """On to the record; what one may not see any more leads nowhere."""
    notice = get_object_or_404(request.user.notices, pk=pk)
    [line] = lines_for(request.user, request.user.notices.filter(pk=pk))
    request.user.notices.filter(pk=pk, at=notice.at).read()
    is_ours = url_has_allowed_host_and_scheme(line.address, allowed_hosts=None)
    return HttpResponseRedirect(line.address if is_ours else reverse("admin:notices"))


@require_POST
def read_notices(request):
    """One, or all that the page showed: what came since then stays unread."""
    own = request.user.notices
    if "notice" in request.POST:
        own.filter(pk=key_of(request.POST["notice"])).read()
    elif until := moment(request.POST.get("until", "")):
        own.filter(at__lte=until).read()
    return HttpResponseRedirect(reverse("admin:notices"))


@require_safe
def unread_notices(request):
    return JsonResponse({"unread": request.user.unread_notices})


def moment(text):
    """In UTC, which days at the ends of the calendar have none of. None for what is no moment."""
    try:
        said = parse_datetime(text)
        return said and said.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
