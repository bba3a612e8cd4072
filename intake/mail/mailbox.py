"""The mailbox at its server: looked into, never changed. Nothing is marked as read, moved or deleted."""

import ipaddress
import re
import ssl
from contextlib import contextmanager, suppress

from django.conf import settings
from django.utils.translation import gettext as _
from imapclient.exceptions import IMAPClientError, LoginError

from intake.mail.connection import TIMEOUT, Client

LONGEST_SENTENCE = 300
# What the library comes to of an answer that makes no sense.
SENSELESS = (ValueError, KeyError, IndexError, TypeError, AssertionError, MemoryError, RecursionError)


class MailboxAway(Exception):  # noqa: N818 - said at the desk: the mailbox is away
    """The server does not answer, or does not let us in. Says why in one sentence."""


def is_configured():
    return bool(settings.INTAKE_MAIL_HOST)


def name_of_mailbox():
    return f"{settings.INTAKE_MAIL_USER}@{settings.INTAKE_MAIL_HOST}/{settings.INTAKE_MAIL_FOLDER}"


@contextmanager
def opened():
    """(server, what it says of the folder). Whatever goes wrong meanwhile is a MailboxAway."""
    server = None
    try:
        server = connected()
        yield server, server.select_folder(settings.INTAKE_MAIL_FOLDER, readonly=True)
    except LoginError as error:
        raise MailboxAway(_("The mailbox refuses user name or password: %s") % short(error)) from error
    except (OSError, IMAPClientError, *SENSELESS) as error:
        raise away(error) from error
    finally:
        if server:
            part_from(server)


def away(error):
    return MailboxAway(_("The mailbox cannot be read: %s") % short(error))


def part_from(server):
    with suppress(OSError, IMAPClientError, *SENSELESS):
        server.logout()
    with suppress(OSError, IMAPClientError):
        server.shutdown()


def connected():
    """With a certificate that is checked, unless INTAKE_MAIL_SSL says that there is none and the server offers none."""
    is_safe, context = settings.INTAKE_MAIL_SSL, ssl.create_default_context()
    address = {"host": settings.INTAKE_MAIL_HOST, "port": settings.INTAKE_MAIL_PORT}
    server = Client(**address, ssl=is_safe, ssl_context=context, timeout=TIMEOUT)
    server.normalise_times = False  # times with their zones
    try:
        if not is_safe and not is_on_this_machine() and server.has_capability("STARTTLS"):
            server.starttls(context)
        server.login(settings.INTAKE_MAIL_USER, settings.INTAKE_MAIL_PASSWORD)
        introduce(server)
    except BaseException:
        part_from(server)
        raise
    return server


def is_on_this_machine():
    """What is said there goes over no wire."""
    try:
        return ipaddress.ip_address(settings.INTAKE_MAIL_HOST).is_loopback
    except ValueError:
        return settings.INTAKE_MAIL_HOST == "localhost"


def introduce(server):
    """163 and 126 (NetEase) open no folder to a client that does not say its name: SELECT Unsafe Login."""
    if server.has_capability("ID"):
        server.id_({"name": "newsroom", "version": "1.0", "vendor": "newsroom", "contact": settings.INTAKE_MAIL_USER})


def short(error):
    """What the server said; imaplib prints bytes as Python does."""
    said = re.sub(r"""b(['"])(.*)\1""", r"\2", str(error))
    return " ".join(said.split())[:LONGEST_SENTENCE] or type(error).__name__
