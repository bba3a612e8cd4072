"""
合并: two records beside each other before they become one, with all that would move, and the way back; the list of
likely doubles.
"""

from dataclasses import dataclass

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Max, Min, Q
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from articles import merging
from articles.acting import Refusal
from articles.admin.person_panels import MAY, address_of_pair, doubles_of
from articles.side_by_side import side_by_side
from bylines.doubles import likely_doubles, remember_two_people
from bylines.following import FOLLOWERS
from bylines.models import Byline, Contributor, Merging, PrivateDetails
from desk.numbers import key_of

SHOWN = 100
NAMED = 10  # of the places in the way
WITH_ALL = ("desk", "user", "region__parent__parent__parent")


@dataclass(frozen=True)
class Side:
    """What the comparison says of one of the two."""

    person: Contributor
    stories: int
    photos: int
    since: object
    until: object
    rows: list  # (label, how many) of what goes along
    has_private: bool

    @property
    def credits(self):
        return self.stories + self.photos


def side_of(person):
    own = Byline.objects.filter(contributor=person)
    found = own.aggregate(
        stories=Count("article"),
        photos=Count("photo"),
        since=Min("article__published_at"),
        until=Max("article__published_at"),
    )
    rows = [(follower.label, follower.count(person)) for follower in FOLLOWERS]
    has_private = PrivateDetails.objects.filter(contributor=person).exists()
    return Side(person=person, rows=rows, has_private=has_private, **found)


class MergingPages:
    """Mixed into the admin of contributors."""

    actions = ["compare_two"]

    def get_urls(self):
        def page(view, *methods):
            return self.admin_site.admin_view(require_http_methods(methods)(view))

        return [
            path("merge/", page(self.merge_page, "GET", "HEAD", "POST"), name="bylines_contributor_merge"),
            path("doubles/", page(self.doubles, "GET", "HEAD"), name="bylines_contributor_doubles"),
            path(
                "<int:pk>/unmerge/",
                self.admin_site.admin_view(require_POST(self.unmerge)),
                name="bylines_contributor_unmerge",
            ),
            *super().get_urls(),
        ]

    def ways(self, request):
        doubles = (reverse("admin:bylines_contributor_doubles"), _("Likely doubles"))
        return [*super().ways(request), *([doubles] if self.has_merge_permission(request) else [])]

    def has_merge_permission(self, request):
        return request.user.has_perm(MAY)

    @admin.action(description=gettext_lazy("Compare and merge"), permissions=["merge"])
    def compare_two(self, request, queryset):
        keys = list(queryset.values_list("pk", flat=True)[:3])
        if len(keys) != 2:
            return self.message_user(request, _("Tick exactly two people."), messages.WARNING)
        return HttpResponseRedirect(address_of_pair(*sorted(keys)))

    def merge_page(self, request):
        people = self.two_asked_for(request)
        if request.method == "POST":
            return self.act(request, people)
        sides = [side_of(person) for person in people]
        found = side_by_side(*people)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("One person or two?"),
            "sides": sides,
            "left": max(sides, key=lambda side: side.credits).person,
            "in_the_way": found,
            "stories": found.stories[:NAMED],
            "photos": found.photos[:NAMED],
            "is_same_phone": is_same_phone(*people),
        }
        return TemplateResponse(request, "admin/bylines/contributor/merge.html", context)

    def two_asked_for(self, request):
        if not self.has_merge_permission(request):
            raise PermissionDenied
        keys = [key_of(request.GET.get(name)) for name in ("first", "second")]
        found = (
            Contributor.objects.standing().select_related(*WITH_ALL).in_bulk([key for key in keys if key is not None])
        )
        people = [found.get(key) for key in keys]
        if None in people or people[0] == people[1]:
            raise Http404
        return people

    def act(self, request, people):
        if "two" in request.POST:
            remember_two_people(*people, by=request.user)
            messages.success(request, _("Noted: %(one)s and %(other)s are two people.") % named(people))
            return HttpResponseRedirect(reverse("admin:bylines_contributor_doubles"))
        left = next((person for person in people if str(person.pk) == request.POST.get("into")), None)
        if left is None:
            messages.error(request, _("Choose which record stays."))
            return HttpResponseRedirect(request.get_full_path())
        gone = next(person for person in people if person != left)
        try:
            merging.merge(gone, left, by=request.user)
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(request.get_full_path())
        said = _("%(gone)s was merged into %(left)s. It can be undone below, on this form.")
        messages.success(request, said % {"gone": gone, "left": left})
        return HttpResponseRedirect(reverse("admin:bylines_contributor_change", args=[left.pk]))

    def unmerge(self, request, pk):
        if not self.has_merge_permission(request):
            raise PermissionDenied
        row = Merging.objects.filter(into=pk, pk=key_of(request.POST.get("merging"))).first()
        if row is None:
            raise Http404
        try:
            left = merging.undo(row, by=request.user)
        except Refusal as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("%s stands in the register by itself again.") % row.gone)
            if left:
                messages.warning(request, left)
        return HttpResponseRedirect(reverse("admin:bylines_contributor_change", args=[pk]))

    def doubles(self, request):
        if not self.has_merge_permission(request):
            raise PermissionDenied
        doubles = likely_doubles()
        shown = doubles[:SHOWN]
        keys = {key for one in shown for key in (one.first, one.second)}
        credits = Count("bylines", distinct=True)
        people = Contributor.objects.annotate(credits=credits).select_related(*WITH_ALL).in_bulk(list(keys))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Likely doubles"),
            "doubles": [
                (people[one.first], people[one.second], one.why.label, address_of_pair(one.first, one.second))
                for one in shown
                if one.first in people and one.second in people
            ],
            "number": len(doubles),
            "more": len(doubles) - len(shown),
        }
        return TemplateResponse(request, "admin/bylines/contributor/doubles.html", context)

    def response_add(self, request, obj, *args, **kwargs):
        """Whoever has just entered somebody for the second time is told at once."""
        for other, why, address in doubles_of(obj)[:1]:
            said = _("%(person)s may be in the register already: %(other)s, %(why)s.")
            words = said % {"person": obj, "other": f"{other} #{other.pk}", "why": why}
            link = format_html(' <a href="{}">{}</a>', address, _("Compare and merge"))
            messages.warning(request, format_html("{}{}", words, link if self.has_merge_permission(request) else ""))
        return super().response_add(request, obj, *args, **kwargs)


def named(people):
    return {"one": people[0], "other": people[1]}


def is_same_phone(one, other):
    """Told without a look at either."""
    found = PrivateDetails.objects.filter(Q(contributor=one) | Q(contributor=other)).exclude(phone_digest="")
    digests = list(found.values_list("phone_digest", flat=True))
    return len(digests) == 2 and len(set(digests)) == 1
