"""The page on which hotspots are drawn, without a script."""

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import PageBlock, Placement
from newsroom.groups import CHIEF, DESK_EDITOR, EDITOR, PHOTOGRAPHER, REPORTER
from tests.factories import make_article, make_desk, make_issue, make_page, make_user, place

HALF = [[0, 0], [50, 0], [50, 50], [0, 50]]
WRITTEN = "0,0 50,0 50,50 0,50"
PICTURE = [{"name": "page-1600.webp", "format": "webp", "width": 1600, "height": 2400}]


class HotspotsTestCase(TestCase):
    def setUp(self):
        self.page = make_page(issue=make_issue(published=False))
        self.placement = place(article=make_article(headline="送清凉"), page=self.page)
        self.address = reverse("admin:articles_page_hotspots", args=[self.page.pk])
        self.client.force_login(make_user(group=EDITOR))

    def save(self, typed, *, seen="", placement=None):
        key = (placement or self.placement).pk
        return self.client.post(self.address, {f"outline-{key}": typed, f"seen-{key}": seen}, follow=True)

    def stored(self):
        return Placement.objects.get(pk=self.placement.pk).hotspot


class HotspotsPageTests(HotspotsTestCase):
    def test_is_linked_from_the_form_of_the_page(self):
        form = self.client.get(reverse("admin:articles_page_change", args=[self.page.pk]))

        self.assertContains(form, f'href="{self.address}"')

    def test_is_linked_from_the_board(self):
        board = self.client.get(reverse("admin:index"), {"date": f"{self.page.issue.date}"})

        self.assertContains(board, f'href="{self.address}"')

    def test_stores_what_is_typed(self):
        self.assertContains(self.save("0,0 50,0 50,50 0,50"), "已保存")
        self.assertEqual(self.stored(), HALF)

    def test_an_empty_line_takes_the_hotspot_away(self):
        Placement.objects.update(hotspot=HALF)

        self.save("", seen=WRITTEN)

        self.assertEqual(self.stored(), [])

    def test_says_what_is_wrong_and_keeps_what_was_typed(self):
        page = self.save("0,0 50,0 500,50")

        self.assertContains(page, "“500,50”")
        self.assertContains(page, "0,0 50,0 500,50</textarea>")
        self.assertContains(page, 'data-is-back="1"')  # whoever leaves now is asked
        self.assertEqual(self.stored(), [])

    def test_shows_both_outlines_where_somebody_has_drawn_meanwhile(self):
        Placement.objects.update(hotspot=HALF)

        page = self.save("0,0 100,0 100,100", seen="")

        self.assertContains(page, "0,0 100,0 100,100</textarea>")
        self.assertContains(page, f'value="{WRITTEN}"')
        self.assertContains(page, '<polygon class="hotspots-other" points="24,24 390,24 390,550 24,550">')
        self.assertEqual(self.stored(), HALF)

    def test_the_next_save_knows_both(self):
        Placement.objects.update(hotspot=HALF)

        self.save("0,0 100,0 100,100", seen=WRITTEN)

        self.assertEqual(self.stored(), [[0, 0], [100, 0], [100, 100]])

    def test_keeps_an_outline_whose_story_has_left(self):
        self.placement.delete()

        self.assertContains(self.save("0,0 100,0 100,100"), "0,0 100,0 100,100")

    def test_an_older_outline_of_another_form_is_left_alone(self):
        bow = [[0, 0], [50, 50], [50, 0], [0, 50]]
        Placement.objects.update(hotspot=bow)

        self.assertContains(self.save("0,0 50,50 50,0 0,50", seen="0,0 50,50 50,0 0,50"), "没有改动")
        self.assertEqual(self.stored(), bow)


class ShownTests(HotspotsTestCase):
    def test_names_stories_without_a_hotspot(self):
        self.assertContains(self.client.get(self.address), "“送清凉”")

    def test_names_stories_that_overlap(self):
        Placement.objects.update(hotspot=HALF)
        place(article=make_article(headline="读书会"), page=self.page, hotspot=[[25, 25], [75, 25], [75, 75]])

        self.assertContains(self.client.get(self.address), "“送清凉”与“读书会”重叠")

    def test_lays_outlines_over_the_picture_as_it_is(self):
        self.page.picture = PICTURE
        self.page.save()
        Placement.objects.update(hotspot=HALF)

        page = self.client.get(self.address)

        self.assertContains(page, 'viewBox="0 0 1000 1500"')
        self.assertContains(page, 'points="0,0 500,0 500,750 0,750"')

    def test_without_a_picture_draws_a_map(self):
        self.assertContains(self.client.get(self.address), "page-map-sheet")

    def test_shows_the_blocks_that_a_pdf_gave(self):
        PageBlock.objects.create(page=self.page, order=0, polygon=HALF, text="日前，活动在广场举行。")

        self.assertContains(self.client.get(self.address), f'data-block="{WRITTEN}"')

    def test_costs_the_same_however_many_stories(self):
        self.client.get(self.address)
        few = self.cost()
        for number in range(3):
            place(article=make_article(), page=self.page)
            PageBlock.objects.create(page=self.page, order=number, polygon=HALF, text="文字")

        self.assertEqual(self.cost(), few)

    def cost(self):
        with CaptureQueriesContext(connection) as queries:
            self.client.get(self.address)
        return len(queries)


class HotspotRightsTests(HotspotsTestCase):
    def test_are_those_of_placements(self):
        for group, status in ((REPORTER, 403), (PHOTOGRAPHER, 403), (EDITOR, 200), (CHIEF, 200)):
            with self.subTest(group=group):
                self.client.force_login(make_user(group=group))
                self.assertEqual(self.client.get(self.address).status_code, status)

    def test_a_story_of_another_desk_is_not_named(self):
        self.placement.article.desk = make_desk()
        self.placement.article.save()
        PageBlock.objects.create(page=self.page, order=0, polygon=HALF, text="密稿", article=self.placement.article)
        self.client.force_login(make_user(group=DESK_EDITOR, desk=make_desk()))

        page = self.client.get(self.address)

        self.assertNotContains(page, "送清凉")
        self.assertNotContains(page, "密稿")
        self.assertContains(page, "另有1篇其他部门的稿件")

    def test_nor_drawn(self):
        self.placement.article.desk = make_desk()
        self.placement.article.save()
        self.client.force_login(make_user(group=DESK_EDITOR, desk=make_desk()))

        self.save("0,0 50,0 50,50")

        self.assertEqual(self.stored(), [])

    def test_a_page_that_is_not_there_is_not_found(self):
        for key in (0, 10**30):
            self.assertEqual(self.client.get(f"/admin/articles/page/{key}/hotspots/").status_code, 404)
