"""What a newspaper in production wants and this one lacks: Django's own checks in the desk's language, and ours."""

from django.conf import settings
from django.core.checks import Tags, run_checks
from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

SAID = {
    "security.W004": gettext_lazy("Browsers are not told to stay with HTTPS (SECURE_HSTS_SECONDS)."),
    "security.W008": gettext_lazy("Plain HTTP is not led to HTTPS (SECURE_SSL_REDIRECT)."),
    "security.W009": gettext_lazy("SECRET_KEY is too easy to guess."),
    "security.W012": gettext_lazy("The cookie of a sign-in also travels over plain HTTP (SESSION_COOKIE_SECURE)."),
    "security.W016": gettext_lazy("The token of forms also travels over plain HTTP (CSRF_COOKIE_SECURE)."),
    "security.W018": gettext_lazy("DEBUG is on: failures show the inside of the program."),
    "security.W020": gettext_lazy("ALLOWED_HOSTS names no host."),
}


def findings():
    return [*of_django(), *of_ours()]


def of_django():
    """Settings alone are looked at: no database, no template."""
    for found in run_checks(tags=[Tags.security], include_deployment_checks=True):
        if not found.is_silenced():
            yield SAID.get(found.id or "") or f"{found.id}: {found.msg}"


def of_ours():
    wanted = {
        _("NEWSROOM_ENV is not production: this is a demo."): not settings.PRODUCTION,
        _("No mail server: notices reach nobody outside (EMAIL_HOST)."): not settings.EMAIL_HOST,
        _("SITE_URL is not set: links in mails and feeds lead nowhere sure."): not settings.SITE_URL,
        _("No METRICS_TOKEN: only this machine and METRICS_NETWORKS read the figures."): not settings.METRICS_TOKEN,
        _(
            "No key for private details of contributors: none are kept (PRIVATE_DATA_KEYS)."
        ): not settings.PRIVATE_DATA_KEYS,
        _("Readers' pages are not kept (PAGE_CACHE=off)."): settings.PAGE_CACHE == "off",
        _("Slow queries are not told (SLOW_QUERY_MS=0)."): not settings.SLOW_QUERY_MS,
        _("SQLite serves one machine; several want PostgreSQL (DATABASE_URL)."): connection.vendor == "sqlite",
    }
    return [words for words, is_lacking in wanted.items() if is_lacking]
