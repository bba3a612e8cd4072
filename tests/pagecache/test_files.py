"""Pages as files, served by a real nginx with the newsroom's configuration."""

import gzip
import shutil
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from errno import ENOSPC
from pathlib import Path
from unittest import mock

from django.db import transaction
from django.test import TransactionTestCase

from articles.models import Column
from desk.models import Paper
from pagecache.applying import apply_waiting
from pagecache.changing import changed
from pagecache.files import beat
from pagecache.files.folder import Folder
from pagecache.files.shelf import folder, keep_up_with_the_log, stop_serving
from pagecache.models import Change, Log
from pagecache.shelves import shelf, shelf_named
from tests.pagecache.houses import ask, open_house
from tests.pagecache.reader import Reader, kept_pages
from tests.pagecache.rooms import HELD_UP, RENDERED
from tests.servers import programs
from tests.servers.nginx import DEPLOY, NAME, configuration, temporary_nginx


def fitted(port, house, pages, static="/nowhere"):
    """The newsroom's own configuration, on this port and before this house."""
    words = configuration(
        "nginx-files.conf",
        {
            "listen 80;": f"listen 127.0.0.1:{port};",
            "/srv/newsroom/var/pages": pages,
            "/srv/newsroom/var/static": static,
            "127.0.0.1:8000": f"127.0.0.1:{house}",
        },
    )
    return words.replace("include nginx-", f"include {DEPLOY}/nginx-").replace(
        "include mime", "include /etc/nginx/mime"
    )


