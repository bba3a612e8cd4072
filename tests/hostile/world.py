"""A newspaper in which every text that the database can hold is hostile, whoever typed it and wherever."""

from django.apps import apps
from django.contrib.auth.models import Group
from django.contrib.sites.models import Site
from django.db import connection, models
from django.utils import timezone

from articles.filing import relist
from articles.history.acts import Why
from articles.merging import merge
from articles.models import Article, Doubt, Phrase, PreviewLink, Proof
from bylines.models import Contributor
from desk.models import Desk, Job, LastRun, Notice, SignIn, Tries
from intake.models import OwnLink
from intake.models.own_link import digest_of_token
from media.models import Photo
from newsroom.groups import CHIEF
from newsroom.handover.triggers import triggers_at_rest
from regions.models import RegionAlias
from tests.factories import in_review, make_contributor, make_user
from tests.hostile.words import WORDS, all_hostile, hostile
from tests.newsroom.handover import rich
from tests.newsroom.showing.world import NOW, at, make_world

# A worker names itself, and each machine its process.
MACHINES = {"desk.heartbeat", "media.unfinished"}
APPS = {"admin", "auth", "sites", "redirects", "taggit", "desk", "regions", "bylines", "media", "articles", "intake"}
# What nobody types: {model: fields}. Keys, digests and codes are made by programs, and the rest is held to a pattern.
NOT_TYPED = {
    "admin.logentry": {"object_id", "change_message"},
    "auth.permission": {"name", "codename"},
    "taggit.tag": {"slug"},
    "redirects.redirect": {"old_path", "new_path"},
    "bylines.contributor": {"sound"},
    "bylines.merging": {"moved"},
    "bylines.privatedetails": {"phone", "email", "id_number", "bank", "account", "phone_digest"},
    "desk.auditentry": {"verb", "kind", "key"},
    "desk.job": {"kind", "once", "cause", "details"},
    "desk.lastrun": {"name"},
    "desk.notice": {"kind", "model", "key"},
    "desk.paper": {"accent_colour", "dark_accent_colour", "masthead", "harmless_fields"},
    "desk.secondfactor": {"secret"},
    "desk.recoverycode": {"fingerprint"},
    "desk.signin": {"session_key"},
    "desk.tries": {"door", "key"},
    "desk.user": {"password"},
    "regions.region": {"code"},
    "media.formeroriginal": {"file", "format", "content_hash"},
    "media.photo": {"original", "key", "format", "content_hash", "renditions", "label"},
    "articles.doubt": {"code"},
    "articles.issue": {"edition"},
    "articles.page": {"label", "key", "picture", "pdf"},
    "articles.pageblock": {"polygon"},
    "articles.placement": {"hotspot"},
    "articles.frontblock": {"page_label"},
    "articles.genre": {"slug"},
    "articles.channel": {"slug"},
    "articles.column": {"slug"},
    "articles.listing": {"key"},
    "articles.listingcount": {"key"},
    "articles.openform": {"key"},
    "articles.previewlink": {"key"},
    "articles.revision": {"digest", "parts"},
    "articles.waiver": {"code", "digest"},
    "intake.attachment": {"digest"},
    "intake.contribution": {"number", "digest", "phone", "phone_digest", "email", "email_digest"},
    "intake.ownlink": {"digest"},
    "intake.filedtext": {"file"},
    "intake.letter": {"key", "raw"},
    "intake.source": {"digest", "file_digest"},
    "intake.sourcestory": {"digest"},
}
LONG = {
    "articles.article": {"body"},
    "intake.source": {"text"},
    "intake.letter": {"text"},
    "intake.consenttext": {"text"},
}


def typed_fields(model):
    left_out = NOT_TYPED.get(model._meta.label_lower, set())
    kinds = (models.CharField, models.TextField, models.JSONField)
    fields = (field for field in model._meta.concrete_fields if isinstance(field, kinds) and not field.choices)
    return [field for field in fields if field.name not in left_out and not field.primary_key]


