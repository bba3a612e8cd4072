"""The page at which everybody signs in."""

from django.contrib.auth.views import LoginView
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _

from desk.doors import known_browsers, second_door
from desk.doors.sign_in import SignInForm
from desk.doors.waiting import too_many


class SignIn(LoginView):
    template_name = "admin/login.html"
    authentication_form = SignInForm

    def form_valid(self, form):
        user, address = form.get_user(), self.get_success_url()
        if user.has_second_factor:
            return second_door.lead_on(self.request, user, address)
        super().form_valid(form)
        return known_browsers.remember(self.request, HttpResponseRedirect(address), user)

    def form_invalid(self, form):
        return too_many(super().form_invalid(form), form.wait)


def sign_in(request, site, extra_context=None):
    """Whoever is in already goes on; whoever has to have a second factor goes and sets one up."""
    if request.method == "GET" and site.has_permission(request):
        return redirect("admin:index")
    if request.method == "GET" and request.at_the_door:
        return redirect(f"{reverse('admin:second_factor')}?{urlencode({'next': next_of(request)})}")
    context = {
        **site.each_context(request),
        "title": _("Log in"),
        "subtitle": None,
        "app_path": request.get_full_path(),
        "username": request.user.get_username(),
        "next": next_of(request),
        **(extra_context or {}),
    }
    return SignIn.as_view(extra_context=context)(request)


def next_of(request):
    """Where to go then: within this house, and to the board where nothing is said."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if is_ours else reverse("admin:index")
