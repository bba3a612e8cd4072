from io import StringIO
from unittest.mock import patch

from django.conf import settings
from django.core.management import call_command
from django.test import TestCase

from articles.models import Article, Correction, Illustration, Issue, Listing, Page, Placement, Submission
from bylines.models import Byline, Contributor
from desk.models import Paper, User
from fees.models import FeeMonth
from media.models import Photo
from newsroom.groups import CHIEF, EDITOR, FINANCE, PHOTOGRAPHER, REPORTER
from newsroom.sample.content import load_content
from newsroom.sample.fees import load_former
from newsroom.setting_up import set_up
from tests.pictures import encoded

KINDS = (
    *(Article, Byline, Contributor, Correction, Illustration, Issue, Listing, Page, Photo, Placement, User),
    Article.tags.through,
)


def load():
    """Runs the command and returns what it says. The scenes have tests of their own: here a tiny picture will do."""
    said = StringIO()
    with patch("newsroom.sample.loading.draw", lambda _name: encoded()):
        call_command("load_sample", stdout=said)
    return said.getvalue()


def rows():
    return {kind.__name__: kind.objects.count() for kind in KINDS}


class SampleLoadingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        call_command("load_regions", stdout=StringIO())
        set_up()
        cls.said = load()

    def passwords(self):
        """By login, as printed: group, login, password, name."""
        return {line.split()[1]: line.split()[2] for line in self.said.splitlines() if line.startswith("  ")}

    def test_holds_all_that_its_files_say(self):
        content = load_content()

        self.assertEqual(Article.objects.count(), len(content.stories) + len(load_former()))
        self.assertEqual(Photo.objects.count(), len(content.photos))
        self.assertEqual(Contributor.objects.count(), len(content.contributors))
        self.assertEqual(Page.objects.count(), sum(len(issue.pages) for issue in content.issues))
        self.assertEqual(Paper.current().name, content.paper["name"])

    def test_loading_again_changes_nothing(self):
        before = rows()

        said = load()

        self.assertEqual(rows(), before)
        self.assertIn("已有稿件，未作改动", said)

    def test_makes_a_colleague_of_each_kind_and_two_where_one_is_not_enough(self):
        groups = User.objects.values_list("username", "groups__name")

        self.assertEqual(
            dict(groups),
            {
                **{"jizhe": REPORTER, "bianji": EDITOR, "bianji2": EDITOR, "zongbian": CHIEF},
                **{"sheying": PHOTOGRAPHER, "caiwu": FINANCE, "caiwu2": FINANCE},
            },
        )
        self.assertFalse(User.objects.filter(is_superuser=True).exists())

    def test_prints_passwords_that_open_the_desk(self):
        for login, password in self.passwords().items():
            self.assertTrue(self.client.login(username=login, password=password), login)
            self.assertEqual(self.client.get("/admin/").status_code, 200)

    def test_keeps_passwords_and_names_when_it_is_loaded_again(self):
        reporter = User.objects.get(username="jizhe")
        reporter.set_password("one of my own")
        reporter.name = "陆小满"
        reporter.save()

        load()

        reporter.refresh_from_db()
        self.assertEqual((reporter.check_password("one of my own"), reporter.name), (True, "陆小满"))

    def test_remembers_the_passwords_for_their_owner_only(self):
        self.assertEqual((settings.VAR_DIR / "demo_passwords.json").stat().st_mode & 0o777, 0o600)
        self.assertIn(self.passwords()["jizhe"], load())

    def test_last_month_is_paid_for_and_waits_for_its_approval(self):
        month = FeeMonth.objects.get()

        self.assertEqual(month.state, FeeMonth.State.CHECKED)
        self.assertEqual(month.lines.paid().count(), 8)
        self.assertEqual(month.total, sum(line.amount for line in month.lines.all()))

    def test_todays_paper_can_be_read(self):
        earlier, today, _planned = Issue.objects.order_by("date")
        pages = [page.get_absolute_url() for page in today.pages.all()]
        stories = [story.get_absolute_url() for story in Article.objects.published()]

        for address in ["/", today.get_absolute_url(), earlier.get_absolute_url(), *pages, *stories]:
            with self.subTest(address=address):
                self.assertEqual(self.client.get(address).status_code, 200)
        self.assertContains(self.client.get("/"), today.pages.first().placements.first().article.headline)

    def test_tomorrows_paper_is_for_the_desk_only(self):
        planned = Issue.objects.latest("date")

        self.assertIsNone(planned.published_at)
        for story in Article.objects.filter(pages__issue=planned):
            self.assertEqual(self.client.get(story.get_absolute_url()).status_code, 404)

    def test_what_is_out_was_read_by_three_who_did_not_write_it(self):
        for story in Article.objects.exclude(published_at=None):
            submission = story.submissions.get()
            readers = [said.reviewer for said in submission.reviews.all()]
            with self.subTest(story=story.headline):
                self.assertEqual([str(said.step_label) for said in submission.reviews.all()], ["初审", "复审", "终审"])
                self.assertEqual(len(set(readers) - set(submission.authors.all())), 3)

    def test_the_pages_that_are_out_were_proofed_three_times(self):
        for page in Page.objects.filter(issue__published_at__isnull=False):
            self.assertEqual(page.proofs.count(), 3)

    def test_one_story_waits_for_its_second_review(self):
        self.assertEqual([one.step for one in Submission.objects.open()], [2])
