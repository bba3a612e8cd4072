from datetime import timedelta

from django.core.files.storage import default_storage
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles.models import Issue, Page
from articles.page_files import hang_pdf
from media.darkroom import public_path
from newsroom.groups import EDITOR
from tests.factories import make_issue, make_page, make_user
from tests.pictures import draw, encoded, upload

PDF = b"%PDF-1.7\n%%EOF"


def public(page, name):
    return reverse("public_file", args=[page.key, name])


class PageFormTestCase(TestCase):
    def setUp(self):
        self.page = make_page()
        self.client.force_login(make_user(group=EDITOR))

    def save(self, **fields):
        rows = {"placements-TOTAL_FORMS": 0, "placements-INITIAL_FORMS": 0}
        typed = {"issue": self.page.issue_id, "label": "02", "name": "工会", "position": 2, "duty_editor": "", **rows}
        with self.captureOnCommitCallbacks(execute=True):
            response = self.client.post(
                reverse("admin:articles_page_change", args=[self.page.pk]), {**typed, **fields}, follow=True
            )
        self.page = Page.objects.get()
        return response

    def read(self, address):
        """Status and content, or nothing where nothing is."""
        response = self.client.get(address)
        return (response.status_code, b"".join(response.streaming_content) if response.streaming else b"")


class PagePictureTests(PageFormTestCase):
    def test_is_hung_and_shown_in_the_form(self):
        response = self.save(new_picture=upload(encoded(draw(size=(90, 120)))), _continue="on")

        self.assertEqual([size["name"] for size in self.page.picture], ["90.webp"])
        self.assertContains(response, public(self.page, "90.webp"))
        self.assertEqual(self.read(public(self.page, "90.webp"))[0], 200)

    def test_a_new_one_takes_the_old_address_away(self):
        self.save(new_picture=upload(encoded(draw(size=(90, 120)))))
        before = public(self.page, "90.webp")

        self.save(new_picture=upload(encoded(draw(size=(80, 120)))))

        self.assertEqual(self.read(before)[0], 404)
        self.assertEqual(self.read(public(self.page, "80.webp"))[0], 200)

    def test_says_in_chinese_what_is_wrong_with_a_file(self):
        response = self.save(new_picture=upload(b"GIF89a", name="版面.gif"))

        self.assertContains(response, "“版面.gif”是")
        self.assertEqual(self.page.picture, [])

    def test_a_save_without_a_file_leaves_it_hanging(self):
        self.save(new_picture=upload(encoded(draw(size=(90, 120)))))
        before = self.page.key

        self.save()

        self.assertEqual((self.page.key, len(self.page.picture)), (before, 1))

    def test_goes_with_an_empty_page(self):
        Issue.objects.update(published_at=None)
        self.save(new_picture=upload(encoded(draw(size=(90, 120)))))
        before = public_path(self.page.key, "90.webp")
        self.assertTrue(default_storage.exists(before))

        with self.captureOnCommitCallbacks(execute=True):
            self.client.post(reverse("admin:articles_page_delete", args=[self.page.pk]), {"post": "yes"})

        self.assertFalse(Page.objects.exists())
        self.assertFalse(default_storage.exists(before))


class PagePdfTests(PageFormTestCase):
    def test_is_hung_beside_the_picture(self):
        self.save(new_picture=upload(encoded(draw(size=(90, 120)))))

        self.save(new_pdf=upload(PDF, name="第二版.pdf"))

        self.assertEqual(self.read(public(self.page, self.page.pdf)), (200, PDF))
        self.assertEqual(self.read(public(self.page, "90.webp"))[0], 200)

    def test_a_new_one_takes_the_old_address_away(self):
        self.save(new_pdf=upload(PDF, name="a.pdf"))
        before = public(self.page, self.page.pdf)

        with self.captureOnCommitCallbacks(execute=True):
            hang_pdf(self.page, upload(PDF + b"\n", name="b.pdf"))

        self.assertEqual(self.read(before)[0], 404)
        self.assertEqual(self.read(public(self.page, "page.pdf")), (200, PDF + b"\n"))

    def test_refuses_what_is_no_pdf(self):
        response = self.save(new_pdf=upload(b"<html>", name="第二版.pdf"))

        self.assertContains(response, "“第二版.pdf”不是")
        self.assertEqual(self.page.pdf, "")


class OtherIssueTests(PageFormTestCase):
    def setUp(self):
        super().setUp()
        Issue.objects.update(published_at=None)
        self.other = make_issue(on=self.page.issue.date + timedelta(days=1), published=False)

    def test_a_page_can_be_moved_while_its_issue_is_planned(self):
        self.save(issue=self.other.pk)

        self.assertEqual(self.page.issue, self.other)

    def test_stays_in_an_issue_that_is_signed_or_out(self):
        for hour in (timezone.now() + timedelta(hours=1), timezone.now()):
            Issue.objects.filter(pk=self.page.issue_id).update(signed_for=hour, published_at=hour)

            response = self.save(issue=self.other.pk)

            self.assertNotEqual(self.page.issue, self.other)
            self.assertContains(response, "已经签发，版面不能移出")
