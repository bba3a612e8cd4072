"""Old files, written by LibreOffice and read through it. It is large and optional: without it these are skipped, and
fail where REQUIRE_ALL=1 wants all to be run."""

import io
import os
import subprocess
import sys
import tempfile
import threading
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from unittest import TestCase, mock, skipUnless

from intake.documents import office
from intake.documents.opening import read_file
from intake.documents.refusal import DocumentRefused
from intake.documents.result import Note
from tests.intake.documents.samples import photo, word, zipped
from tests.servers.chromium import UNTIL_THE_END

needs_libreoffice = skipUnless(
    office.find_converter() or os.environ.get("REQUIRE_ALL") == "1",
    "LibreOffice is not installed (optional: reads .doc, .wps, .rtf, .odt)",
)


def written_by_libreoffice(data, kind):
    """A .docx in an older or another format."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.docx").write_bytes(data)
        profile = f"-env:UserInstallation={profile_of_tests().as_uri()}"
        command = [office.find_converter(), profile, "--headless", "--convert-to", kind, "--outdir", folder]
        subprocess.run([*command, f"{folder}/a.docx"], check=True, capture_output=True, timeout=90)
        return (Path(folder) / f"a.{kind}").read_bytes()


@cache
def profile_of_tests():
    """One for all that the tests themselves write: half of a first start goes into making it."""
    return Path(UNTIL_THE_END.enter_context(tempfile.TemporaryDirectory(prefix="newsroom-office-")))


@cache
def old_file(kind):
    def build(document):
        document.add_heading("送清凉到一线", 1)
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "单位", "人数"
        document.add_picture(io.BytesIO(photo()))
        document.add_paragraph("图为车间。")

    return written_by_libreoffice(word("日前，区总工会来到车间。", build=build), kind)


@needs_libreoffice
class OldFileTests(TestCase):
    def test_is_read_with_its_headline_table_and_photo(self):
        for kind in ("doc", "rtf", "odt"):
            (document,) = read_file(f"来稿.{kind}", old_file(kind)).documents

            self.assertEqual(
                [line for line in document.text.split("\n") if line],
                ["日前，区总工会来到车间。", "送清凉到一线", "| 单位 | 人数 |", "图为车间。"],
            )
            self.assertEqual([picture.near for picture in document.pictures], ["图为车间。"])
            self.assertIn(Note("converted", {"kind": kind}), document.notes)

    def test_of_wps_is_told_by_what_it_holds(self):
        (document,) = read_file("来稿.wps", old_file("doc")).documents

        self.assertTrue(document.text.startswith("日前，区总工会来到车间。"), document.text)

    def test_that_is_damaged_is_refused(self):
        with self.assertRaises(DocumentRefused):
            read_file(
                "来稿.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(3000)
            )

    def test_fetches_nothing_that_it_links_to(self):
        asked = []

        class Listener(BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append(self.path)

            do_HEAD = do_OPTIONS = do_GET  # noqa: N815

        server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            (document,) = read_file(
                "来稿.odt", linking_to(f"http://127.0.0.1:{server.server_port}/photo.png")
            ).documents
        finally:
            server.shutdown()
            server.server_close()

        self.assertEqual((document.text, asked), ("送清凉", []))


def linking_to(address):
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
        for name, space in [("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible")]
    )
    frame = f'<draw:frame svg:width="5cm" svg:height="5cm"><draw:image xlink:href="{address}"/></draw:frame>'
    content = (
        f'<office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
        f"<office:body><office:text><text:p>送清凉{frame}</text:p></office:text></office:body></office:document-content>"
    )
    entries = "".join(
        f'<m:file-entry m:full-path="{path}" m:media-type="{kind}"/>'
        for path, kind in [("/", "application/vnd.oasis.opendocument.text"), ("content.xml", "text/xml")]
    )
    manifest = f'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{entries}</m:manifest>'
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    parts["META-INF/manifest.xml"] = manifest
    return zipped(*((name, text.encode()) for name, text in parts.items()))


class TimeLimitTests(TestCase):
    def test_ends_the_program_and_all_that_it_started(self):
        script = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"

        with (
            tempfile.TemporaryDirectory() as folder,
            mock.patch.object(office, "SECONDS", 1),
            self.assertRaises(DocumentRefused) as caught,
        ):
            office.run([sys.executable, "-c", script], Path(folder))
        self.assertEqual(caught.exception.code, "too_slow")
