"""登录与安全: everybody's own sign-ins and second factor."""

from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from desk.doors import second_factor
from desk.doors.forms import PasswordForm
from desk.doors.setting_up import codes_page, is_fresh
from desk.doors.sign_ins import end_and_say
from desk.doors.waiting import too_many
from desk.numbers import key_of

ASKING = ("renew", "off")  # acts that a stranger at a desk that was left must not do


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("password")
@never_cache
def my_security(request, site):
    act = request.POST.get("act", "")
    if act in ("end", "end_others"):
        return end(request, act)
    form = PasswordForm(
        request.POST if act in ASKING else None, user=request.user, request=request, is_fresh=is_fresh(request)
    )
    if act in ASKING and form.is_valid():
        return renew(request, site) if act == "renew" else switch_off(request)
    context = {
        **site.each_context(request),
        "title": _("Sign-in and security"),
        "sign_ins": request.user.sign_ins.open(),
        "this_one": request.session.session_key,
        "factor": getattr(request.user, "second_factor", None),
        "codes_left": request.user.recovery_codes.count(),
        "must": request.user.needs_second_factor,
        "form": form,
    }
    return too_many(TemplateResponse(request, "admin/doors/my_security.html", context), form.wait)


def end(request, act):
    others = request.user.sign_ins.exclude(session_key=request.session.session_key)
    chosen = others if act == "end_others" else others.filter(pk=key_of(request.POST.get("sign_in")))
    end_and_say(request, chosen, of=request.user)
    return redirect("admin:my_security")


def renew(request, site):
    if not request.user.has_second_factor:
        return redirect("admin:my_security")
    return codes_page(request, site, second_factor.renew_codes(request.user, by=request.user), None)


def switch_off(request):
    if request.user.needs_second_factor:
        messages.error(request, _("Your group has to have it: it can be set up anew, and not be switched off."))
    elif second_factor.switch_off(request.user, by=request.user):
        messages.success(request, _("Two-step sign-in is switched off."))
    return redirect("admin:my_security")
