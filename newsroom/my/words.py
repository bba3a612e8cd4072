"""The words that somebody of the desk copies into a message to a correspondent who has no mail address."""

from django.conf import settings
from django.contrib import admin
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from newsroom.my.letters import words_about
from newsroom.my.links import make

MOST = 50
DAYS = 90


def words_page(request, notices, *, opts):
    """Each with a link of its own, made now: what is copied is sent, and no list shows it again."""
    site = settings.SITE_URL or request.build_absolute_uri("/").rstrip("/")
    rows = notices.select_related("article", "contributor", "contribution__letter")[:MOST]
    context = {
        **admin.site.each_context(request),
        "title": _("Words to copy"),
        "opts": opts,
        "rows": [(notice, words_for(notice, by=request.user, site=site)) for notice in rows],
    }
    response = TemplateResponse(request, "admin/intake/print_notices/words.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def words_for(notice, *, by, site):
    whose = {"contributor": notice.contributor} if notice.contributor else {"contribution": notice.contribution}
    _link, own_path = make(by=by, days=DAYS, **whose)
    return render_to_string("admin/intake/letters/words.txt", words_about(notice, own_path, site)).strip()
