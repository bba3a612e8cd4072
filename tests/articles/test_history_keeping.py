from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.corrections import enter
from articles.history.acts import Step, Why
from articles.history.picturing import keep_stories_with
from articles.history.snapshot import Snapshot, capture
from articles.models import Article, Column, Correction, Revision
from articles.naming import found_column
from articles.publishing import withdraw
from intake.drafting.making import make_drafts
from intake.reading.result import StoryRead
from media.models import Photo
from newsroom.groups import EDITOR
from tests.factories import (
    credit,
    illustrate,
    make_article,
    make_column,
    make_page,
    make_photo,
    make_published,
    make_region,
    make_user,
    photographer,
    place,
    reporter,
    story_form,
)


def versions_of(article):
    return list(article.revisions.order_by("version").values_list("version", "why"))


class KeptVersionTests(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR)
        self.article = make_article(body="第一稿。", by=[reporter("李凡")])
        self.article.keep_version(by=self.editor, why=Why.ENTERED)

    def change(self, **fields):
        Article.objects.filter(pk=self.article.pk).update(**fields)
        return self.article.keep_version(by=self.editor, why=Why.EDITED)

    def test_the_first_one_is_number_one(self):
        self.assertEqual(versions_of(self.article), [(1, "entered")])
        self.assertEqual(Article.objects.get().version, 1)

    def test_a_change_raises_the_number_of_the_story(self):
        revision = self.change(body="第二稿。")

        self.assertEqual((revision.version, revision.by), (2, self.editor))
        self.assertEqual((self.article.version, Article.objects.get().version), (2, 2))

    def test_says_how_much_has_changed_and_where(self):
        revision = self.change(body="第二稿写成。")

        self.assertEqual((revision.parts, revision.added, revision.removed), (["body"], 4, 2))

    def test_what_changes_nothing_makes_none(self):
        revision = self.change(body="第一稿。")

        self.assertEqual(revision.version, 1)
        self.assertEqual(versions_of(self.article), [(1, "entered")])

    def test_a_new_name_of_its_column_makes_none(self):
        column = make_column(name="基层见闻")
        self.change(column=column)
        Column.objects.update(name="一线见闻")

        self.article.keep_version(by=self.editor, why=Why.EDITED)

        self.assertEqual(self.article.revisions.count(), 2)
        self.assertEqual(self.article.revisions.first().snapshot.name("column", column.pk), "基层见闻")

    def test_rows_alone_make_one(self):
        for change in (
            lambda: credit(by=[reporter("周永卫")], article=self.article),
            lambda: self.article.places.create(region=make_region()),
            lambda: illustrate(article=self.article),
            lambda: self.article.tags.add("清凉"),
            lambda: place(article=self.article, page=make_page()),
        ):
            change()
            self.article.keep_version(by=self.editor, why=Why.EDITED)

        parts = [row.parts for row in self.article.revisions.order_by("version")]
        self.assertEqual(parts, [[], ["bylines"], ["regions"], ["illustrations"], ["tags"], ["placements"]])

    def test_keeps_a_photos_words_as_print_had_them(self):
        photo = make_photo(caption="广场上。", by=[photographer("马敏")])
        illustrate(article=self.article, photo=photo)
        kept = self.article.keep_version(by=self.editor, why=Why.EDITED)
        photo.caption = "换了说明。"
        photo.save()

        shown = kept.snapshot.story["illustrations"][0]

        self.assertEqual(shown["printed"][:2], ["广场上。", "马敏 摄"])

    def test_a_step_leaves_the_version_and_stands_beside_it(self):
        revision = self.article.keep_version(by=self.editor, why=Step.SUBMITTED)

        self.assertEqual(versions_of(self.article), [(1, "entered")])
        self.assertEqual([(row.step, row.by) for row in revision.milestones.all()], [("submitted", self.editor)])

    def test_a_step_finds_what_nobody_has_kept(self):
        Article.objects.update(body="不经表单改的。")

        self.article.keep_version(by=self.editor, why=Step.SUBMITTED)

        found = self.article.revisions.first()
        self.assertEqual((found.version, found.why, found.by), (2, "found", None))

    def test_packs_to_what_it_was(self):
        illustrate(article=self.article)
        snapshot = capture(self.article)

        self.assertEqual(Snapshot.unpack(snapshot.pack()), snapshot)

    def test_costs_the_same_with_many_rows(self):
        counts = []
        for people, pictures in ((1, 1), (5, 3)):
            credit(by=[reporter(f"记者{people}{number}") for number in range(people)], article=self.article)
            for number in range(pictures):
                illustrate(article=self.article, photo=make_photo(caption=f"图{number}", by=[photographer("马敏")]))
            with CaptureQueriesContext(connection) as queries:
                self.article.keep_version(by=self.editor, why=Why.EDITED)
            counts.append(len(queries))

        self.assertEqual(counts[0], counts[1])
        self.assertLess(counts[0], 24)


