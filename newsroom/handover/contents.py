"""
What is handed over and what is not: every model of every app stands in one of the two tables, as a test holds. So a new
one cannot be forgotten, and no secret goes along because nobody thought of it.
"""

from django.apps import apps
from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext as _

from desk.models import AuditEntry
from newsroom.handover import HandoverError

ACCOUNTS, LETTERS, PRIVATE = "accounts", "letters", "private"

# In this order they are written and read: a record comes behind those that it names.
HANDED_OVER = (
    *("sites.Site", "auth.Group", "auth.Group_permissions"),
    *("desk.Desk", "desk.User", "desk.User_groups", "desk.User_user_permissions", "desk.User_desks", "desk.Paper"),
    *("desk.FactorDemand", "desk.SecondFactor", "desk.RecoveryCode"),
    *("desk.AuditEntry", "desk.Notice", "admin.LogEntry", "redirects.Redirect"),
    *("taggit.Tag", "taggit.TaggedItem"),
    *("regions.Region", "regions.Region_successors", "regions.RegionAlias"),
    *("bylines.Contributor", "bylines.Term", "bylines.PenName", "bylines.PrivateDetails"),
    *("bylines.Merging", "bylines.TwoPeople"),
    *("media.Photo", "media.FormerOriginal", "media.Likeness", "media.KeptBoth"),
    *("articles.Genre", "articles.Channel", "articles.Column", "articles.Issue", "articles.Page", "articles.Article"),
    *("bylines.Byline", "articles.ArticleRegion", "articles.Illustration", "articles.Placement", "articles.PageBlock"),
    *("articles.Submission", "articles.Submission_authors", "articles.Review", "articles.Proof"),
    *("articles.Revision", "articles.Milestone", "articles.Correction", "articles.Doubt", "articles.Waiver"),
    *("articles.Note", "articles.NoteAddressee", "articles.Phrase", "articles.OpenForm", "articles.PreviewLink"),
    *("articles.FrontPage", "articles.FrontSecond", "articles.FrontBlock", "articles.FrontPick"),
    *("intake.Source", "intake.SourceStory", "intake.FiledText"),
    *("intake.Letter", "intake.Attachment", "intake.Mailbox"),
    *("intake.ConsentText", "intake.Routing", "intake.OptOut"),
    *("intake.Contribution", "intake.OwnLink", "intake.PrintNotice"),
    *("fees.LengthRule", "fees.Grade", "fees.RateCard", "fees.Rate", "fees.GradePay", "fees.PaidRole"),
    *("fees.StoryGrade", "fees.Division", "fees.DivisionPart"),
    *("fees.FeeMonth", "fees.Approval", "fees.LedgerLine"),
)

MADE_ANEW = "made anew by the import"
MIGRATED = "the tables of this program, not of the paper: made by migrate; named in words where something hangs from it"
PASSING = "of the running machine, and past when it is read elsewhere"
LEFT_OUT = {
    "contenttypes.ContentType": MIGRATED,
    "auth.Permission": MIGRATED,
    "sessions.Session": "keys of open browsers: everybody logs in again",
    "desk.SignIn": "keys of open browsers: everybody logs in again",
    "desk.Tries": PASSING,
    "desk.Heartbeat": PASSING,
    "desk.LastRun": PASSING,
    "desk.Job": "what waits for an hour is planned anew; what was done is in the audit log",
    "django_tasks_database.DBTaskResult": "work on photos, which is asked for anew",
    "media.Unfinished": MADE_ANEW,
    "articles.Listing": MADE_ANEW,
    "articles.ListingCount": MADE_ANEW,
    "articles.Printed": MADE_ANEW,
    **dict.fromkeys(("search.OutEntry", "search.OutText", "search.DeskEntry", "search.DeskText"), MADE_ANEW),
    **dict.fromkeys(("search.Frequency", "search.Building"), MADE_ANEW),
    **dict.fromkeys(("pagecache.Log", "pagecache.Change", "pagecache.Rendered", "pagecache.Shown"), MADE_ANEW),
    **dict.fromkeys(("pagecache.Coming", "pagecache.Turn"), MADE_ANEW),
}
# Models that go along only when asked for, and with what word.
ON_REQUEST = {
    "desk.SecondFactor": ACCOUNTS,
    "desk.RecoveryCode": ACCOUNTS,
    "articles.PreviewLink": ACCOUNTS,  # whoever has the key reads the draft
    "bylines.PrivateDetails": PRIVATE,  # as ciphertext: whoever opens it has the keys
    "intake.Letter": LETTERS,
    "intake.Attachment": LETTERS,
    "intake.Mailbox": LETTERS,
    **dict.fromkeys(("intake.Contribution", "intake.OwnLink", "intake.PrintNotice"), LETTERS),
}
# Fields that stay behind unless asked for, and what stands in their place then: {model: {field: what makes it}}
SECRETS = {
    "desk.User": {"password": lambda: make_password(None), "email": str, "last_login": lambda: None},
}
# Fields of what is made anew from the original.
DERIVED = {"media.Photo": {"renditions": list, "label": dict}}
# Rows that migrate lays down, in whose place those of the handover come.
LAID_DOWN = ("sites.Site", "desk.Paper")


def models_for(requested):
    """In their order. requested: some of ACCOUNTS, LETTERS and PRIVATE, or none."""
    refuse_strangers()
    return [apps.get_model(label) for label in HANDED_OVER if ON_REQUEST.get(label) in {None, *requested}]


def all_models():
    return {model._meta.label for model in apps.get_models(include_auto_created=True)}


def refuse_strangers():
    if strangers := sorted(all_models() - set(HANDED_OVER) - LEFT_OUT.keys()):
        told = _("Nobody has said whether these are handed over: %(models)s (newsroom/handover/contents.py).")
        raise HandoverError(told % {"models": ", ".join(strangers)})


def absent_fields(model, requested):
    """{field: what makes it where it is not handed over}"""
    secret = {} if ACCOUNTS in requested else SECRETS.get(model._meta.label, {})
    return DERIVED.get(model._meta.label, {}) | secret


def fields_of(model, requested):
    absent = absent_fields(model, requested)
    return [field for field in model._meta.local_concrete_fields if field.name not in absent]


def rows_of(model, requested, using):
    """By key. Of the audit log the logins tell where somebody was, and so they are secrets too."""
    rows = model._base_manager.using(using).order_by("pk")
    if model is AuditEntry and ACCOUNTS not in requested:
        return rows.exclude(verb__in=AuditEntry.LOGINS)
    return rows
