"""Photos, letters, source texts, accounts: one's own and those of others."""

PHOTO, LETTER, USER = "/admin/media/photo/{}", "/admin/intake/letter/{}", "/admin/desk/user/{}"
CHANGED = {
    "an own photo": "..wwwww.w",
    "a colleague's photo": "..rwwwr.w",
    "a photo of another desk's draft": "..rrwwr.w",
}
LETTERS = {"a letter": "....rr..r", "a letter of the desk's draft": "..rrrr..r"}
TAKEN = {"a letter": "....pp..p", "a letter of the desk's draft": "..pppp..p"}

THINGS = {
    f"{PHOTO}/change/": CHANGED,
    f"{PHOTO}/delete/": {
        "an own photo": "..wwwww.w",
        "a colleague's photo": "...www..w",
        "a photo of another desk's draft": "..>>>>>.>",  # back to its form: what a story shows stays
    },
    f"{PHOTO}/look/": dict.fromkeys(CHANGED, "..rrrrr.r"),
    f"{PHOTO}/original/": {"an own photo": "..rrrrr.r", "a colleague's photo": "...rrr..r"},
    f"{PHOTO}/original/1/": {"a colleague's photo": "."},  # none was replaced
    "/admin/media/photo/upload/": "..wwwww.w",
    "/admin/media/photo/upload/file/": "..ppppp.p",
    "/admin/media/photo/upload/{}/delete/": {"an own photo": "..ppppp.p", "a colleague's photo": "...ppp..p"},
    "/admin/media/photo/captions/": "..wwwww.w",
    "/admin/media/photo/captions/?photos={}": {"a photo of another desk's draft": "..wwwww.w"},  # a table without it
    "/admin/media/photo/sheet/": "..rrrrr.r",
    f"{LETTER}/change/": LETTERS,
    f"{LETTER}/mail/": LETTERS,
    f"{LETTER}/files/1/": dict.fromkeys(LETTERS, "."),  # they brought none
    f"{LETTER}/hand-on/": TAKEN,
    f"{LETTER}/settle/": TAKEN,
    f"{LETTER}/take-up/": TAKEN,
    f"{LETTER}/become/": {**dict.fromkeys(LETTERS, "."), "a letter of the form": "....pp..p"},
    f"{LETTER}/decline/": {**dict.fromkeys(LETTERS, "."), "a letter of the form": "....pp..p"},
    f"{LETTER}/contact/": {**dict.fromkeys(LETTERS, "."), "a letter of the form": ".....p..p"},
    "/admin/own-links/{}/": {"a contributor": "...www..w"},
    f"{LETTER}/delete/": dict.fromkeys(LETTERS, "........w"),
    f"{LETTER}/history/": LETTERS,
    "/admin/intake/source/{}/change/": {"an own text": "..rrrr..r", "a colleague's text": "....rr..r"},
    "/admin/intake/source/{}/history/": {"an own text": "..rrrr..r", "a colleague's text": "....rr..r"},
    "/admin/intake/source/intake/": "..wwww..w",
    "/admin/intake/source/intake/file/": "..pppp..p",
    "/admin/intake/source/intake/none/1/page/": ".",
    f"{USER}/change/": {"a colleague": ".....w..w", "a superuser": ".....r..w", "their own": ".....w..w"},
    f"{USER}/history/": {"a colleague": ".....r..r", "a superuser": ".....r..r"},
    f"{USER}/delete/": {"a colleague": "........w", "a superuser": "........w"},
    f"{USER}/password/": {"a colleague": ".....w..w", "a superuser": "........w", "their own": ".....w..w"},
    f"{USER}/security/": {"a colleague": ".....w..w", "a superuser": "........w", "their own": ".....>..>"},
    "/admin/desk/user/shut-doors/": ".....w..w",
    "/admin/articles/phrase/paste/": ".....w..w",
    "/admin/bylines/contributor/{}/private/": {"a contributor": ".....w.rw"},
    "/admin/bylines/contributor/{}/unmerge/": {"a contributor": "."},  # nobody was merged into them
    "/admin/bylines/contributor/merge/": ".",  # it wants two people
    "/admin/bylines/contributor/doubles/": "....rr..r",
    "/admin/bylines/contributor/export/": "...www..w",
    "/admin/bylines/contributor/import/": "...www..w",
}
