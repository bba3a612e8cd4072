"""A story's addresses. Who sees it and who works on it: docs/RIGHTS.md, Whose stories."""

SEEN = {
    "an own draft": "..rrrr..r",
    "a draft of the desk": "..rrrr..r",
    "a draft of another desk": "....rr..r",
    "a draft of no desk": "....rr..r",
    "handed in, of another desk": "....rr..r",
    "under embargo, of the desk": "..rrrr..r",
    "under embargo, of another desk": "....rr..r",
    "published, of another desk": "..rrrr..r",
    "withdrawn, of the desk": "..rrrr..r",
    "withdrawn, of another desk": "....rr..r",
}
CHANGED = {
    "an own draft": "..wwww..w",
    "a draft of the desk": "..rwww..w",
    "a draft of another desk": "....ww..w",
    "a draft of no desk": "....ww..w",
    "handed in, of the desk": "..rwww..w",
    "handed in, of another desk": "....ww..w",
    # What is signed off is changed by whoever may sign.
    "signed off, of the desk": "..rrrw..w",
    "under embargo, of the desk": "..rrrw..w",
    "under embargo, of another desk": "....rw..w",
    "published, of the desk": "..rwww..w",
    "published, of another desk": "..rrww..w",
    "withdrawn, of another desk": "....ww..w",
}


def with_letters(rows, **letters):
    """The same visitors, who find something else there."""
    return {thing: cells.translate(str.maketrans(letters)) for thing, cells in rows.items()}


FEW = ("an own draft", "a draft of the desk", "a draft of another desk", "published, of another desk")
SEEN_FEW = {thing: SEEN[thing] for thing in (*FEW, "withdrawn, of another desk")}
CHANGED_FEW = {thing: CHANGED[thing] for thing in (*FEW, "signed off, of the desk")}
EXPORTED = {
    "an own draft": "...rrr..r",
    "a draft of the desk": "...rrr..r",
    "a draft of another desk": "....rr..r",
    "under embargo, of another desk": "....rr..r",
    "published, of another desk": "....rr..r",
    "withdrawn, of another desk": ".",
}
OF_ONE = "/admin/articles/article/{}"

STORIES = {
    f"{OF_ONE}/change/": CHANGED,
    f"{OF_ONE}/delete/": {
        "an own draft": "..wwww..w",
        "a draft of the desk": "........w",
        "a draft of another desk": "........w",
        "handed in, of the desk": ".",
        "under embargo, of the desk": ".",
        "published, of the desk": ".",
        "withdrawn, of the desk": ".",
    },
    f"{OF_ONE}/history/": SEEN,
    f"{OF_ONE}/history/compare/": with_letters(SEEN_FEW, r=">"),
    f"{OF_ONE}/history/1/": SEEN_FEW,
    f"{OF_ONE}/history/1/bring-back/": with_letters(CHANGED_FEW, w="p", r="."),
    f"{OF_ONE}/preview/": SEEN,
    f"{OF_ONE}/review/": with_letters(SEEN_FEW, r="p"),  # what it does is asked of the verb
    f"{OF_ONE}/review-sheet/": SEEN_FEW,
    f"{OF_ONE}/notes/": with_letters(SEEN, r="w"),
    f"{OF_ONE}/act/": with_letters(SEEN_FEW, r="p"),  # likewise
    f"{OF_ONE}/waive/none/": dict.fromkeys(SEEN_FEW, "."),  # nothing was found there
    f"{OF_ONE}/photos/": with_letters(CHANGED, r="."),
    f"{OF_ONE}/preview-links/": {
        "an own draft": "..wwww..w",
        "a draft of the desk": "...www..w",
        "a draft of another desk": "....ww..w",
        "signed off, of the desk": "...www..w",
        "published, of another desk": "....ww..w",
    },
    f"{OF_ONE}/wechat/": {**EXPORTED, "withdrawn, of another desk": "....>>..>"},
    f"{OF_ONE}/wechat/content/": EXPORTED,
    f"{OF_ONE}/wechat/copied/": with_letters(EXPORTED, r="p"),
    f"{OF_ONE}/export/word/": {**EXPORTED, "withdrawn, of another desk": "....>>..>"},
    f"{OF_ONE}/export/tagged/": {**EXPORTED, "withdrawn, of another desk": "....>>..>"},
    f"{OF_ONE}/": {"a draft of another desk": ".>>>>>>>>"},  # to its form, which asks
    "/admin/articles/article/": "..rrrr..r",
    "/admin/articles/article/?q=机密": "..rrrr..r",
    "/admin/articles/article/add/": "..wwww..w",
    "/admin/articles/article/check-words/": "..pppp..p",
    "/admin/articles/article/preview-body/": "..pppp..p",
    "/admin/articles/article/open/": ".pppppppp",  # whoever may not write is told so
    "/admin/articles/article/open/words/": ".rrrrrrrr",  # the own ones
    "/admin/articles/article/open/discard/": ".",  # there are none
    "/admin/articles/article/photos/": "..rrrr..r",
    "/admin/articles/article/with-photos/": "..pppp..p",
}
