"""The rows of a story's pictures, as an editor sends them."""

from datetime import timedelta

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.models import Illustration
from tests.factories import illustrate, make_article, make_photo, make_published, make_user, photographer, story_form


def a_good_photo(**fields):
    return make_photo(by=[photographer("马敏")], **fields)


def row(photo, *, order=0, caption="", alt="", stored=None):
    return {"photo": photo.pk, "order": order, "caption": caption, "alt": alt, "id": stored.pk if stored else ""}


def is_look_at_pictures(sql):
    """Not what is asked of each row by itself: whether its photo exists, its number, its place."""
    return " IN (" in sql and ("media_photo" in sql or "bylines_byline" in sql)


class RowTestCase(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group="总编"))

    def save(self, article, *rows, **fields):
        stored = sum(1 for one in rows if one["id"])
        sent = {"illustrations-TOTAL_FORMS": len(rows), "illustrations-INITIAL_FORMS": stored}
        for number, one in enumerate(rows):
            sent |= {f"illustrations-{number}-{name}": value for name, value in one.items()}
        address = reverse("admin:articles_article_change", args=[article.pk])
        return self.client.post(address, {**story_form(article), **sent, **fields})

    def errors_of(self, response, number=0):
        self.assertEqual(response.status_code, 200)
        sets = [inline.formset for inline in response.context["inline_admin_formsets"]]
        rows = next(rows for rows in sets if rows.prefix == "illustrations")
        return {name: list(said) for name, said in rows.forms[number].errors.items()}


class AltRowTests(RowTestCase):
    def alt(self):
        return Illustration.objects.get().alt

    def test_a_new_row_begins_with_the_photos_words(self):
        self.save(make_article(), row(make_photo(alt="三名工人")))

        self.assertEqual(self.alt(), "三名工人")

    def test_or_the_caption_typed_there(self):
        self.save(make_article(), row(make_photo(), caption="这里的说明。"))

        self.assertEqual(self.alt(), "这里的说明。")

    def test_another_photo_brings_its_own_words(self):
        shown = illustrate(article=make_article(), photo=make_photo(alt="三名工人"))

        self.save(shown.article, row(make_photo(alt="一座桥"), alt="三名工人", stored=shown))

        self.assertEqual(self.alt(), "一座桥")

    def test_a_draft_may_do_without(self):
        shown = illustrate(article=make_article(), photo=make_photo(caption=""))

        self.save(shown.article, row(shown.photo, stored=shown))

        self.assertEqual(self.alt(), "")


class StandingStoryTests(RowTestCase):
    def test_takes_a_photo_that_has_all(self):
        article = make_published()

        self.assertEqual(self.save(article, row(a_good_photo())).status_code, 302)

    def test_takes_none_without_caption_credit_and_words_and_keeps_what_was_typed(self):
        later = timezone.now() + timedelta(days=1)
        for article in (make_published(), make_published(at=later)):
            response = self.save(article, row(make_photo(caption="")), body="新写的正文。")

            errors = self.errors_of(response)
            self.assertEqual(errors["caption"], ["稿件已发布或已定时：这张图片缺图片说明。"])
            self.assertEqual(errors["photo"], ["稿件已发布或已定时：这张图片缺署名。"])
            self.assertEqual(errors["alt"], ["稿件已发布或已定时：这张图片缺替代文字。"])
            self.assertContains(response, "新写的正文。")
        self.assertFalse(Illustration.objects.exists())

    def test_signs_that_nobody_sees_are_no_words(self):
        response = self.save(make_published(), row(a_good_photo(caption=""), caption="\u200b", alt="\u200d\u00a0"))

        self.assertEqual(self.errors_of(response).keys(), {"caption", "alt"})

    def test_a_row_may_not_lose_its_alt_text(self):
        shown = illustrate(article=make_published(), photo=a_good_photo())

        self.assertIn("alt", self.errors_of(self.save(shown.article, row(shown.photo, stored=shown))))

    def test_a_row_of_old_may_be_put_right_bit_by_bit(self):
        shown = illustrate(article=make_published(), photo=make_photo(caption=""))

        response = self.save(shown.article, row(shown.photo, alt="三名工人", stored=shown))

        self.assertEqual(response.status_code, 302)

    def test_a_story_is_saved_whose_pictures_nobody_touched(self):
        shown = illustrate(article=make_published(), photo=make_photo())

        response = self.save(shown.article, row(shown.photo, alt=shown.alt, stored=shown), body="改过。")

        self.assertEqual(response.status_code, 302)

    def test_a_row_may_go(self):
        shown = illustrate(article=make_published(), photo=make_photo())

        self.save(shown.article, {**row(shown.photo, stored=shown), "DELETE": "on"})

        self.assertFalse(Illustration.objects.exists())

    def test_a_save_costs_the_same_queries_for_one_new_picture_and_for_three(self):
        costs = []
        for number in (1, 3):
            article = make_published()
            rows = [row(a_good_photo(), order=place) for place in range(number)]
            with CaptureQueriesContext(connection) as captured:
                self.assertEqual(self.save(article, *rows).status_code, 302)
            costs.append([query["sql"] for query in captured if is_look_at_pictures(query["sql"])])

        self.assertEqual(len(costs[0]), len(costs[1]))

    def test_a_withdrawn_story_is_as_free_as_a_draft(self):
        article = make_published()
        publishing.withdraw(article)

        self.assertEqual(self.save(article, row(make_photo())).status_code, 302)


