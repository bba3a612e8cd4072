"""
Phone, e-mail, ID number, bank and account of contributors: encrypted, seen by whoever has the right, and each look
stands in the audit log, never what was seen. Nobody else reads the table.
"""

import re
from dataclasses import dataclass, fields

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import EmailValidator
from django.db import transaction
from django.utils.translation import gettext as _

from bylines.models import Contributor, PrivateDetails
from bylines.sealing import UNREADABLE, has_keys, phone_digest_of, phone_digests, seal, unsealed, unsealed_or_nothing
from desk.models import AuditEntry

LOOK, KEEP = "bylines.view_privatedetails", "bylines.change_privatedetails"
LONGEST = 100
APART = re.compile(r"[\s\-—()（）]")
PHONE = re.compile(r"\+?\d{5,20}")
ID_NUMBER = re.compile(r"\d{17}[\dX]")
ACCOUNT = re.compile(r"[0-9A-Z]{6,40}")


@dataclass(frozen=True, repr=False)  # what is printed of an object may end up in a log
class Details:
    """ "" where nothing is known."""

    phone: str = ""
    email: str = ""
    id_number: str = ""
    bank: str = ""
    account: str = ""


NAMES = tuple(field.name for field in fields(Details))


def look(contributor, by):
    return look_at_all([contributor], by)[contributor.pk]


@transaction.atomic
def look_at_all(contributors, by):
    """{key: Details}. One query for the details, one for the log, however many people."""
    demand(by, LOOK)
    people = list(contributors)
    rows = PrivateDetails.objects.in_bulk([person.pk for person in people], field_name="contributor_id")
    AuditEntry.note_all(verb="look_private", records=[person for person in people if person.pk in rows], by=by)
    return {person.pk: opened(rows.get(person.pk)) for person in people}


def email_of(contributor):
    """For the paper's own letters to that person: no colleague sees it, so it is no look. "" also where no key fits."""
    row = PrivateDetails.objects.filter(contributor=contributor).first()
    return unsealed_or_nothing(row.email) if row else ""


def of_phone(number):
    """Whoever stands in the register with that phone; None where nobody does, or where several do."""
    found = list(Contributor.objects.standing().filter(pk__in=with_phone(number).values("contributor"))[:2])
    return found[0] if len(found) == 1 else None


def with_phone(number):
    phone = bare_phone(number)
    return (
        PrivateDetails.objects.filter(phone_digest__in=phone_digests(phone)) if phone else PrivateDetails.objects.none()
    )


@transaction.atomic
def keep(contributor, by, **said):
    """
    What is named becomes so, "" for nothing; the rest stays. ValidationError by field for what is no phone and so on.
    by=None: the paper's own act, as of a form that the person filled in.
    """
    if by is not None:
        demand(by, KEEP)
    if not has_keys():
        raise ValidationError(_("No key for private details is set up here (PRIVATE_DATA_KEYS)."))
    sound = checked({name: words for name, words in said.items() if words != str(UNREADABLE)})  # it comes back as shown
    Contributor.objects.select_for_update(no_key=True).get(pk=contributor.pk)
    row, _made = PrivateDetails.objects.get_or_create(contributor=contributor)
    changed = [name for name, words in sound.items() if unsealed(getattr(row, name)) != words]
    if not changed:
        return []
    write(row, {name: sound[name] for name in changed})
    names = "、".join(str(PrivateDetails._meta.get_field(name).verbose_name) for name in changed)
    AuditEntry.note(verb="keep_private", record=contributor, by=by, words=names)
    return changed


def write(row, said):
    for name, words in said.items():
        setattr(row, name, seal(words))
    if "phone" in said:
        row.phone_digest = phone_digest_of(said["phone"])
    row.save()


def opened(row):
    return Details(**{name: unsealed(getattr(row, name)) for name in NAMES}) if row else Details()


def demand(by, permission):
    if not by.has_perm(permission):
        raise PermissionDenied


def checked(said):
    """As they are kept. ValidationError({field: why})"""
    sound, wrong = {}, {}
    for name, words in said.items():
        try:
            sound[name] = CHECKS[name](" ".join(words.split())) if words.strip() else ""
        except ValidationError as error:
            wrong[name] = error
    if wrong:
        raise ValidationError(wrong)
    return sound


def bare_phone(words):
    """Its digits, without the country where that is ours. "" for what is none."""
    solid = APART.sub("", words or "")
    solid = re.sub(r"^(\+|00)86(?=1\d{10}$)", "", solid)
    return solid if PHONE.fullmatch(solid) and solid.isascii() else ""


def phone(words):
    if not (bare := bare_phone(words)):
        raise ValidationError(_("This is no phone number."))
    return bare


def email(words):
    EmailValidator(_("This is no e-mail address."))(words)
    return short(words)


def id_number(words):
    """Resident ID by GB 11643: its last character proves the others."""
    solid = APART.sub("", words).upper()
    if not ID_NUMBER.fullmatch(solid) or not solid.isascii() or "10X98765432"[proof(solid)] != solid[-1]:
        raise ValidationError(_("This is no ID number: 18 characters, of which the last proves the others."))
    return solid


def proof(solid):
    return sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(solid[:17])) % 11


def account(words):
    solid = APART.sub("", words).upper()
    if not ACCOUNT.fullmatch(solid) or not solid.isascii():
        raise ValidationError(_("This is no account number: 6 to 40 digits or letters."))
    return solid


def short(words):
    if len(words) > LONGEST:
        raise ValidationError(_("No more than %d characters.") % LONGEST)
    return words


CHECKS = {"phone": phone, "email": email, "id_number": id_number, "bank": short, "account": account}
