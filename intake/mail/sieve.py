"""Whose mails become drafts: a sieve and no lock, since anybody can write any name above a mail."""

from django.conf import settings
from django.utils.translation import gettext as _


def why_not(mail):
    """A sentence, where no draft is to be made of a mail that could be read."""
    if not is_allowed(mail):
        return _("The sender is not among those whose mails become drafts (INTAKE_MAIL_SENDERS).")
    if mail.is_automatic:
        return _("An automatic answer, or marked as spam by the mail server.")
    return ""


def is_allowed(mail):
    """Of a list of addresses and domains; without one everybody is. Who gives several addresses has none."""
    allowed = [entry.lower().removeprefix("@") for entry in settings.INTAKE_MAIL_SENDERS]
    address = mail.sender_address.lower()
    return not allowed or (mail.has_one_sender and (address in allowed or address.rpartition("@")[2] in allowed))
