from datetime import timedelta
from unittest import mock

from django.db import transaction
from django.test import SimpleTestCase, TestCase
from django.utils import timezone

from desk import jobs
from desk.job_runner import JobRunner
from desk.models import Desk, Job
from tests.factories import make_desk


def runner(name="one"):
    return JobRunner(name, silence=60)


def in_a(**time):
    return timezone.now() + timedelta(**time)


class JobCase(TestCase):
    """With kinds of its own."""

    def setUp(self):
        self.enterContext(mock.patch.dict(jobs.KINDS))
        self.done = []
        jobs.kind("note")(self.note)
        jobs.kind("break", most_tries=2)(self.stumble)

    def note(self, details):
        self.done.append(details["word"])
        return f"wrote {details['word']}"

    def stumble(self, details):
        raise ValueError("out of ink")


class PlanTests(JobCase):
    def test_is_done_when_it_is_due_and_says_what_came_of_it(self):
        jobs.plan("note", word="today")
        jobs.plan("note", due=in_a(hours=1), word="later")

        runner("night").run_due()

        job = Job.objects.exclude(done_at=None).get()
        self.assertEqual(self.done, ["today"])
        self.assertEqual((job.result, job.taken_by, job.tries, job.state), ("wrote today", "night", 1, "done"))

    def test_catches_up_in_the_order_of_their_hours(self):
        for hours in (1, 3, 2):
            jobs.plan("note", due=in_a(hours=-hours), word=f"{hours} hours late")

        runner().run_due()

        self.assertEqual(self.done, ["3 hours late", "2 hours late", "1 hours late"])

    def test_leaves_no_job_of_an_act_that_is_undone(self):
        with self.assertRaises(ZeroDivisionError), transaction.atomic():
            jobs.plan("note", word="never")
            raise ZeroDivisionError

        self.assertFalse(Job.objects.exists())

    def test_with_one_key_waits_once_under_its_last_hour(self):
        jobs.plan("note", once="issue-1", word="old")
        hour = in_a(hours=2)
        jobs.plan("note", once="issue-1", due=hour, word="new")

        job = Job.objects.get()
        self.assertEqual((job.due_at, job.details), (hour, {"word": "new"}))

    def test_is_planned_anew_when_the_last_one_has_begun(self):
        first = jobs.plan("note", once="issue-1", word="old")
        runner().take_next()

        second = jobs.plan("note", once="issue-1", word="new")

        self.assertNotEqual(second.pk, first.pk)

    def test_that_is_cancelled_is_not_done(self):
        jobs.plan("note", once="issue-1", word="never")

        self.assertTrue(jobs.cancel("note", once="issue-1"))
        runner().run_due()

        self.assertEqual(self.done, [])

    def test_of_long_ago_are_cleared_away(self):
        for days in (13, 15):
            Job.objects.create(kind="note", due_at=in_a(), done_at=in_a(days=-days))
        Job.objects.create(kind="note", due_at=in_a(), failed_at=in_a(days=-100))

        self.assertEqual(jobs.clear_old_jobs(), 1)


