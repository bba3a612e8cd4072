import io
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from django.test import SimpleTestCase

from newsroom.backups import BackupError
from newsroom.backups.parcel import Wrapper, read_head, unwrap
from newsroom.backups.rotation import thin_out


class FolderTestCase(SimpleTestCase):
    def setUp(self):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)


class ParcelTests(FolderTestCase):
    """A file that is not to its last byte what was written is refused."""

    def setUp(self):
        super().setUp()
        self.file = self.folder / "paper.tar"
        self.wrap({"uploads/一.jpg": b"a picture", "database.dump": b"rows" * 1000})

    def wrap(self, parts, **head):
        parcel = Wrapper(self.file, {"database": "sqlite", **head})
        for name, content in parts.items():
            parcel.put_bytes(name, content)
        parcel.seal(tables={"story": [1, "ab"]})
        parcel.close()

    def unwrapped(self):
        found = {}
        seal = unwrap(self.file, lambda name, file, size: found.update({name: file.read(size)}))
        return found, seal

    def assert_refused(self, words):
        with self.assertRaisesMessage(BackupError, words):
            self.unwrapped()

    def test_gives_back_what_was_put_in(self):
        found, seal = self.unwrapped()

        self.assertEqual(found, {"uploads/一.jpg": b"a picture", "database.dump": b"rows" * 1000})
        self.assertEqual(seal["tables"], {"story": [1, "ab"]})
        self.assertEqual(read_head(self.file)["database"], "sqlite")

    def test_every_part_that_breaks_off_is_refused(self):
        whole = self.file.read_bytes()
        end = whole.index(b'"tables"')

        for length in (0, 100, 513, 1500, 4096, end - 600, end):
            with self.subTest(length=length):
                self.file.write_bytes(whole[:length])
                self.assert_refused("已损坏，或不是本系统的备份")

    def test_another_byte_anywhere_in_a_part_is_refused(self):
        whole = self.file.read_bytes()

        for before, after in ((b"a picture", b"a forgery"), (b"rowsrows", b"rowsrowz"), (b"uploads/", b"uploadz/")):
            self.file.write_bytes(whole.replace(before, after, 1))
            self.assert_refused("校验和不符")

    def test_what_is_no_backup_at_all_is_refused(self):
        for content in (b"no tar", b"", b"PK\x03\x04"):
            self.file.write_bytes(content)
            self.assert_refused("已损坏")

    def test_a_name_that_leads_out_of_it_is_refused(self):
        for name in ("uploads/../../secret_key", "/etc/passwd"):
            self.wrap({name: b"x"})
            self.assert_refused("leads out of it")

    def test_a_link_is_refused(self):
        with tarfile.open(self.file, "w") as tar:
            head = tarfile.TarInfo("newsroom.json")
            head.size = len(b'{"format": 2}')
            tar.addfile(head, io.BytesIO(b'{"format": 2}'))
            link = tarfile.TarInfo("uploads/x")
            link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
            tar.addfile(link)

        self.assert_refused("leads out of it")

    def test_a_newer_format_is_refused_before_anything_is_read(self):
        self.wrap({}, format=3)

        with self.assertRaisesMessage(BackupError, "更新版本"):
            read_head(self.file)

    def test_a_file_that_is_missing_is_named(self):
        self.file.unlink()

        self.assert_refused(f"找不到文件 {self.file}")


class RotationTests(FolderTestCase):
    def lay(self, *names):
        for name in names:
            (self.folder / name).touch()

    def test_of_each_of_the_last_days_the_newest_stays(self):
        self.lay(*(f"newsroom-2023030{day}-{hour}0000.tar" for day in (1, 2, 4) for hour in ("03", "15")))

        gone = thin_out(self.folder, 2)

        self.assertEqual(len(gone), 4)
        self.assertEqual(
            sorted(path.name for path in self.folder.iterdir()),
            ["newsroom-20230302-150000.tar", "newsroom-20230304-150000.tar"],
        )

    def test_what_is_called_otherwise_stays(self):
        self.lay("newsroom-20230301-030000.zip", "newsroom-20230302-030000.tar", "before-the-move.tar", "notes.txt")

        thin_out(self.folder, 1)

        self.assertEqual(
            sorted(path.name for path in self.folder.iterdir()),
            ["before-the-move.tar", "newsroom-20230302-030000.tar", "notes.txt"],
        )
