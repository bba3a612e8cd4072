"""A page's picture and PDF show its photos: they go when one of these is closed to readers."""

from datetime import timedelta

from django.core.files.storage import default_storage
from django.test import TestCase
from django.utils import timezone

from articles.models import Page
from articles.page_files import hang_pdf
from desk.models import AuditEntry
from media.closing import close_expired
from media.models import Photo
from newsroom.groups import CHIEF
from tests.factories import illustrate, make_page, make_photo, make_published, make_user, photographer
from tests.media.test_photo_admin import change
from tests.opened import opened
from tests.pictures import upload


class ClosedPageTests(TestCase):
    def setUp(self):
        self.chief = make_user(group=CHIEF)
        self.client.force_login(self.chief)
        self.photo = make_photo(by=[photographer("马敏")])
        self.page = make_page()
        self.other = make_page(issue=self.page.issue, label="03")
        for page in (self.page, self.other):
            hang_pdf(page, upload(b"%PDF-1.7", name="a.pdf"))
        article = make_published()
        illustrate(article=article, photo=self.photo, alt="人")
        article.placements.create(page=self.page)
        self.known = f"files/{self.page.key}/page.pdf"

    def pdfs(self):
        return [page.pdf for page in Page.objects.order_by("label")]

    def save(self, **times):
        form = opened(self.client.get(change(self.photo)))
        with self.captureOnCommitCallbacks(execute=True):
            return self.client.post(change(self.photo), {**form, **times}, follow=True)

    def embargo(self):
        tomorrow = timezone.localtime() + timedelta(days=1)
        return {"embargo_until_0": f"{tomorrow:%Y-%m-%d}", "embargo_until_1": "08:00"}

    def test_an_embargo_takes_down_what_shows_the_photo_and_nothing_else(self):
        response = self.save(**self.embargo())

        self.assertEqual(self.pdfs(), ["", "page.pdf"])
        self.assertFalse(default_storage.exists(self.known))
        self.assertContains(response, "版面图和PDF已撤下")
        entry = AuditEntry.objects.get(verb="take_down")
        self.assertEqual((entry.kind, entry.key, entry.by), ("page", str(self.page.pk), self.chief))
        self.assertEqual(entry.words, str(self.photo))

    def test_an_expiry_does_by_the_worker(self):
        Photo.objects.update(expires_at=timezone.now() - timedelta(minutes=1))

        close_expired()

        self.assertEqual(self.pdfs(), ["", "page.pdf"])
        self.assertIsNone(AuditEntry.objects.get(verb="take_down").by)

    def test_the_form_says_so_before(self):
        self.assertContains(
            self.client.get(change(self.photo)), "以下版面的版面图和PDF将一并撤下：2023-03-02 第02版：工会"
        )
        self.assertNotContains(self.client.get(change(make_photo())), "将一并撤下")

    def test_another_word_leaves_them_alone(self):
        self.save(caption="另一句。")

        self.assertEqual(self.pdfs(), ["page.pdf", "page.pdf"])
        self.assertEqual(Photo.objects.get().caption, "另一句。")
