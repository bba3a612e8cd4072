"""
Who may do what. `RIGHTS` is the matrix that docs/RIGHTS.md prints and the tests walk: a group's permissions are the sum
of its acts, and set_up writes them to the database.
"""

from django.contrib.auth.models import Group, Permission
from django.db import transaction

REPORTER, DESK_EDITOR, EDITOR, CHIEF, PHOTOGRAPHER = "记者", "部门编辑", "编辑", "总编", "摄影"
FINANCE = "财务"

_LOOK = ["regions.view_region", "bylines.view_contributor", "articles.view_issue", "articles.view_page"]
_LABELS = ["articles.view_genre", "articles.view_channel", "articles.view_column"]
_STORY_ROWS = [
    f"{app}.{verb}_{row}"
    for app, row in [("bylines", "byline"), ("articles", "articleregion"), ("articles", "illustration")]
    for verb in ("add", "change", "delete", "view")
]

# act: the permissions that it takes
ACTS = {
    "create": ["articles.add_article", "articles.view_article", *_LOOK, *_LABELS, *_STORY_ROWS, "media.view_photo"],
    "edit_own": ["articles.change_article", "articles.view_placement", "articles.view_doubt"],
    "delete_own": ["articles.delete_article"],
    "edit_others": [
        "articles.edit_others_article",
        *[f"articles.{verb}_{row}" for row in ("issue", "page") for verb in ("add", "change")],
        *[f"articles.{verb}_placement" for verb in ("add", "change", "delete")],
        "articles.change_doubt",
        *[f"articles.{verb}_waiver" for verb in ("add", "delete", "view")],
        *[f"articles.{verb}_correction" for verb in ("add", "change", "view")],
        *[f"articles.{verb}_column" for verb in ("add", "change")],
        "media.change_photo",
        "media.change_others_photo",
        "media.download_original_photo",
    ],
    "all_desks": ["articles.see_all_desks_article", "articles.all_desks_article"],
    "delete_empty": ["articles.delete_issue", "articles.delete_page"],
    "photos": [
        "media.add_photo",
        "media.change_photo",
        "media.delete_photo",
        "media.view_photo",
        "regions.view_region",
        "bylines.view_contributor",
        *[f"bylines.{verb}_byline" for verb in ("add", "change", "delete", "view")],
    ],
    "review": ["articles.review_article"],
    "publish": ["articles.publish_article"],
    "withdraw": ["articles.withdraw_article"],
    "sign": ["articles.sign_article", "articles.publish_issue"],
    "compose": [
        "articles.view_frontpage",
        "articles.change_frontpage",
        "taggit.view_tag",  # a block of one tag
        *[
            f"articles.{verb}_{row}"
            for row in ("frontblock", "frontsecond", "frontpick")
            for verb in ("add", "change", "delete", "view")
        ],
    ],
    "export": ["articles.export_article"],
    "register": [
        *[f"bylines.{verb}_contributor" for verb in ("add", "change", "view")],
        *[f"bylines.{verb}_{row}" for row in ("term", "penname") for verb in ("add", "change", "delete", "view")],
    ],
    "merge": ["bylines.merge_contributor"],
    "private": ["bylines.view_privatedetails", "bylines.change_privatedetails"],
    "tally": ["articles.view_printed"],
    "correspondents": ["intake.add_ownlink", "intake.view_printnotice", "intake.change_printnotice"],
    "grade": [
        *[f"fees.{verb}_{row}" for row in ("storygrade", "division") for verb in ("add", "view")],
        "fees.view_grade",
    ],
    "fees": [
        *[f"fees.{verb}_{row}" for row in ("ratecard", "lengthrule", "grade") for verb in ("add", "change", "delete")],
        *[f"fees.view_{row}" for row in ("ratecard", "lengthrule", "grade", "storygrade", "division")],
        *["fees.view_feemonth", "fees.view_ledgerline", "fees.close_feemonth", "fees.pay_feemonth"],
        *["bylines.view_contributor", "bylines.view_privatedetails"],
    ],
    "approve_fees": ["fees.approve_feemonth", "fees.view_feemonth", "fees.view_ledgerline"],
    "settings": [
        "desk.view_paper",
        "desk.change_paper",
        "desk.view_auditentry",
        "desk.view_job",
        "desk.retry_job",
        *[f"desk.{verb}_{row}" for row in ("desk", "user") for verb in ("add", "change", "view")],
        *[f"articles.{verb}_{row}" for row in ("genre", "channel", "column") for verb in ("add", "change", "delete")],
        *[f"articles.{verb}_phrase" for verb in ("add", "change", "delete", "view")],
        *[f"regions.{verb}_regionalias" for verb in ("add", "change", "delete", "view")],
        "regions.change_region",
        *[f"intake.{verb}_consenttext" for verb in ("add", "view")],
        *[f"intake.{verb}_routing" for verb in ("add", "change", "delete", "view")],
    ],
}

OF_AN_EDITOR = [
    *("create", "edit_own", "delete_own", "edit_others", "delete_empty"),
    *("photos", "review", "publish", "export", "register", "tally", "correspondents", "grade"),
]
RIGHTS = {
    REPORTER: ["create", "edit_own", "delete_own", "photos"],
    DESK_EDITOR: OF_AN_EDITOR,
    EDITOR: [*OF_AN_EDITOR, "all_desks", "compose", "merge"],
    CHIEF: list(ACTS),
    PHOTOGRAPHER: ["photos"],
    FINANCE: ["fees", "approve_fees", "tally"],
}


def permissions_of(group_name):
    """The group's permissions as "app.codename", each once."""
    return {permission for act in RIGHTS[group_name] for permission in ACTS[act]}


@transaction.atomic
def write_groups():
    """
    Gives each group of the house what the matrix says and takes nothing away: what a paper added by hand stays, and so
    does a right that an earlier version gave and this one no longer names.
    """
    known = {
        f"{row.content_type.app_label}.{row.codename}": row for row in Permission.objects.select_related("content_type")
    }
    for name in RIGHTS:
        group, _made = Group.objects.get_or_create(name=name)
        group.permissions.add(*[known[permission] for permission in permissions_of(name)])
