"""
What colleagues will need during the run, laid ready in the seeded archive: accounts, pictures that have files, signed
stories that are to be published one by one, and an issue that comes out at its hour in the middle.
"""

import secrets
from datetime import timedelta

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from articles.history.acts import Why
from articles.models import Article, ArticleRegion, Illustration, Issue, Page, Placement
from articles.models.article import Stage
from articles.publishing import publish_issue
from desk.models import User
from media.models import Photo
from media.uploading import take_in_one
from newsroom.archive.frame import ARCHIVIST
from newsroom.groups import CHIEF, EDITOR, PHOTOGRAPHER, REPORTER
from newsroom.sample.drawing import DRAWINGS, draw
from pagecache.sweeping import start_anew

PEOPLE = {EDITOR: 6, CHIEF: 2, REPORTER: 2, PHOTOGRAPHER: 2}
CAPTION = "职工在车间里比赛。"
PICTURED = 400  # of the newest pictures in stories get one that has its files
PAGES, STORIES_ON_A_PAGE = 8, 6


class NotSeededError(Exception):
    """Stories of a paper stand there, and the run would write into them."""


def require_seeded():
    if not User.objects.filter(username=ARCHIVIST).exists() or Issue.objects.count() == 0:
        raise NotSeededError


def accounts():
    """{group: [(name, password)]}. Whoever is there from another run gets a new password."""
    password = secrets.token_urlsafe(16)
    stored, found = make_password(password), {}
    for group, count in PEOPLE.items():
        row = Group.objects.get(name=group)
        names = [f"load-{row.pk}-{number}" for number in range(count)]
        for name in names:
            user, _made = User.objects.update_or_create(
                username=name, defaults={"password": stored, "is_staff": True, "is_active": True, "name": name}
            )
            user.groups.set([row])
        found[group] = [(name, password) for name in names]
    return found


def pictures():
    """The sample's drawings, taken in as photographers' uploads are; the newest stories show them. Their photos."""
    by = User.objects.get(username=ARCHIVIST)
    photos = []
    for name in DRAWINGS:
        file = ContentFile(draw(name), name=f"{name}.jpg")
        photo, is_new = take_in_one(file=file, by=by, caption=CAPTION)
        if is_new:
            photo.credit_line = "资料图片"
            photo.save()
        photos.append(photo)
    newest = Illustration.objects.filter(article__in=Article.objects.published()).order_by("-article__published_at")
    for row in newest.exclude(photo__in=photos)[:PICTURED]:
        free = photos[(row.article_id + row.number) % len(photos)]
        if not Illustration.objects.filter(article=row.article_id, photo=free).exists():
            Illustration.objects.filter(pk=row.pk).update(photo=free)
    start_anew()
    return photos


def public_names(photos):
    """Of files of such photos as a page names them."""
    photos = Photo.objects.filter(pk__in=[photo.pk for photo in photos])
    return [
        f"/files/{photo.key}/{row['name']}" for photo in photos for row in photo.renditions if row["format"] != "jpeg"
    ]


@transaction.atomic
def signed_stories(count):
    """With text, places and tags of older ones. [(key, headline)]"""
    by = User.objects.get(username=ARCHIVIST)
    older = Article.objects.published().exclude(channel=None).order_by("-published_at", "-pk")
    made = []
    for story in older.prefetch_related("tags", "places")[:count]:
        mark = secrets.token_hex(3)
        fields = {name: getattr(story, name) for name in ("body", "genre", "channel", "desk", "dateline")}
        copy = Article.objects.create(
            headline=f"{story.headline[:20]}·{mark}", stage=Stage.READY, created_by=by, **fields
        )
        copy.tags.add(*story.tags.all()[:2])
        for place in story.places.all():
            ArticleRegion.objects.create(article=copy, region_id=place.region_id, order=place.order)
        copy.keep_version(by=by, why=Why.ENTERED)
        made.append((copy.pk, copy.headline))
    return made


def issue_at(hour):
    """An issue of the day after the newest one, signed for that hour. Its address, and a headline of it."""
    with transaction.atomic():
        newest = Issue.objects.order_by("-date").first().date
        issue = Issue.objects.create(date=max(newest + timedelta(days=1), timezone.localdate()))
        stories = signed_stories(PAGES * STORIES_ON_A_PAGE)
        for number in range(PAGES):
            page = Page.objects.create(issue=issue, label=f"{number + 1:02}", name="要闻", position=number + 1)
            for order, (key, _headline) in enumerate(stories[number::PAGES]):
                Placement.objects.create(article_id=key, page=page, order=order)
        for story in Article.objects.filter(pk__in=[key for key, _headline in stories]):
            story.keep_version(by=None, why=Why.MOVED)
        publish_issue(issue, at=hour)
    return {"address": issue.get_absolute_url(), "story": stories[0][0], "headline": stories[0][1]}
