"""
What lies there: the objects of the matrix by the names that the table has for them. Where somebody's own is meant, each
visitor has one. What must be hidden is called 机密.
"""

import re
from datetime import date, timedelta
from hashlib import sha256

from django.contrib.contenttypes.models import ContentType
from django.contrib.redirects.models import Redirect
from django.contrib.sites.models import Site
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.models import DBTaskResult

from articles.history.acts import Why
from articles.models import Correction, FrontBlock, Genre, Phrase, PreviewLink, Waiver
from articles.models.article import Stage
from articles.page_files import hang_picture
from articles.publishing import withdraw
from bylines.models import Contributor
from desk.models import AuditEntry, Job, Notice, Paper
from fees.approving import approve
from fees.models import RateCard, StoryGrade
from intake.models import ConsentText, Contribution, Letter, OwnLink, PrintNotice, Routing, Source
from intake.models.own_link import digest_of_token
from media.imaging.developing import develop
from newsroom.groups import REPORTER
from tests.factories import (
    compose,
    illustrate,
    in_review,
    make_article,
    make_channel,
    make_column,
    make_desk,
    make_issue,
    make_page,
    make_photo,
    make_published,
    make_town,
    make_user,
    reporter,
)
from tests.fees.makers import APRIL, MARCH, close, make_card, make_grade, make_rule, print_story
from tests.pictures import draw, encoded, upload

SECRET = "机密"
SECRETS = re.compile(f"{SECRET}(?:草稿|无部门|送审|预约|撤稿|版上草稿|来稿)")
NOW = timezone.now()
TOMORROW, LONG_AGO = NOW + timedelta(days=1), NOW - timedelta(days=9)


class World:
    def __init__(self, users, desk):
        self.users, self.desk, self.elsewhere = users, desk, make_desk(name="别的部门")
        self.somebody = make_user(group=REPORTER, username="colleague")
        self.keys, self.own = {}, {name: {} for name in users}
        for fill in FILLED:
            fill(self)
        for name, user in users.items():
            if user:
                self.own[name] = own_of(user)

    def key(self, thing, visitor):
        """What stands in the address for it; where a visitor has none of its own, that of somebody."""
        return self.own.get(visitor, {}).get(thing) or self.keys[thing]

    def story(self, **fields):
        story = make_article(created_by=self.somebody, **fields)
        story.keep_version(why=Why.ENTERED)
        return story


def own_of(user):
    draft = make_article(headline=f"{user}的稿件", created_by=user)
    draft.keep_version(by=user, why=Why.ENTERED)
    source = Source.objects.create(name="own", text=f"own {user}", digest=digest(f"own {user}"), received_by=user)
    return {
        "their own": user.pk,
        "an own draft": draft.pk,
        "an own photo": make_photo(caption="自己的图片。", uploaded_by=user).pk,
        "an own notice": notice_for(user).pk,
        "an own text": source.pk,
    }


def notice_for(user, key="1"):
    return Notice.objects.create(user=user, kind="note", model="desk.paper", key=key, url="/admin/my-settings/")


def digest(words):
    return sha256(words.encode()).hexdigest()


def stories(world):
    desk, other = {"desk": world.desk}, {"desk": world.elsewhere}
    made = {
        "a draft of the desk": world.story(headline="本部门草稿", **desk),
        "a draft of another desk": world.story(headline=f"{SECRET}草稿", **other),
        "a draft of no desk": world.story(headline=f"{SECRET}无部门", desk=None),
        "handed in, of the desk": in_review(headline="本部门送审", **desk),
        "handed in, of another desk": in_review(headline=f"{SECRET}送审", **other),
        "signed off, of the desk": world.story(headline="本部门待签", stage=Stage.READY, **desk),
        "under embargo, of the desk": make_published(at=TOMORROW, headline="本部门预约", **desk),
        "under embargo, of another desk": make_published(at=TOMORROW, headline=f"{SECRET}预约", **other),
        "published, of the desk": make_published(headline="本部门见报", **desk),
        "published, of another desk": make_published(headline="别部门见报", **other, **filed()),
        "withdrawn, of the desk": make_published(headline="本部门撤稿", **desk),
        "withdrawn, of another desk": make_published(headline=f"{SECRET}撤稿", **other),
    }
    for name in ("withdrawn, of the desk", "withdrawn, of another desk"):
        withdraw(made[name])
    world.made = made
    world.keys |= {name: story.pk for name, story in made.items()} | {
        "an own draft": made["a draft of another desk"].pk
    }


def filed():
    where = {"column": make_column(), "channel": make_channel(), "regions": [make_town()]}
    return {**where, "by": [reporter("李凡")], "tags": ["工会"]}


