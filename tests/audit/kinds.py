"""The kinds of pages, each with the example of it that is audited."""

from typing import NamedTuple

HTML, ATOM, SITEMAP, NINJS, DESK = "html", "atom", "sitemap", "ninjs", "desk"


class Page(NamedTuple):
    """tells: types of schema.org that must stand in it. unlisted: it asks search engines to leave it out."""

    kind: str
    path: str
    sort: str = HTML
    status: int = 200
    tells: tuple[str, ...] = ()
    unlisted: bool = False

    @property
    def file(self):
        """A name that fits a file."""
        return self.kind.replace(" ", "-").replace(":", "")


MAPS = "sitemap_"  # how the names of sitemaps begin, of which there are as many as the index says
STORY = ("NewsArticle", "BreadcrumbList")


def named_pages(found):
    """`found`: {name: path} of arrange.py. What the newsroom does not have (yet) is left out."""
    known = [page._replace(path=found[page.path]) for page in PAGES if page.path in found]
    at = next(place for place, page in enumerate(known) if page.sort == NINJS)
    return (
        known[:at] + [Page(sitemap(name), found[name], SITEMAP) for name in found if name.startswith(MAPS)] + known[at:]
    )


def sitemap(name):
    return f"sitemap: {name.removeprefix(MAPS)}"


# For the path the name by which arrange.py knows it.
PAGES = [
    Page("front", "front", tells=("NewsMediaOrganization",)),
    Page("front, large print", "front_large"),
    Page("calendar", "calendar"),
    Page("calendar of a year", "calendar_year"),
    Page("issue", "issue"),
    Page("page, drawn map", "page"),
    Page("page, picture", "page_with_picture"),
    Page("page picture", "page_picture", unlisted=True),
    Page("page picture, drawn", "page_map", unlisted=True),
    Page("story", "story", tells=STORY),
    Page("story, correction", "story_corrected", tells=STORY),
    Page("story, photos", "story_with_photos", tells=STORY),
    Page("story, reprinted", "story_reprinted", tells=STORY),
    Page("story, large print", "story_large", tells=STORY),
    Page("regions", "regions"),
    Page("region", "region"),
    *[Page(f"list of {name}", name) for name in ("channels", "columns", "tags", "contributors", "feeds")],
    Page("contributor", "contributor"),
    Page("column", "column"),
    Page("channel", "channel"),
    Page("tag", "tag"),
    Page("corrections", "corrections"),
    Page("search", "search", unlisted=True),
    Page("search, found", "search_found", unlisted=True),
    Page("search, nothing found", "search_empty", unlisted=True),
    Page("handing in", "submit"),
    Page("ranking", "ranking"),
    Page("not found (404)", "missing", status=404),
    Page("withdrawn (410)", "withdrawn", status=410),
    *[
        Page(f"feed: {name}", f"feed_{name}", ATOM)
        for name in ("latest", "region", "contributor", "column", "channel", "tag", "corrections")
    ],
    Page("ninjs: story", "ninjs_story", NINJS),
    Page("ninjs: correction", "ninjs_corrected", NINJS),
    Page("ninjs: photos", "ninjs_photos", NINJS),
    Page("ninjs: withdrawn", "ninjs_withdrawn", NINJS, status=410),
    Page("desk: login", "login", DESK),
    Page("desk: board", "desk_board", DESK),
    Page("desk: stories", "desk_stories", DESK),
    Page("desk: a story", "desk_story", DESK),
    Page("desk: waiting", "desk_waiting", DESK),
    Page("desk: page", "desk_page", DESK),
    Page("desk: hotspots", "desk_hotspots", DESK),
    Page("desk: issue", "desk_issue", DESK),
    Page("desk: front page", "desk_front", DESK),
    Page("desk: photos", "desk_photos", DESK),
    Page("desk: a photo", "desk_photo", DESK),
    Page("desk: intake", "desk_intake", DESK),
    Page("desk: handbook", "desk_handbook", DESK),
]
