"""The audit log in the desk's own words: it stores short English ones, which no upgrade or translation may change."""

from django.apps import apps
from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from desk.models import User
from desk.numbers import key_of

VERBS = {
    "intake": pgettext_lazy("audit log", "taken in"),
    "edit": pgettext_lazy("audit log", "edited"),
    "change": pgettext_lazy("audit log", "changed"),
    "hand_over": pgettext_lazy("audit log", "given to another desk"),
    "submit": pgettext_lazy("audit log", "submitted"),
    "recall": pgettext_lazy("audit log", "recalled"),
    "review": pgettext_lazy("audit log", "passed a review"),
    "reopen": pgettext_lazy("audit log", "sent through its reviews again"),
    "send_back": pgettext_lazy("audit log", "sent back"),
    "sign": pgettext_lazy("audit log", "signed off"),
    "publish": pgettext_lazy("audit log", "published"),
    "unschedule": pgettext_lazy("audit log", "unscheduled"),
    "put_off": pgettext_lazy("audit log", "not whole, lost its hour"),
    "whole": pgettext_lazy("audit log", "whole again, has its hour"),
    "unsign": pgettext_lazy("audit log", "signing taken back"),
    "move_hour": pgettext_lazy("audit log", "moved to another hour"),
    "out": pgettext_lazy("audit log", "went out"),
    "try_again": pgettext_lazy("audit log", "tried again"),
    "withdraw": pgettext_lazy("audit log", "withdrawn"),
    "restore": pgettext_lazy("audit log", "restored"),
    "bring_back": pgettext_lazy("audit log", "brought back"),
    "correct": pgettext_lazy("audit log", "corrected"),
    "merge": pgettext_lazy("audit log", "merged with another record"),
    "unmerge": pgettext_lazy("audit log", "merging undone"),
    "two_people": pgettext_lazy("audit log", "said to be two people"),
    "import_register": pgettext_lazy("audit log", "register: table taken in"),
    "export_register": pgettext_lazy("audit log", "register: table taken out"),
    "become": pgettext_lazy("audit log", "became a story"),
    "decline": pgettext_lazy("audit log", "declined"),
    "look_private": pgettext_lazy("audit log", "private details looked at"),
    "keep_private": pgettext_lazy("audit log", "private details changed"),
    "reencrypt": pgettext_lazy("audit log", "private details sealed anew"),
    "enter": pgettext_lazy("audit log", "entered in the register"),
    "credit": pgettext_lazy("audit log", "credited"),
    "found": pgettext_lazy("audit log", "founded"),
    "settle": pgettext_lazy("audit log", "done with"),
    "take_up": pgettext_lazy("audit log", "taken up again"),
    "download": pgettext_lazy("audit log", "downloaded"),
    "export": pgettext_lazy("audit log", "exported"),
    "pass_on": pgettext_lazy("audit log", "passed on as a preview"),
    "revoke": pgettext_lazy("audit log", "preview link revoked"),
    "own_link": pgettext_lazy("audit log", "link to the own work made"),
    "end_own_link": pgettext_lazy("audit log", "link to the own work revoked"),
    "waive": pgettext_lazy("audit log", "waived"),
    "unwaive": pgettext_lazy("audit log", "no longer waived"),
    "erase": pgettext_lazy("audit log", "erased"),
    "note": pgettext_lazy("audit log", "noted to colleagues"),
    "settle_note": pgettext_lazy("audit log", "note settled"),
    "proof": pgettext_lazy("audit log", "proof read"),
    "picture": pgettext_lazy("audit log", "picture replaced"),
    "place": pgettext_lazy("audit log", "placed on a page"),
    "move": pgettext_lazy("audit log", "moved to another page"),
    "reorder": pgettext_lazy("audit log", "put in another order"),
    "hotspot": pgettext_lazy("audit log", "hotspot drawn"),
    "take_off": pgettext_lazy("audit log", "taken off its page"),
    "create": pgettext_lazy("audit log", "created"),
    "grant": pgettext_lazy("audit log", "rights given"),
    "take_away": pgettext_lazy("audit log", "rights taken away"),
    "password": pgettext_lazy("audit log", "password set"),
    "factor_on": pgettext_lazy("audit log", "two-step sign-in set up"),
    "factor_off": pgettext_lazy("audit log", "two-step sign-in switched off"),
    "factor_demanded": pgettext_lazy("audit log", "two-step sign-in demanded"),
    "factor_left": pgettext_lazy("audit log", "two-step sign-in no longer demanded"),
    "factor_codes": pgettext_lazy("audit log", "new recovery codes"),
    "factor_used": pgettext_lazy("audit log", "recovery code used"),
    "end_sign_ins": pgettext_lazy("audit log", "sign-ins ended"),
    "unlock": pgettext_lazy("audit log", "unlocked"),
    "login": pgettext_lazy("audit log", "logged in"),
    "logout": pgettext_lazy("audit log", "logged out"),
    "login_failed": pgettext_lazy("audit log", "login refused"),
    "plan": pgettext_lazy("audit log", "planned"),
    "delete": pgettext_lazy("audit log", "deleted"),
    "rights": pgettext_lazy("audit log", "rights changed"),
    "take_down": pgettext_lazy("audit log", "picture and PDF taken down"),
    "expire": pgettext_lazy("audit log", "taken off the net at its expiry"),
    "back_up": pgettext_lazy("audit log", "backed up"),
    "put_back": pgettext_lazy("audit log", "put back from a backup"),
    "hand_out": pgettext_lazy("audit log", "handed over as a whole"),
    "bring_in": pgettext_lazy("audit log", "brought in as a whole"),
    "close_month": pgettext_lazy("audit log", "month of fees closed"),
    "check_fees": pgettext_lazy("audit log", "fees checked"),
    "approve_fees": pgettext_lazy("audit log", "fees approved"),
    "take_fees_back": pgettext_lazy("audit log", "approval of fees taken back"),
    "pay_fees": pgettext_lazy("audit log", "fees paid"),
    "grade": pgettext_lazy("audit log", "graded"),
    "divide": pgettext_lazy("audit log", "fee divided"),
}


def act_name(verb):
    """A verb that only an older version knew is printed as it was stored."""
    return VERBS.get(verb, verb)


def kind_name(kind):
    names = {model._meta.model_name: model._meta.verbose_name for model in apps.get_models()}
    return names.get(kind, kind)


class WordFilter(admin.SimpleListFilter):
    """The value is a field of the entry, and its choices cost no look into the log."""

    def queryset(self, request, queryset):
        return queryset.filter(**{self.parameter_name: self.value()}) if self.value() else queryset


class ActFilter(WordFilter):
    title = _("act")
    parameter_name = "verb"

    def lookups(self, request, model_admin):
        return list(VERBS.items())


class KindFilter(WordFilter):
    title = _("kind of record")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        """What the admin keeps: the log itself is too long to be asked for its kinds."""
        kinds = {
            model._meta.model_name: str(model._meta.verbose_name)
            for model in model_admin.admin_site._registry
            if model._meta.app_label != "django_tasks_database"
        }
        return sorted(kinds.items(), key=lambda kind: kind[1])


class PersonFilter(WordFilter):
    title = _("by")
    parameter_name = "by"

    def lookups(self, request, model_admin):
        return [(str(user.pk), str(user)) for user in User.objects.order_by("name", "username")]

    def queryset(self, request, queryset):
        return queryset.filter(by=key_of(self.value())) if self.value() else queryset
