"""A page's picture and PDF before their issue is out: the address, which somebody may know, gives readers nothing."""

from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from articles.models import Issue
from articles.page_files import hang_pdf, hang_picture
from media.imaging.developing import develop
from newsroom.groups import REPORTER
from tests.factories import make_issue, make_page, make_user
from tests.pictures import draw, encoded, upload


class PageFilesBeforeTheHourTests(TestCase):
    def setUp(self):
        self.page = make_page(issue=make_issue(published=False))
        hang_pdf(self.page, upload(b"%PDF-1.7", name="a.pdf"))
        hang_picture(self.page, develop(upload(encoded(draw(size=(90, 120))))))
        self.addresses = [f"/files/{self.page.key}/{name}" for name in self.page.file_names]

    def out_at(self, hour):
        Issue.objects.update(published_at=hour)

    def get(self, address, method="get", **headers):
        response = getattr(self.client, method)(address, headers=headers)
        response.body = b"".join(response.streaming_content) if response.streaming else response.content
        return response

    def assert_nothing(self, response):
        self.assertEqual((response.status_code, response.body), (404, b""))
        self.assertEqual(response.headers["Cache-Control"], "no-store")
        self.assertNotIn("ETag", response.headers)

    def test_readers_get_neither(self):
        self.assertEqual([address[-8:] for address in self.addresses], ["/90.webp", "page.pdf"])
        for hour in (None, timezone.now() + timedelta(minutes=1)):
            self.out_at(hour)
            for address in self.addresses:
                for method in ("get", "head"):
                    self.assert_nothing(self.get(address, method))

    def test_nor_does_who_had_it_or_asks_for_a_part(self):
        tag = self.addresses[0].removeprefix("/files/")

        for headers in ({"if-none-match": f'"{tag}"'}, {"if-none-match": "*"}, {"range": "bytes=0-10"}):
            self.assert_nothing(self.get(self.addresses[0], **headers))

    def test_colleagues_see_them_and_no_cache_keeps_that(self):
        self.client.force_login(make_user(group=REPORTER))

        response = self.get(self.addresses[0])

        self.assertEqual(response.status_code, 200)
        self.assertEqual(response.headers["Cache-Control"], "private, no-store")

    def test_no_login_without_the_right_does(self):
        for user in (make_user(), make_user(is_staff=False, is_superuser=True)):
            self.client.force_login(user)
            self.assert_nothing(self.get(self.addresses[0]))

    def test_at_the_hour_everybody_has_them_in_two_queries(self):
        self.out_at(timezone.now())

        for address in self.addresses:
            with self.assertNumQueries(2):  # photos, pages with their issue
                response = self.get(address)
            self.assertEqual(response.status_code, 200)
            self.assertIn("immutable", response.headers["Cache-Control"])
            again = self.get(address, **{"if-none-match": response.headers["ETag"]})
            self.assertEqual(again.status_code, 304)
