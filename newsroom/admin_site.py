"""The admin site: its navigation in the order of an editor's work, and the board as its first page."""

from datetime import date
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.urls import path, reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from articles.models import Article
from articles.review_queue import number_waiting
from bylines.models import Contributor
from desk import notice_views, worker
from desk.doors.first_door import sign_in
from desk.models import Heartbeat, Job
from desk.my_settings import my_settings
from newsroom.board import board_for, issue_in_hand, issue_near
from newsroom.board_answers import last_act
from newsroom.forged_words import sound_address, sound_form
from newsroom.handbook.screens import chapter_for
from newsroom.kept import WordKeepingSite

PHRASES = ["articles.phrase", "articles.waiver"]  # the paper's list, and what editors have let stand
# Group and models, "app.model" in lower case. A model that is not named here comes last, under its app's own name.
WORK = [
    (_("Stories"), ["articles.article", "articles.correction"]),
    (_("Intake"), ["intake.*"]),
    (_("Issues"), ["articles.issue", "articles.page", "articles.frontpage"]),
    (_("Photos"), ["media.*"]),
    (_("Contributors"), ["bylines.*"]),
    (_("Fees"), ["fees.feemonth", "fees.ledgerline", "fees.storygrade", "fees.*"]),
    (_("Regions"), ["regions.*"]),
    (_("Filing"), ["articles.column", "articles.channel", "articles.genre", "taggit.tag"]),
    (_("The paper"), ["desk.paper", *PHRASES, "desk.desk", "desk.user", "auth.group", "desk.auditentry"]),
    (_("Technical"), ["redirects.*", "sites.*", "desk.job", "django_tasks_database.*", "django_tasks_db.*"]),
]
# Models of others that have no Chinese name.
NAMES = {"DBTaskResult": _("Jobs in the background")}


class NewsroomAdminSite(WordKeepingSite):
    site_header = _("Newsroom")
    site_title = _("Newsroom")
    index_title = _("The desk")
    index_template = "admin/index.html"

    def admin_view(self, view, cacheable=False):
        """What an act did to a signed issue is told, whichever act it was; no view gets what it cannot read."""
        from articles.admin.issue_acts import tell_put_off  # the registered admins import this site

        guarded = super().admin_view(view, cacheable)
        is_an_act = getattr(view, "is_an_act", True)  # what a form sends every few seconds is none

        @wraps(guarded)
        def inner(request, *args, **kwargs):
            request.GET = sound_address(request.GET, view)
            if request.method == "POST":
                request.POST = sound_form(request.POST, view)
            begun = timezone.now()
            response = guarded(request, *args, **kwargs)
            if request.method == "POST" and is_an_act and request.user.is_authenticated:
                tell_put_off(request, since=begun)
            return response

        return inner

    def get_urls(self):
        # The registered admins import this site.
        from articles.admin.waiting import waiting
        from desk.doors.urls import door_urls
        from newsroom.board_urls import urls_for
        from newsroom.handbook.views import handbook_urls
        from newsroom.my.desk_links import own_links
        from newsroom.on_site import view_on_site
        from newsroom.system.views import system
        from tally.desk_urls import tally_urls

        on_site = path("r/<path:content_type_id>/<path:object_id>/", self.admin_view(view_on_site), name="view_on_site")

        return [
            path("waiting/", self.admin_view(waiting), name="waiting"),
            path("own-links/<int:pk>/", self.admin_view(own_links), name="own_links"),
            path("system/", self.admin_view(system), name="system"),
            path("my-settings/", self.admin_view(my_settings), name="my_settings"),
            path("notices/", self.admin_view(notice_views.notices), name="notices"),
            path("notices/<int:pk>/", self.admin_view(notice_views.open_notice), name="open_notice"),
            path("notices/read/", self.admin_view(notice_views.read_notices), name="read_notices"),
            path("notices/unread/", self.admin_view(notice_views.unread_notices), name="unread_notices"),
            *door_urls(self),
            *tally_urls(self.admin_view),
            *handbook_urls(self.admin_view),
            *urls_for(self),
            on_site,
            *(one for one in super().get_urls() if getattr(one, "name", "") != on_site.name),
        ]

    def autocomplete_view(self, request):
        from articles.admin.offers import Offers  # the registered admins import this site

        return Offers.as_view(admin_site=self)(request)

    @method_decorator(never_cache)
    @login_not_required
    def login(self, request, extra_context=None):
        return sign_in(request, self, extra_context)

    def each_context(self, request):
        return {**super().each_context(request), "handbook": chapter_for(request)}

    def get_app_list(self, request, app_label=None):
        """What this user may open, grouped by the work and not by the apps."""
        apps = super().get_app_list(request, app_label)
        known = {
            f"{app['app_label']}.{row['object_name'].lower()}": (app, row) for app in apps for row in app["models"]
        }
        groups = [_group(name, _taken(known, patterns)) for name, patterns in WORK]
        rest = [_group(app["name"], _taken(known, [f"{app['app_label']}.*"])) for app in apps]
        found = [group for group in groups + rest if group]
        return with_tally(with_system(request, with_queue(request, found)))

    def index(self, request, extra_context=None):
        return super().index(request, {**self._desk(request), **(extra_context or {})})

    def _desk(self, request):
        worker_is_late = not Heartbeat.is_alive(worker.NAME)
        if not request.user.has_perm("articles.view_article"):
            return {"worker_is_late": worker_is_late}
        asked = _asked_date(request.GET.get("date", ""))
        issue = issue_near(asked, request.GET.get("edition", "")) if asked else issue_in_hand(timezone.localdate())
        board = board_for(request.user, issue)
        return {
            "worker_is_late": worker_is_late,
            "board": board,
            "last_act": last_act(request, board),
            "waiting": number_waiting(request.user),
            "missing": asked if asked and issue and issue.date != asked else None,
        }


