"""What the lists offer to do with the records that are ticked: model, act, and whom it is offered to."""

DELETED = {
    **dict.fromkeys(("fees/ratecard", "fees/lengthrule", "fees/grade"), ".....w.ww"),
    "articles/article": "..wwww..w",
    "articles/issue": "...www..w",
    "articles/page": "...www..w",
    "articles/waiver": "...www..w",
    "articles/phrase": ".....w..w",
    "articles/genre": ".....w..w",
    "articles/channel": ".....w..w",
    "articles/column": ".....w..w",
    "articles/frontblock": "....ww..w",
    "intake/routing": ".....w..w",
    "media/photo": "..wwwww.w",
}
ACTS = {
    "articles/article": {
        "submit": "..wwww..w",
        "recall": "..wwww..w",
        "publish": "...www..w",
        "schedule": "...www..w",
        "unschedule": "...www..w",
        "send_back": "...www..w",
        "withdraw": ".....w..w",
        "restore": ".....w..w",
    },
    "articles/issue": {"sign_and_publish": ".....w..w"},
    "bylines/contributor": {"compare_two": "....ww..w"},
    "media/photo": {
        "caption_selected": "..wwwww.w",
        "download_originals": "..wwwww.w",
        "print_contact_sheet": "..wwwww.w",
        "start_story": "..wwww..w",
    },
    "desk/job": {"try_again": ".....w..w"},
    "intake/printnotice": {"copy_words": "...www..w", "tick_off": "...www..w"},
}
# What nobody deletes, and what only superusers do.
NEVER = (
    *("intake/consenttext", "intake/printnotice"),
    *("articles/frontpage", "intake/source", "desk/paper", "desk/auditentry", "desk/job"),
    "django_tasks_database/dbtaskresult",
    *("fees/feemonth", "fees/ledgerline", "fees/storygrade"),
)


def acts_of(model):
    """{act: cells}"""
    own = ACTS.get(model, {})
    return own if model in NEVER else {**own, "delete_selected": DELETED.get(model, "........w")}
