"""The credits in print follow every act: they are what a recount from the bylines finds."""

from datetime import UTC, date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone

from articles import placing
from articles.history.acts import Why
from articles.history.restoring import bring_back
from articles.issuing import take_signing_back
from articles.models import Illustration, Printed
from articles.naming import file_under
from articles.page_order import in_order, stamp_of
from articles.publishing import publish_issue, restore, unschedule, withdraw
from articles.reviewing import send_back
from bylines.models import Byline
from tests.articles.prints import PrintedTestCase
from tests.articles.test_form_rows import form_address
from tests.articles.test_moved import NO_ROWS
from tests.factories import (
    credit,
    illustrate,
    make_column,
    make_issue,
    make_page,
    make_photo,
    make_published,
    make_user,
    photographer,
    reporter,
    signed,
    story_form,
)


class FollowingTests(PrintedTestCase):
    """Each act by its own way."""

    def setUp(self):
        self.editor = make_user(is_superuser=True)
        self.client.force_login(self.editor)
        self.issue = make_issue(on=date(2023, 3, 2))
        self.page, self.other = (make_page(issue=self.issue, label=label) for label in ("02", "03"))

    def published(self, **fields):
        return make_published(by=[reporter("李凡")], page=self.page, **fields)

    def seen(self):
        return {page.pk: stamp_of(in_order([page.pk]).values_list("pk", "article")) for page in (self.page, self.other)}

    def test_withdrawn_and_brought_back(self):
        story = self.published()
        withdraw(story)
        self.assert_as_recounted(rows=0)

        restore(story)

        self.assert_as_recounted(rows=1)

    def test_unscheduled_and_sent_back(self):
        ahead = timezone.now() + timedelta(days=1)
        first, second = (make_published(by=[reporter("李凡")], at=ahead) for _number in range(2))
        self.assert_as_recounted(rows=2)
        unschedule(first)
        self.assert_as_recounted(rows=1)

        send_back(second, by=self.editor)

        self.assert_as_recounted(rows=0)

    def test_a_whole_issue_and_its_signing_taken_back(self):
        tomorrow = timezone.localdate() + timedelta(days=2)
        page = make_page(issue=make_issue(on=tomorrow, published=False))
        for number in range(2):
            signed(headline=f"稿件{number}", by=[reporter("李凡")], page=page)
        publish_issue(page.issue)
        self.assertEqual(set(Printed.objects.values_list("printed_on", flat=True)), {tomorrow})
        self.assert_as_recounted(rows=2)

        take_signing_back(page.issue, by=self.editor, reason="缺图")

        self.assert_as_recounted(rows=0)

    def test_another_name_in_a_new_version(self):
        story = self.published()
        story.keep_as_found()
        credit(by=[reporter("何青")], article=story)
        story.keep_version(why=Why.CREDITED)

        self.assertEqual(self.prints(story, "part_of_all", "parts"), [(1, 2), (1, 2)])
        self.assert_as_recounted(rows=2)

    def test_an_older_version_brought_back(self):
        story = self.published()
        before = story.revisions.last()
        credit(by=[reporter("何青")], article=story)
        story.keep_version(why=Why.CREDITED)

        bring_back(story, before, by=self.editor, seen=story.version)

        self.assertEqual(self.prints(story), ["李凡"])
        self.assert_as_recounted(rows=1)

    def test_a_longer_text_and_another_column_from_the_form(self):
        story = self.published()
        story.keep_as_found()
        longer = {"body": "日前，活动在广场举行。各县来了很多人。", "column": make_column().pk}
        placed = story.placements.get()
        rows = {"placements-TOTAL_FORMS": 1, "placements-INITIAL_FORMS": 1, "placements-0-id": placed.pk}
        rows |= {"placements-0-page": self.page.pk, "placements-0-order": 0, "placements-0-hotspot": "[]"}
        line = story.bylines.get()
        rows |= {"bylines-TOTAL_FORMS": 1, "bylines-INITIAL_FORMS": 1, "bylines-0-id": line.pk, "bylines-0-order": 0}
        rows |= {"bylines-0-contributor": line.contributor_id, "bylines-0-role": "reporter", "bylines-0-name": "李凡"}
        response = self.client.post(form_address(story), {**story_form(story), **rows, **longer})

        self.assertEqual(response.status_code, 302)
        self.assertEqual(self.prints(story, "length", "column"), [(19, make_column().pk)])
        self.assert_as_recounted(rows=1)

    def test_a_name_taken_out_in_the_form(self):
        story = self.published()
        story.keep_as_found()
        line = story.bylines.get()
        rows = {"bylines-TOTAL_FORMS": 1, "bylines-INITIAL_FORMS": 1, "bylines-0-id": line.pk, "bylines-0-order": 0}
        rows |= {"bylines-0-contributor": line.contributor_id, "bylines-0-role": "reporter", "bylines-0-DELETE": "on"}
        self.client.post(form_address(story), {**story_form(story), **rows})

        self.assertFalse(Byline.objects.exists())
        self.assert_as_recounted(rows=0)

    def test_placed_moved_and_taken_off(self):
        story = make_published(by=[reporter("李凡")], at=datetime(2023, 3, 1, 4, tzinfo=UTC))
        placing.place(story, self.page, seen=self.seen(), by=self.editor)
        self.assertEqual(self.prints(story, "printed_on", "issue"), [(date(2023, 3, 2), self.issue.pk)])
        placing.turn(story.placements.get(), self.other, seen=self.seen(), by=self.editor)
        self.assert_as_recounted(rows=1)

        for row in story.placements.order_by("-pk"):
            placing.take_off(row, seen=self.seen(), by=self.editor)

        self.assertEqual(self.prints(story, "printed_on", "issue"), [(date(2023, 3, 1), None)])
        self.assert_as_recounted(rows=1)

    def test_the_date_of_the_issue_is_changed(self):
        story = self.published()
        form = {"date": "2023-03-09", "edition": "", **NO_ROWS}
        self.client.post(reverse("admin:articles_issue_change", args=[self.issue.pk]), form)

        self.assertEqual(self.prints(story, "printed_on"), [date(2023, 3, 9)])
        self.assert_as_recounted(rows=1)

    def test_a_page_comes_to_another_issue(self):
        page = make_page(issue=make_issue(on=date(2023, 3, 8), published=False), label="05")
        story = make_published(by=[reporter("李凡")], page=page)
        row = story.placements.get()
        rows = {"placements-TOTAL_FORMS": 1, "placements-INITIAL_FORMS": 1, "placements-0-id": row.pk}
        rows |= {"placements-0-article": story.pk, "placements-0-order": 0, "placements-0-hotspot": "[]"}
        form = {"issue": self.issue.pk, "label": "05", "name": "工会", "position": 5, **NO_ROWS, **rows}
        self.client.post(reverse("admin:articles_page_change", args=[page.pk]), form)

        self.assertEqual(self.prints(story, "printed_on", "issue"), [(date(2023, 3, 2), self.issue.pk)])
        self.assert_as_recounted(rows=1)

    def test_a_photo_taken_out(self):
        story = self.published()
        illustrate(article=story, photo=make_photo(by=[photographer("马敏")]))
        story.keep_version(why=Why.EDITED)
        self.assert_as_recounted(rows=2)

        Illustration.objects.all().delete()
        story.keep_version(why=Why.EDITED)

        self.assert_as_recounted(rows=1)

    def test_another_name_under_a_photo_in_print(self):
        photo = make_photo(by=[photographer("马敏")], alt="职工")
        story = self.published()
        illustrate(article=story, photo=photo)
        story.keep_version(why=Why.EDITED)
        line = photo.bylines.get()
        rows = {"bylines-TOTAL_FORMS": 2, "bylines-INITIAL_FORMS": 1, "bylines-0-id": line.pk, "bylines-0-order": 0}
        rows |= {"bylines-0-contributor": line.contributor_id, "bylines-0-role": "photographer"}
        rows |= {"bylines-1-contributor": story.bylines.get().contributor_id, "bylines-1-role": "photographer"}
        form = {"caption": photo.caption, "alt": "职工", "bylines-1-order": 1, **rows}
        self.client.post(reverse("admin:media_photo_change", args=[photo.pk]), form)

        self.assertEqual(photo.bylines.count(), 2)
        self.assert_as_recounted(rows=3)

    def test_a_doubt_settled_by_a_column(self):
        story = self.published()
        doubt = story.doubts.create(code="column-unknown", message="?", about={"column": "基层见闻"})
        file_under(doubt, make_column(), by=self.editor)

        self.assertEqual(self.prints(story, "column"), [make_column().pk])
        self.assert_as_recounted(rows=1)

    def test_a_story_that_is_deleted_takes_its_rows_along(self):
        self.published().delete()

        self.assert_as_recounted(rows=0)
