"""Between the two doors: the password was right, the code is still to come. Kept in the session, for ten minutes."""

from time import time

from django.contrib.auth import login
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from desk.doors import known_browsers
from desk.doors.forms import CodeForm
from desk.doors.waiting import too_many
from desk.models import User

WAITING, SECONDS = "second_door", 600
BACKEND = "desk.login.NewsroomBackend"


def lead_on(request, user, next_address):
    request.session[WAITING] = {
        "user": user.pk,
        "password": user.get_session_auth_hash(),
        "at": int(time()),
        "next": next_address,
    }
    return redirect("admin:login_code")


def whoever_waits(request):
    """(colleague, where to go then), or None. Whose password was changed meanwhile begins anew."""
    held = request.session.get(WAITING)
    if not held or held["at"] < time() - SECONDS:
        return None
    user = User.objects.filter(pk=held["user"], is_active=True, is_staff=True).first()
    if user and constant_time_compare(held["password"], user.get_session_auth_hash()):
        return user, held["next"]
    return None


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("code")
@never_cache
def login_code(request, site):
    waiting = whoever_waits(request)
    if waiting is None:
        return redirect("admin:login")
    user, next_address = waiting
    form = CodeForm(request.POST or None, user=user, request=request)
    if form.is_valid():
        del request.session[WAITING]
        login(request, user, backend=BACKEND)
        return known_browsers.remember(request, redirect(next_address), user)
    context = {**site.each_context(request), "form": form}
    return too_many(TemplateResponse(request, "admin/doors/login_code.html", context), form.wait)
