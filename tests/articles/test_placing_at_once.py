"""Two who move stories at the same moment: their acts come one after the other, and neither waits for ever."""

from datetime import timedelta

from django.test import TransactionTestCase
from django.utils import timezone

from articles import placing
from articles.hotspots import Drawing, DrawnByAnother, draw
from articles.models import Issue, Page, Placement
from articles.models.article import Stage
from articles.page_order import Overtaken, in_order, stamp_of
from newsroom.groups import EDITOR
from tests.at_once import at_once
from tests.factories import make_article, make_issue, make_page, make_user, place

TIMES = 4


class PlacingAtOnceTests(TransactionTestCase):
    def setUp(self):
        self.editors = [make_user(group=EDITOR), make_user(group=EDITOR)]
        self.hour = timezone.now() + timedelta(hours=9)
        self.issue = self.signed_issue(1)
        self.one, self.two = (make_page(issue=self.issue, label=label) for label in ("01", "02"))

    def signed_issue(self, days):
        issue = make_issue(on=timezone.localdate() + timedelta(days=days), published=False)
        Issue.objects.filter(pk=issue.pk).update(signed_for=self.hour, published_at=self.hour)
        return issue

    def placed(self, page, article=None):
        article = article or make_article(stage=Stage.READY, published_at=self.hour)
        return place(article=article, page=page, order=page.placements.count())

    def moving(self, row, page, editor):
        seen = {key: stamp_of(in_order([key]).values_list("pk", "article")) for key in {row.page_id, page.pk}}

        def move():
            placement, target = Placement.objects.get(pk=row.pk), Page.objects.get(pk=page.pk)
            return placing.move(placement, target, seen=seen, by=editor)

        return move

    def drawing(self, row, points, editor):
        page = Page.objects.get(pk=row.page_id)
        return lambda: draw(page, {row.pk: Drawing("", points)}, by=editor)

    def at_once(self, *acts):
        """What came of them: "done" or "overtaken"."""
        came = at_once(*acts, refusals=(Overtaken, DrawnByAnother))
        return sorted("overtaken" if isinstance(one, Exception) else "done" for one in came)

    def test_of_two_that_cross_one_is_told(self):
        for _turn in range(TIMES):
            first, second = self.placed(self.one), self.placed(self.two)

            came = self.at_once(
                self.moving(first, self.two, self.editors[0]), self.moving(second, self.one, self.editors[1])
            )

            self.assertEqual(came, ["done", "overtaken"])

    def test_two_in_different_issues_with_the_same_story_both_come_through(self):
        other = self.signed_issue(2)
        three, four = (make_page(issue=other, label=label) for label in ("01", "02"))
        for _turn in range(TIMES):
            first = self.placed(self.one)
            second = self.placed(three, first.article)

            came = self.at_once(
                self.moving(first, self.two, self.editors[0]), self.moving(second, four, self.editors[1])
            )

            self.assertEqual(came, ["done", "done"])

    def test_of_two_who_draw_the_same_hotspot_one_is_told(self):
        for _turn in range(TIMES):
            row = self.placed(self.one)
            outlines = [[[0, 0], [50, 0], [50, 50]], [[0, 0], [100, 0], [100, 100]]]

            came = self.at_once(*map(self.drawing, (row, row), outlines, self.editors))

            self.assertEqual(came, ["done", "overtaken"])
            self.assertIn(Placement.objects.get(pk=row.pk).hotspot, outlines)

    def test_a_hotspot_is_drawn_while_its_neighbours_are_drawn_and_moved(self):
        outline = [[0, 0], [50, 0], [50, 50]]
        for _turn in range(TIMES):
            drawn, other, moved = (self.placed(self.one) for _ in range(3))

            came = self.at_once(
                self.drawing(drawn, outline, self.editors[0]),
                self.drawing(other, outline, self.editors[1]),
                self.moving(moved, self.two, self.editors[1]),
            )

            self.assertEqual(came, ["done", "done", "done"])
            self.assertEqual(Placement.objects.filter(pk__in=[drawn.pk, other.pk], hotspot=outline).count(), 2)
