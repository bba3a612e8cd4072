"""How much may be asked and sent: what the newsroom itself says, and that nginx in front says the same."""

import re

from django.conf import settings
from django.test import SimpleTestCase, TestCase

from intake.contributing.limits import LARGEST_WHOLE
from intake.documents import kinds
from newsroom import limits
from newsroom.serving import web_command
from tests.factories import make_user
from tests.servers.nginx import DEPLOY

FORM = "application/x-www-form-urlencoded"
UNITS = {"k": limits.KILOBYTE, "m": limits.MEGABYTE, "s": 1, "": 1}


def in_nginx(name, file):
    """All values of a directive, in bytes or seconds."""
    found = re.findall(rf"^\s*{name} (?:(\d+) )?(\d+)([kms]?);", (DEPLOY / file).read_text(), re.MULTILINE)
    return [int(times or 1) * int(number) * UNITS[unit] for times, number, unit in found]


class AlikeTests(SimpleTestCase):
    def test_bodies(self):
        bodies = set(in_nginx("client_max_body_size", "nginx-site.conf"))

        self.assertEqual(bodies, {limits.LARGEST_BODY, limits.LARGEST_SUBMISSION, limits.LARGEST_UPLOAD})
        for file in ("nginx-micro.conf", "nginx-files.conf"):
            self.assertEqual(in_nginx("client_max_body_size", file), [limits.LARGEST_UPLOAD])

    def test_what_may_be_uploaded_where(self):
        text = (DEPLOY / "nginx-site.conf").read_text()
        found = re.findall(r"location (= |)(?:~ \^)?(\S+) \{[^}]*client_max_body_size (\d+)m", text)

        self.assertEqual(found, [("= ", limits.SUBMISSIONS, "64"), ("", *limits.UPLOADS, "200")])

    def test_headers(self):
        self.assertEqual(in_nginx("large_client_header_buffers", "nginx-limits.conf"), [limits.HEADERS])
        self.assertEqual(in_nginx("client_header_timeout", "nginx-limits.conf"), [limits.HEADER_SECONDS])

    def test_granian_is_told_the_same_wherever_it_is_started(self):
        told = web_command("127.0.0.1", 8000, 2, 4)
        said = {name: told[told.index(name) + 1] for name in ("--http1-buffer-size", "--http1-header-read-timeout")}
        told = {
            "GRANIAN_HTTP1_BUFFER_SIZE": said["--http1-buffer-size"],
            "GRANIAN_HTTP1_HEADER_READ_TIMEOUT": said["--http1-header-read-timeout"],
            "GRANIAN_HTTP": told[told.index("--http") + 1],
            "GRANIAN_BACKPRESSURE": told[told.index("--backpressure") + 1],
        }
        for file in ("systemd/newsroom-web.service", "Containerfile"):
            for name, value in told.items():
                self.assertIn(f"{name}={value}", (DEPLOY / file).read_text(), file)

    def test_the_files_of_a_submission_fit_through_the_door(self):
        self.assertLess(LARGEST_WHOLE, limits.LARGEST_SUBMISSION)

    def test_a_file_of_the_desk_fits_through_the_door(self):
        self.assertLessEqual(kinds.LARGEST, limits.LARGEST_UPLOAD)


class AnswerTests(TestCase):
    def test_an_address_that_is_too_long(self):
        for asked in ("/search/?q=" + "a" * limits.LONGEST_ADDRESS, "/" + "汉" * 2000):
            self.assertContains(self.client.get(asked), "网址过长", status_code=414)

    def test_a_body_that_is_too_large_is_not_read(self):
        for address, length in (
            ("/search/", limits.LARGEST_BODY),
            ("/submit/x", limits.LARGEST_BODY),
            ("/submit/", limits.LARGEST_SUBMISSION),
            ("/admin/login/", limits.LARGEST_UPLOAD),
        ):
            response = self.client.generic("POST", address, b"a=b", FORM, CONTENT_LENGTH=str(length + 1))

            self.assertContains(response, "超过服务器", status_code=413)

    def test_a_length_that_is_none(self):
        for length in ("x", "-1", "9" * 5000):
            response = self.client.generic("POST", "/search/", b"a=b", FORM, CONTENT_LENGTH=length)

            self.assertIn(response.status_code, (400, 413), length[:3])

    def test_more_words_and_fields_than_a_form_may_have(self):
        self.client.force_login(make_user())
        words = b"body=" + b"a" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        fields = b"a=&" * (settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)

        self.assertContains(self.client.generic("POST", "/admin/", words, FORM), "仍在", status_code=413)
        self.assertContains(self.client.generic("POST", "/admin/", fields, FORM), "仍在", status_code=413)
