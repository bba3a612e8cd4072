from datetime import date

from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles.models import ArticleRegion, Correction, Doubt, Placement
from newsroom.groups import EDITOR
from tests.factories import (
    credit,
    illustrate,
    make_article,
    make_issue,
    make_page,
    make_photo,
    make_region,
    make_town,
    make_user,
    photographer,
    place,
    reporter,
    story_form,
)


def form_address(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def a_row_of_each_kind(article, number):
    """A byline, a region four levels deep, a photo, a page of another day, a doubt and a correction."""
    county = make_town().parent
    town = make_region(code=f"33068110{number}", name=f"第{number}镇", level="town", parent=county)
    page = make_page(issue=make_issue(on=date(2023, 3, number)))
    credit(by=[reporter(f"记者{number}")], article=article)
    ArticleRegion.objects.create(article=article, region=town)
    illustrate(article=article, photo=make_photo(by=[photographer(f"摄影{number}")]))
    place(article=article, page=page)
    Doubt.objects.create(article=article, code="name", message="?", settled_at=timezone.now(), settled_by=make_user())
    Correction.objects.create(article=article, wrong="误", right="正", printed_on=page)


class CostOfAFormTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(is_superuser=True))

    def assert_cost(self, address, expected):
        self.client.get(address)  # content types are remembered from here on
        with self.assertNumQueries(expected):
            response = self.client.get(address)
        self.assertEqual(response.status_code, 200)

    def test_a_story_costs_the_same_with_one_row_of_each_kind_and_with_three(self):
        article = make_article()
        for number in (1, 2, 3):
            a_row_of_each_kind(article, number)
            if number != 2:
                with self.subTest(rows=number):
                    self.assert_cost(form_address(article), 34)  # one of them whether there are doubts: here are some

    def test_a_page_costs_the_same_with_one_story_and_with_three(self):
        page = make_page()
        for number in (1, 2, 3):
            make_article(page=page)
            if number != 2:
                with self.subTest(stories=number):
                    self.assert_cost(reverse("admin:articles_page_change", args=[page.pk]), 8)

    def test_an_issue_costs_the_same_with_one_page_and_with_three(self):
        issue = make_issue()
        for number in (1, 2, 3):
            make_page(issue=issue, label=f"0{number}")
            if number != 2:
                with self.subTest(pages=number):
                    self.assert_cost(reverse("admin:articles_issue_change", args=[issue.pk]), 5)


class KnownRowTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=EDITOR))
        self.article = make_article(regions=[make_town()], by=[reporter("李凡")])

    def test_prints_the_whole_path_of_a_region(self):
        response = self.client.get(form_address(self.article))

        self.assertContains(response, "selected>店口镇（浙江省绍兴市诸暨市）</option>")
        self.assertContains(response, "selected>李凡</option>")

    def test_a_refused_save_prints_what_was_chosen_and_not_what_was_there(self):
        other = make_region(code="110000", name="北京市", level="province")
        row = self.article.places.get()
        typed = {"TOTAL_FORMS": 1, "INITIAL_FORMS": 1, "0-id": row.pk, "0-region": other.pk, "0-order": 0}
        rows = {f"places-{name}": value for name, value in typed.items()}

        response = self.client.post(form_address(self.article), {**story_form(self.article), **rows, "headline": ""})

        self.assertContains(response, "selected>北京市</option>")
        self.assertNotContains(response, "店口镇（浙江省绍兴市诸暨市）</option>")


class ContinuationTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=EDITOR))
        issue = make_issue()
        self.article = make_article()
        self.first, self.second = [
            place(article=self.article, page=make_page(issue=issue, label=label, name="")) for label in ("01", "04")
        ]
        self.other = place(article=make_article(), page=make_page(issue=issue, label="08", name=""))

    def run_on_from(self, placement):
        rows = {"TOTAL_FORMS": 1, "INITIAL_FORMS": 1, "0-id": self.second.pk, "0-order": 0, "0-hotspot": "[]"}
        rows |= {"0-page": self.second.page_id, "0-continued_from": placement.pk}
        typed = {**story_form(self.article), **{f"placements-{name}": value for name, value in rows.items()}}
        response = self.client.post(form_address(self.article), typed)
        return Placement.objects.get(pk=self.second.pk).continued_from, response

    def test_offers_the_pages_of_this_story_only(self):
        page = self.client.get(form_address(self.article))

        self.assertContains(page, f'<option value="{self.first.pk}">2023-03-02 第01版</option>')
        self.assertNotContains(page, f'<option value="{self.other.pk}">2023')

    def test_takes_an_earlier_page_of_the_story(self):
        self.assertEqual(self.run_on_from(self.first)[0], self.first)

    def test_refuses_another_storys_page_and_its_own(self):
        self.assertIsNone(self.run_on_from(self.other)[0])
        kept, response = self.run_on_from(self.second)

        self.assertIsNone(kept)
        self.assertContains(response, "转版只能接自本稿所在的另一个版。")

    def test_offers_nothing_for_a_new_story(self):
        page = self.client.get(reverse("admin:articles_article_add"))

        self.assertNotContains(page, "第01版")