class ExpiredRowTests(RowTestCase):
    def setUp(self):
        super().setUp()
        self.gone = a_good_photo(expires_at=timezone.now() - timedelta(days=1))

    def test_a_row_takes_no_photo_that_has_expired(self):
        response = self.save(make_article(), row(self.gone))

        self.assertEqual(self.errors_of(response)["photo"], ["使用期已过。"])
        self.assertFalse(Illustration.objects.exists())

    def test_nor_in_the_place_of_another(self):
        shown = illustrate(article=make_article())

        self.assertIn("photo", self.errors_of(self.save(shown.article, row(self.gone, stored=shown))))

    def test_one_that_stands_there_stays_and_changes_places(self):
        article = make_article()
        first, second = illustrate(article=article, photo=self.gone), illustrate(article=article)

        turned = row(second.photo, stored=first), row(self.gone, stored=second)
        response = self.save(article, *turned)

        self.assertEqual(response.status_code, 302)
        there = article.illustrations.values_list("pk", "number", "photo").order_by("pk")
        self.assertEqual(list(there), [(first.pk, 1, second.photo_id), (second.pk, 2, self.gone.pk)])


class OneUseRowTests(RowTestCase):
    def setUp(self):
        super().setUp()
        self.photo = a_good_photo(rights="one_use")
        self.first = illustrate(article=make_article(headline="先"), photo=self.photo)

    def take(self):
        return self.save(make_article(headline="后"), row(self.photo))

    def test_a_second_story_cannot_take_it(self):
        self.assertEqual(self.errors_of(self.take())["photo"], ["这张图片只能使用一次，另有稿件已经用了。"])

    def test_the_first_one_keeps_it_through_its_own_saves(self):
        response = self.save(self.first.article, row(self.photo, alt="新的", stored=self.first))

        self.assertEqual(response.status_code, 302)

    def test_a_story_that_lets_it_go_frees_it(self):
        self.first.delete()

        self.assertEqual(self.take().status_code, 302)

    def test_so_does_a_draft_that_is_deleted(self):
        self.first.article.delete()

        self.assertEqual(self.take().status_code, 302)

    def test_a_withdrawn_story_does_not(self):
        self.first.delete()
        printed = make_published()
        illustrate(article=printed, photo=self.photo)
        publishing.withdraw(printed)

        self.assertIn("photo", self.errors_of(self.take()))


class RowLookTests(RowTestCase):
    def look(self, article):
        return self.client.get(reverse("admin:articles_article_change", args=[article.pk]))

    def test_a_row_shows_the_photos_own_caption_and_credit(self):
        article = make_article()
        illustrate(article=article, photo=a_good_photo(caption="职工在比赛。"), caption="这里的说明。")

        response = self.look(article)

        own = '<span class="row-photo-words" title="职工在比赛。">职工在比赛。</span>'
        self.assertContains(response, own, html=True)
        self.assertContains(response, '<span class="row-photo-words">马敏 摄</span>', html=True)
        self.assertNotContains(response, "还缺")

    def test_a_row_says_what_is_still_to_be_given(self):
        article = make_article()
        illustrate(article=article, photo=make_photo(rights="reprint"))

        self.assertContains(self.look(article), '<span class="row-photo-lacks">还缺：署名、来源</span>', html=True)

    def test_a_form_that_comes_back_asks_no_more_for_three_new_pictures_than_for_one(self):
        costs = []
        for number in (1, 3):
            rows = [row(a_good_photo(), order=place) for place in range(number)]
            article = make_article()
            with CaptureQueriesContext(connection) as captured:
                self.assertContains(self.save(article, *rows, headline=""), ">马敏 摄<", number)
            costs.append([query["sql"] for query in captured if "bylines_byline" in query["sql"]])

        self.assertEqual(len(costs[0]), len(costs[1]))

    def test_a_row_says_what_the_paper_may_do_with_the_photo(self):
        gone = timezone.now() - timedelta(days=1)
        article = make_article()
        illustrate(article=article, photo=make_photo(rights="reprint", expires_at=gone))

        response = self.client.get(reverse("admin:articles_article_change", args=[article.pk]))

        self.assertContains(response, '<span class="photo-chip">转载</span>', html=True)
        self.assertContains(response, '<span class="photo-chip is-closed">已到期</span>', html=True)
