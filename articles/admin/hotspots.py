"""
热区: the stories of a page drawn on its picture. Each outline is a line of text, which the script draws and changes; by
itself it is typed.
"""

from dataclasses import dataclass
from itertools import combinations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.acting import Refusal
from articles.admin.hotspot_sheet import COLOURS, Sheet
from articles.admin.reopened import telling_reopened
from articles.hotspots import Drawing, DrawnByAnother, draw
from articles.models import Article
from articles.models.placement import of_stories
from articles.outlines import LONGEST, NoOutline, overlap, read_outline, written
from desk.numbers import key_of


@dataclass
class Row:
    """A story in the list beside the picture."""

    placement: object
    number: int
    may_draw: bool
    text: str
    seen: str
    error: str = ""
    stored: str | None = None  # what somebody else has drawn meanwhile

    @property
    def colour(self):
        return self.number % COLOURS

    @property
    def points(self):
        """Of what cannot be read, the outline that is stored."""
        return readable(self.text, self.placement.hotspot)

    @property
    def others_points(self):
        return readable(self.stored or "", [])


def readable(typed, otherwise):
    try:
        return read_outline(typed)
    except NoOutline:
        return otherwise


class DrawsHotspots:
    """Mixed into the page admin."""

    change_form_template = "admin/articles/page/change_form.html"

    def get_urls(self):
        view = self.admin_site.admin_view(self.hotspots)
        return [path("<int:pk>/hotspots/", view, name="articles_page_hotspots"), *super().get_urls()]

    def hotspots(self, request, pk):
        page = self._page_to_draw(request, pk)
        rows = rows_of(page, request.user)
        gone = []
        if request.method == "POST":
            gone = take_typed(rows, request.POST)
            if not gone and not any(row.error for row in rows) and self._drawn(request, page, rows):
                return HttpResponseRedirect(request.path)
        return TemplateResponse(request, "admin/articles/page/hotspots.html", self._shown(request, page, rows, gone))

    def _page_to_draw(self, request, pk):
        """Headlines stand beside the picture: they are for those who may see the stories."""
        if not (request.user.has_perm("articles.change_placement") and request.user.has_perm("articles.view_article")):
            raise PermissionDenied
        page = self.get_queryset(request).select_related("issue").filter(pk=key_of(pk)).first()
        if page is None:
            raise Http404
        if not self.has_view_permission(request, page):
            raise PermissionDenied
        return page

    def _drawn(self, request, page, rows):
        try:
            with telling_reopened(request):
                drawings = {row.placement.pk: Drawing(row.seen, row.points) for row in rows if row.may_draw}
                stories = draw(page, drawings, by=request.user)
        except DrawnByAnother as refusal:
            show_both(rows, refusal.now)
            messages.error(request, str(refusal))
            return False
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return False
        for story in stories:
            self.log_change(request, story, _("Hotspot drawn on %(page)s.") % {"page": page})
        said = ngettext("%d hotspot is saved.", "%d hotspots are saved.", len(stories)) % len(stories)
        messages.success(request, said if stories else _("Nothing has changed."))
        return True

    def _shown(self, request, page, rows, gone):
        return {
            **self.admin_site.each_context(request),
            "title": _("Hotspots of %(page)s") % {"page": page.title},
            "opts": self.model._meta,
            "original": page,
            "page": page,
            "rows": rows,
            "gone": gone,
            "hidden": page.placements.count() - len(rows),
            "missing": [row for row in rows if not row.points],
            "is_back": request.method == "POST",
            "overlaps": overlaps(rows),
            "sheet": Sheet.of(page, rows, blocks_of(page, rows)),
        }


def rows_of(page, user):
    """The stories that the colleague may see; those within reach may be drawn."""
    seen = of_stories(Article.objects.visible_to(user))
    placements = page.placements.filter(seen).order_by("order", "pk").select_related("article")
    here = Article.objects.in_reach_of(user).filter(placements__page=page)
    reached = set(here.values_list("pk", flat=True))
    return [
        Row(row, number, row.article_id in reached, written(row.hotspot), written(row.hotspot))
        for number, row in enumerate(placements, start=1)
    ]


def take_typed(rows, posted):
    """Into the rows. Gives the outlines that were drawn for stories which are no longer here to be drawn."""
    drawable = {str(row.placement.pk): row for row in rows if row.may_draw}
    for key, row in drawable.items():
        if f"outline-{key}" in posted:
            _take(row, " ".join(posted[f"outline-{key}"].split()), posted.get(f"seen-{key}", ""))
    lost = [name[len("outline-") :] for name in posted if name.startswith("outline-")]
    changed = [key for key in lost if key not in drawable and posted[f"outline-{key}"] != posted.get(f"seen-{key}")]
    return [posted[f"outline-{key}"][:LONGEST] for key in changed]


def _take(row, typed, seen):
    """A line that is as it was shown stays as it is stored: an older one may be none of those that are typed now."""
    if typed == seen:
        return
    row.text, row.seen = typed, seen
    try:
        row.text = written(read_outline(typed))
    except NoOutline as why:
        row.error = str(why)


def show_both(rows, now):
    """The next save knows the newer ones: the editor has now seen both."""
    for row in rows:
        stored = now.get(row.placement.pk)
        if stored is not None:
            row.stored = row.seen = stored


def overlaps(rows):
    outlined = [row for row in rows if row.points]
    return [(one, other) for one, other in combinations(outlined, 2) if overlap(one.points, other.points)]


def blocks_of(page, rows):
    """Pieces of text that a PDF gave, with their first words where those are no secret of another desk."""
    seen = {row.placement.article_id for row in rows}
    found = list(page.blocks.order_by("order").only("page", "order", "polygon", "text", "article"))
    for block in found:
        block.words = block.text[:16] if block.article_id is None or block.article_id in seen else ""
    return found