def models_typed_in():
    return [model for model in apps.get_models() if is_typed_in(model)]


def is_typed_in(model):
    ours = model._meta.app_label in APPS and model._meta.label_lower not in MACHINES
    return ours and bool(typed_fields(model))


def kept_as_they_are():
    """What brings back the groups and the site, which stand from test to test (tests/emptying.py)."""
    rows = [*Group.objects.all(), *Site.objects.all()]
    return lambda: [row.save() for row in rows]


def make_hostile_world(turn=0):
    world = make_world()
    furnish(world)
    connection.check_constraints()  # PostgreSQL alters no table of which it has still to look at a key
    with triggers_at_rest():
        for place, model in enumerate(models_typed_in()):
            spoil(model, turn + place)
    with at(NOW):
        for article in Article.objects.order_by("pk"):
            relist(article)
            article.keep_version(why=Why.EDITED, words=hostile(turn))
    return world


def furnish(world):
    """One row at least of whatever holds a text, beside what readers see."""
    user = world.user = make_user(group=CHIEF, is_superuser=True, name="总编")
    desk = Desk.objects.create(name="要闻部")
    with at(NOW):
        world.draft = in_review(passed=1, headline="在审稿", desk=desk)
        rich.furnish_accounts(user)
        rich.furnish_desk(world.draft, user)
        furnish_register(user)
        rich.furnish_photos(user)
        rich.furnish_intake(world.draft, user)
        world.link = PreviewLink.objects.create(article=world.draft, made_by=user)
        contributor = Contributor.objects.order_by("pk").first()
        OwnLink.objects.create(digest=digest_of_token("hostile"), contributor=contributor)
        Proof.objects.create(page=world.old_page, round=1, by=user, errors=1, note="x")
        Doubt.objects.create(article=world.lead, code="byline", message="x", about={"name": "x", "role": "reporter"})
        Phrase.objects.create(text="涉及到", suggestion="涉及", note="x")
        RegionAlias.objects.create(region=world.town, name="店口")
        Notice.objects.create(user=user, kind="note", model="articles.article", key=str(world.draft.pk), by=user)
        Job.objects.create(kind="issue_out", due_at=NOW, failed_at=NOW, result="x", error="x")
        LastRun.note("duty: x", words="x")
        SignIn.objects.create(session_key="x", user=user, address="192.0.2.7", browser="x")
        Tries.objects.create(door="account", key="x", address="x", user=user, count=5, since=timezone.now())
    Photo.objects.update(embedded={"said": {}, "doubts": []})


def furnish_register(user):
    left, gone = (make_contributor(name=name) for name in ("林岚", "林兰"))
    left.terms.create(since=timezone.localdate(), position="x", number="x")
    merge(gone, left, by=user)  # whose name is another one of who is left


def spoil(model, turn):
    """Every text of every row, each with another word."""
    long = LONG.get(model._meta.label_lower, set())
    for number, row in enumerate(model._base_manager.order_by("pk")):
        values = {field.name: said(field, turn + number + at, row) for at, field in enumerate(typed_fields(model))}
        values |= {name: f"{all_hostile()}\n\n{row.pk}" for name in long}
        model._base_manager.filter(pk=row.pk).update(**values)


def said(field, turn, row):
    if isinstance(field, models.JSONField):
        return with_hostile_leaves(getattr(row, field.name), turn)
    if not field.unique:
        return hostile(turn, field.max_length)
    return f"{hostile(turn, field.max_length and field.max_length - 6)}{row.pk}"


def with_hostile_leaves(value, turn):
    if isinstance(value, dict):
        return {name: with_hostile_leaves(one, turn) for name, one in value.items()}
    if isinstance(value, list):
        return [with_hostile_leaves(one, turn + at) for at, one in enumerate(value)]
    return WORDS[turn % len(WORDS)] if isinstance(value, str) else value