def let_links_last(pages):
    """As if a worker were at it: however slow the machine is, the clock does not run away from a test."""
    this = int(time.time() // beat.LENGTH)
    for number in range(this, this + 60):
        with suppress(FileExistsError):
            (pages / str(number)).symlink_to("kept")


class FilesTestCase(TransactionTestCase):
    @classmethod
    def setUpClass(cls):
        programs.demand(NAME, "the tests of pages as files")
        super().setUpClass()

    def setUp(self):
        self.pages = Path(tempfile.mkdtemp(prefix="newsroom-pages-", dir="/tmp"))
        self.addCleanup(shutil.rmtree, self.pages, ignore_errors=True)
        self.enterContext(kept_pages(PAGE_CACHE="files", PAGES_ROOT=self.pages))
        for made in (shelf_named, folder):
            made.cache_clear()
            self.addCleanup(made.cache_clear)
        RENDERED.clear()
        Paper.current()
        Log.objects.get_or_create(pk=1)  # the migration's row, which a test before this one has emptied
        self.column = Column.objects.create(name="团结奋斗", slug="unity")
        self.address = f"/columns/{self.column.pk}/"
        self.house = self.enterContext(open_house())
        self.nginx = self.enterContext(
            temporary_nginx(lambda port: fitted(port, self.house.server_port, self.pages)),
        )
        apply_waiting()
        keep_up_with_the_log()
        let_links_last(self.pages)

    def ask(self, address=None, method="GET", **headers):
        return ask(self.nginx.port, address or self.address, method, **headers)

    def file(self, address=None, host="localhost"):
        return self.pages / "kept" / "http" / host / (address or self.address).strip("/") / "index.html"

    def rename(self, name, pk=None):
        with transaction.atomic():
            Column.objects.filter(pk=pk or self.column.pk).update(name=name)
            changed(("column", pk or self.column.pk))

    def asked(self):
        """What the house was asked for since the last time."""
        asked, self.house.asked[:] = list(self.house.asked), []
        return asked


class FilesTests(FilesTestCase):
    def test_a_page_is_asked_of_the_newsroom_once_and_then_a_file(self):
        answers = [self.ask() for _reader in range(3)]

        self.assertEqual([answer.text[:4] for answer in answers], ["团结奋斗"] * 3)
        self.assertEqual(self.asked(), [self.address])
        self.assertEqual(self.file().read_text(), answers[0].text)
        self.assertEqual(gzip.decompress(self.file().with_name("index.html.gz").read_bytes()).decode(), answers[0].text)

    def test_the_file_comes_with_the_headers_of_the_page(self):
        page, file = self.ask(), self.ask()

        own = {"etag", "date", "connection", "accept-ranges", "server", "content-length"}
        for answer in (page, file):
            for name in own:
                answer.headers.pop(name, None)
        self.assertEqual(file.headers, page.headers)
        self.assertEqual(file.headers["vary"], "Accept-Encoding")

    def test_a_change_takes_away_what_shows_it_and_nothing_else(self):
        other = Column.objects.create(name="劳动者", slug="labour")
        apply_waiting()
        elsewhere = f"/columns/{other.pk}/"
        for address in (self.address, elsewhere, "/both/"):
            self.ask(address)
        self.asked()

        self.rename("枫桥经验")

        self.assertEqual([self.file(address).exists() for address in (self.address, elsewhere, "/both/")], [0, 1, 0])
        self.assertEqual(self.ask().text[:4], "枫桥经验")
        self.assertEqual(self.ask(elsewhere).text[:3], "劳动者")
        self.assertEqual(self.asked(), [self.address])

    def test_what_was_written_by_halves_goes_with_a_change_too(self):
        """The disk is full, or the process is killed, between the compressed file and the plain one."""
        whole = Folder.put_in_place

        def by_halves(folder, path, content, changed):
            if path.suffix != ".gz":
                raise OSError(ENOSPC, "No space left on device")
            whole(folder, path, content, changed)

        with mock.patch.object(Folder, "put_in_place", by_halves):
            self.ask()
        self.assertEqual([path.suffix for path in self.file().parent.iterdir()], [".gz"])
        self.rename("枫桥经验")

        self.assertEqual(gzip.decompress(self.ask(accept_encoding="gzip").body).decode()[:4], "枫桥经验")

    def test_what_changed_between_entry_and_writing_is_no_file(self):
        entered = Folder.enter

        def then_changed(folder, *page):
            known = entered(folder, *page)
            folder.drop(set(page[1].numbers), page[2] + 1)
            return known

        with mock.patch.object(Folder, "enter", then_changed):
            self.ask()

        self.assertEqual(list(self.pages.rglob("index.html*")), [])

    def test_what_changed_while_it_was_rendered_is_no_file(self):
        def meanwhile(pk):
            HELD_UP.clear()
            self.rename("枫桥经验")

        HELD_UP.append(meanwhile)
        self.addCleanup(HELD_UP.clear)
        self.ask()

        self.assertFalse(self.file().exists())
        self.assertEqual(self.ask().text[:4], "枫桥经验")

    def test_tells_a_browser_that_has_the_page_nothing_new_and_the_plain_from_the_compressed(self):
        self.ask()
        plain, compressed = self.ask(), self.ask(accept_encoding="gzip")

        self.assertEqual(gzip.decompress(compressed.body), plain.body)
        self.assertEqual(compressed.headers["content-encoding"], "gzip")
        self.assertNotEqual(plain.headers["etag"], compressed.headers["etag"])
        self.assertEqual(self.ask(if_none_match=plain.headers["etag"]).status, 304)
        self.assertEqual(self.ask(method="HEAD").headers["content-length"], str(len(plain.body)))
        self.assertEqual(self.asked(), [self.address])

    def test_the_etag_is_another_for_another_page_of_the_same_length_in_the_same_second(self):
        self.ask()
        before = self.ask().headers["etag"]
        self.rename("枫桥经验")
        self.ask()

        self.assertEqual(self.ask(if_none_match=before).status, 200)

    def test_whoever_is_signed_in_and_whoever_asks_more_goes_past_the_files(self):
        self.ask()
        self.asked()

        self.ask(cookie="a=1; sessionid=abc")
        self.ask(cookie="__Host-sessionid=abc")
        self.ask(f"{self.address}?large=1")
        self.ask(method="POST", body=b"a=1")
        self.ask(cookie="visits=7")

        self.assertEqual(self.asked(), [self.address] * 4)

    def test_odd_addresses_never_find_a_file(self):
        self.ask()
        self.asked()
        (self.pages / "secret").write_text("secret")
        odd = [
            *(f"/{self.address}", f"/x/..{self.address}", f"/.{self.address}", f"{self.address}index.html"),
            *(f"{self.address}index.html.gz", "/secret", "/../secret", "/%2e%2e/secret", "/..%2fsecret/"),
            *(self.address.replace("c", "%63"), self.address + "%00/", self.address + "%FF/"),
            *("/register.sqlite3", "/../../register.sqlite3"),
        ]

        for address in odd:
            with self.subTest(address=address):
                answer = self.ask(address)
                self.assertTrue(answer.status == 400 or self.asked(), answer)
                self.assertNotIn(b"secret", answer.body)
                self.assertEqual([path.name for path in self.pages.rglob("index.html")], ["index.html"])

    def test_a_file_of_one_host_is_none_of_another(self):
        self.ask()

        self.assertEqual(self.ask(host="127.0.0.1").status, 200)
        self.assertEqual(self.ask(host="evil.example").status, 400)
        self.assertTrue(self.file(host="127.0.0.1").exists())
        self.assertFalse(self.file(host="evil.example").exists())

    def test_what_has_other_headers_or_another_status_is_no_file(self):
        for address in ("/gone/", "/robots/", "/broken/", "/cookie/"):
            self.assertEqual(self.ask(address).status, self.ask(address).status)

        self.assertEqual(list(self.pages.rglob("index.html")), [])
        self.assertEqual(len(self.asked()), 8)

    def test_chinese_addresses_are_files_too(self):
        address = "/named/%E6%9E%AB%E6%A1%A5/"

        self.assertEqual([self.ask(address).text for _reader in range(2)], ["枫桥"] * 2)
        self.assertEqual(len(self.asked()), 1)
        self.ask(address.lower())
        self.assertEqual(self.asked(), [])
        self.assertTrue((self.pages / "kept/http/localhost/named/枫桥/index.html").exists())


class StaticFilesTests(FilesTestCase):
    def test_come_from_the_disk_and_for_ever_where_their_name_says_what_they_are(self):
        folder = Path(tempfile.mkdtemp(dir=self.pages))
        for name in ("paper.0123456789ab.css", "paper.css"):
            (folder / name).write_text("p {}")
        inside = self.enterContext(
            temporary_nginx(lambda port: fitted(port, self.house.server_port, self.pages, static=folder))
        )

        lasting, short = (ask(inside.port, f"/static/{path.name}") for path in sorted(folder.iterdir()))

        self.assertEqual(lasting.headers["cache-control"], "public, max-age=315360000, immutable")
        self.assertEqual(short.headers["cache-control"], "public, max-age=60")
        self.assertEqual({lasting.headers["content-type"], short.headers["content-type"]}, {"text/css"})
        self.assertEqual(self.asked(), [])


class FollowingTests(FilesTestCase):
    @contextmanager
    def on_another_machine(self, pages):
        """Its shelf and its worker have a folder of their own."""
        there = Folder(pages)
        worker = mock.patch("pagecache.files.shelf.folder", return_value=there)
        with mock.patch.object(shelf(), "folder", there), worker:
            yield

    def test_another_machine_takes_away_what_was_changed_here(self):
        self.ask()
        pages = self.pages / "another"
        there = pages / self.file().relative_to(self.pages)
        with self.on_another_machine(pages):
            keep_up_with_the_log()
            Reader().get(self.address)
        self.assertTrue(there.exists())

        self.rename("枫桥经验")

        self.assertEqual((self.file().exists(), there.exists()), (False, True))
        with self.on_another_machine(pages):
            keep_up_with_the_log()
        self.assertFalse(there.exists())

    def test_what_nobody_applied_goes_all_the_same(self):
        self.ask()
        Change.objects.create(names=f"column:{self.column.pk}")

        keep_up_with_the_log()

        self.assertFalse(self.file().exists())

    def test_another_look_of_the_paper_takes_away_all(self):
        self.ask()
        paper = Paper.current()
        paper.name = "新报"
        paper.save()

        keep_up_with_the_log()

        self.assertFalse(self.file().exists())
        self.assertEqual(list(self.pages.glob("gone-*")), [])
        self.ask()
        self.assertTrue(self.file().exists())

    def test_without_a_worker_no_file_is_served(self):
        self.ask()
        self.asked()

        stop_serving()
        self.ask()
        self.assertEqual(self.asked(), [self.address])
        keep_up_with_the_log()
        self.ask()
        self.assertEqual(self.asked(), [])

    def test_the_links_of_a_dead_worker_do_not_last(self):
        self.ask()
        self.asked()
        stop_serving()

        a_minute_ago = int(time.time() // beat.LENGTH) - 6
        for number in (a_minute_ago, a_minute_ago + 1):
            (self.pages / str(number)).symlink_to("kept")
        self.ask()

        self.assertEqual(self.asked(), [self.address])

    def test_what_the_clock_changes_is_no_file_any_more_when_it_does(self):
        self.ask()

        beat.beat(folder(), time.time() + 3600)
        self.assertFalse(self.file().exists())

    def test_what_the_clock_changes_soon_is_no_file(self):
        with mock.patch("pagecache.files.folder.NEAR", 4000):
            self.ask()

        self.assertFalse(self.file().exists())

    def test_a_page_that_lies_on_the_shelf_becomes_a_file_again(self):
        self.ask()
        folder().drop({1}, 0)
        for path in self.file().parent.iterdir():
            path.unlink()
        with open_house() as another:
            ask(another.server_port, self.address)

        self.assertTrue(self.file().exists())

    def test_more_than_there_is_room_for_goes_the_oldest_first(self):
        for address in (self.address, "/both/"):
            self.ask(address)

        folder().shrink(most=1)

        self.assertEqual([self.file(address).exists() for address in (self.address, "/both/")], [False, True])


class UnderLoadTests(FilesTestCase):
    def test_nobody_reads_half_a_page_or_an_old_one_after_a_change(self):
        """Readers ask on while the page changes again and again; what they read never goes back."""
        read, problems, over = [[] for _reader in range(4)], [], threading.Event()

        def keep_reading(own):
            while not over.is_set():
                answer = self.ask(accept_encoding="gzip" if len(own) % 2 else "identity")
                body = gzip.decompress(answer.body) if "content-encoding" in answer.headers else answer.body
                if answer.status != 200 or not body.endswith(b"0"):
                    problems.append(answer)
                own.append(int(body.split()[0]))

        self.rename("0")
        readers = [threading.Thread(target=keep_reading, args=(own,)) for own in read]
        for reader in readers:
            reader.start()
        after = []
        for number in range(1, 15):
            self.rename(str(number))
            after.append(int(self.ask().text.split()[0]))
        over.set()
        for reader in readers:
            reader.join()

        self.assertEqual(problems, [])
        self.assertEqual(after, list(range(1, 15)))
        for own in read:
            self.assertEqual(own, sorted(own))
