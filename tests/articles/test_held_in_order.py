"""Two who need the same story, page and photo begin with the story: they wait for one another, and neither for ever."""

import unittest
from threading import Event

from django.db import connection, transaction
from django.test import Client, TransactionTestCase
from django.urls import reverse
from django.utils import timezone

from articles import picking, pictures, publishing
from articles.holding import held
from articles.models import Article
from articles.models.article import Stage
from media.closing import close_expired
from media.models import Photo
from newsroom.groups import CHIEF
from tests.at_once import at_once
from tests.factories import illustrate, make_article, make_issue, make_page, make_photo, make_user, photographer, place

TIMES = 4


@unittest.skipUnless(connection.vendor == "postgresql", "SQLite lets one write at a time, and holds no rows.")
class HeldInOrderTests(TransactionTestCase):
    def setUp(self):
        self.chief = make_user(group=CHIEF, is_superuser=True)
        self.photo = make_photo(by=[photographer("马敏")])

    def posting(self, address, fields):
        client = self.client_of()
        return lambda: client.post(address, fields)

    def saving_the_caption(self, words):
        address = f"{reverse('admin:media_photo_captions')}?photos={self.photo.pk}"
        fields = self.fields_of(self.client_of().get(address).context["rows"].forms[0])
        return self.posting(address, fields | {f"photo-{self.photo.pk}-caption": words})

    def client_of(self):
        client = Client()
        client.force_login(self.chief)
        return client

    def fields_of(self, *forms):
        return {field.html_name: field.value() or "" for form in forms for field in form}

    def with_photo(self, **fields):
        article = make_article(stage=Stage.READY, **fields)
        illustrate(article=article, photo=self.photo)
        return article

    def test_a_publication_and_a_caption(self):
        for turn in range(TIMES):
            article = self.with_photo()

            at_once(lambda article=article: publishing.publish(article), self.saving_the_caption(f"第{turn}句。"))

            self.assertTrue(Article.objects.get(pk=article.pk).is_published)
            self.assertEqual(Photo.objects.get().caption, f"第{turn}句。")

    def test_picking_and_a_caption(self):
        other = make_photo(by=[photographer("马敏")])
        for turn in range(TIMES):
            article = make_article()
            illustrate(article=article, photo=self.photo)
            put_in = lambda article=article: picking.put_in(article, [self.photo, other], by=self.chief)  # noqa: E731

            at_once(put_in, self.saving_the_caption(f"第{turn}句。"))

            self.assertEqual(article.illustrations.count(), 2)
            self.assertEqual(Photo.objects.get(pk=self.photo.pk).caption, f"第{turn}句。")

    def test_a_withdrawal_and_the_form_of_the_page(self):
        issue = make_issue()
        for turn in range(TIMES):
            article, page = self.with_photo(), make_page(issue=issue, label=f"0{turn}", position=turn)
            publishing.publish(article)
            placed = place(article=article, page=page)

            withdraw = lambda article=article: publishing.withdraw(article)  # noqa: E731
            _none, saved = at_once(withdraw, self.saving_the_page(page, placed))

            self.assertEqual(saved.status_code, 302)
            self.assertTrue(Article.objects.get(pk=article.pk).is_withdrawn)

    def saving_the_page(self, page, placed):
        row = {"id": placed.pk, "page": page.pk, "article": placed.article_id, "order": 3, "hotspot": "[]"}
        fields = {"issue": page.issue_id, "label": page.label, "name": "新版", "position": page.position}
        fields |= {"placements-TOTAL_FORMS": 1, "placements-INITIAL_FORMS": 1}
        fields |= {f"placements-0-{name}": said for name, said in row.items()}
        return self.posting(reverse("admin:articles_page_change", args=[page.pk]), fields)

    def test_an_expiry_and_a_withdrawal(self):
        """The worker closes the photo while the desk takes the story back."""
        for _turn in range(TIMES):
            article = self.with_photo()
            publishing.publish(article)
            Photo.objects.update(expires_at=timezone.now(), readdressed_for=None)

            at_once(lambda article=article: publishing.withdraw(article), close_expired)

            self.assertTrue(Article.objects.get(pk=article.pk).is_withdrawn)
            self.assertIsNotNone(Photo.objects.get().readdressed_for)

    def test_a_story_that_takes_the_photo_while_its_caption_is_saved(self):
        """After the stories that show it were held, before the photo is; and then somebody is at work on that story."""
        self.with_photo()
        late, stories_held, at_work, photo_held = make_article(headline="后来的"), Event(), Event(), Event()
        save = self.saving_the_caption("新说明。")

        def listen(execute, sql, *rest):
            result = execute(sql, *rest)
            if sql.startswith('SELECT "articles_article"') and "FOR NO KEY" in sql and not stories_held.is_set():
                stories_held.set()
                at_work.wait(timeout=20)
            if sql.startswith(('SELECT "media_photo"', 'UPDATE "media_photo"')) and stories_held.is_set():
                photo_held.set()
            return result

        def caption():
            with connection.execute_wrapper(listen):
                return save()

        def colleague():
            stories_held.wait(timeout=20)
            picking.put_in(late, [self.photo], by=self.chief)
            with transaction.atomic():
                held(late)
                at_work.set()
                photo_held.wait(timeout=20)
                pictures.hold([self.photo.pk])

        saved, _none = at_once(caption, colleague)

        self.assertEqual((saved.status_code, Photo.objects.get().caption), (302, "新说明。"))
        self.assertIn("新说明。", str(late.revisions.latest("version").snapshot.story))

    def test_a_photo_is_deleted(self):
        response = self.posting(reverse("admin:media_photo_delete", args=[self.photo.pk]), {"post": "yes"})()

        self.assertEqual(response.status_code, 302)
        self.assertFalse(Photo.objects.exists())