def _taken(known, patterns):
    """Takes the named models out of `known`, in the order given; `app.*` is all that is left of an app."""
    found = []
    for pattern in patterns:
        app, _dot, model = pattern.partition(".")
        names = [name for name in known if name.startswith(f"{app}.")] if model == "*" else [pattern]
        found += [known.pop(name) for name in names if name in known]
    return found


def _group(name, found):
    """As the admin's templates know an app; its heading leads to its first list."""
    if not found:
        return None
    app, first = found[0]
    return {
        **app,
        "name": name,
        "app_url": first["admin_url"] or app["app_url"],
        "models": [{**row, "name": NAMES.get(row["object_name"], row["name"])} for _app, row in found],
    }


def with_queue(request, groups):
    """What waits for one's review stands beside the stories, for whoever sees any."""
    for group in groups:
        if any(row["object_name"] == "Article" for row in group["models"]):
            group["models"].insert(1, waiting_row())
    return groups


def with_system(request, groups):
    """The page of the machine behind the desk, for whoever keeps it."""
    if request.user.has_perm("desk.see_system"):
        for group in groups:
            if any(row["object_name"] == "Job" for row in group["models"]):
                group["models"].insert(0, system_row())
    return groups


def with_tally(groups):
    """What was printed stands beside the people, for whoever sees the register: everybody's figures, or the own."""
    for group in groups:
        if any(row["object_name"] == "Contributor" for row in group["models"]):
            group["models"].append(tally_row())
    return groups


def tally_row():
    return {
        **waiting_row(),
        "model": Contributor,
        "name": _("Contributions"),
        "object_name": "Tally",
        "admin_url": reverse("admin:tally"),
    }


def system_row():
    return {
        **waiting_row(),
        "model": Job,
        "name": _("State of the system"),
        "object_name": "System",
        "admin_url": reverse("admin:system"),
    }


def waiting_row():
    return {
        "model": Article,
        "name": _("Waiting for my review"),
        "object_name": "Waiting",
        "perms": {},
        "admin_url": reverse("admin:waiting"),
        "add_url": None,
        "view_only": True,
    }


def _asked_date(text) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None
