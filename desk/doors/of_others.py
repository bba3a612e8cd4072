"""What whoever keeps the accounts may do at the doors of colleagues: look, unlock, end, take off a lost telephone."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from desk.doors import second_factor
from desk.doors.sign_ins import end_and_say, end_sign_ins
from desk.doors.tries import DOORS, shut_doors
from desk.models import AuditEntry, User
from desk.numbers import key_of

DOOR_NAMES = {
    "place": gettext_lazy("this account, from one address"),
    "account": gettext_lazy("this account, from new browsers anywhere"),
    "address": gettext_lazy("everybody in new browsers at one address"),
    "browser": gettext_lazy("this account, in a browser of its own"),
    "code": gettext_lazy("the second step"),
    "codes": gettext_lazy("the second step, for a day"),
    "password": gettext_lazy("the own password, asked for once more"),
    "form": gettext_lazy("forms of correspondents from one address"),
    "office": gettext_lazy("submissions from one address"),
    "sender": gettext_lazy("submissions with one phone"),
    "own_link": gettext_lazy("links to the own work that were asked for"),
    "all_forms": gettext_lazy("forms of all correspondents"),
    "all_senders": gettext_lazy("all submissions"),
    "all_own_links": gettext_lazy("all links to the own work that were asked for"),
}


class Shut:
    """A shut door as the page prints it."""

    def __init__(self, row):
        self.row, self.name, self.until = row, DOOR_NAMES[row.door], row.since + DOORS[row.door].window


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def security_of(request, pk, own):
    """own: the admin of accounts, which knows whom one may change."""
    user = own.get_object(request, str(pk))
    if user is None:
        raise Http404
    if not own.has_change_permission(request, user):
        raise PermissionDenied
    if user.pk == request.user.pk:
        return redirect("admin:my_security")
    if request.method == "POST":
        act_on(request, user)
        return redirect(request.path)
    context = {
        **own.admin_site.each_context(request),
        "title": _("Sign-in and security"),
        "opts": own.opts,
        "colleague": user,
        "sign_ins": user.sign_ins.open(),
        "factor": getattr(user, "second_factor", None),
        "must": user.needs_second_factor,
        "shut": [Shut(row) for row in shut_doors(user=user)],
    }
    return TemplateResponse(request, "admin/doors/security_of.html", context)


def act_on(request, user):
    act = request.POST.get("act", "")
    if act == "unlock":
        unlock(request, shut_doors(user=user))
    elif act in ("end", "end_all"):
        one = {} if act == "end_all" else {"pk": key_of(request.POST.get("sign_in"))}
        end_and_say(request, user.sign_ins.filter(**one), of=user)
    elif act == "off" and second_factor.switch_off(user, by=request.user):
        end_sign_ins(user.sign_ins.all(), of=user, by=request.user)
        messages.success(request, _("The second factor is taken off, and all sign-ins are ended."))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def shut_doors_page(request, own):
    if not own.has_change_permission(request):
        raise PermissionDenied
    shut = shut_doors()
    if request.method == "POST":
        chosen = key_of(request.POST.get("door"))
        unlock(request, [row for row in shut if row.pk == chosen])
        return redirect(request.path)
    context = {
        **own.admin_site.each_context(request),
        "title": _("Shut doors"),
        "opts": own.opts,
        "shut": [Shut(row) for row in shut],
    }
    return TemplateResponse(request, "admin/doors/shut_doors.html", context)


def unlock(request, rows):
    for row in rows:
        words = f"{DOOR_NAMES[row.door]} {row.address}".strip()
        AuditEntry.note(verb="unlock", record=row.user or User(), by=request.user, words=words)
        row.delete()
    if rows:
        messages.success(request, _("Unlocked: signing in can be tried again at once."))
