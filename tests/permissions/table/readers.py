"""What readers ask for: nobody has more of it than anybody, but for files whose hour has not come or is over."""

ISSUES = {
    "day that is out": "r",
    "day and edition that is out": "r",
    "day before its hour": ".",
    "day being planned": ".",
}
STORIES = {
    "published, of the desk": "r",
    "published, of another desk": "r",
    "withdrawn, of the desk": "x",
    "withdrawn, of another desk": "x",
    "under embargo, of the desk": ".",
    "under embargo, of another desk": ".",
    "signed off, of the desk": ".",
    "handed in, of the desk": ".",
    "an own draft": ".",
    "a draft of another desk": ".",
}
LINKS = {"that is live": "r", "that is over": "x", "that was revoked": "x"}

READERS = {
    "/": "r",
    "/issues/": "r",
    "/issues/2023/": "r",
    "/issues/{}/": ISSUES,
    "/issues/{}/02/": ISSUES,
    "/issues/{}/02/picture/": ISSUES,
    "/articles/{}/": STORIES,
    "/articles/{}.ninjs.json": STORIES,
    "/regions/": "r",
    "/regions/330681/": "r",
    "/contributors/": "r",
    "/contributors/{}/": {"a contributor": "r"},
    "/rankings/": "r",
    "/rankings/1999/": ".",  # before the day in the paper's record
    "/columns/": "r",
    "/columns/{}/": {"slug of a column": "r"},
    "/channels/": "r",
    "/channels/{}/": {"slug of a channel": "r"},
    "/tags/": "r",
    "/tags/{}/": {"slug of a tag": "r"},
    "/corrections/": "r",
    "/preview/{}/": {f"link {which}": cell for which, cell in LINKS.items()} | {"link that is forged": "x"},
    "/preview/{}": {f"picture of a link {which}": cell for which, cell in LINKS.items()},
    "/submit/": "w",
    "/my/": "r",  # no mail server: nothing is asked for
    "/my/{}/": {f"own link {which}": {"r": "w"}.get(cell, cell) for which, cell in LINKS.items()}
    | {"own link that is forged": "x"},
    "/files/{}": {
        "file of a photo": "r",
        "file of an expired photo": "..rrrrr.r",
        "file of a photo under embargo": "..rrrrr.r",
        "file of a page that is out": "r",
        "file of a page before its hour": "..rrrr..r",
        "an original": ".",
    },
    "/search/?q=机密": "r",
    "/search/suggest/?q=机密": "r",
    "/opensearch.xml": "r",
    "/feeds/": "r",
    "/feeds/latest.atom": "r",
    "/feeds/regions/330681.atom": "r",
    "/feeds/contributors/{}.atom": {"a contributor": "r"},
    "/feeds/channels/{}.atom": {"slug of a channel": "r"},
    "/feeds/columns/{}.atom": {"slug of a column": "r"},
    "/feeds/tags/{}.atom": {"slug of a tag": "r"},
    "/feeds/corrections.atom": "r",
    "/sitemap.xml": "r",
    "/sitemap-news.xml": "r",
    "/sitemaps/paper.xml": "r",
    "/sitemaps/stories-0.xml": "r",
    "/sitemaps/issues-2023.xml": "r",
    "/sitemaps/issues-2023-3.xml": ">",  # as it was called before
    "/sitemaps/tag-0.xml": "r",
    "/paper/{}.css": {"another version": ">"},
    "/paper/1/masthead": ".",  # the paper has none
    "/healthz": "r",
    "/healthz/live": "r",
    "/healthz/ready": "r",
    "/metrics": "r",  # from this machine
    "/robots.txt": "r",
    "/.well-known/security.txt": ".",  # nobody is named
}
