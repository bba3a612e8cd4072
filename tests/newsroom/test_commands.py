from datetime import date
from io import StringIO
from unittest.mock import patch

from django.core.management import CommandError, call_command
from django.test import SimpleTestCase, TestCase
from django.utils import timezone

from articles.models import Article, Channel, Issue, Listing
from articles.models.article import Stage
from desk.models import Paper
from newsroom.groups import RIGHTS
from newsroom.management.commands.upgrade import STEPS
from newsroom.setting_up import CHANNELS
from tests.factories import make_article, make_issue, make_page, make_published, make_town, reporter
from tests.servers.office import Office, free_port


def run(*arguments, **options):
    said = StringIO()
    call_command(*arguments, stdout=said, **options)
    return said.getvalue()


class PublishIssueCommandTests(TestCase):
    def test_signs_off_and_sends_out_the_whole_issue(self):
        page = make_page(issue=make_issue(on=date(2023, 3, 2), published=False))
        make_article(page=page)
        make_article(page=page)

        said = run("publish_issue", "2023-03-02")

        self.assertIn("2023-03-02 06:00", said)
        self.assertIn("2篇稿件", said)
        self.assertEqual(Article.objects.published().count(), 2)
        self.assertTrue(Issue.objects.get().is_published)

    def test_a_strict_paper_names_the_errors_of_what_was_printed_and_lets_it_out(self):
        Paper.objects.update_or_create(pk=1, defaults={"strict_checks": True})
        page = make_page(issue=make_issue(on=date(2023, 3, 2), published=False))
        make_article(headline="旧稿", body="活动在2月30日举行。", page=page)

        said = run("publish_issue", "2023-03-02")

        self.assertIn("“旧稿”：", said)
        self.assertIn("2月30日", said)
        self.assertTrue(Issue.objects.get().is_published)

    def test_sends_out_an_extra_edition_by_its_name(self):
        make_article(page=make_page(issue=make_issue(on=date(2023, 3, 2), published=False)))
        extra = make_issue(on=date(2023, 3, 2), edition="extra", published=False)
        make_article(headline="号外稿", page=make_page(issue=extra))

        run("publish_issue", "2023-03-02", "--edition", "extra")

        self.assertEqual([story.headline for story in Article.objects.published()], ["号外稿"])

    def test_says_that_there_is_no_such_issue(self):
        with self.assertRaisesMessage(CommandError, "2023-03-02"):
            run("publish_issue", "2023-03-02")

    def test_refuses_with_the_desks_own_words(self):
        make_issue(on=date(2023, 3, 2), published=False)

        with self.assertRaisesMessage(CommandError, "这一期的版面上还没有稿件"):
            run("publish_issue", "2023-03-02")

    def test_a_story_that_cannot_go_out_leaves_the_others_unsigned(self):
        issue = make_issue(on=date(2023, 3, 2), published=False)
        make_article(page=make_page(issue=issue))

        with patch("articles.management.commands.publish_issue.publish_issue", side_effect=RuntimeError):
            self.assertRaises(RuntimeError, run, "publish_issue", "2023-03-02")

        self.assertEqual(Article.objects.get().stage, Stage.DRAFT)


class RelistCommandTests(TestCase):
    def test_writes_the_lists_of_all_published_stories_anew(self):
        story = make_published(regions=[make_town()], by=[reporter("李凡")])
        make_article(headline="草稿", regions=[make_town()])
        before = set(story.listings.values_list("kind", "key"))
        Listing.objects.filter(kind="region").delete()
        Listing.objects.create(kind="tag", key="0", published_at=timezone.now(), article=story)

        said = run("relist")

        self.assertIn("1篇稿件", said)
        self.assertEqual(set(Listing.objects.values_list("kind", "key")), before)


class SetUpCommandTests(TestCase):
    def test_gives_a_new_paper_what_it_starts_from(self):
        run("set_up")

        self.assertEqual([channel.name for channel in Channel.objects.all()], CHANNELS)

    def test_touches_nothing_that_an_editor_has_changed(self):
        run("set_up")
        Channel.objects.exclude(name="要闻").delete()
        Paper.objects.update(name="早报")

        run("set_up")

        self.assertEqual([channel.name for channel in Channel.objects.all()], ["要闻"])
        self.assertEqual(Paper.current().name, "早报")


class DemoCommandTests(TestCase):
    def test_prepares_the_newsroom_and_then_serves_it(self):
        port = free_port()
        steps = []

        with (
            patch("newsroom.management.commands.demo.call_command", lambda *step, **_options: steps.append(step[0])),
            patch("newsroom.management.commands.serve.serve", return_value=0) as serve,
            patch("newsroom.management.commands.serve.connections"),  # the test's own transaction is in one of them
            self.assertRaises(SystemExit) as end,
        ):
            call_command("demo", "--port", str(port))

        self.assertEqual(end.exception.code, 0)
        self.assertEqual(steps, ["migrate", "load_regions", "set_up", "enter_drafts", "collectstatic", "load_sample"])
        self.assertEqual(serve.call_args.args, ("127.0.0.1", port))


class UpgradeCommandTests(SimpleTestCase):
    """In an office of its own, with its database: what it collects and what it saves lie there."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.office = Office()
        cls.addClassCleanup(cls.office.clear)
        cls.office.migrate()

    def test_saves_the_paper_first_and_brings_it_up_to_date(self):
        before = self.saved()

        upgraded = self.office.manage("upgrade")

        self.assertEqual(upgraded.returncode, 0, upgraded.stderr)
        self.assertEqual(len(self.saved() - before), 1)
        self.assertEqual(self.office.ask("SELECT count(*) FROM auth_group"), [(len(RIGHTS),)])
        self.assertGreater(self.office.ask("SELECT count(*) FROM regions_region")[0][0], 44_000)
        self.assertIn("make serve", upgraded.stdout)

    def test_saves_nothing_where_it_is_told_so(self):
        steps = []

        with patch("newsroom.management.commands.upgrade.call_command", lambda *step, **_options: steps.append(step)):
            run("upgrade", "--no-backup")

        self.assertEqual(steps, STEPS)

    def test_stops_where_it_cannot_save(self):
        upgraded = self.office.manage("upgrade", DATABASE_URL="postgres://paper@db.example/paper")

        self.assertEqual(upgraded.returncode, 1)
        self.assertIn("make upgrade ARGS=--no-backup", upgraded.stderr)
        self.assertNotIn("Traceback", upgraded.stderr)

    def saved(self):
        return {file.name for file in self.office.var.glob("backups/*.tar")}
