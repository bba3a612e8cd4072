"""What the database refuses, whoever asks: the rules of the records that no form has to remember."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.test import SimpleTestCase, TestCase
from django.utils import timezone

from articles.models import Article, Illustration, Issue, Page, Placement
from articles.models.placement import check_hotspot
from bylines.models import Byline
from tests.factories import (
    illustrate,
    make_article,
    make_channel,
    make_column,
    make_issue,
    make_page,
    make_photo,
    make_published,
    make_town,
    place,
    reporter,
)


class JournalismTests(TestCase):
    """Nothing that a story hangs from can be deleted under it."""

    def setUp(self):
        self.article = make_article(
            by=[reporter("李凡")], regions=[make_town()], column=make_column(), channel=make_channel(), page=make_page()
        )

    def assert_protected(self, record):
        with self.assertRaises(ProtectedError):
            record.delete()
        self.assertTrue(type(record).objects.filter(pk=record.pk).exists())

    def test_outlives_its_contributor(self):
        self.assert_protected(self.article.bylines.get().contributor)

    def test_outlives_its_region_and_all_above(self):
        for region in self.article.regions.get().self_and_ancestors():
            self.assert_protected(region)

    def test_outlives_its_column_and_channel(self):
        self.assert_protected(self.article.column)
        self.assert_protected(self.article.channel)

    def test_outlives_its_page_and_issue(self):
        page = self.article.pages.get()

        self.assert_protected(page)
        self.assert_protected(page.issue)

    def test_outlives_its_photo(self):
        self.assert_protected(illustrate(article=self.article).photo)

    def test_a_draft_goes_with_all_its_rows_and_leaves_the_rest(self):
        photo = illustrate(article=self.article).photo
        person, page = self.article.bylines.get().contributor, self.article.pages.get()

        self.article.delete()

        self.assertFalse(Byline.objects.exists() or Placement.objects.exists() or Illustration.objects.exists())
        for record in (photo, person, page):
            record.refresh_from_db()


class IssueRuleTests(TestCase):
    def assert_refused(self, **fields):
        with self.assertRaises(IntegrityError), transaction.atomic():
            Issue.objects.create(**fields)

    def test_one_date_has_one_issue_of_each_edition(self):
        make_issue(on=date(2023, 3, 2))
        make_issue(on=date(2023, 3, 2), edition="extra")

        self.assert_refused(date=date(2023, 3, 2))
        self.assert_refused(date=date(2023, 3, 2), edition="extra")

    def test_a_running_number_is_given_once(self):
        make_issue(number=12345)

        self.assert_refused(date=date(2023, 3, 3), number=12345)

    def test_issues_may_be_without_a_number(self):
        make_issue(on=date(2023, 3, 2))
        make_issue(on=date(2023, 3, 3))

        self.assertEqual(Issue.objects.filter(number=None).count(), 2)

    def test_the_last_number_of_a_combined_issue_is_no_smaller_than_its_first(self):
        make_issue(number=12345, last_number=12347)

        self.assert_refused(date=date(2023, 3, 6), number=12348, last_number=12346)


class PageRuleTests(TestCase):
    def test_a_label_stands_once_in_an_issue(self):
        page = make_page(label="02")

        with self.assertRaises(IntegrityError), transaction.atomic():
            make_page(issue=page.issue, label="02")

    def test_other_issues_have_the_same_labels(self):
        first = make_page(label="02")
        second = make_page(issue=make_issue(on=date(2023, 3, 3)), label="02")

        self.assertEqual(first.label, second.label)

    def test_a_label_is_two_or_three_figures_with_or_without_a_letter(self):
        for label in ("02", "102", "A02"):
            make_page(issue=make_issue(edition=label), label=label).clean_fields()
        for label in ("2", "第2版", "0102", "AB02"):
            with self.subTest(label=label), self.assertRaises(ValidationError):
                Page(label=label).clean_fields(exclude=["issue"])


class PlacementRuleTests(TestCase):
    def test_a_placement_is_continued_once(self):
        page = make_page()
        first = place(article=make_article(), page=page)
        place(article=make_article(), page=page, continued_from=first)

        with self.assertRaises(IntegrityError), transaction.atomic():
            place(article=make_article(), page=page, continued_from=first)

    def test_what_was_continued_stays_when_its_beginning_goes(self):
        article = make_article()
        page = make_page()
        first = place(article=article, page=page)
        rest = place(article=article, page=make_page(issue=page.issue, label="03"), continued_from=first)

        first.delete()

        rest.refresh_from_db()
        self.assertIsNone(rest.continued_from)


class HotspotTests(SimpleTestCase):
    def test_is_nothing_or_a_polygon_on_the_page(self):
        for points in ([], [[0, 0], [100, 0], [50, 99.5]]):
            check_hotspot(points)

    def test_a_shape_that_is_none_is_refused(self):
        line, outside, below = [[0, 0], [50, 50]], [[0, 0], [101, 0], [0, 50]], [[0, -1], [50, 0], [0, 50]]
        for points in (line, outside, below, [[0, 0, 0]] * 3, [["0", "0"]] * 3, [0, 1, 2], {}, "abc", 7, None):
            with self.subTest(points=points), self.assertRaises(ValidationError):
                check_hotspot(points)


class IllustrationNumberTests(TestCase):
    """[图2] in a body means number 2 as long as the story lives."""

    def test_counts_up_within_its_story(self):
        article = make_article()

        self.assertEqual([illustrate(article=article).number for _picture in range(3)], [1, 2, 3])
        self.assertEqual(illustrate(article=make_article()).number, 1)

    def test_is_never_given_again(self):
        article = make_article()
        illustrate(article=article)
        illustrate(article=article).delete()

        self.assertEqual(illustrate(article=article).number, 3)

    def test_survives_another_order(self):
        article = make_article()
        first, second = illustrate(article=article, order=0), illustrate(article=article, order=1)
        first.order, second.order = 1, 0
        first.save()
        second.save()

        self.assertEqual([shown.number for shown in article.illustrations.all()], [2, 1])

    def test_a_story_shows_a_photo_once(self):
        article, photo = make_article(), make_photo()
        illustrate(article=article, photo=photo)

        with self.assertRaises(IntegrityError), transaction.atomic():
            illustrate(article=article, photo=photo)


class StateRuleTests(TestCase):
    def assert_refused(self, article, **fields):
        with self.assertRaises(IntegrityError), transaction.atomic():
            Article.objects.filter(pk=article.pk).update(**fields)

    def test_only_what_was_published_can_be_withdrawn(self):
        self.assert_refused(make_article(), withdrawn_at=timezone.now())
        self.assert_refused(make_published(), published_at=None, withdrawn_at=timezone.now())

    def test_only_what_was_signed_off_has_a_time(self):
        self.assert_refused(make_article(), published_at=timezone.now())
        self.assert_refused(make_published(), stage="draft")

    def test_a_stage_is_one_of_the_newsrooms(self):
        self.assert_refused(make_article(), stage="spiked")
