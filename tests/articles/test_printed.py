"""The credits in print of a story: one row for each name, with the day, the place and the share."""

from datetime import UTC, date, datetime, timedelta

from django.utils import timezone

from articles.filing import relist
from articles.models import Article, Correction, Printed
from tests.articles.prints import PrintedTestCase
from tests.factories import (
    correspondent,
    illustrate,
    make_article,
    make_column,
    make_issue,
    make_page,
    make_photo,
    make_published,
    photographer,
    place,
    reporter,
)


class PrintedTests(PrintedTestCase):
    def test_each_name_of_the_line_and_under_each_photo(self):
        photos = [make_photo(by=[photographer("马敏")]), make_photo(by=[photographer("马敏"), photographer("何青")])]
        story = make_article(by=[reporter("李凡"), correspondent("周永卫")], stage="ready", column=make_column())
        for photo in photos:
            illustrate(article=story, photo=photo)
        relist(story)
        self.assertEqual(self.prints(story), [])

        Article.objects.filter(pk=story.pk).update(published_at=timezone.now())
        relist(Article.objects.get())

        said = self.prints(
            story, "contributor__name", "role", "photo", "length", "parts", "part_of_role", "part_of_all"
        )
        first, second = (photo.pk for photo in photos)
        self.assertCountEqual(
            said,
            [
                ("李凡", "reporter", None, story.length, 2, 2, 1),
                ("周永卫", "correspondent", None, story.length, 2, 2, 1),
                ("马敏", "photographer", first, 0, 1, 1, 1),
                ("马敏", "photographer", second, 0, 2, 1, 1),
                ("何青", "photographer", second, 0, 2, 1, 1),
            ],
        )
        self.assertEqual(set(self.prints(story, "column")), {story.column_id})
        self.assert_as_recounted(rows=5)

    def test_a_photo_counts_for_whom_its_photographer_stands_as(self):
        photo = make_photo(by=[photographer("马敏")])
        photo.bylines.update(standing="correspondent")
        story = make_article(stage="ready", published_at=timezone.now())
        illustrate(article=story, photo=photo)
        relist(story)

        self.assertEqual(self.prints(story, "role"), ["correspondent"])
        self.assert_as_recounted(rows=1)

    def test_a_photo_in_two_stories_was_printed_twice(self):
        photo = make_photo(by=[photographer("马敏")])
        for _number in range(2):
            story = make_article(stage="ready", published_at=timezone.now())
            illustrate(article=story, photo=photo)
            relist(story)

        self.assert_as_recounted(rows=2)

    def test_the_web_counts_to_the_day_on_the_newsrooms_clock(self):
        story = make_published(by=[reporter("李凡")], at=datetime(2023, 3, 1, 17, tzinfo=UTC))

        self.assertEqual(self.prints(story, "printed_on", "issue"), [(date(2023, 3, 2), None)])

    def test_the_earliest_issue_that_prints_it_is_what_it_counts_to(self):
        pages = [make_page(issue=make_issue(on=date(2023, 3, day))) for day in (7, 5, 6)]
        story = make_article(by=[reporter("李凡")], stage="ready", published_at=timezone.now())
        for page in pages:
            place(article=story, page=page)
        relist(story)

        self.assertEqual(self.prints(story, "printed_on", "issue"), [(date(2023, 3, 5), pages[1].issue_id)])
        self.assert_as_recounted(rows=1)

    def test_an_embargo_has_its_rows_and_they_bear_its_hour(self):
        hour = timezone.now() + timedelta(hours=1)
        make_published(by=[reporter("李凡")], at=hour)

        self.assertEqual(Printed.objects.out().count(), 0)
        self.assertEqual(Printed.objects.out(hour).count(), 1)


class CostTests(PrintedTestCase):
    def test_rows_that_are_right_are_left_alone(self):
        story = make_published(by=[reporter("李凡"), reporter("何青")])
        keys = self.prints(story, "pk")
        Correction.objects.create(article=story, wrong="误", right="正")
        relist(story)

        self.assertEqual(self.prints(story, "pk"), keys)
