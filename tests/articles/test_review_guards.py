"""What the database refuses of the reviews, though somebody goes round the verbs."""

import unittest

from django.db import IntegrityError, connection, transaction
from django.test import TestCase

from articles import reviewing
from articles.models import Review, Submission
from newsroom.groups import EDITOR
from tests.factories import in_review, make_article, make_user, signed


class GuardTestCase(TestCase):
    def refused(self, act, *args, **fields):
        with self.assertRaises(IntegrityError), transaction.atomic():
            act(*args, **fields)

    def write(self, submission, **fields):
        said = {"step": 1, "version": 1, "verdict": "pass", "opinion": "同意。", "reviewer": make_user(group=EDITOR)}
        whose = {"submission": submission, "submitted_by": submission.submitted_by}
        return Review.objects.create(**{**whose, **said, **fields})


class ReviewGuardTests(GuardTestCase):
    def setUp(self):
        self.submission = in_review().submissions.get()

    def test_the_next_review_of_an_open_round_is_written(self):
        self.assertEqual(self.write(self.submission).step, 1)

    def test_not_with_somebody_elses_name_as_submitter(self):
        author = self.submission.submitted_by

        self.refused(self.write, self.submission, reviewer=author, submitted_by=make_user())

    def test_not_by_an_author_who_did_not_hand_it_in(self):
        author = make_user(group=EDITOR)
        self.submission.authors.add(author)

        self.refused(self.write, self.submission, reviewer=author)

    def test_no_step_is_skipped(self):
        self.refused(self.write, self.submission, step=2)

    def test_nothing_is_said_of_a_round_that_has_ended(self):
        reviewing.recall(self.submission.article, by=self.submission.submitted_by)

        self.refused(self.write, self.submission)


class RoundGuardTests(GuardTestCase):
    def test_what_a_round_was_begun_with_stays(self):
        in_review()
        other = {"article": make_article(), "number": 7, "steps": 1, "version": 9, "submitted_by": make_user()}

        for name, value in other.items():
            self.refused(Submission.objects.update, **{name: value})

    def test_an_ended_round_is_not_changed(self):
        article = in_review()
        reviewing.recall(article, by=article.created_by)

        self.refused(Submission.objects.update, words="别的理由")
        self.refused(Submission.objects.update, ended_at=None, outcome="")

    def test_what_has_passed_does_not_become_recalled(self):
        signed()

        self.refused(Submission.objects.update, outcome="recalled")

    def test_an_authors_row_is_not_given_to_another(self):
        in_review()

        self.refused(Submission.authors.through.objects.update, user=make_user())


@unittest.skipUnless(connection.vendor == "postgresql", "SQLite empties a table for tests row by row.")
class DeletingGuardTests(GuardTestCase):
    def test_a_review_is_not_deleted(self):
        in_review(passed=1)
        reviews = Review.objects.all()

        self.refused(reviews._raw_delete, reviews.db)

    def test_the_authors_of_an_open_round_stay(self):
        submission = in_review().submissions.get()

        self.refused(submission.authors.clear)