class FailureTests(JobCase):
    def run_until_due_again(self, at):
        with mock.patch("django.utils.timezone.now", return_value=at), self.assertLogs("desk.job_runner"):
            runner().run_due()

    def test_is_tried_again_later_and_the_next_job_is_done(self):
        jobs.plan("break", due=in_a(minutes=-2))
        jobs.plan("note", word="next")

        with self.assertLogs("desk.job_runner"):
            runner().run_due()

        job = Job.objects.get(kind="break")
        self.assertEqual((job.state, job.error), ("again", "ValueError: out of ink"))
        self.assertAlmostEqual(job.due_at, in_a(minutes=1), delta=timedelta(seconds=20))
        self.assertEqual(self.done, ["next"])

    def test_is_given_up_at_last_and_can_be_tried_again_by_hand(self):
        job = jobs.plan("break")
        self.run_until_due_again(in_a())
        self.run_until_due_again(in_a(hours=1))

        job.refresh_from_db()
        self.assertEqual((job.state, job.tries), ("failed", 2))
        self.assertTrue(jobs.try_again(job))
        job.refresh_from_db()
        self.assertEqual((job.state, job.tries, job.error), ("waiting", 0, "ValueError: out of ink"))

    def test_is_not_tried_by_hand_while_a_newer_one_waits_in_its_place(self):
        failed = Job.objects.create(kind="note", once="x", due_at=in_a(), tries=6, failed_at=in_a())
        jobs.plan("note", once="x", word="newer")

        self.assertFalse(jobs.try_again(failed))

    def test_of_a_kind_that_nobody_knows_waits_for_a_version_that_does(self):
        jobs.plan("of-tomorrow")

        with self.assertLogs("desk.job_runner"):
            runner().run_due()

        self.assertEqual(Job.objects.get().state, "again")

    def test_that_kills_each_of_its_workers_is_given_up(self):
        Job.objects.create(
            kind="break", due_at=in_a(minutes=-9), tries=2, taken_by="dead", taken_until=in_a(minutes=-1)
        )

        with self.assertLogs("desk.job_runner"):
            runner().run_due()

        self.assertEqual(Job.objects.get().state, "failed")

    def test_words_that_no_database_keeps_are_kept_as_far_as_they_can_be(self):
        said = ["图\0\udce5片"]
        jobs.kind("answer")(lambda details: said[0])
        jobs.kind("break", most_tries=1)(mock.Mock(side_effect=OSError(said[0])))
        jobs.plan("answer")
        jobs.plan("break")

        with self.assertLogs("desk.job_runner", "ERROR"):
            runner().run_due()

        done, failed = Job.objects.order_by("pk")
        self.assertEqual((done.result, failed.error), ("图\ufffd?片", "OSError: 图\ufffd?片"))


class TakeOverTests(JobCase):
    def test_belongs_to_one_worker_until_that_one_falls_silent(self):
        jobs.plan("note", word="once")
        first, second = runner("first"), runner("second")
        job = first.take_next()

        self.assertIsNone(second.take_next())
        with mock.patch("django.utils.timezone.now", return_value=in_a(seconds=61)):
            self.assertEqual(second.take_next(), job)

    def test_stays_with_a_worker_that_says_it_lives(self):
        jobs.plan("note", word="long")
        first, second = runner("first"), runner("second")
        first.at_hand = first.take_next()

        with mock.patch("django.utils.timezone.now", return_value=in_a(seconds=50)):
            first.beat()
        with mock.patch("django.utils.timezone.now", return_value=in_a(seconds=100)):
            self.assertIsNone(second.take_next())


class InsideTests(JobCase):
    def setUp(self):
        super().setUp()
        jobs.kind("desk", inside=True)(self.open_desk)
        self.between = lambda: None

    def open_desk(self, details):
        make_desk(name="夜班")
        self.between()

    def test_what_it_does_and_that_it_is_done_are_one(self):
        jobs.plan("desk")

        runner().run_due()

        self.assertEqual((Desk.objects.filter(name="夜班").count(), Job.objects.get().state), (1, "done"))

    def test_what_it_did_is_undone_where_another_has_taken_it_over(self):
        jobs.plan("desk")
        self.between = lambda: Job.objects.update(taken_by="another", tries=2)

        with self.assertLogs("desk.job_runner"):
            runner().run_due()

        self.assertFalse(Desk.objects.filter(name="夜班").exists())

    def test_what_it_did_is_undone_where_it_was_cancelled_meanwhile(self):
        jobs.plan("desk", once="x")
        self.between = lambda: jobs.cancel("desk", once="x")

        with self.assertLogs("desk.job_runner"):
            runner().run_due()

        self.assertFalse(Desk.objects.filter(name="夜班").exists())

    def test_what_it_did_is_undone_where_it_fails(self):
        jobs.plan("desk")
        self.between = lambda: 1 / 0

        with self.assertLogs("desk.job_runner"):
            runner().run_due()

        self.assertFalse(Desk.objects.filter(name="夜班").exists())
        self.assertEqual(Job.objects.get().state, "again")


class VerbTests(SimpleTestCase):
    def test_no_template_can_change_a_job(self):
        verbs = [Job.take, Job.keep_taken, Job.finish, Job.put_off, Job.give_up]

        self.assertTrue(all(verb.alters_data for verb in verbs))
