"""Puts the sample into the database: yesterday's paper, today's, and what is planned for tomorrow."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from articles import publishing
from articles.corrections import enter
from articles.history.acts import Why
from articles.models import Article, ArticleRegion, Channel, Column, Correction, Genre, Illustration, Issue, Placement
from bylines import private
from bylines.models import Byline, Contributor
from bylines.sealing import has_keys
from desk.models import Desk, Paper
from media.models import Photo
from newsroom.groups import PHOTOGRAPHER, REPORTER
from newsroom.sample.content import load_content
from newsroom.sample.drawing import draw
from newsroom.sample.fees import pay_last_month
from newsroom.sample.front import compose
from newsroom.sample.handed_in import hand_in_samples
from newsroom.sample.reviews import ReviewingDesk
from regions.models import Region

# A paper that is loaded in the small hours is yesterday's: today's would still wait for its hour.
NIGHT = timedelta(hours=6)


@transaction.atomic
def load_sample(accounts, *, on=None):
    """
    Loads the sample into an empty newsroom, its main issue dated `on` (today). `accounts`: {group: [users]}.
    Returns the number of stories: 0, and nothing changed, where there are stories already.
    """
    if Article.objects.exists():
        return 0
    today = on or (timezone.localtime() - NIGHT).date()
    return SampleLoader(load_content(), today, accounts).load()


class SampleLoader:
    """Remembers which row each reference of the files became."""

    def __init__(self, content, today, accounts):
        self.content, self.accounts = content, accounts
        self.today = today
        [self.author], [self.photographer] = accounts[REPORTER], accounts[PHOTOGRAPHER]
        self.desk_at_work = ReviewingDesk(accounts)
        self.desk = Desk.objects.order_by("order", "pk").first()
        self.stories, self.pages = {}, {}

    def load(self):
        write_paper({**self.content.paper, "ranking_since": self.today.replace(month=1, day=1)})
        self.people = {record.ref: self.enter(record) for record in self.content.contributors}
        self.give_logins()
        self.columns = {record.ref: make_column(record, at) for at, record in enumerate(self.content.columns)}
        self.photos = {record.ref: self.take_in(record) for record in self.content.photos}
        for issue in self.content.issues:
            self.load_issue(issue)
        for correction in self.content.corrections:
            self.correct(correction)
        pay_last_month(self, self.accounts)
        compose(self.content.front, stories=self.stories, columns=self.columns)
        hand_in_samples(self.desk, next(iter(self.columns.values())))
        return len(self.stories)

    def enter(self, record):
        """With the terms and the other names that the paper knows of."""
        person = make_contributor(record, self.desk)
        if record.phone and has_keys():
            private.keep(person, None, phone=record.phone)
        for name in record.pen_names:
            person.pen_names.create(name=name)
        for term in record.terms:
            person.terms.create(
                since=self.today + timedelta(days=term.since),
                until=self.today + timedelta(days=term.until) if term.until else None,
                position=term.position,
                number=term.number,
            )
        return person

    def give_logins(self):
        """The register knows who of its people has an account."""
        for user in (self.author, self.photographer):
            Contributor.objects.filter(name=user.name).update(user=user)

    def take_in(self, record):
        place = region(record.region)
        photo = Photo.objects.create(caption=record.caption, region=place, uploaded_by=self.photographer)
        self.credit(record.bylines, photo=photo)
        photo.take_in(ContentFile(draw(record.drawing), name=f"{record.ref}.jpg"))
        return photo

    def load_issue(self, record):
        issue = Issue.objects.create(date=self.today + timedelta(days=record.day), number=record.number)
        for position, page in enumerate(record.pages, 1):
            self.pages[record.day, page.label] = issue.pages.create(
                label=page.label, name=page.name, position=position, duty_editor=page.duty_editor
            )
        for page in record.pages:
            for order, story in enumerate(page.stories):
                self.load_story(story, record.day, page.label, order)
        self.send_out(issue, record)

    def load_story(self, record, day, label, order):
        article = Article.objects.create(
            **{name: getattr(record, name) for name in WORDS},
            genre=Genre.objects.get_or_create(name=record.genre)[0],
            channel=Channel.objects.get_or_create(name=record.channel)[0],
            column=self.columns.get(record.column),
            desk=self.desk,
            created_by=self.author,
        )
        self.stories[record.ref] = article
        article.tags.add(*record.tags)
        self.credit(record.bylines, article=article)
        for at, code in enumerate(record.regions):
            ArticleRegion.objects.create(article=article, region=region(code), order=at)
        for at, shown in enumerate(record.illustrations):
            self.illustrate(article, shown, at)
        self.place(article, record, day, label, order)
        article.keep_version(by=self.author, why=Why.ENTERED)

    def illustrate(self, article, record, order):
        alt = record.alt or next(photo.alt for photo in self.content.photos if photo.ref == record.photo)
        Illustration.objects.create(
            article=article, photo=self.photos[record.photo], order=order, caption=record.caption, alt=alt
        )

    def place(self, article, record, day, label, order):
        page = self.pages[day, label]
        first = Placement.objects.create(page=page, article=article, order=order, hotspot=corners(record.hotspot))
        if record.continued_to:
            page, box = self.pages[day, record.continued_to.page], record.continued_to.hotspot
            Placement.objects.create(page=page, article=article, order=90, hotspot=corners(box), continued_from=first)

    def send_out(self, issue, record):
        """What is out went through all its reviews; of tomorrow's paper one story has the first of them behind it."""
        stories = [(story, self.stories[story.ref]) for page in record.pages for story in page.stories]
        for story, article in stories:
            if record.day <= 0 or story.state == "embargoed":
                self.desk_at_work.sign(article)
            elif story.state == "submitted":
                self.desk_at_work.begin(article)
            if story.state == "embargoed":
                publishing.publish(article, at=publishing.hour_of(issue), by=self.desk_at_work.chief)
        if record.day <= 0:
            self.desk_at_work.proof(issue)
            publishing.publish_issue(issue, by=self.desk_at_work.chief)

    def credit(self, bylines, **target):
        for order, byline in enumerate(bylines):
            person = self.people[byline.who]
            Byline.objects.create(
                contributor=person, role=byline.role, standing=byline.standing, unit=person.unit, order=order, **target
            )

    def correct(self, record):
        article = self.stories[record.article]
        page = self.pages[0, record.printed_on]
        at = page.issue.published_at
        enter(Correction(article=article, wrong=record.wrong, right=record.right, printed_on=page, published_at=at))


WORDS = (
    *("kicker", "headline", "subheadline", "dateline", "body", "summary", "editors_note"),
    *("source", "original_author", "original_title"),
)


def write_paper(fields):
    paper = Paper.current()
    for name, value in fields.items():
        setattr(paper, name, value)
    paper.save()


def make_contributor(record, desk):
    return Contributor.objects.create(
        name=record.name,
        unit=record.unit,
        usual_role=record.usual_role,
        region=region(record.region),
        desk=desk if record.terms else None,
    )


def make_column(record, order):
    return Column.objects.create(name=record.name, slug=record.ref, description=record.description, order=order)


def region(code):
    return Region.objects.get(code=code) if code else None


def corners(box):
    """A box (x, y, width, height) as the polygon of a hotspot."""
    x, y, width, height = box
    return [[x, y], [x + width, y], [x + width, y + height], [x, y + height]]
