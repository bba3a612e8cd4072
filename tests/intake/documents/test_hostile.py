"""Whatever the bytes, they end in a Drop or in the one refusal."""

import zlib
from unittest import TestCase, mock

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.documents import office
from intake.documents.opening import read_file
from intake.documents.refusal import DocumentRefused
from tests.intake.documents.samples import Sheet, photo, run, word, zipped

HEADS = [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf1", b"\xff\xd8\xff", b"<?xml "]
BODY = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>{}</w:body></w:document>"


def page():
    sheet = Sheet(200, 200, pageCompression=0)
    sheet.column(["日前，江畔区总工会来到车间一线，为职工送去清凉，受到欢迎。"], 10, 10)
    sheet.photo(10, 100, 80, 80)
    return sheet.pdf()


SAMPLES = [page(), word("送清凉", "日前，区总工会来到车间。"), zipped(("a.txt", "稿".encode()), ("b.jpg", photo()))]


def outcome(data, name="a"):
    try:
        return read_file(name, data)
    except DocumentRefused as refused:
        return refused.code


class HostileFileTests(TestCase):
    def setUp(self):
        self.enterContext(mock.patch.object(office, "find_converter", return_value=None))

    @settings(max_examples=150, deadline=None)
    @given(st.sampled_from(HEADS), st.binary(max_size=2000))
    def test_random_bytes(self, head, rest):
        outcome(head + rest)

    @settings(max_examples=150, deadline=None)
    @given(st.sampled_from(SAMPLES), st.floats(0, 1))
    def test_a_file_cut_short(self, sample, share):
        outcome(sample[: int(len(sample) * share)])

    @settings(max_examples=250, deadline=None)
    @given(st.sampled_from(SAMPLES), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=40))
    def test_a_file_with_wrong_bytes(self, sample, changes):
        data = bytearray(sample)
        for share, value in changes:
            data[int((len(data) - 1) * share)] = value

        outcome(bytes(data))

    @settings(max_examples=150, deadline=None)
    @given(st.lists(st.tuples(st.floats(0, 1), st.integers(32, 126)), max_size=12))
    def test_words_own_xml_with_wrong_signs(self, changes):
        inside = f"<w:p><w:ins w:id='1'>{run('送清凉')}</w:ins></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
        data = bytearray(BODY.format(inside).encode())
        for share, value in changes:
            data[int((len(data) - 1) * share)] = value

        outcome(package(bytes(data)))


def package(document):
    return zipped(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document))


class HostileXmlTests(TestCase):
    def test_entities_are_not_opened(self):
        bomb = b"<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;'>]>" + BODY.format("&c;").encode()

        self.assertEqual(outcome(package(bomb)), "damaged")

    def test_endless_depth_is_refused(self):
        self.assertEqual(outcome(package(BODY.format("<w:sdt>" * 5000 + "</w:sdt>" * 5000).encode())), "bomb")

    def test_the_deepest_that_is_let_in_is_read(self):
        inside = "<w:sdt>" * 115 + f"<w:p>{run('送清凉')}</w:p>" + "</w:sdt>" * 115

        self.assertEqual(outcome(package(BODY.format(inside).encode())).documents[0].text, "送清凉")

    def test_another_office_program_is_named(self):
        data = zipped(("[Content_Types].xml", b"<Types>spreadsheetml</Types>"), ("xl/workbook.xml", b"<a/>"))

        self.assertEqual(outcome(data), "unsupported")


class HostilePdfTests(TestCase):
    def test_a_stream_that_unpacks_without_end_is_read_or_refused(self):
        stream = zlib.compress(b"BT /F1 1 Tf (a) Tj ET " * 20_000)
        sample = page()

        outcome(sample.replace(b"endstream", stream + b"endstream", 1))
