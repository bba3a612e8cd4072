import os
import subprocess
import sys
import tempfile
from pathlib import Path

from django.test import SimpleTestCase

from newsroom.load.arrangement import FILES, PLAIN, SITE, House, write_nginx
from newsroom.load.watching import Watch, held, spent
from tests.servers import programs
from tests.servers.office import free_port

# What a machine may refuse to nginx, and the run does without.
REFUSED = "setrlimit"


class ArrangementTests(SimpleTestCase):
    def setUp(self):
        programs.demand("nginx", "the arrangements of the load")
        self.home = Path(self.enterContext(tempfile.TemporaryDirectory(prefix="newsroom-load-", dir="/tmp")))

    def written(self, arrangement):
        path = write_nginx(arrangement, self.home, House(door=free_port(), behind=9))
        command = [programs.find("nginx"), "-t", "-q", "-p", str(self.home), "-e", "stderr", "-c", str(path)]
        said = subprocess.run(command, capture_output=True, text=True, check=False).stderr
        self.assertEqual([line for line in said.splitlines() if REFUSED not in line], [])
        return "".join(file.read_text() for file in self.home.glob("nginx-*.conf"))

    def test_nginx_takes_each_of_the_three(self):
        for arrangement in (SITE, PLAIN, FILES):
            with self.subTest(arrangement):
                self.assertNotIn("127.0.0.1:8000", self.written(arrangement))

    def test_the_plain_one_asks_the_web_server_for_every_page(self):
        self.assertIn("proxy_cache newsroom_pages;", self.written(SITE))
        self.assertNotIn("proxy_cache newsroom_pages;", self.written(PLAIN))


class WatchTests(SimpleTestCase):
    def test_counts_what_a_process_took_after_its_children_have_ended(self):
        before = spent(os.getpid())

        subprocess.run([sys.executable, "-c", "sum(range(3_000_000))"], check=True)

        self.assertGreater(spent(os.getpid()), before)

    def test_of_a_process_that_has_ended_it_says_nothing(self):
        with subprocess.Popen([sys.executable, "-c", ""]) as process:
            process.wait()

        self.assertEqual((spent(process.pid), held(process.pid)), (0, 0))

    def test_looks_at_the_beginning_and_at_the_end(self):
        watch = Watch({"this": os.getpid(), "nobody": None}, every=600, also=lambda: {"kept": {}})
        watch.start()

        looks = watch.stop()

        self.assertEqual([sorted(look["memory"]) for look in looks], [["this"], ["this"]])
        self.assertGreater(looks[0]["memory"]["this"], 1)