def issues(world):
    out, extra = make_issue(), make_issue(edition="extra")
    coming = make_issue(on=date(2023, 3, 3), published=False)
    type(coming).objects.filter(pk=coming.pk).update(published_at=TOMORROW, signed_for=TOMORROW)
    planned = make_issue(on=date(2023, 3, 4), published=False)
    pages = {issue: make_page(issue=issue, name="工会") for issue in (out, extra, coming, planned)}
    for page in (pages[out], pages[extra], pages[coming]):
        hang_picture(page, develop(upload(encoded(draw(size=(90, 120))))))
    make_published(headline="版上见报", page=pages[out], desk=world.elsewhere)
    withheld = make_article(headline=f"{SECRET}版上草稿", page=pages[planned], desk=world.elsewhere)
    world.keys |= {
        **{"issue that is out": out.pk, "issue before its hour": coming.pk, "issue being planned": planned.pk},
        "day that is out": "2023-03-02",
        "day and edition that is out": "2023-03-02-extra",
        "day before its hour": "2023-03-03",
        "day being planned": "2023-03-04",
        "empty issue": make_issue(on=date(2023, 3, 5), published=False).pk,
        "page that is out": pages[out].pk,
        "page before its hour": pages[coming].pk,
        "page being planned": pages[planned].pk,
        "empty page": make_page(issue=planned, label="09").pk,
        "file of a page that is out": file_of(pages[out]),
        "file of a page before its hour": file_of(pages[coming]),
        "story on a page of another desk": withheld.pk,
    }


def file_of(page):
    page.refresh_from_db()
    return f"{page.key}/{page.file_names[0]}"


def photos(world):
    open_one = make_photo(caption="别人的图片。", uploaded_by=world.somebody)
    shown = make_photo(caption="别部门草稿的图片。", uploaded_by=world.somebody)
    illustrate(article=world.made["a draft of another desk"], photo=shown)
    expired = make_photo(caption="过期的图片。", uploaded_by=world.somebody, expires_at=LONG_AGO)
    waiting = make_photo(caption="未到时间的图片。", uploaded_by=world.somebody, embargo_until=TOMORROW)
    world.keys |= {
        "a colleague's photo": open_one.pk,
        "a photo of another desk's draft": shown.pk,
        "an own photo": open_one.pk,
        **{
            f"file of {name}": f"{photo.key}/{sorted(photo.public_files)[0].rpartition('/')[2]}"
            for name, photo in {
                "a photo": open_one,
                "an expired photo": expired,
                "a photo under embargo": waiting,
            }.items()
        },
        "an original": f"{open_one.key}/{open_one.original.name.rpartition('/')[2]}",
    }


def links(world):
    story, maker = world.made["a draft of another desk"], world.somebody
    photo = illustrate(article=story).photo
    name = sorted(photo.public_files)[0].rpartition("/")[2]
    made = {
        "that is live": {},
        "that is over": {"expires_at": LONG_AGO},
        "that was revoked": {"revoked_at": NOW},
    }
    for which, fields in made.items():
        link = PreviewLink.objects.create(article=story, made_by=maker, whom=SECRET, **fields)
        world.keys |= {
            f"link {which}": link.token,
            f"picture of a link {which}": f"{link.token}/files/{photo.pk}/{name}",
        }
        world.keys |= {f"record of a link {which}": record(link)}
    world.keys["link that is forged"] = f"{link.key}.{get_random_string(43)}"


def record(row):
    return f"{ContentType.objects.get_for_model(row).pk}/{row.pk}"


def people(world):
    world.keys |= {
        "a colleague": world.somebody.pk,
        "a superuser": make_user(username="technician", is_superuser=True).pk,
        "their own": world.somebody.pk,
        "a group": world.users[REPORTER].groups.get().pk,
        "a desk": world.desk.pk,
        "an own notice": notice_for(world.somebody).pk,
        "a colleague's notice": notice_for(world.somebody, key="2").pk,
        "a letter": letter("nothing").pk,
        "a letter of the desk's draft": letter("desk", article=world.made["a draft of the desk"]).pk,
        "a letter of the form": handed_in().letter_id,
        "a colleague's text": Source.objects.create(
            name=f"{SECRET}来稿", text="x", digest=digest("x"), received_by=world.somebody
        ).pk,
    }
    world.keys["an own text"] = world.keys["a colleague's text"]


def handed_in():
    consent = ConsentText.objects.create(text="同意。")
    said = {"digest": "form", "number": "20230302-23456", "name": "周永卫", "consent": consent}
    return Contribution.objects.create(letter=letter("form"), **said)


