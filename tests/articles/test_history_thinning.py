from datetime import datetime, timedelta
from io import StringIO

from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.db.models import RestrictedError
from django.test import TestCase, override_settings
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as PropertyTestCase

from articles.history.acts import Step, Why
from articles.history.thinning import thin_out
from articles.models import Article, Milestone, Revision
from desk.duties import DUTIES
from tests.factories import make_article, make_user

NOON = timezone.make_aware(datetime(2026, 3, 2, 12))
LATER = NOON + timedelta(days=400)


class Told:
    """A story whose history is told with its hours, as if each version had been kept then."""

    def __init__(self, **fields):
        self.article = make_article(**fields)

    def version(self, hours, why=Why.EDITED, **fields):
        Article.objects.filter(pk=self.article.pk).update(body=f"第{hours}小时的稿。", **fields)
        revision = self.article.keep_version(why=why)
        Revision.objects.filter(pk=revision.pk).update(at=NOON + timedelta(hours=hours))
        return revision

    def step(self, hours, step):
        revision = self.article.keep_version(why=step)
        revision.milestones.filter(step=step).update(at=NOON + timedelta(hours=hours))

    @property
    def left(self):
        return list(self.article.revisions.order_by("version").values_list("version", flat=True))


class ThinningTests(TestCase):
    def setUp(self):
        self.told = Told()
        self.told.version(0, Why.ENTERED)

    def test_keeps_the_last_of_each_day(self):
        for hours in (1, 2, 3, 24, 25, 48):
            self.told.version(hours)

        thin_out(now=LATER)

        self.assertEqual(self.told.left, [1, 4, 6, 7])

    def test_touches_nothing_that_is_young(self):
        for hours in (1, 2, 3):
            self.told.version(hours)

        thin_out(now=NOON + timedelta(days=180))

        self.assertEqual(self.told.left, [1, 2, 3, 4])

    @override_settings(HISTORY_WHOLE_DAYS=0)
    def test_nothing_at_all_where_the_paper_keeps_all(self):
        for hours in (1, 2, 3):
            self.told.version(hours)

        self.assertEqual(thin_out(now=LATER), (0, 0))

    def test_keeps_what_was_submitted_and_reviewed(self):
        for hours, step in ((1, Step.SUBMITTED), (2, Step.REVIEWED), (3, Step.SENT_BACK), (4, Step.SIGNED)):
            self.told.version(hours)
            self.told.step(hours, step)
        self.told.version(5)
        self.told.version(6)

        thin_out(now=LATER)

        self.assertEqual(self.told.left, [1, 2, 3, 4, 5, 7])

    def test_keeps_what_was_done_on_purpose(self):
        for hours, why in enumerate((Why.CORRECTED, Why.RESTORED, Why.MERGED, Why.EDITED, Why.EDITED), 1):
            self.told.version(hours, why)

        thin_out(now=LATER)

        self.assertEqual(self.told.left, [1, 2, 3, 4, 6])

    def test_keeps_all_that_readers_saw(self):
        self.told.version(1)
        self.told.version(2, stage="ready", published_at=NOON + timedelta(hours=4, minutes=30))
        self.told.step(2, Step.PUBLISHED)
        for hours in (3, 4, 5, 6, 7):
            self.told.version(hours)

        thin_out(now=LATER)

        self.assertEqual(self.told.left, [1, 3, 5, 6, 7, 8])

    def test_a_story_filed_under_an_old_date_was_not_out_before_it_was_let_out(self):
        for hours in (1, 2, 3):
            self.told.version(hours)
        Article.objects.update(stage="ready", published_at=NOON - timedelta(days=900))
        self.told.step(3, Step.PUBLISHED)

        thin_out(now=LATER)

        self.assertEqual(self.told.left, [1, 4])

    def test_weighs_each_once(self):
        for hours in (1, 2, 3):
            self.told.version(hours)

        self.assertEqual(thin_out(now=LATER), (1, 2))
        self.assertEqual(thin_out(now=LATER), (0, 0))

    def test_goes_on_where_a_round_ended(self):
        other = Told()
        for told in (self.told, other):
            for hours in (1, 2, 3):
                told.version(hours, Why.EDITED)

        self.assertEqual(thin_out(now=LATER, stories=1)[0], 1)
        self.assertEqual(thin_out(now=LATER, stories=1)[0], 1)
        self.assertEqual(thin_out(now=LATER, stories=1)[0], 0)

    def test_what_was_reviewed_cannot_be_deleted_at_all(self):
        revision = self.told.version(1)
        self.told.step(1, Step.REVIEWED)

        with self.assertRaises(RestrictedError):
            revision.delete()
        with self.assertRaises(IntegrityError), transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("DELETE FROM articles_revision WHERE id = %s", [revision.pk])
            connection.check_constraints()

    def test_a_draft_that_is_deleted_takes_its_history_along(self):
        self.told.step(1, Step.SUBMITTED)

        self.told.article.delete()

        self.assertEqual((Revision.objects.count(), Milestone.objects.count()), (0, 0))

    def test_is_a_duty_of_the_worker(self):
        self.assertIn(thin_out, [duty.call for duty in DUTIES])


