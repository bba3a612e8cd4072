"""
The line to the bucket is cut while a photo goes up. Whoever uploads gets the photo whole, or a sentence and all words
back; and whichever it was, sending it again does it.
"""

import io
from functools import partial

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import SimpleTestCase, TestCase

from media.models import Photo
from media.orphans import missing
from newsroom.groups import EDITOR
from tests.factories import make_user
from tests.opened import opened
from tests.pictures import draw, encoded, upload
from tests.servers.cutting import Fault
from tests.storage.bucket import OverALine

ADD, MANY, ONE = (f"/admin/media/photo/{place}/" for place in ("add", "upload", "upload/file"))
REFUSED = {ADD: "图片文件无法写入", MANY: "图片文件无法写入", ONE: "文件无法保存"}
# By its name what is cut: the first file of a photo is its original, then come the public ones.
CUTS = {
    "at the first byte": partial(Fault, "PUT", sent=0),
    "in the middle of the original": partial(Fault, "PUT /", sent=700),
    "in the middle of a rendition": partial(Fault, ".webp", sent=200),
    "before the last byte": partial(Fault, "PUT", sent=-1),
    "as the answer is lost": partial(Fault, "PUT", answered=0),
    "as the answer to a rendition is lost": partial(Fault, "/files/", answered=0),
    "in the middle of an answer": partial(Fault, "PUT", answered=10),
    "at the question before": partial(Fault, "HEAD", answered=0),
}
SOME = {when: CUTS[when] for when in ("in the middle of a rendition", "as the answer is lost")}


class CutsTests(OverALine, TestCase):
    def setUp(self):
        super().setUp()
        self.client.force_login(make_user(group=EDITOR))
        self.picture = encoded(draw(size=(500, 340)))

    def send(self, place):
        words = {"caption": "打了很久的说明"}
        if place == ONE:
            return self.client.post(ONE, words | {"file": upload(self.picture)})
        if place == MANY:
            return self.client.post(MANY, words | {"files": [upload(self.picture)]})
        return self.client.post(ADD, opened(self.client.get(ADD)) | words | {"picture": upload(self.picture)})

    def delete(self):
        with self.captureOnCommitCallbacks(execute=True):
            Photo.objects.get().delete()

    def is_in(self):
        """All that a row remembers is there, and nothing else but what clear_orphans finds."""
        self.assertEqual(list(missing()), [])
        kept = {name for photo in Photo.objects.all() for name in photo.stored_files}
        self.assertEqual(set(self.names()), kept)
        return Photo.objects.exists()

    def test_whatever_is_cut_nothing_is_half_there(self):
        for place, words in REFUSED.items():
            for when, fault in CUTS.items() if place == ADD else SOME.items():
                with self.subTest(place=place, when=when):
                    self.line.faults[:] = [cut := fault()]
                    with self.assertLogs(level="WARNING"):
                        response = self.send(place)

                    self.assertTrue(cut.met)
                    self.assertIn(response.status_code, (200, 503))
                    self.assertIn(words, response.json()["refusal"] if place == ONE else response.content.decode())
                    self.assertIn("打了很久的说明" if place != ONE else "", response.content.decode())
                    self.assertFalse(self.is_in())

                    self.line.faults.clear()
                    self.assertIn(self.send(place).status_code, (200, 302))
                    self.assertTrue(self.is_in())
                    self.delete()

    def test_a_cut_that_happens_once_is_noticed_by_nobody(self):
        for when, fault in CUTS.items():
            with self.subTest(when):
                self.line.faults[:] = [cut := fault(times=1)]

                self.assertEqual(self.send(ADD).status_code, 302)

                self.assertTrue(cut.met)
                self.assertTrue(self.is_in())
                self.delete()

    def test_what_could_not_be_taken_back_is_found_later(self):
        self.line.faults[:] = [Fault(".webp", sent=10), Fault("DELETE", sent=0)]
        with self.assertLogs(level="WARNING"):
            self.send(ADD)
        left = self.names()
        self.line.faults.clear()
        out = io.StringIO()

        call_command("clear_orphans", "--hours", "0", "--delete", stdout=out)

        self.assertEqual((len(left) > 0, Photo.objects.count()), (True, 0))
        self.assertTrue(all(name in out.getvalue() for name in left))
        self.assertEqual(self.names(), [])


class PartsTests(OverALine, SimpleTestCase):
    """A file in three parts, cut at each of them."""

    CONTENT = b"0123456789abcdef" * (2**20 + 20)  # 16.8 MB
    CUTS = {
        "at the beginning": Fault("?uploads", sent=0),
        "between parts": Fault("partNumber=2", sent=0),
        "in the middle of a part": Fault("partNumber=2", sent=3_000_000),
        "at the answer to a part": Fault("partNumber=3", answered=0),
        "as all is put together": Fault("POST /", sent=40),
        "as that answer is lost": Fault("POST /", answered=0),
    }

    def save(self):
        return default_storage.save("originals/large.jpg", ContentFile(self.CONTENT))

    def test_a_file_in_parts_is_there_whole_or_not_at_all(self):
        for when, cut in self.CUTS.items():
            with self.subTest(when):
                self.line.faults[:] = [cut]
                with self.assertRaises(OSError):
                    self.save()
                self.line.faults.clear()

                for name in self.names():  # its answer was lost
                    self.assertEqual(self.behind.size(name), len(self.CONTENT))
                    self.behind.delete(name)
                self.assertEqual(self.save(), "originals/large.jpg")
                default_storage.delete("originals/large.jpg")

    def test_a_part_that_is_cut_once_goes_again(self):
        self.line.faults[:] = [cut := Fault("partNumber=2", sent=3_000_000, times=1)]

        self.save()

        self.assertTrue(cut.met)
        self.assertEqual(self.behind.size("originals/large.jpg"), len(self.CONTENT))
