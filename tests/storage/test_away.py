"""The bucket is away, or silent: readers' pages go on, pictures fail softly, what has to come off the net does."""

import time
from unittest.mock import patch

from django.db import transaction
from django.test import TestCase

from articles.page_files import file_of_page, hang_pdf, readdress_pages_of
from articles.publishing import restore, withdraw
from media.finishing import finish
from media.models import Photo
from newsroom import resting
from newsroom.groups import EDITOR
from tests.factories import illustrate, make_page, make_photo, make_published, make_user, photographer, place
from tests.opened import opened
from tests.pictures import upload
from tests.servers.cutting import Fault
from tests.storage.bucket import OverALine

PDF = b"%PDF-1.7 " + bytes(2000)


class AwayTests(OverALine, TestCase):
    def setUp(self):
        super().setUp()
        self.photo, self.story = make_photo(by=[photographer("马敏")]), make_published(headline="店口镇的早晨")
        illustrate(article=self.story, photo=self.photo)

    def picture(self):
        response = self.client.get(self.photo.rendition_url("64.webp"))
        b"".join(response)  # to its end, which closes the file
        return response

    def test_pages_go_on_and_a_picture_says_that_it_comes_later(self):
        self.line.go_away()

        page = self.client.get(self.story.get_absolute_url())
        with self.assertLogs("media.views", "ERROR"):
            picture = self.picture()

        self.assertContains(page, "店口镇的早晨")
        self.assertEqual((picture.status_code, picture.headers["Cache-Control"]), (503, "no-store"))
        self.assertIn("Retry-After", picture.headers)
        self.line.come_back()
        self.assertEqual(self.picture().status_code, 200)

    def test_an_answer_that_breaks_off_is_no_half_picture(self):
        self.line.faults.append(Fault("GET", answered=300))

        with self.assertLogs("media.views", "ERROR"):
            self.assertEqual(self.picture().status_code, 503)

    def test_a_silent_one_costs_one_try_and_not_one_for_each_file(self):
        silent = Fault("", answered=0, is_silent=True)
        self.line.faults.append(silent)

        with self.assertLogs(level="WARNING"):
            statuses = [self.picture().status_code for _reader in range(5)]
            with self.captureOnCommitCallbacks(execute=True):
                withdraw(self.story)

        self.assertEqual(statuses, [503] * 5)
        self.assertEqual(len(silent.met), 2)  # the first reader's tries
        self.line.faults.clear()
        with patch.object(resting.time, "monotonic", return_value=time.monotonic() + resting.REST):
            self.assertEqual(self.picture().status_code, 404)

    def test_a_withdrawal_works_and_the_worker_brings_the_pictures_back(self):
        known = self.photo.rendition_url("64.webp")
        self.line.go_away()
        with self.assertLogs(level="WARNING"), self.captureOnCommitCallbacks(execute=True):
            withdraw(self.story)

        self.assertEqual(self.client.get(self.story.get_absolute_url()).status_code, 410)
        self.assertEqual(self.client.get(known).status_code, 404)
        self.line.come_back()
        self.assertEqual(self.client.get(known).status_code, 404)
        finish.func(self.photo.pk)
        self.photo = Photo.objects.get()
        restore(self.story)
        self.assertEqual(self.picture().status_code, 200)
        self.assertLessEqual(set(self.photo.stored_files), set(self.names()))

    def test_a_pages_pdf_is_lost_by_no_failure(self):
        page = make_page()
        place(article=self.story, page=page)
        hang_pdf(page, upload(PDF, name="page.pdf"))
        self.line.faults.append(Fault("PUT", sent=100))

        with self.assertLogs("articles.page_files", "WARNING"), transaction.atomic():
            readdress_pages_of(self.story)
        with self.assertRaises(OSError):
            hang_pdf(page, upload(PDF, name="page.pdf"))

        self.line.faults.clear()
        page.refresh_from_db()
        self.assertTrue(file_of_page(page.key, "page.pdf").is_remembered)
        self.assertEqual(self.behind.size(f"files/{page.key}/page.pdf"), len(PDF))

    def test_the_desk_gets_its_words_back(self):
        self.client.force_login(make_user(group=EDITOR))
        page = make_page()
        address = f"/admin/articles/page/{page.pk}/change/"
        typed = opened(self.client.get(address)) | {"name": "打了很久的版名", "new_pdf": upload(PDF, name="a.pdf")}
        self.line.go_away()

        with self.assertLogs(level="WARNING"):
            response = self.client.post(address, typed)

        self.assertContains(response, "存放图片和文件的存储没有响应", status_code=503)
        self.assertContains(response, "打了很久的版名", status_code=503)
        page.refresh_from_db()
        self.assertEqual((page.pdf, page.name == "打了很久的版名"), ("", False))