class ThinHistoryCommandTests(TestCase):
    def setUp(self):
        self.told = Told()
        for hours in range(4):
            self.told.version(hours)

    def run_it(self, *arguments):
        said = StringIO()
        call_command("thin_history", *arguments, stdout=said)
        return said.getvalue().strip()

    def test_says_what_would_go_and_changes_nothing(self):
        self.assertEqual(self.run_it("--dry-run"), "将清理1篇稿件的2个旧版本。")
        self.assertEqual(self.told.left, [2, 3, 4, 5])

    def test_does_all_rounds_at_once(self):
        self.assertEqual(self.run_it(), "已清理1篇稿件的2个旧版本。")
        self.assertEqual(self.told.left, [2, 5])


class Life(Told):
    """A story to which things happen, and which remembers hour by hour what readers saw of it."""

    def __init__(self):
        super().__init__(created_by=make_user())
        self.hour, self.out_at, self.is_withdrawn, self.seen = 0, None, False, set()
        self.version(0, Why.ENTERED)

    def live(self, hours):
        for _hour in range(hours):
            if self.out_at is not None and self.out_at <= self.hour and not self.is_withdrawn:
                self.seen.add(Article.objects.get(pk=self.article.pk).version)
            self.hour += 1

    def edit(self):
        self.version(self.hour)

    def review(self):
        self.step(self.hour, Step.REVIEWED)

    def publish(self, wait=0):
        if self.out_at is None:
            self.out_at = self.hour + wait
            self.set(stage="ready", published_at=NOON + timedelta(hours=self.out_at))
            self.step(self.hour, Step.PUBLISHED)

    def schedule(self):
        self.publish(wait=9)

    def unschedule(self):
        if self.out_at is not None and self.out_at > self.hour:
            self.out_at = None
            self.set(published_at=None)
            self.step(self.hour, Step.UNSCHEDULED)

    def withdraw(self):
        if self.out_at is not None and self.out_at < self.hour and not self.is_withdrawn:
            self.is_withdrawn = True
            self.set(withdrawn_at=NOON + timedelta(hours=self.hour))
            self.step(self.hour, Step.WITHDRAWN)

    def bring_back(self):
        if self.is_withdrawn:
            self.is_withdrawn = False
            self.set(withdrawn_at=None)
            self.step(self.hour, Step.BROUGHT_BACK)

    def set(self, **fields):
        Article.objects.filter(pk=self.article.pk).update(**fields)


DEEDS = ["edit", "edit", "edit", "review", "publish", "schedule", "unschedule", "withdraw", "bring_back"]


class RuleOfRetentionTests(PropertyTestCase):
    """Whatever happened to a story, in whatever order: nothing that readers saw or a reviewer judged goes."""

    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(1, 14)), min_size=2, max_size=14))
    def test_holds(self, deeds):
        life = Life()
        for deed, hours in deeds:
            getattr(life, deed)()
            life.live(hours)
        marked = set(life.article.milestones.values_list("revision__version", flat=True))

        thin_out(now=LATER)

        latest = Article.objects.get(pk=life.article.pk).version
        self.assertLessEqual(life.seen | marked | {1, latest}, set(life.left))
