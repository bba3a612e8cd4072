"""The forms of the second door, and of whoever changes something of the own doors."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from desk.doors import one_time, second_factor
from desk.doors.throttled import Throttled
from desk.doors.tries import CODE, CODES, PASSWORD, Knock, fingerprint, knock, take_back
from desk.logins import note_refusal


class ThrottledForm(Throttled, forms.Form):
    """A subclass says on which doors it knocks, and what is_right."""

    error_messages: ClassVar[dict] = {"wrong": ""}

    def __init__(self, *args, user, request, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.request = user, request

    def clean(self):
        if self.errors:
            return self.cleaned_data
        knocks = self.knocks()
        self.refuse(knock(knocks))
        if not self.is_right():
            self.note_wrong()
            self.refuse_further(knocks)
            raise forms.ValidationError(self.error_messages["wrong"], code="wrong")
        take_back(knocks, forget=[CODE, PASSWORD])
        return self.cleaned_data

    def note_wrong(self):
        note_refusal(self.user, str(self.error_messages["wrong"]))


def code_field(**attributes):
    return forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "none", **attributes}),
    )


class CodeForm(ThrottledForm):
    error_messages = {"wrong": _("That code is not right, or has been used already. Wait for the next one.")}

    code = code_field(autofocus=True, spellcheck="false")

    def knocks(self):
        key = self.user.pk
        return [Knock(CODE, fingerprint("code", key), key), Knock(CODES, fingerprint("codes", key), key)]

    def is_right(self):
        return second_factor.takes(self.user, self.cleaned_data["code"])


class PasswordForm(ThrottledForm):
    """Asks once more: somebody else may sit at a desk that was left. Not of whoever has only just signed in."""

    error_messages = {"wrong": _("The password is not right.")}

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args, is_fresh, **kwargs):
        super().__init__(*args, **kwargs)
        if is_fresh:
            del self.fields["password"]

    def knocks(self):
        return [Knock(PASSWORD, fingerprint("password", self.user.pk), self.user.pk)]

    def is_right(self):
        return "password" not in self.fields or self.user.check_password(self.cleaned_data["password"])


class SetUpForm(PasswordForm):
    """`step`: at which the telephone has shown the code that confirms the secret."""

    step = None

    code = code_field(inputmode="numeric", spellcheck="false")
    field_order = ["code", "password"]

    def __init__(self, *args, secret, **kwargs):
        super().__init__(*args, **kwargs)
        self.secret = secret

    def clean_code(self):
        self.step = one_time.step_of(self.secret, second_factor.bare(self.cleaned_data["code"]))
        if self.step is None:
            raise forms.ValidationError(
                _("That is not the code the app shows for this picture. Is the telephone's clock right?")
            )
        return self.cleaned_data["code"]
