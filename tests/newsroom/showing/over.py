"""What is dropped in vain, each with its reason."""

# What is said to change though a page reads the same: by the kind of page and of key, each with its reason.
OVER = {
    **dict.fromkeys(
        [("article_ninjs", key) for key in ("headline", "placements", "pages", "page", "issue", "length", "hotspots")],
        "it is made of the parts of the story's page, its neighbours in print among them, and prints fewer",
    ),
    ("article_ninjs", "article"): "where the names under its pictures lead to is printed on the page alone",
    **dict.fromkeys(
        [(page, key) for page in ("article_page", "article_ninjs") for key in ("column", "channel")],
        "of a withdrawn story its column and channel are read before that is known",
    ),
    **dict.fromkeys(
        [("page_picture", key) for key in ("page", "pages", "column", "issue")],
        "it is made of the parts of the page itself, which names the issue, the other pages and columns",
    ),
    ("article_page", "issue"): "where a withdrawn story stood is read with the number of the issue",
    ("article_page", "pages"): "a page that comes or moves may be the next one or not",
    ("article_page", "related"): "which older stories a story leads to is not made anew to see whether they changed",
    ("front_page", "line"): "the places of its stories are named once, all together",
    ("front_page", "entry"): "of its lead it prints neither the authors nor what it is filed under",
    ("page_page", "line"): "where its stories play is not printed there",
    **dict.fromkeys(
        [(f"{kind}_feed", "entry") for kind in ("channel", "column", "contributor", "latest", "region", "tag")],
        "a feed prints neither kicker nor subheadline nor captions",
    ),
    ("ranking_page", "ranking"): "of whom a figure changed, and whether among the correspondents, is not looked up",
    ("sitemap_index", "sitemap"): "the newest moment of a file is not looked up, nor whether a list is its first",
    **dict.fromkeys(
        [(f"{kind}_feed", "column") for kind in ("channel", "contributor", "latest", "region", "tag")],
        "a feed prints a column's name and not its address",
    ),
}
