"""The lists and forms that Django makes of a model: for each who opens the list, adds, changes, deletes, looks back."""

# model: (object, list, add, change, delete, history). None: the object matters, and it is said elsewhere.
NO = "........."
TECHNICAL = ("........r", "........w", "........w", "........w", "........r")
LABEL = ("..rrrw..w", ".....w..w", "..rrrw..w", ".....w..w", "..rrrr..r")
KEPT_BY_FINANCE = (".....w.ww", ".....w.ww", ".....w.ww", ".....w.ww", ".....r.rr")
MODELS = {
    "articles/article": ("a draft of another desk", None, None, None, None, None),
    "articles/issue": ("issue that is out", "..rrrr..r", "...www..w", None, None, "..rrrr..r"),
    "articles/page": ("page being planned", "..rrrr..r", "...www..w", None, None, "..rrrr..r"),
    "articles/correction": (
        "a correction of the desk",
        "...rrr..r",
        "...www..w",
        "...www..w",
        "........w",
        "...rrr..r",
    ),
    "articles/waiver": ("a waiver of the desk", "...rrr..r", NO, "...rrr..r", "...www..w", "...rrr..r"),
    "articles/phrase": ("a phrase", ".....r..r", ".....w..w", ".....w..w", ".....w..w", ".....r..r"),
    "articles/genre": ("a genre", *LABEL),
    "articles/channel": ("a channel", *LABEL),
    "articles/column": ("a column", "..rwww..w", "...www..w", "..rwww..w", ".....w..w", "..rrrr..r"),
    "articles/frontpage": ("the front page", "....>>..>", NO, "....ww..w", NO, "....rr..r"),
    "articles/frontblock": ("a block", ".>>>>>>>>", "....ww..w", "....ww..w", "....ww..w", "....rr..r"),
    "bylines/contributor": ("a contributor", "..rrrrrrr", "...www..w", "..rwwwrrw", "........r", "..rrrrrrr"),
    "media/photo": ("a colleague's photo", "..rrrrr.r", "..wwwww.w", None, None, "..rrrrr.r"),
    "regions/region": ("a region", "..rrrrr.r", "........w", "..rrrwr.w", "........w", "..rrrrr.r"),
    # Who composes the front page chooses a tag for a block.
    "taggit/tag": ("a tag", "....rr..r", "........w", "....rr..w", "........w", "....rr..r"),
    "intake/letter": ("a letter", "..rrrr..r", NO, None, None, None),
    "intake/source": ("a colleague's text", "..rrrr..r", ".>>>>>>>>", None, NO, None),
    "intake/consenttext": ("a consent text", ".....r..r", ".....w..w", ".....r..r", NO, ".....r..r"),
    "intake/routing": ("a way of submissions", ".....r..r", ".....w..w", ".....w..w", ".....w..w", ".....r..r"),
    "intake/printnotice": ("a notice of print", "...rrr..r", NO, "...rrr..r", NO, "...rrr..r"),
    "desk/paper": ("the paper", ".....r..r", NO, ".....w..w", NO, ".....r..r"),
    "desk/desk": ("a desk", ".....w..w", ".....w..w", ".....w..w", "........w", ".....r..r"),
    "desk/user": ("a colleague", ".....r..r", ".....w..w", None, None, None),
    "desk/auditentry": ("an entry", ".....r..r", NO, ".....r..r", NO, ".....r..r"),
    "desk/job": ("a job", ".....r..r", NO, ".....r..r", NO, ".....r..r"),
    "fees/feemonth": ("a month that is closed", ".....r.rr", NO, ".....r.rr", NO, ".....r.rr"),
    "fees/ledgerline": ("a line", ".....r.rr", NO, ".....r.rr", NO, ".....r.rr"),
    "fees/storygrade": ("a grade of a story", "...rrr.rr", NO, "...rrr.rr", NO, "...rrr.rr"),
    "fees/ratecard": ("a rate card", *KEPT_BY_FINANCE),
    "fees/lengthrule": ("a length rule", *KEPT_BY_FINANCE),
    "fees/grade": ("a grade", "...rrw.ww", ".....w.ww", "...rrw.ww", ".....w.ww", "...rrr.rr"),
    "auth/group": ("a group", *TECHNICAL),
    "redirects/redirect": ("a forwarded address", *TECHNICAL),
    "sites/site": ("a site", *TECHNICAL),
    "django_tasks_database/dbtaskresult": ("a task", "........r", NO, "........r", NO, "........r"),
}
# Beside the one that stands for all: what another object changes of it.
MORE = {
    "/admin/articles/waiver/{}/delete/": {"a waiver of another desk": "....ww..w"},
    "/admin/articles/waiver/{}/change/": {"a waiver of another desk": "....rr..r"},
    "/admin/articles/correction/{}/change/": {
        "a correction of another desk": "...rww..w",
        "a correction of what another desk withdrew": "....ww..w",
    },
}
VIEWS = ("", "add/", "{}/change/", "{}/delete/", "{}/history/")


def of_models(models):
    """The short address of a record leads to its form, which asks."""
    found = {}
    for model, (thing, *cells) in models.items():
        for view, expected in zip(VIEWS, cells, strict=True):
            if expected is not None:
                address = f"/admin/{model}/{view}"
                found[address] = {thing: expected, **MORE.get(address, {})} if "{}" in view else expected
        if model != "articles/article":
            found[f"/admin/{model}/{{}}/"] = {thing: ".>>>>>>>>"}
    return found
