import os
import pickle
import subprocess
import sys
from io import BytesIO
from types import SimpleNamespace
from unittest import TestCase, mock

from intake import apart
from intake.documents.opening import read_file
from intake.documents.pdf.rendering import render_page
from intake.documents.refusal import DocumentRefused
from intake.documents.result import Note
from intake.packing import packed
from tests.intake.documents.samples import Sheet, zipped

TEXT = "日前，江畔区总工会来到车间一线，为职工送去清凉，受到大家的欢迎，纷纷点赞。"


def page():
    sheet = Sheet()
    sheet.column([TEXT], 60, 100)
    return sheet.pdf()


class ReadingApartTests(TestCase):
    def test_gives_what_reading_here_gives(self):
        data = page()

        self.assertEqual(apart.read_apart("01.pdf", data), read_file("01.pdf", data))
        self.assertEqual(apart.render_apart(data, 0, 300), render_page(data, 0, 300))

    def test_refuses_as_reading_here_does(self):
        with self.assertRaises(DocumentRefused) as caught:
            apart.read_apart("a.gif", b"GIF89a")
        self.assertEqual((caught.exception.code, caught.exception.facts), ("unsupported", {"kind": "GIF"}))

    def test_that_takes_too_long_is_ended(self):
        with self.assertRaises(DocumentRefused) as caught:
            apart.read_apart("01.pdf", page(), seconds=0.01)
        self.assertEqual(caught.exception.code, "too_slow")

    def test_an_answer_builds_nothing_but_records_and_is_what_was_asked_for(self):
        """Whoever takes over that process by a file of theirs gets no further."""
        for answer in (
            pickle.dumps(os.getcwd),
            packed(Note("scanned")),
            packed(b"words"),
            zipped(("record.json", b"[[")),
        ):
            with self.subTest(answer), mock.patch.object(apart, "said", return_value=answer):
                with self.assertRaises(DocumentRefused) as caught:
                    apart.read_apart("01.pdf", page())
                self.assertEqual(caught.exception.code, "damaged")

    def test_knows_no_secret_of_the_newsroom(self):
        tells = [sys.executable, "-c", "import os; print(sorted(os.environ))"]
        with (
            mock.patch.dict(os.environ, {"SECRET_KEY": "secret", "DATABASE_URL": "postgres://newsroom:secret@db/"}),
            mock.patch.object(apart, "COMMAND", tells),
        ):
            told = apart.said(b"", 10).decode()

        self.assertIn("'PATH'", told)
        self.assertNotRegex(told, "SECRET|DATABASE|PASSWORD")

    def test_asks_nobody_whatever_a_library_would_like(self):
        tries = [
            "socket.create_connection(('127.0.0.1', 9))",
            "socket.getaddrinfo('desk.example', 80)",
            "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
        ]
        for said in tries:
            with self.subTest(said):
                code = f"import socket, sys; from intake import apart; sys.addaudithook(apart.ask_nobody); {said}"
                ended = subprocess.run([sys.executable, "-c", code], cwd=apart.ROOT, capture_output=True, text=True)
                self.assertIn("PermissionError: socket.", ended.stderr)

    def test_begins_by_shutting_itself_in(self):
        with (
            mock.patch.object(sys, "addaudithook") as hook,
            mock.patch.object(sys, "stdin", SimpleNamespace(buffer=BytesIO(packed((("read", "a.gif", b"GIF89a"), 9))))),
            mock.patch.object(sys, "stdout", SimpleNamespace(buffer=BytesIO())),
            mock.patch.object(apart, "limit"),
            mock.patch.object(apart.signal, "signal"),
        ):
            apart.main()

        hook.assert_called_once_with(apart.ask_nobody)

    def test_that_crashes_is_a_damaged_file(self):
        with mock.patch.object(apart, "said", return_value=b""), self.assertRaises(DocumentRefused) as caught:
            apart.read_apart("01.pdf", page())
        self.assertEqual(caught.exception.code, "damaged")
