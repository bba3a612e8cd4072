"""A paper with at least one row of every kind of record that is handed over, and texts that are easily spoilt."""

from datetime import UTC, date, datetime, timedelta
from io import StringIO
from unittest.mock import patch

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.redirects.models import Redirect
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone

from articles.merging import merge
from articles.models import Article, Issue, Page, PageBlock, PreviewLink, Waiver
from articles.models.note import Note
from articles.models.open_form import OpenForm
from articles.page_files import hang_pdf
from bylines.models import Contributor, TwoPeople
from desk.models import AuditEntry, Desk, FactorDemand, Paper, RecoveryCode, SecondFactor, User
from intake.models import (
    Attachment,
    ConsentText,
    Contribution,
    FiledText,
    Letter,
    Mailbox,
    OptOut,
    OwnLink,
    PrintNotice,
    Routing,
    Source,
    SourceStory,
)
from media.models import FormerOriginal, KeptBoth, Photo
from newsroom.sample.content import load_content
from newsroom.setting_up import set_up
from regions.gazetteer.reading import read_rows
from regions.loading import load_regions
from regions.models import Region
from tests.pictures import draw, encoded, upload

ODD = (
    "一行\n二行\r\n\t“引号” \\ / 😀\U0001f468\u200d\U0001f469 \u2028分行\u2029分段\x85\ufeff\u200b\x7f "
    "=1+1 </script> é e\u0301 \U0002000b"
)
LONG_AGO = datetime(1999, 12, 31, 23, 59, 59, 123456, tzinfo=UTC)


def furnish():
    """The sample issue and the rest."""
    load_some_regions()
    set_up()
    with patch("newsroom.sample.loading.draw", lambda _name: encoded()):
        call_command("load_sample", stdout=StringIO())
    article, user = Article.objects.order_by("pk").first(), User.objects.order_by("pk").first()
    furnish_accounts(user)
    furnish_desk(article, user)
    furnish_register(user)
    furnish_photos(user)
    furnish_intake(article, user)
    spoil(article)


def load_some_regions():
    """Those of the sample with all above them, and what has successors."""
    rows = {row.code: row for row in read_rows()}
    content = load_content()
    named = [*content.stories, *content.photos, *content.contributors]
    wanted = {code for one in named for code in getattr(one, "regions", None) or [getattr(one, "region", "")] if code}
    ended = next(row for row in rows.values() if row.successors)
    wanted |= {ended.code, *ended.successors}
    while above := {rows[code].parent for code in wanted} - wanted - {""}:
        wanted |= above
    load_regions([rows[code] for code in sorted(wanted)])


def furnish_accounts(user):
    user.user_permissions.add(Permission.objects.get(codename="change_phrase"))
    user.last_login = LONG_AGO
    user.save()
    story = ContentType.objects.get_for_model(Article)
    LogEntry.objects.create(user=user, content_type=story, object_id="1", object_repr=ODD[:100], action_flag=CHANGE)
    Redirect.objects.create(site_id=1, old_path="/old/1.htm", new_path="/articles/1/")
    AuditEntry.note(verb="login", record=user, by=user, words="192.0.2.7")
    FactorDemand.objects.create(group=user.groups.get())
    SecondFactor.objects.create(user=user, secret="ABC", last_step=2**40)
    RecoveryCode.objects.create(user=user, fingerprint="0" * 64)


def furnish_desk(article, user):
    page = Page.objects.order_by("pk").first()
    hang_pdf(page, ContentFile(b"%PDF-1.4 of a page"))
    PageBlock.objects.create(page=page, article=article, order=1, polygon=[[0, 0], [99.5, 1e-7], [1.0, 2]], text=ODD)
    article.doubts.create(code="cut", message="断了", about={"b": 1e16, "a": {"角色": ["记者", None, True]}})
    Waiver.objects.create(issue=Issue.objects.first(), code="date", digest="0" * 32, reason="核对过", by=user)
    note = Note.objects.create(article=article, by=user, words=ODD)
    note.to.add(user)
    Note.objects.create(article=article, by=user, words="好", thread=note)
    OpenForm.objects.create(key="form", user=user, article=article, seen_at=LONG_AGO, words=bytes(range(256)))
    PreviewLink.objects.create(article=article, made_by=user, expires_at=timezone.now() + timedelta(days=1))
    paper = Paper.current()
    paper.masthead.save("masthead.jpg", ContentFile(encoded(draw(size=(60, 20)))), save=True)


def furnish_register(user):
    first, second = Contributor.objects.order_by("pk")[:2]
    TwoPeople.objects.create(first=first, second=second, by=user)
    merge(Contributor.objects.get(name="林佩宇"), Contributor.objects.get(name="林佩玉"), by=user)


def furnish_photos(user):
    first, second = Photo.objects.order_by("pk")[:2]
    first.take_in(upload(encoded(draw(size=(80, 60)))), by=user)
    KeptBoth.objects.create(first=first, second=second, by=user)
    assert FormerOriginal.objects.exists()


def furnish_contributions(letter, article, user):
    person = Contributor.objects.order_by("pk").first()
    said = {"number": "19991231-23456", "digest": "5" * 64, "name": "通讯员", "phone": "gAAA", "phone_digest": "6" * 64}
    consent = ConsentText.objects.create(text=ODD)
    contribution = Contribution.objects.create(letter=letter, consent=consent, contributor=person, **said)
    Routing.objects.create(region=Region.objects.first(), desk=Desk.objects.first())
    OwnLink.objects.create(digest="7" * 64, contribution=contribution)
    PrintNotice.objects.create(article=article, contributor=person, contribution=contribution, settled_by=user)
    OptOut.objects.create(contributor=person)


def furnish_intake(article, user):
    source = Source.objects.create(name="来稿", text=ODD, received_by=user)
    SourceStory.objects.create(source=source, article=article, number=1, start=0, end=5, digest="1" * 64)
    FiledText.objects.create(file="2" * 64, source=source, texts=1)
    letter = Letter(key="mail", sender_name="读者", received_at=LONG_AGO, size=2**40, source=source, article=article)
    letter.raw.save("mail.eml", ContentFile(b"Subject: mail\r\n\r\n"), save=True)
    furnish_contributions(letter, article, user)
    Attachment.objects.create(letter=letter, number=1, name="一.docx", kind="draft", size=3, digest="3" * 64)
    Mailbox.objects.create(name="mail.example/INBOX", since=date(2023, 3, 2))


def spoil(article):
    """Written around the verbs: as rows may stand that an older version wrote."""
    Article.objects.filter(pk=article.pk).update(body=ODD * 3, created_at=LONG_AGO, updated_at=LONG_AGO)
