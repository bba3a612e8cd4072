"""A page whose issue is out, while one of its stories waits for a later hour: the page's picture shows it too."""

from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from articles.models import Article
from articles.page_files import hang_pdf, hang_picture
from articles.publishing import publish
from media.imaging.developing import develop
from tests.factories import make_article, make_issue, make_page, make_published, place
from tests.pictures import draw, encoded, upload

LATER = timedelta(hours=2)


class EarlyPageFilesTests(TestCase):
    def setUp(self):
        self.page = make_page(issue=make_issue(), label="02")
        make_published(page=self.page)
        self.story = make_article(headline="限时稿", stage="ready")
        place(article=self.story, page=self.page)
        hang_pdf(self.page, upload(b"%PDF-1.7", name="a.pdf"))
        hang_picture(self.page, develop(upload(encoded(draw(size=(90, 120))))))
        self.known = self.addresses()

    def addresses(self):
        self.page.refresh_from_db()
        return [f"/files/{self.page.key}/{name}" for name in self.page.file_names]

    def answers(self, addresses):
        return {self.answer(address) for address in addresses}

    def answer(self, address):
        response = self.client.get(address)
        b"".join(response)  # else its file stays open
        return response.status_code

    def test_a_draft_hides_nothing_since_the_page_was_printed(self):
        self.assertEqual(self.answers(self.known), {200})
        self.assertContains(self.client.get(self.page.get_absolute_url()), "page-scan-picture")

    def test_its_hour_takes_picture_and_pdf_from_readers_under_every_address(self):
        publish(self.story, at=timezone.now() + LATER)

        self.assertNotEqual(self.addresses(), self.known)
        self.assertEqual(self.answers([*self.known, *self.addresses()]), {404})
        for address in (self.page.get_absolute_url(), self.page.picture_address):
            page = self.client.get(address)
            for words in ("page-scan-picture", "page.pdf", self.page.key, "限时稿"):
                self.assertNotContains(page, words)

    def test_both_are_there_again_at_that_hour(self):
        publish(self.story, at=timezone.now() + LATER)
        Article.objects.filter(pk=self.story.pk).update(published_at=timezone.now())

        self.assertEqual(self.answers(self.addresses()), {200})
        self.assertContains(self.client.get(self.page.get_absolute_url()), "page-scan-picture")

    def test_a_page_whose_story_goes_out_at_once_keeps_its_addresses(self):
        publish(self.story)

        self.assertEqual(self.addresses(), self.known)
        self.assertEqual(self.answers(self.known), {200})
