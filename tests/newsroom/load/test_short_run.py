"""The whole of it in some seconds: a tiny archive, readers and the desk, and in the end what was accepted is found."""

import json
import tempfile
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

from django.core.management import CommandError, call_command
from django.test import TestCase, TransactionTestCase, override_settings

from articles.models import Article, Issue
from newsroom.benchmark.machine import described
from newsroom.load import preparing
from newsroom.load.colleagues import Desk
from newsroom.load.kept_word import lost
from newsroom.load.readers import Readers
from newsroom.load.report import report
from newsroom.load.running import Paces, Plan
from tests.factories import make_article, make_issue, make_page, make_photo, make_user
from tests.newsroom.benchmark.archive import make_archive
from tests.pagecache.houses import open_house
from tests.pictures import draw, encoded

ACTS = ["look_at_list", "save", "publish", "save_draft", "write", "move", "upload", "look_at_photos", "withdraw"]


class ShortRunTests(TransactionTestCase):
    def setUp(self):
        self.home = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.enterContext(override_settings(PAGE_CACHE="database"))
        make_user(username="archive")
        make_archive()
        make_article(page=make_page(issue=make_issue(on=date(2023, 3, 3), published=False)), headline="明天的一篇")
        make_article(headline="草稿一篇")
        Article.objects.update(created_by=preparing.User.objects.get(username="archive"))
        (self.home / "small.jpg").write_bytes(encoded(draw(size=(640, 480))))
        house = self.enterContext(open_house())
        standing = SimpleNamespace(
            door=house.server_port, behind=house.server_port, host=f"127.0.0.1:{house.server_port}"
        )
        with (
            mock.patch.object(preparing, "pictures", return_value=[make_photo()]),
            mock.patch.object(preparing, "PEOPLE", dict.fromkeys(preparing.PEOPLE, 1)),
            mock.patch.object(Plan, "pictures", return_value=[self.home / "small.jpg"]),
        ):
            self.plan = Plan(standing, self.home, tls=False)

    def test_counts_what_was_accepted_and_finds_it(self):
        found = self.short_run(seconds=3)

        self.assertEqual(found["desk"]["wrong"], {})
        self.assertEqual(found["readers"]["wrong"], {})
        self.assertEqual(
            {what: pair[0] - pair[1] for what, pair in found["lost"].items()}, dict.fromkeys(LOOKED_FOR, 0)
        )
        self.assertIn("| readers", report([self.as_result(found)]))

        (story, _mark), *_others = found["desk"]["accepted"]["saves"]
        self.assertEqual(lost({"saves": [[story, "nowhere"]], "new": ["nowhere"]}), {"saves": [1, 0], "new": [1, 0]})

    def short_run(self, seconds):
        paces, calendar = Paces(publish=seconds), [(number * 0.3, act) for number, act in enumerate(ACTS)]
        with mock.patch("newsroom.load.running.TO_SIGN_IN", 2), mock.patch.object(preparing, "PAGES", 1):
            plan = json.loads(self.plan.write(seconds, paces, with_issue=True).read_text())
        plan["kinds"] = [kind for kind in plan["kinds"] if kind["name"] != "static file"]  # no such files here
        with (self.home / "news").open("w") as news, mock.patch.object(Desk, "calendar", return_value=calendar):
            desk = Desk(plan, seconds=seconds, news=news).run()
        readers = Readers(plan, rate=15, seconds=2)
        tally = readers.run().as_json() | {"late": readers.late.as_json(), "spent": 0}
        told = desk.tally.as_json() | {"accepted": desk.accepted, "waited": {}, "spent": 0}
        return json.loads(json.dumps({"readers": tally, "desk": told, "lost": lost(desk.accepted)}))

    def as_result(self, found):
        look = {"at": 0.0, "cpu": {"web": 1.0}, "memory": {"web": 100.0}, "kept": {}, "nginx": {}}
        run = {"rate": 15, "seconds": 2, "begun": "", "looks": [look, {**look, "at": 2.0}], **found}
        return {"arrangement": "site", "machine": described(), "steps": [], "run": run}


LOOKED_FOR = ["saves", "new", "published", "withdrawn", "photos", "issues"]


class RefusalTests(TestCase):
    def test_a_papers_own_stories_are_left_alone(self):
        make_archive(stories=1)

        with self.assertRaisesMessage(CommandError, "seed_archive"):
            call_command("load", "--home", "/nonexistent")

        self.assertEqual(Issue.objects.count(), 1)
