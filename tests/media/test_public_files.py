from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import TestCase

from articles.page_files import hang_pdf
from tests.factories import make_page, make_photo
from tests.pictures import upload


class PublicFileTests(TestCase):
    def setUp(self):
        self.photo = make_photo()
        self.address = self.photo.rendition_url("64.webp")

    def get(self, address=None, method="get", **headers):
        """Reads the answer to its end, which closes the file."""
        response = getattr(self.client, method)(address or self.address, headers=headers)
        response.body = b"".join(response.streaming_content) if response.streaming else response.content
        return response

    def test_serves_a_rendition(self):
        response = self.get()

        self.assertEqual(self.address, f"/files/{self.photo.key}/64.webp")
        self.assertEqual(len(response.body), self.photo.renditions_as("webp")[0]["bytes"])
        self.assertEqual(response.headers["Content-Length"], str(len(response.body)))

    def test_may_be_kept_for_ever_and_is_what_it_says(self):
        headers = self.get().headers

        self.assertEqual(headers["Content-Type"], "image/webp")
        self.assertEqual(headers["Cache-Control"], "public, max-age=31536000, immutable")
        self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
        self.assertNotIn("Vary", headers)
        self.assertNotIn("Set-Cookie", headers)

    def test_asks_the_database_for_the_photos_times_only(self):
        with self.assertNumQueries(1):
            self.get()

    def test_answers_head(self):
        response = self.get(method="head")

        self.assertEqual((response.status_code, response.headers["Content-Type"]), (200, "image/webp"))

    def test_sends_nothing_again_that_the_reader_has(self):
        first = self.get()

        for header, value in [
            ("if-none-match", first.headers["ETag"]),
            ("if-modified-since", first.headers["Last-Modified"]),
        ]:
            response = self.get(**{header: value})
            self.assertEqual((response.status_code, response.content), (304, b""))

    def test_a_file_that_went_is_gone_also_for_who_has_it(self):
        etag = self.get().headers["ETag"]
        default_storage.delete(f"files/{self.photo.key}/64.webp")

        self.assertEqual(self.get(**{"if-none-match": etag}).status_code, 404)

    def test_serves_a_pages_pdf_under_the_same_scheme(self):
        page = make_page()
        hang_pdf(page, upload(b"%PDF-1.7", name="a.pdf"))

        with self.assertNumQueries(2):  # photos, pages
            response = self.get(f"/files/{page.key}/page.pdf")

        self.assertEqual(response.headers["Content-Type"], "application/pdf")

    def test_knows_no_other_files(self):
        default_storage.save(f"files/{self.photo.key}/page.svg", ContentFile(b"<svg/>"))
        key, original = self.photo.key, self.photo.original.name

        for address in [
            f"/files/{key}/page.svg",
            f"/files/{key}/missing.jpg",
            f"/files/{key}/",
            f"/files/{key}/../../{original}",
            f"/files/{key}/..%2f..%2f{original}",
            f"/files/{key}/.jpg",
            f"/files/../{original}",
            "/files/short/64.webp",
            f"/{original}",
        ]:
            self.assertEqual(self.get(address).status_code, 404, address)

    def test_serves_nothing_that_no_row_remembers(self):
        """A process that dies between the commit and the deleting leaves the files under their known address."""
        with self.captureOnCommitCallbacks():  # never executed
            self.photo.change_address()

        self.assertTrue(default_storage.exists(self.address.removeprefix("/")))
        self.assertEqual(self.get().status_code, 404)
        self.assertEqual(self.get(self.photo.rendition_url("64.webp")).status_code, 200)

    def test_serves_no_former_file_under_a_key_that_lives(self):
        default_storage.save(f"files/{self.photo.key}/list-240-1x1.webp", ContentFile(b"RIFF"))

        self.assertEqual(self.get(f"/files/{self.photo.key}/list-240-1x1.webp").status_code, 404)

    def test_takes_no_orders(self):
        self.assertEqual(self.client.post(self.address).status_code, 405)
