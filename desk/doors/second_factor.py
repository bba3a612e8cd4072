"""Second factors: set up, asked for, switched off. Each of the acts is in the audit log."""

import secrets
import unicodedata

from django.db import transaction
from django.utils.translation import gettext as _

from desk.doors.one_time import step_of
from desk.doors.tries import fingerprint
from desk.models import AuditEntry, RecoveryCode, SecondFactor

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # without those that are taken for each other on paper
CODES, LENGTH = 10, 10


@transaction.atomic
def set_up(user, *, secret, step, by):
    """In the place of one that was there. Gives the recovery codes, which nobody can read again."""
    SecondFactor.objects.update_or_create(user=user, defaults={"secret": secret, "last_step": step})
    AuditEntry.note(verb="factor_on", record=user, by=by)
    return fresh_codes(user)


@transaction.atomic
def renew_codes(user, *, by):
    AuditEntry.note(verb="factor_codes", record=user, by=by)
    return fresh_codes(user)


@transaction.atomic
def switch_off(user, *, by):
    """False where there was none."""
    was_there, _kinds = SecondFactor.objects.filter(user=user).delete()
    user.recovery_codes.all().delete()
    if was_there:
        AuditEntry.note(verb="factor_off", record=user, by=by)
    return bool(was_there)


def fresh_codes(user):
    user.recovery_codes.all().delete()
    codes = ["".join(secrets.choice(LETTERS) for _letter in range(LENGTH)) for _code in range(CODES)]
    prints = [fingerprint_of(user, code) for code in codes]
    RecoveryCode.objects.bulk_create([RecoveryCode(user=user, fingerprint=one) for one in prints])
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def fingerprint_of(user, code):
    return fingerprint("recovery", user.pk, code)


def takes(user, typed):
    """Whether it is the code of this half minute, or a recovery code; either is good once."""
    code = bare(typed)
    factor = SecondFactor.objects.filter(user=user).first()
    if factor is None:
        return False
    if code.isdecimal() and code.isascii():
        step = step_of(factor.secret, code)
        return step is not None and factor.use_step(step)
    return takes_recovery_code(user, code)


def takes_recovery_code(user, code):
    used, _kinds = user.recovery_codes.filter(fingerprint=fingerprint_of(user, code)).delete()
    if used:
        words = _("with a recovery code, %d are left") % user.recovery_codes.count()
        AuditEntry.note(verb="factor_used", record=user, by=user, words=words)
    return bool(used)


def bare(typed):
    """Without spaces and dashes, and in the letters of a code: Chinese keyboards give wide figures."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", typed).lower() if sign.isalnum())
