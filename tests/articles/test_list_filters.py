from datetime import date, timedelta

from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles.models.article import Stage
from articles.publishing import withdraw
from tests.factories import (
    make_article,
    make_column,
    make_issue,
    make_page,
    make_published,
    make_town,
    make_user,
    reporter,
)

LIST = reverse("admin:articles_article_changelist")


class FilterTestCase(TestCase):
    def setUp(self):
        self.client.force_login(make_user(is_superuser=True))

    def found(self, **asked):
        return {article.headline for article in self.client.get(LIST, asked).context["cl"].result_list}

    def offered(self, name, **asked):
        """The words of one filter, in order."""
        specs = self.client.get(LIST, asked).context["cl"].filter_specs
        choices = {getattr(spec, "parameter_name", None): getattr(spec, "lookup_choices", []) for spec in specs}
        return [str(words) for _value, words in choices.get(name, [])]


class StateFilterTests(FilterTestCase):
    def test_finds_every_state_and_nothing_else(self):
        for stage in Stage:
            make_article(headline=stage.value, stage=stage)
        make_published(headline="scheduled", at=timezone.now() + timedelta(hours=1))
        make_published(headline="published")
        withdrawn = make_published(headline="withdrawn")
        withdraw(withdrawn)

        for state in ("draft", "submitted", "ready", "scheduled", "published", "withdrawn"):
            with self.subTest(state=state):
                self.assertEqual(self.found(state=state), {state})

    def test_a_senseless_state_finds_nothing(self):
        make_article()

        self.assertEqual(self.found(state="burnt"), set())


class IssueAndPageFilterTests(FilterTestCase):
    def setUp(self):
        super().setUp()
        self.issue = make_issue()
        make_article(headline="第二版的稿", page=make_page(issue=self.issue))
        make_article(headline="第三版的稿", page=make_page(issue=self.issue, label="03", name="副刊"))
        make_article(headline="前一天的稿", page=make_page(issue=make_issue(on=date(2023, 3, 1))))
        make_article(headline="未上版的稿")

    def test_finds_the_stories_of_an_issue(self):
        self.assertEqual(self.found(issue=self.issue.pk), {"第二版的稿", "第三版的稿"})

    def test_finds_the_stories_on_no_page(self):
        self.assertEqual(self.found(issue="none"), {"未上版的稿"})

    def test_finds_the_stories_of_a_page_of_that_issue(self):
        self.assertEqual(self.found(issue=self.issue.pk, page_label="02"), {"第二版的稿"})

    def test_offers_pages_once_an_issue_is_chosen(self):
        self.assertEqual(self.offered("page_label", issue=self.issue.pk), ["第02版：工会", "第03版：副刊"])
        self.assertEqual(self.offered("page_label"), [])

    def test_a_story_on_two_pages_is_listed_once(self):
        story = make_article(headline="两版的稿", page=self.issue.pages.first())
        story.placements.create(page=self.issue.pages.last())

        rows = self.client.get(LIST, {"issue": self.issue.pk}).context["cl"].result_list
        self.assertEqual([row.headline for row in rows].count("两版的稿"), 1)

    def test_a_senseless_issue_filters_nothing(self):
        self.assertEqual(len(self.found(issue="x")), 4)


class RegionFilterTests(FilterTestCase):
    def setUp(self):
        super().setUp()
        self.town = make_town()
        make_article(headline="镇里的稿", regions=[self.town])
        make_article(headline="市里的稿", regions=[self.town.parent.parent])
        make_article(headline="没有地区的稿")

    def test_finds_the_stories_of_a_region_and_of_all_below_it(self):
        self.assertEqual(self.found(region="330000"), {"镇里的稿", "市里的稿"})
        self.assertEqual(self.found(region="330681"), {"镇里的稿"})
        self.assertEqual(self.found(region="330681104"), {"镇里的稿"})

    def test_goes_down_the_map(self):
        self.assertEqual(self.offered("region"), ["浙江省"])
        self.assertEqual(self.offered("region", region="330000"), ["浙江省", "绍兴市"])


class ColumnFilterTests(FilterTestCase):
    def test_finds_the_stories_of_a_column(self):
        column = make_column(name="基层见闻")
        make_article(headline="专栏里的稿", column=column)
        make_article(headline="别的稿", column=make_column(name="枫桥式"))

        self.assertEqual(self.found(column=column.pk), {"专栏里的稿"})

    def test_keeps_what_is_chosen_beside_it(self):
        column = make_column(name="基层见闻")
        page = self.client.get(LIST, {"state": "draft", "column": column.pk})

        self.assertContains(page, '<input type="hidden" name="state" value="draft">', html=True)
        self.assertContains(page, "基层见闻</option>")


class ContributorFilterTests(FilterTestCase):
    def test_finds_drafts_published_and_withdrawn_stories_of_a_person(self):
        make_article(headline="草稿", by=[reporter("李凡")])
        make_published(headline="见报", by=[reporter("李凡")])
        withdraw(gone := make_published(headline="撤下", by=[reporter("李凡")]))
        make_published(headline="别人的", by=[reporter("梁昊")])

        person = gone.bylines.get().contributor_id
        self.assertEqual(self.found(contributor=person), {"草稿", "见报", "撤下"})


class OrderTests(FilterTestCase):
    def test_is_offered_where_an_index_has_it(self):
        make_article()

        self.assertEqual(self.client.get(LIST).context["cl"].sortable_by, ("headline", "updated_at"))
        self.assertEqual(self.client.get(LIST, {"state": "draft", "o": "1"}).context["cl"].sortable_by, ())
