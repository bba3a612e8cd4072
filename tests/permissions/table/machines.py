"""The doors of the desk, and what stands there for everybody who has come in."""

DOORS = {
    "/admin/login/": "w>>>>>>>>",
    "/admin/login/code/": ".",  # for whoever stands between the two doors
    "/admin/second-factor/": ".wwwwwwww",
    "/admin/my-security/": ".wwwwwwww",
    "/admin/logout/": ".pppppppp",
    "/admin/password_change/": ".wwwwwwww",
    "/admin/password_change/done/": ".rrrrrrrr",
}
# The fields in which one types and is offered records: for whoever may look at what is offered.
OFFERS = {
    "articles.article.column": "..rrrr..r",
    "articles.articleregion.region": "..rrrrr.r",
    "articles.correction.article": "..rrrr..r",
    "articles.correction.printed_on": "..rrrr..r",
    "articles.frontblock.channel": "..rrrr..r",
    "articles.frontblock.column": "..rrrr..r",
    "articles.frontblock.region": "..rrrrr.r",
    "articles.frontblock.tag": "....rr..r",
    "articles.frontpage.lead": "..rrrr..r",
    "articles.frontpick.article": "..rrrr..r",
    "articles.frontsecond.article": "..rrrr..r",
    "articles.illustration.photo": "..rrrrr.r",
    "articles.page.issue": "..rrrr..r",
    "articles.placement.article": "..rrrr..r",
    "articles.placement.page": "..rrrr..r",
    "bylines.byline.contributor": "..rrrrrrr",
    "bylines.contributor.region": "..rrrrr.r",
    "bylines.contributor.user": ".....r..r",
    "desk.user.desks": ".....r..r",
    "intake.routing.column": "..rrrr..r",
    "intake.routing.region": "..rrrrr.r",
    "media.photo.region": "..rrrrr.r",
    "regions.region.parent": "..rrrrr.r",
    "regions.region.successors": "..rrrrr.r",
    # No form asks there in this way; who does gets the same answer.
    "desk.auditentry.by": ".....r..r",
    "desk.user.groups": "........r",
    "articles.article.version": ".",
}


def offers(field):
    app, model, name = field.split(".")
    return f"/admin/autocomplete/?app_label={app}&model_name={model}&field_name={name}&term="


DESK = {
    "/admin/": ".rrrrrrrr",
    "/admin/?date=2023-03-04": ".rrrrrrrr",
    "/admin/waiting/": "..rrrr..r",
    "/admin/system/": "........w",
    # Everybody's figures by permission; who sees the register without it sees the own ones.
    "/admin/tally/": "..rrrrrrr",
    "/admin/tally/stories/?year=2023": "..>rrr>rr",
    "/admin/tally/files/table/?year=2023": "..>rrr>rr",
    "/admin/tally/files/book/?year=2023": "..>rrr>rr",
    "/admin/tally/files/csv-utf-8/?year=2023": "..>rrr>rr",
    "/admin/tally/files/none/": ".",
    "/admin/tally/statements/?year=2023": "...rrr.rr",
    "/admin/tally/statements/{}/2023/": {"a contributor": "...rrr.rr"},
    "/admin/my-settings/": ".wwwwwwww",
    "/admin/notices/": ".rrrrrrrr",
    "/admin/notices/{}/": {"an own notice": ".>>>>>>>>", "a colleague's notice": "."},
    "/admin/notices/read/": ".pppppppp",
    "/admin/notices/unread/": ".rrrrrrrr",
    "/admin/handbook/": ".rrrrrrrr",
    "/admin/handbook/writing/": ".rrrrrrrr",
    "/admin/handbook/pictures/none.webp": ".",
    "/admin/jsi18n/": ".rrrrrrrr",
    "/admin/nothing-here/": ".",
    # An app is there for whoever may open one of its lists.
    "/admin/articles/": "..rrrr..r",
    "/admin/media/": "..rrrrr.r",
    "/admin/bylines/": "..rrrrrrr",
    "/admin/regions/": "..rrrrr.r",
    "/admin/intake/": "..rrrr..r",
    "/admin/desk/": ".....r..r",
    "/admin/auth/": "........r",
    "/admin/taggit/": "....rr..r",
    "/admin/sites/": "........r",
    "/admin/redirects/": "........r",
    "/admin/django_tasks_database/": "........r",
    **{offers(field): cells for field, cells in OFFERS.items()},
    offers("articles.placement.article") + "机密": "..rrrr..r",
    # From a record's form to the readers' page, for whoever may see the record at the desk.
    "/admin/r/{}/": {
        "record of a link that is live": ".",
        "record of a published story": "..>>>>..>",
        "record of a draft of another desk": ".",
        "record of a contributor": "..>>>>>>>",
        "record of an account": ".",
    },
}