def own_links(world):
    """After the others: they name whom those have made."""
    contribution = Contribution.objects.get()
    made = {
        "that is live": {},
        "that is over": {"expires_at": LONG_AGO},
        "that was revoked": {"revoked_at": NOW},
    }
    for which, fields in made.items():
        OwnLink.objects.create(contribution=contribution, digest=digest_of_token(which.replace(" ", "-")), **fields)
        world.keys[f"own link {which}"] = which.replace(" ", "-")
    world.keys |= {
        "own link that is forged": "forged",
        "a consent text": contribution.consent_id,
        "a way of submissions": Routing.objects.create(column=make_column(), desk=world.desk).pk,
        "a notice of print": PrintNotice.objects.create(
            article=world.made["published, of the desk"], contribution=contribution, untold_since=NOW
        ).pk,
    }


def letter(name, **fields):
    row = Letter(key=digest(name), subject=f"{name}来信", received_at=NOW, read_at=NOW, size=9, **fields)
    row.raw.save("mail.eml", ContentFile(b"Subject: x\r\n\r\nx"), save=False)
    row.save()
    return row


def labels(world):
    Paper.current()
    Paper.objects.update(ranking_since=LONG_AGO)
    town, column, channel = make_town(), make_column(), make_channel()
    story = world.made["published, of another desk"]
    world.keys |= {
        "a genre": Genre.objects.create(name="消息").pk,
        "a channel": channel.pk,
        "a column": column.pk,
        "slug of a column": column.slug,
        "slug of a channel": channel.slug,
        "slug of a tag": story.tags.get().slug,
        "a tag": story.tags.get().pk,
        "a region": town.pk,
        "a contributor": story.bylines.get().contributor_id,
        "a phrase": Phrase.objects.create(text="涉及到", suggestion="涉及").pk,
    }


def records(world):
    ours, theirs = world.made["a draft of the desk"], world.made["a draft of another desk"]
    front = compose(blocks=[{"kind": "picked", "title": "推荐"}])
    world.keys |= {
        "a waiver of the desk": waiver(ours).pk,
        "a waiver of another desk": waiver(theirs).pk,
        "a correction of the desk": correction(world.made["published, of the desk"]).pk,
        "a correction of another desk": correction(world.made["published, of another desk"]).pk,
        "a correction of what another desk withdrew": correction(world.made["withdrawn, of another desk"]).pk,
        "an entry": AuditEntry.note(verb="sign", record=ours, words="签发").pk,
        "a job": Job.objects.create(kind="push", due_at=NOW, failed_at=NOW, tries=6).pk,
        "the paper": Paper.current().pk,
        "the front page": front.pk,
        "a block": FrontBlock.objects.get().pk,
        "a forwarded address": Redirect.objects.create(site_id=1, old_path="/old/", new_path="/issues/").pk,
        "a site": Site.objects.get().pk,
        "a task": DBTaskResult.objects.create(task_path="x", args_kwargs={"args": [], "kwargs": {}}).pk,
        "another version": "x",
        "record of a published story": record(world.made["published, of another desk"]),
        "record of a draft of another desk": record(theirs),
        "record of a contributor": record(Contributor.objects.get(name="李凡")),
        "record of an account": record(world.somebody),
    }


def waiver(story):
    words = story.headline
    return Waiver.objects.create(article=story, code="x", words=words, digest="x", reason=words, by=story.created_by)


def correction(story):
    return Correction.objects.create(article=story, wrong="甲", right="乙", published_at=NOW)


def fees(world):
    """Two months, the card that they were closed with, and one that is not used yet."""
    card, people = make_card(), [make_user() for _time in range(3)]
    print_story(on=date(2023, 3, 9), headline="见报有稿费")
    closed, checked, approved = (close(first_day, by=people[0]) for first_day in (MARCH, APRIL, date(2023, 5, 1)))
    approve(checked, by=people[1])
    for by in people[1:]:
        approve(approved, by=by)
    grade = StoryGrade.objects.create(
        article=world.made["published, of the desk"], grade=make_grade(), given_by=world.somebody
    )
    world.keys |= {
        **{"a month that is closed": closed.pk, "a month that is checked": checked.pk},
        **{"a month that is approved": approved.pk, "a line": closed.lines.get().pk},
        **{"a card that was used": card.pk, "a rate card": RateCard.objects.create(begins_on=TOMORROW).pk},
        **{"a grade of a story": grade.pk, "a grade": make_grade("丙").pk},
        "a length rule": make_rule(name="诗歌").pk,
    }


FILLED = [stories, photos, issues, links, people, labels, records, own_links, fees]
