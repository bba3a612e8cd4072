from datetime import timedelta

from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles.acting import Refusal
from articles.history.acts import Why
from articles.history.restoring import bring_back
from articles.models import Article, Column, Submission
from articles.models.article import Stage
from bylines.models import Contributor
from desk.models import AuditEntry
from newsroom.groups import CHIEF, EDITOR, REPORTER
from regions.models import Region
from tests.factories import (
    correspondent,
    credit,
    illustrate,
    make_article,
    make_column,
    make_desk,
    make_page,
    make_photo,
    make_published,
    make_region,
    make_user,
    photographer,
    place,
    reporter,
)


class RestoringTestCase(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR)
        self.article = make_article(
            headline="旧主题",
            body="旧正文。\n[图1]",
            by=[reporter("李凡"), correspondent("周永卫")],
            regions=[make_region()],
            tags=["清凉", "工会"],
            column=make_column(),
        )
        self.photo = make_photo(caption="广场上。", by=[photographer("马敏")])
        illustrate(article=self.article, photo=self.photo, alt="人们在广场上。")
        self.old = self.article.keep_version(by=self.editor, why=Why.ENTERED)

    def rewrite(self):
        """Nothing of the old version is left."""
        self.article.bylines.all().delete()
        self.article.places.all().delete()
        self.article.illustrations.all().delete()
        self.article.tags.clear()
        credit(by=[reporter("王际明")], article=self.article)
        Article.objects.filter(pk=self.article.pk).update(headline="新主题", body="新正文。", column=None)
        return self.article.keep_version(by=self.editor, why=Why.EDITED)

    def bring_back(self, **said):
        return bring_back(self.article, self.old, **{"by": self.editor, "seen": self.article.version, **said})


class BroughtBackVersionTests(RestoringTestCase):
    def test_reads_as_it_did(self):
        self.rewrite()

        kept, left_out = self.bring_back()

        self.assertEqual((kept.version, kept.why, kept.words), (3, "restored", "版本1"))
        self.assertEqual(kept.snapshot.story, self.old.snapshot.story)
        self.assertEqual((kept.digest, left_out), (self.old.digest, []))

    def test_the_present_one_stays_in_the_history(self):
        present = self.rewrite()

        self.bring_back()

        self.assertEqual(self.article.revisions.get(version=2).snapshot, present.snapshot)

    def test_so_does_what_nobody_had_kept(self):
        self.rewrite()
        Article.objects.update(body="不经表单改的。")

        self.bring_back()

        bodies = [row.snapshot.story["body"] for row in self.article.revisions.order_by("version")]
        self.assertEqual(bodies, ["旧正文。\n[图1]", "新正文。", "不经表单改的。", "旧正文。\n[图1]"])

    def test_a_picture_has_its_number_again(self):
        self.article.illustrations.all().delete()
        illustrate(article=self.article, photo=self.photo)
        self.article.keep_version(why=Why.EDITED)

        self.bring_back()

        shown = self.article.illustrations.get()
        self.assertEqual((shown.number, shown.photo, shown.alt), (1, self.photo, "人们在广场上。"))

    def test_rows_that_stayed_keep_their_ids(self):
        before = list(self.article.bylines.values_list("pk", flat=True))
        Article.objects.update(body="新正文。")
        credit(by=[reporter("王际明")], article=self.article)
        self.article.keep_version(why=Why.EDITED)

        self.bring_back()

        self.assertEqual(list(self.article.bylines.values_list("pk", flat=True)), before)

    def test_desk_and_pages_stay_as_they_are(self):
        desk, page = make_desk(), make_page()
        Article.objects.update(desk=desk)
        place(article=self.article, page=page)
        self.rewrite()

        self.bring_back()

        self.article.refresh_from_db()
        self.assertEqual((self.article.desk, self.article.headline), (desk, "旧主题"))
        self.assertEqual([row.page for row in self.article.placements.all()], [page])

    def test_the_audit_log_says_so(self):
        self.rewrite()
        self.bring_back()

        entry = AuditEntry.objects.get(verb="bring_back")
        self.assertEqual((entry.by, entry.words), (self.editor, "版本1"))

    def test_the_lists_of_a_published_story_follow(self):
        column = make_column()
        article = make_published(column=column)
        old = article.keep_version(why=Why.EDITED)
        Article.objects.filter(pk=article.pk).update(column=None)
        article.keep_version(why=Why.EDITED)

        bring_back(article, old, by=self.editor, seen=article.version)

        self.assertTrue(article.listings.filter(kind="column", key=str(column.pk)).exists())

    def test_a_reviewed_story_goes_through_its_reviews_again(self):
        self.rewrite()
        Article.objects.update(stage=Stage.READY)
        chief = make_user(group=CHIEF)

        self.bring_back(by=chief)

        self.article.refresh_from_db()
        self.assertEqual(self.article.stage, Stage.SUBMITTED)
        self.assertEqual(Submission.objects.open().count(), 1)


