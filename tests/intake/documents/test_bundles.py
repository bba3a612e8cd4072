from unittest import TestCase

from intake.documents.opening import read_file
from intake.documents.refusal import DocumentRefused
from intake.documents.result import NotRead
from tests.intake.documents.samples import photo, word, zipped

TEXT = "日前，区总工会来到车间。".encode()


class ZipTests(TestCase):
    def test_gives_its_texts_and_photos_by_name(self):
        data = zipped(("10.txt", TEXT), ("2.docx", word("送清凉")), ("图为车间.jpg", photo()), ("DSC_1.jpg", photo()))

        drop = read_file("来稿.zip", data)

        self.assertEqual(
            [(found.name, found.kind) for found in drop.documents], [("2.docx", "word"), ("10.txt", "text")]
        )
        self.assertEqual(
            [(found.filename, found.near) for found in drop.pictures], [("DSC_1.jpg", ""), ("图为车间.jpg", "图为车间")]
        )

    def test_names_are_read_as_windows_and_macos_write_them(self):
        data = zipped(("第一篇.txt".encode("gb18030"), TEXT), ("第二篇.txt".encode(), TEXT))

        self.assertEqual({found.name for found in read_file("来稿.zip", data).documents}, {"第一篇.txt", "第二篇.txt"})

    def test_what_cannot_be_read_is_named_and_the_rest_is_kept(self):
        data = zipped(
            ("a.txt", TEXT), ("b.docx", b"PK\x03\x04broken"), ("c.zip", zipped(("d.txt", TEXT))), ("e.gif", b"GIF89a")
        )

        drop = read_file("来稿.zip", data)

        self.assertEqual(len(drop.documents), 1)
        self.assertEqual(
            drop.not_read,
            (
                NotRead("b.docx", "damaged", {"kind": "zip"}),
                NotRead("c.zip", "nested"),
                NotRead("e.gif", "unsupported", {"kind": "GIF"}),
            ),
        )

    def test_what_systems_leave_in_it_is_passed_over(self):
        data = zipped(("稿/a.txt", TEXT), ("__MACOSX/稿/._a.txt", b"\0"), (".DS_Store", b"\0"), ("稿/~$a.docx", b"\0"))

        drop = read_file("来稿.zip", data)

        self.assertEqual((len(drop.documents), drop.not_read), (1, ()))

    def test_a_path_is_only_a_name(self):
        drop = read_file("来稿.zip", zipped(("../../etc/a.txt", TEXT)))

        self.assertEqual([found.name for found in drop.documents], ["a.txt"])

    def test_no_name_turns_a_line_around_or_speaks_to_a_terminal(self):
        data = zipped(("稿\u202etxt.a.txt", TEXT), ("图\x1b[2J.jpg", photo()), ("坏\u202e.gif", b"GIF89a"))

        drop = read_file("来稿.zip", data)

        [document], [picture], [lost] = drop.documents, drop.pictures, drop.not_read
        names = [document.name, document.member, picture.filename, picture.near, lost.name]
        self.assertEqual([name for name in names if not name.isprintable()], [])
        self.assertEqual(lost.name, r"坏\u202e.gif")


class ZipLimitTests(TestCase):
    def code(self, data):
        with self.assertRaises(DocumentRefused) as caught:
            read_file("来稿.zip", data)
        return caught.exception.code

    def test_a_bomb_is_not_unpacked(self):
        self.assertEqual(self.code(zipped(("a.txt", b"0" * 60_000_000))), "bomb")

    def test_too_many_files_are_refused(self):
        self.assertEqual(self.code(zipped(*((f"{number}.txt", TEXT) for number in range(401)))), "too_many_files")

    def test_nothing_readable_is_refused(self):
        self.assertEqual(self.code(zipped(("a.exe", b"MZ"))), "no_text")
