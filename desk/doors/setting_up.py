"""The page on which a colleague sets up the second factor: with a square code, or the same in letters."""

from datetime import timedelta
from textwrap import wrap

from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from desk.doors import one_time, second_factor
from desk.doors.first_door import next_of
from desk.doors.forms import SetUpForm
from desk.doors.waiting import too_many
from desk.models import Paper
from desk.square_code import drawn

NEW = "new_second_factor"
FRESH = timedelta(minutes=15)


def colleague(request):
    """Who is in, or stands at the door for want of a second factor; None otherwise."""
    return request.user if request.user.is_staff else request.at_the_door


def is_fresh(request):
    """Whether the password was given only just now."""
    facts = request.session.facts
    return bool(facts) and facts["begun_at"] > timezone.now() - FRESH


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@never_cache
def set_up_factor(request, site):
    user = colleague(request)
    if user is None:
        return redirect("admin:login")
    if request.POST.get("_leave"):
        request.session.flush()
        return redirect("admin:login")
    secret = request.session.setdefault(NEW, one_time.new_secret())
    form = SetUpForm(request.POST or None, user=user, request=request, secret=secret, is_fresh=is_fresh(request))
    if form.is_valid():
        return confirmed(request, site, user, form)
    context = {
        **site.each_context(request),
        "title": _("Set up two-step sign-in"),
        "form": form,
        "letters": wrap(secret, 4),
        "code": drawn(address_of(secret, user, site)),
        "must": request.at_the_door is not None,
        "has_one": user.has_second_factor,
        "next": next_of(request),
    }
    return too_many(TemplateResponse(request, "admin/doors/second_factor.html", context), form.wait)


def address_of(secret, user, site):
    paper = Paper.current().name or str(site.site_header)
    return one_time.address_for_apps(secret, account=user.get_username(), paper=paper)


def confirmed(request, site, user, form):
    """The codes are in this answer alone. All other sign-ins end: they came in without the second factor."""
    request.session.pop(NEW)
    codes = second_factor.set_up(user, secret=form.secret, step=form.step, by=user)
    user.sign_ins.exclude(session_key=request.session.session_key).end()
    request.session.cycle_key()
    request.user = user
    return codes_page(request, site, codes, next_of(request))


def codes_page(request, site, codes, next_address):
    context = {
        **site.each_context(request),
        "title": _("Recovery codes"),
        "codes": codes,
        "on": timezone.localdate(),
        "next": next_address,
    }
    return TemplateResponse(request, "admin/doors/recovery_codes.html", context)
