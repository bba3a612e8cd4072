"""One disk for database, uploads, log, kept pages and what is on its way: it is full, and then there is room again."""

import json
import subprocess
import sys

from django.test import SimpleTestCase

from newsroom.environment import new_key, new_secret
from tests.servers.full import small_disk
from tests.servers.office import ROOT, Office

REFUSED = "服务器磁盘已满"
PAGES = ("form", "page", "front", "issues")


class FullDiskTests(SimpleTestCase):
    def setUp(self):
        self.office = Office()
        self.addCleanup(self.office.clear)
        self.disk = self.enterContext(small_disk(self.office.var, 48))
        self.office.migrate()

    def answers(self):
        command = [sys.executable, "-m", "tests.storage.on_full_disk", str(self.office.var)]
        environment = self.office.environment | {"PAGE_CACHE": "files"}
        with (self.office.var / "log").open("w") as log:
            done = subprocess.run(
                command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=log, timeout=200, check=False
            )
        self.assertEqual(done.returncode, 0, (self.office.var / "log").read_text()[-3000:])
        return json.loads(done.stdout)

    def test_saves_are_refused_with_a_sentence_and_nothing_is_lost_or_spoilt(self):
        found = self.answers()

        full = found["full"]
        statuses = {name: status for name, (status, _said) in full.items()}
        self.assertEqual(statuses, {"save": 503, "photo": 200, "large": 503} | dict.fromkeys(PAGES, 200))
        self.assertIn(REFUSED, full["save"][1])
        self.assertIn(REFUSED, full["large"][1])
        self.assertIn("图片文件无法写入", full["photo"][1])
        self.assertIn("打了很久的说明", full["photo"][1])
        self.assertIn("写在磁盘满时的正文。", full["save"][1])
        nothing = {"integrity": "ok", "saved": False, "photos": 0, "files": 0}
        self.assertEqual([found["state when full"], found["state with room"]], [nothing, nothing])
        again = {name: status for name, (status, _said) in found["again"].items()}
        self.assertEqual(again, {"save": 302, "photo": 302, "large": 302} | dict.fromkeys(PAGES, 200))
        self.assertEqual((found["state again"]["saved"], found["state again"]["photos"]), (True, 2))

    def test_a_backup_without_room_leaves_nothing_behind(self):
        for name, make in (("secret_key", new_secret), ("private_data_key", new_key)):  # else made when it first runs
            (self.office.var / name).write_text(make())
        self.disk.fill()

        said = self.office.manage("backup")

        self.assertIn("空间不足", said.stderr)
        self.assertEqual([path.name for path in (self.office.var / "backups").glob("*")], [])
