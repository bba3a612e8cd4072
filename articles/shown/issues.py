"""An issue comes out, is changed or goes: its own pages, those of its neighbours, and of the stories that it prints."""

from articles.models.issue import Issue
from articles.models.placement import Placement
from articles.shown.looks import has_others_in
from articles.shown.words import RANKING, Said
from pagecache.changing import changed, is_on

FIELDS = ("date", "edition", "number", "last_number", "published_at")
NAMED = ("date", "edition")  # in its address, and in the order of the issues
END = "none"  # beside the newest issue, and beside the first one


def note_issue(issue, before, now):
    said = Said()
    was, hour = is_seen(before, said.now), now and now["published_at"]
    is_out = is_seen(now, said.now)
    has_moved = before and now and any(before[name] != now[name] for name in NAMED)
    if was and (not is_out or has_moved):
        leaves(said, issue, before)
    if (is_out and (not was or has_moved)) or (hour and not is_out):
        comes(said, issue, now, hour)
    if was and is_out:
        said.add({("issue", issue.pk)} | (sitemaps(now) if before["published_at"] != hour else set()))
    said.say()


def is_seen(values, now):
    return bool(values and values["published_at"] and values["published_at"] <= now)


def leaves(said, issue, values):
    said.add({("on_to", issue.pk), ("back_to", issue.pk), *places(issue, values)})
    note_stories(said, issue, None)
    note_newest(said, issue, values, None)
    note_year(said, issue, values, None)


def comes(said, issue, values, hour):
    at = hour if hour > said.now else None
    before, after = beside(issue, values, at)
    said.add({("back_to", before), ("on_to", after), *places(issue, values)}, at)
    note_stories(said, issue, at)
    note_newest(said, issue, values, at)
    note_year(said, issue, values, at)


def places(issue, values):
    day = values["date"].isoformat()
    return {("issue", issue.pk), ("date", day), ("year", day[:4]), RANKING, *sitemaps(values)}


def sitemaps(values):
    day = values["date"]
    return {("sitemap", f"issue-{day.year}"), ("sitemap", "index")}


def beside(issue, values, at):
    """The issues between which it comes, by their keys."""
    others = Issue.objects.published(at).exclude(pk=issue.pk)
    here = Issue(date=values["date"], edition=values["edition"])
    return [getattr(rows.only("pk").first(), "pk", END) for rows in (others.before(here), others.after(here))]


def note_stories(said, issue, at):
    """Those that readers know from the web already say now where they are printed; and what stood beside a paper as
    being on the web alone stands there no more."""
    rows = Placement.objects.filter(page__issue=issue.pk, article__published_at__isnull=False)
    for row in rows.select_related("article").only("article__published_at").order_by():
        note_in_print(said, row.article, [at])


def note_in_print(said, article, hours):
    """At these hours issues come out in which it stands. Its own page does not know of them before."""
    from articles.filed_under import day_of

    for at in hours:
        if at is None or at > said.now:
            said.add({("article", article.pk), ("web_only", day_of(article))}, at)


def note_newest(said, issue, values, at):
    """The front page is that of the newest issue."""
    newest = Issue.objects.published(at).exclude(pk=issue.pk).only("date", "edition").first()
    if newest is None or stands_before(values, newest):
        said.add({("front", "issue")}, at)


def stands_before(values, other):
    """The newest day first; on one day the main paper, whose edition is empty."""
    return values["date"] > other.date or (values["date"] == other.date and values["edition"] < other.edition)


def note_year(said, issue, values, at):
    year, when = values["date"].year, at or said.now
    if not has_others_in(year, when, issue=issue.pk):
        said.add({("years", "all")}, at)


PAGE = ("issue", "label", "name", "position", "duty_editor", "key", "picture", "pdf")


def note_page(page, before, now):
    """Its name and label stand on every page of its issue, and on those of its stories."""
    before, now = before or {}, now or {}
    different = {name for name in PAGE if before.get(name) != now.get(name)}
    said = Said()
    if different & {"key", "picture", "pdf"}:
        said.add({("page_files", page.pk)})
    if "duty_editor" in different:
        said.add({("own_page", f"page:{page.pk}")})
    if different & {"label", "name"}:
        said.add({("page", page.pk)})
    if different & {"issue", "label", "position"}:
        note_order(said, {values["issue"] for values in (before, now) if values})
    said.say()


def note_order(said, issues):
    """Pages lead to those beside them; the sitemap names them in their order."""
    said.add(("pages", issue) for issue in issues)
    for day in Issue.objects.published().filter(pk__in=issues).values("date"):
        said.add(sitemaps(day) - {("sitemap", "index")})


def note_hotspot(placement, before, now):
    """Where a story stands on a page is told with its versions; its outline is none of them."""
    if before and now and before["hotspot"] != now["hotspot"]:
        changed(("hotspots", now["page"]))


def note_hotspots(page):
    if is_on():
        changed(("hotspots", page.pk))