class FoundStoryTests(TestCase):
    """Stories from before there was a history."""

    def setUp(self):
        self.editor = make_user(group=EDITOR)
        self.client.force_login(self.editor)
        self.article = make_article(body="旧稿。", version=7)

    def test_the_first_save_keeps_what_it_found(self):
        typed = {**story_form(self.article), "body": "新稿。"}

        self.client.post(reverse("admin:articles_article_change", args=[self.article.pk]), typed)

        found, edited = self.article.revisions.order_by("version")
        self.assertEqual([found.version, found.why, found.by], [7, "found", None])
        self.assertEqual(found.at, self.article.updated_at)
        self.assertEqual(found.snapshot.story["body"], "旧稿。")
        self.assertEqual([edited.version, edited.why, edited.by], [8, "edited", self.editor])

    def test_a_correction_keeps_it_too(self):
        enter(Correction(article=self.article, wrong="旧", right="新"), by=self.editor)

        self.assertEqual(versions_of(self.article), [(7, "found"), (8, "corrected")])
        self.assertEqual(Revision.objects.first().words, "新")


class SavedInTheAdminTests(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR)
        self.client.force_login(self.editor)

    def save(self, article, **typed):
        article.refresh_from_db()
        self.client.post(reverse("admin:articles_article_change", args=[article.pk]), {**story_form(article), **typed})

    def test_a_new_story_is_entered(self):
        self.client.post(reverse("admin:articles_article_add"), story_form(Article(headline="新稿", body="正文。")))

        revision = Revision.objects.get()
        self.assertEqual((revision.version, revision.why, revision.by), (1, "entered", self.editor))

    def test_a_save_without_a_change_makes_none(self):
        article = make_article()
        article.keep_version(why=Why.ENTERED)

        self.save(article)

        self.assertEqual(versions_of(article), [(1, "entered")])

    def test_moving_on_a_page_makes_one(self):
        story = place(article=make_article(), page=make_page())

        self.client.post(
            reverse("admin:articles_page_change", args=[story.page_id]),
            {
                "issue": story.page.issue_id,
                "label": "02",
                "name": "工会",
                "position": 2,
                "placements-TOTAL_FORMS": 1,
                "placements-INITIAL_FORMS": 1,
                "placements-0-id": story.pk,
                "placements-0-page": story.page_id,
                "placements-0-article": story.article_id,
                "placements-0-order": 7,
                "placements-0-hotspot": "[]",
            },
        )

        self.assertEqual([row.why for row in story.article.revisions.all()], ["moved"])


class OtherWaysTests(TestCase):
    """A story is also changed by others than its form."""

    def setUp(self):
        self.editor = make_user(group=EDITOR)
        self.client.force_login(self.editor)

    def test_a_photos_new_caption_makes_a_version_of_its_stories(self):
        article, photo = make_article(), make_photo(caption="广场上。")
        illustrate(article=article, photo=photo)
        article.keep_version(why=Why.ENTERED)
        Photo.objects.update(caption="人们在广场上。")

        keep_stories_with([photo], by=self.editor)

        latest = article.revisions.first()
        self.assertEqual((latest.why, latest.by, latest.parts), ("pictured", self.editor, ["illustrations"]))

    def test_intake_makes_the_first_one(self):
        [article] = make_drafts([StoryRead(headline="来稿", body=[])], by=self.editor)

        self.assertEqual(versions_of(article), [(1, "taken_in")])
        self.assertEqual(article.revisions.get().by, self.editor)

    def test_a_column_founded_from_a_doubt_makes_one(self):
        article = make_article()
        doubt = article.doubts.create(code="column-unknown", message="专栏", about={"column": "一线故事"})

        found_column(doubt, name="一线故事", by=self.editor)

        self.assertEqual(versions_of(article), [(1, "found"), (2, "filed")])

    def test_publishing_and_withdrawing_leave_their_marks(self):
        article = make_published()
        withdraw(article, by=self.editor, reason="失实")

        steps = list(article.milestones.values_list("step", "words"))
        self.assertEqual(steps[-2:], [("published", ""), ("withdrawn", "失实")])
