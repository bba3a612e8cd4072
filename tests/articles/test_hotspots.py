"""Hotspots stored: versions, the log, and two who draw at the same time."""

from django.test import TestCase

from articles.acting import Refusal
from articles.hotspots import Drawing, DrawnByAnother, draw
from articles.models import Placement
from desk.models import AuditEntry
from newsroom.groups import DESK_EDITOR, EDITOR, REPORTER
from tests.factories import make_article, make_desk, make_issue, make_page, make_user, place

HALF = [[0, 0], [50, 0], [50, 50], [0, 50]]
WRITTEN = "0,0 50,0 50,50 0,50"
WHOLE = [[0, 0], [100, 0], [100, 100], [0, 100]]


class DrawTests(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR)
        self.page = make_page(issue=make_issue(published=False))
        self.placement = place(article=make_article(), page=self.page)

    def draw(self, points, *, seen="", by=None):
        return draw(self.page, {self.placement.pk: Drawing(seen, points)}, by=by or self.editor)

    def stored(self):
        return Placement.objects.get(pk=self.placement.pk).hotspot

    def test_stores_the_outline(self):
        self.assertEqual([story.pk for story in self.draw(HALF)], [self.placement.article_id])
        self.assertEqual(self.stored(), HALF)

    def test_keeps_the_story_as_found_and_makes_a_line_in_the_audit_log(self):
        self.draw(HALF)

        entry = AuditEntry.objects.get(verb="hotspot")
        self.assertEqual((entry.key, entry.words), (str(self.placement.article_id), str(self.page)))
        self.assertEqual([row.why for row in self.placement.article.revisions.all()], ["found"])

    def test_what_was_not_changed_is_left_alone(self):
        self.draw(HALF)

        self.assertEqual(self.draw(HALF, seen=WRITTEN), [])
        self.assertEqual(AuditEntry.objects.filter(verb="hotspot").count(), 1)

    def test_of_two_who_draw_the_same_story_the_second_is_told(self):
        self.draw(HALF)

        with self.assertRaises(DrawnByAnother) as told:
            self.draw(WHOLE, seen="")

        self.assertEqual(told.exception.now, {self.placement.pk: WRITTEN})
        self.assertEqual(self.stored(), HALF)

    def test_who_draws_another_story_is_in_nobodys_way(self):
        other = place(article=make_article(), page=self.page)
        self.draw(HALF)

        draw(self.page, {self.placement.pk: Drawing("", []), other.pk: Drawing("", WHOLE)}, by=self.editor)

        self.assertEqual(self.stored(), HALF)

    def test_of_a_story_that_has_left_the_page_nothing_is_stored(self):
        Placement.objects.update(page=make_page(issue=self.page.issue, label="03"))

        with self.assertRaises(DrawnByAnother) as told:
            self.draw(HALF)

        self.assertEqual((told.exception.now, self.stored()), ({self.placement.pk: None}, []))

    def test_a_reporter_draws_none(self):
        with self.assertRaises(Refusal):
            self.draw(HALF, by=make_user(group=REPORTER))

    def test_the_story_of_another_desk_is_not_drawn(self):
        self.placement.article.desk = make_desk()
        self.placement.article.save()

        with self.assertRaises(Refusal):
            self.draw(HALF, by=make_user(group=DESK_EDITOR, desk=make_desk()))
        self.assertEqual(self.stored(), [])