class WhatIsGoneTests(RestoringTestCase):
    def test_a_contributor_becomes_a_doubt_that_one_step_settles(self):
        self.rewrite()
        Contributor.objects.get(name="周永卫").delete()

        _kept, left_out = self.bring_back()

        doubt = self.article.doubts.get()
        self.assertEqual([byline.name for byline in self.article.bylines.all()], ["李凡"])
        self.assertEqual(
            (doubt.code, doubt.about["name"], doubt.about["role"]), ("name-unknown", "周永卫", "correspondent")
        )
        self.assertEqual([one.message for one in left_out], [doubt.message])

    def test_so_do_a_region_a_picture_and_a_column(self):
        self.rewrite()
        Region.objects.filter(level="county").delete()
        self.photo.delete()
        Column.objects.all().delete()

        self.bring_back()

        codes = sorted(self.article.doubts.values_list("code", flat=True))
        self.assertEqual(codes, ["column-unknown", "version-picture", "version-region"])
        self.assertIn("诸暨市", self.article.doubts.get(code="version-region").message)

    def test_a_photo_for_one_use_that_another_story_took_stays_there(self):
        self.rewrite()
        self.photo.rights = "one_use"
        self.photo.save()
        illustrate(article=make_article(), photo=self.photo)

        self.bring_back()

        self.assertEqual(self.article.illustrations.count(), 0)
        self.assertEqual(self.article.doubts.get().code, "version-picture")


class RefusedTests(RestoringTestCase):
    def test_when_somebody_has_saved_meanwhile(self):
        self.rewrite()
        seen = self.article.version
        Article.objects.update(body="又改了。")
        self.article.keep_version(why=Why.EDITED)

        with self.assertRaisesMessage(Refusal, "有人保存过这篇稿件"):
            self.bring_back(seen=seen)

        self.article.refresh_from_db()
        self.assertEqual((self.article.body, self.article.revisions.count()), ("又改了。", 3))

    def test_when_the_story_is_no_longer_ones_own(self):
        author = make_user(group=REPORTER)
        Article.objects.update(created_by=author, stage=Stage.SUBMITTED)
        self.rewrite()

        with self.assertRaisesMessage(Refusal, "不能修改"):
            self.bring_back(by=author)

    def test_when_readers_would_see_a_picture_without_its_words(self):
        self.photo.bylines.all().delete()
        self.rewrite()
        Article.objects.update(stage=Stage.READY, published_at=timezone.now() - timedelta(days=1))

        with self.assertRaisesMessage(Refusal, "不能给读者看"):
            self.bring_back()

        self.assertEqual(self.article.illustrations.count(), 0)


class BringBackButtonTests(RestoringTestCase):
    def setUp(self):
        super().setUp()
        self.client.force_login(self.editor)
        self.rewrite()

    def address(self, name, version=1):
        return reverse(f"admin:articles_article_{name}", args=[self.article.pk, version])

    def press(self, **posted):
        return self.client.post(self.address("bring_back"), {"seen": self.article.version, **posted}, follow=True)

    def test_stands_on_the_old_version_only(self):
        self.assertContains(self.client.get(self.address("version")), "恢复这个版本")
        self.assertNotContains(self.client.get(self.address("version", 2)), "恢复这个版本")

    def test_says_beforehand_what_is_gone(self):
        self.photo.delete()

        self.assertContains(self.client.get(self.address("version")), "该版本的配图已不存在")

    def test_leads_to_the_story_and_says_what_was_done(self):
        page = self.press()

        self.assertContains(page, "稿件已恢复到版本1的内容，存为版本3")
        self.assertContains(page, "旧主题")

    def test_twice_makes_one(self):
        self.press()
        page = self.press()

        self.assertContains(page, "有人保存过这篇稿件")
        self.assertEqual(self.article.revisions.count(), 3)

    def test_is_not_for_those_who_may_only_look(self):
        Article.objects.update(desk=make_desk())
        self.article.refresh_from_db()
        self.client.force_login(make_user(group=REPORTER, desk=self.article.desk))

        self.assertNotContains(self.client.get(self.address("version")), "恢复这个版本")
        self.assertEqual(self.press().status_code, 403)
        self.assertEqual(self.article.revisions.count(), 2)

    def test_a_reader_of_the_address_changes_nothing(self):
        self.assertEqual(self.client.get(self.address("bring_back")).status_code, 405)
