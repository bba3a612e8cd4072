"""Issues, their pages, the board and the front page: they belong to no desk."""

ISSUES = ("issue that is out", "issue before its hour", "issue being planned")
PAGES = ("page that is out", "page before its hour", "page being planned")


def each(things, cells):
    return dict.fromkeys(things, cells)


PLANNING = {
    "/admin/articles/issue/{}/change/": each(ISSUES, "..rwww..w"),
    "/admin/articles/issue/{}/delete/": each(ISSUES, ".") | {"empty issue": "...www..w"},
    "/admin/articles/issue/{}/unsign/": {
        "issue before its hour": ".....w..w",
        "issue that is out": ".",
        "issue being planned": ".",
    },
    "/admin/articles/issue/{}/move-hour/": {"issue before its hour": ".....w..w", "issue that is out": "."},
    "/admin/articles/issue/{}/checks/": each(ISSUES, "..rrrr..r"),
    "/admin/articles/issue/{}/waive/none/": each(ISSUES, "."),
    "/admin/articles/issue/{}/export/tagged/": each(ISSUES, "...rrr..r"),
    "/admin/articles/page/{}/change/": each(PAGES, "..rwww..w"),
    "/admin/articles/page/{}/delete/": {
        "page that is out": ".",
        "page before its hour": "...www..w",  # it has no story
        "page being planned": ".",
        "empty page": "...www..w",
    },
    "/admin/articles/page/{}/hotspots/": each(PAGES, "...www..w"),
    "/admin/articles/page/{}/export/tagged/": each(PAGES, "...rrr..r"),
    "/admin/articles/page/{}/export/tagged/?originals": each(PAGES[2:], "...rrr..r"),
    "/admin/board/issue/": "...ppp..p",
    "/admin/board/{}/": each(ISSUES, "..rrrr..r"),
    "/admin/board/{}/move/": each(ISSUES, "..pppp..p"),  # each act asks for its own right
    "/admin/board/{}/undo/": each(ISSUES, "..pppp..p"),
    "/admin/board/{}/add/": each(ISSUES, "..pppp..p"),
    "/admin/board/{}/page/": each(ISSUES, "..pppp..p"),
}
