"""/.well-known/security.txt (RFC 9116): whom to tell about a weak spot."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from desk.models import Paper

GOOD_FOR = timedelta(days=180)  # the standard asks for less than a year


@require_safe
def security_txt(request):
    contact = settings.SECURITY_CONTACT or mail_of(Paper.current())
    if not contact:
        raise Http404
    until = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0) + GOOD_FOR
    lines = [
        f"Contact: {contact}",
        f"Expires: {until.isoformat()}",
        "Preferred-Languages: zh, en",
        f"Canonical: {request.build_absolute_uri(reverse('security_txt'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def mail_of(paper):
    address = paper.report_email or paper.email
    return f"mailto:{address}" if address else ""
