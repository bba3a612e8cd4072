"""Other pictures in a story that is out or has its time: reviewed again, noted, and the old ones' addresses die."""

from datetime import timedelta

from django.core.files.storage import default_storage
from django.test import TestCase
from django.utils import timezone

from articles import publishing
from articles.history.snapshot import Snapshot, completed
from articles.models import Article
from articles.models.article import Stage
from desk.models import AuditEntry, Paper
from media.models import Photo
from newsroom.groups import CHIEF, PHOTOGRAPHER
from tests.factories import (
    illustrate,
    in_review,
    make_photo,
    make_published,
    make_user,
    pass_reviews,
    photographer,
    story_form,
)
from tests.media.test_photo_admin import change
from tests.opened import opened
from tests.pictures import draw, encoded, upload

TOMORROW = timezone.now() + timedelta(days=1)


def another():
    return upload(encoded(draw(size=(80, 60))))


class ExchangedPictureTests(TestCase):
    def setUp(self):
        self.by = make_user(group=PHOTOGRAPHER)
        self.photo = make_photo(uploaded_by=self.by, by=[photographer("马敏")])
        self.photo.renew_label()
        self.client.force_login(self.by)

    def exchange(self):
        form = opened(self.client.get(change(self.photo)))
        return self.client.post(change(self.photo), {**form, "picture": another()}, follow=True)

    def scheduled(self):
        article = in_review()
        illustrate(article=article, photo=self.photo, alt="人")
        article.keep_version(why="edited")
        pass_reviews(article=article, times=Paper.current().number_of_reviews)
        article.refresh_from_db()
        publishing.publish(article, at=TOMORROW)
        return article

    def test_a_scheduled_story_is_reviewed_again_and_loses_its_time(self):
        article = self.scheduled()

        self.exchange()

        article.refresh_from_db()
        self.assertEqual((article.stage, article.published_at), (Stage.SUBMITTED, None))
        entry = AuditEntry.objects.get(verb="picture")
        self.assertEqual((entry.kind, entry.key, entry.by, entry.words), ("article", str(article.pk), self.by, "[图1]"))

    def test_a_published_story_has_another_version_and_a_line_in_the_log(self):
        article = make_published()
        illustrate(article=article, photo=self.photo, alt="人")
        article.keep_version(why="edited")
        self.client.force_login(make_user(group=CHIEF))
        version = Article.objects.get().version

        self.exchange()

        self.assertEqual(Article.objects.get().version, version + 1)
        self.assertTrue(AuditEntry.objects.filter(verb="picture", key=str(article.pk)).exists())

    def test_a_draft_is_noted_by_nobody(self):
        illustrate(article=in_review(), photo=self.photo)

        self.exchange()

        self.assertFalse(AuditEntry.objects.filter(verb="picture").exists())

    def test_a_version_from_before_there_were_files_in_it_is_no_other_one(self):
        row = {"photo": 7, "number": 1, "printed": ["", "", ""]}
        before = Snapshot({"bylines": [], "illustrations": [row]})
        now = Snapshot({"bylines": [], "illustrations": [{**row, "picture": "ab"}]})

        self.assertEqual(completed(before, now).digest, now.digest)


class TakenOutPictureTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=CHIEF))
        self.photo = make_photo()
        self.article = make_published()
        self.row = illustrate(article=self.article, photo=self.photo, alt="人")
        self.article.keep_version(why="edited")
        self.article.refresh_from_db()
        self.known = self.photo.public_files

    def take_out(self):
        rows = {
            "illustrations-TOTAL_FORMS": 1,
            "illustrations-INITIAL_FORMS": 1,
            "illustrations-0-id": self.row.pk,
            "illustrations-0-photo": self.photo.pk,
            "illustrations-0-alt": "人",
            "illustrations-0-order": 0,
            "illustrations-0-DELETE": "on",
        }
        with self.captureOnCommitCallbacks(execute=True):
            address = f"/admin/articles/article/{self.article.pk}/change/"
            self.client.post(address, {**story_form(self.article), **rows})
        self.assertFalse(self.article.illustrations.exists())

    def test_loses_its_public_address(self):
        self.take_out()

        self.assertNotEqual(Photo.objects.get().key, self.photo.key)
        self.assertFalse(any(map(default_storage.exists, self.known)))

    def test_keeps_it_while_another_story_shows_it(self):
        illustrate(article=make_published(), photo=self.photo)

        self.take_out()

        self.assertEqual(Photo.objects.get().key, self.photo.key)

    def test_keeps_it_where_no_reader_knew_it(self):
        Article.objects.update(published_at=TOMORROW)

        self.take_out()

        self.assertEqual(Photo.objects.get().key, self.photo.key)
