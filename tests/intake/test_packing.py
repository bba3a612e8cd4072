import io
import zipfile
from datetime import UTC, datetime
from unittest import mock

from django.test import SimpleTestCase

from intake import packing
from intake.documents import result
from intake.documents.result import Drop, NotRead, Picture
from intake.packing import NotPacked, packed, records_in, unpacked

RECORDS = records_in(result)


class PackingTests(SimpleTestCase):
    def test_gives_back_what_was_packed(self):
        drop = Drop(
            pictures=(Picture(b"\xff\xd8", "图.jpg"),), not_read=(NotRead("坏.docx", "damaged", {"kind": "zip"}),)
        )

        for one in (drop, ("read", "甲.pdf", b"%PDF", 0.5, None, True), datetime(2003, 3, 2, tzinfo=UTC)):
            self.assertEqual(unpacked(packed(one), RECORDS), one)

    def test_builds_only_the_records_that_were_named(self):
        with self.assertRaises(NotPacked):
            unpacked(packed(Drop()), {})

    def test_nothing_that_is_broken_does_more_than_be_refused(self):
        whole = packed(Drop())
        texts = (
            b'{"record": "Drop", "fields": []}',
            b'{"record": "Drop", "fields": {"x": 1}}',
            b"[" * 100_000,
            b'{"time": 1}',
            b'{"bytes": 7}',
        )

        for data in (b"", whole[:-9], *map(self.zip_of, texts)):
            with self.subTest(data[:80]), self.assertRaises(NotPacked):
                unpacked(data, RECORDS)

    def test_what_swells_is_not_unpacked(self):
        data = self.zip_of(b" " * 100_000)

        with mock.patch.object(packing, "MOST_BYTES", 99_999), self.assertRaises(NotPacked):
            unpacked(data, RECORDS)

    def zip_of(self, text):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("record.json", text)
        return buffer.getvalue()
