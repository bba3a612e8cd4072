"""Photos that no story uses yet are offered and put in: what goes in, what does not, and who may."""

from datetime import timedelta
from unittest.mock import patch

from django.contrib.admin.models import ADDITION, LogEntry
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from articles.models.article import Stage
from articles.picking import begin_story, put_in, unused
from desk.models import AuditEntry
from newsroom.groups import CHIEF, EDITOR, PHOTOGRAPHER, REPORTER
from tests.factories import (
    illustrate,
    make_article,
    make_photo,
    make_published,
    make_user,
    photographer,
    story_form,
)

OFFER = "/admin/articles/article/photos/"
BEGIN = "/admin/articles/article/with-photos/"


def page_of(article):
    return f"/admin/articles/article/{article.pk}/photos/"


def form_of(article):
    return f"/admin/articles/article/{article.pk}/change/"


def shown_in(article):
    return [row.photo.caption for row in article.illustrations.all()]


class UnusedTests(TestCase):
    def test_are_the_latest_that_no_story_has_and_that_have_not_expired(self):
        make_photo(caption="旧"), make_photo(caption="到期", expires_at=timezone.now())
        illustrate(article=make_article(), photo=make_photo(caption="用过"))
        make_photo(caption="新", expires_at=timezone.now() + timedelta(hours=1))

        self.assertEqual([photo.caption for photo in unused()], ["新", "旧"])


class PuttingInTests(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR)

    def test_comes_behind_the_pictures_there_in_the_order_picked(self):
        story = make_article()
        illustrate(article=story, photo=make_photo(caption="先有的"), order=4)
        one, two = make_photo(caption="一"), make_photo(caption="二", alt="二的替代文字")

        added, refused = put_in(story, [two, one, two], by=self.editor)

        self.assertEqual((added, refused, shown_in(story)), (2, [], ["先有的", "二", "一"]))
        rows = list(story.illustrations.values_list("order", "number", "alt"))[1:]
        self.assertEqual(rows, [(5, 2, "二的替代文字"), (6, 3, "一")])

    def test_takes_no_photo_twice(self):
        shown = illustrate(article=make_article())

        self.assertEqual(put_in(shown.article, [shown.photo], by=self.editor), (0, []))

    def test_takes_none_that_has_expired_or_is_used_up(self):
        story, spent = make_article(), make_photo(caption="只此一次", rights="one_use")
        illustrate(article=make_article(), photo=spent)

        added, refused = put_in(story, [spent, make_photo(expires_at=timezone.now())], by=self.editor)

        self.assertEqual((added, len(refused), shown_in(story)), (0, 2, []))
        self.assertIn("只能使用一次", refused[0])

    def test_what_is_out_gets_only_what_lacks_nothing(self):
        story = make_published()
        whole = make_photo(caption="齐全。", by=[photographer("马敏")])

        added, refused = put_in(story, [make_photo(caption="缺署名。"), whole], by=self.editor)

        self.assertEqual((added, shown_in(story)), (1, ["齐全。"]))
        self.assertIn("缺署名", refused[0])
        self.assertEqual(AuditEntry.objects.get(verb="edit").by, self.editor)


class BeginningTests(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR)

    def test_is_a_draft_with_the_photo_and_a_headline_to_begin_with(self):
        photo = make_photo(caption="职工在比赛。他们赢了。")

        story, _is_new, _refused = begin_story([photo], by=self.editor)

        self.assertEqual((story.headline, story.stage, story.created_by), ("职工在比赛", Stage.DRAFT, self.editor))
        self.assertEqual(shown_in(story), [photo.caption])

    def test_pressed_twice_is_one(self):
        photo = make_photo()

        self.assertEqual(begin_story([photo], by=self.editor)[0], begin_story([photo], by=self.editor)[0])
        self.assertNotEqual(
            begin_story([photo], by=make_user(group=EDITOR))[0], begin_story([photo], by=self.editor)[0]
        )

    def test_with_one_photo_more_it_is_another_with_all_of_them(self):
        one, two = make_photo(caption="一"), make_photo(caption="二")
        first, _is_new, _refused = begin_story([one], by=self.editor)

        second, is_new, _refused = begin_story([one, two], by=self.editor)

        self.assertEqual((shown_in(first), shown_in(second), is_new), (["一"], ["一", "二"], True))

    def test_pressed_twice_with_one_that_cannot_be_had_it_is_one_and_says_so_twice(self):
        photos = [make_photo(), make_photo(rights="one_use"), make_photo(expires_at=timezone.now())]

        first, second = (begin_story(photos, by=self.editor) for _press in range(2))

        self.assertEqual((first[0], first[2]), (second[0], second[2]))
        self.assertEqual((first[1], second[1], len(shown_in(first[0]))), (True, False, 2))

    def test_is_none_where_no_photo_can_be_had(self):
        spent = make_photo(rights="one_use")
        illustrate(article=make_article(), photo=spent)
        before = Article.objects.count()

        story, _is_new, refused = begin_story([spent, make_photo(expires_at=timezone.now())], by=self.editor)

        self.assertEqual((story, len(refused), Article.objects.count()), (None, 2, before))


class PageTests(TestCase):
    """Without a script."""

    def setUp(self):
        self.editor = make_user(group=EDITOR)
        self.client.force_login(self.editor)
        self.story = make_article(headline="工会送清凉", created_by=self.editor)

    def offered(self, **asked):
        return [card.photo.caption for card in self.client.get(page_of(self.story), asked).context["cards"]]

    def test_offers_unused_ones_first_and_others_on_demand(self):
        make_photo(caption="没用过")
        illustrate(article=make_article(), photo=make_photo(caption="用过"))
        make_photo(caption="过期", expires_at=timezone.now())

        self.assertEqual(self.offered(), ["没用过"])
        self.assertEqual(self.offered(use=""), ["过期", "用过", "没用过"])
        self.assertEqual(self.offered(q="没有的"), [])

    def test_says_what_cannot_be_picked_and_why(self):
        illustrate(article=self.story, photo=make_photo(caption="已有"))
        illustrate(article=make_article(), photo=make_photo(caption="一次", rights="one_use"))
        make_photo(caption="过期", expires_at=timezone.now())
        make_photo(caption="可选")

        cards = self.client.get(page_of(self.story), {"use": ""}).context["cards"]

        said = {card.photo.caption: card.hindrance for card in cards}
        self.assertEqual(said, {"可选": "", "过期": "已到期", "一次": "已用过一次", "已有": "已在本稿"})

    def test_puts_in_what_is_ticked(self):
        photos = [make_photo(caption="一"), make_photo(caption="二"), make_photo(caption="没选")]

        response = self.client.post(page_of(self.story), {"photo": [photos[1].pk, photos[0].pk, "x", "9" * 30]})

        self.assertRedirects(response, f"{form_of(self.story)}#illustrations-group", fetch_redirect_response=False)
        self.assertEqual(shown_in(self.story), ["二", "一"])
        self.assertContains(self.client.get(form_of(self.story)), "已放入2张图片")

    def test_says_how_many_were_too_many(self):
        photos = [make_photo(caption=words) for words in "一二三"]

        with patch("articles.admin.picking.MOST", 2):
            response = self.client.post(page_of(self.story), {"photo": [one.pk for one in photos]}, follow=True)
            begun = self.client.post(BEGIN, {"photo": [one.pk for one in photos]}, follow=True)

        self.assertEqual(shown_in(self.story), ["一", "二"])
        self.assertContains(response, "一次最多放入2张图片，最后选的1张没有放入。")
        self.assertContains(begun, "一次最多放入2张图片，最后选的1张没有放入。")

    def test_gives_each_reason_once(self):
        make_photo(caption="过期", expires_at=timezone.now())

        self.assertContains(self.client.get(page_of(self.story), {"use": ""}), ">已到期</span>", 1)

    def test_says_what_was_not_put_in(self):
        photo = make_photo(caption="过期", expires_at=timezone.now())

        response = self.client.post(page_of(self.story), {"photo": photo.pk}, follow=True)

        self.assertContains(response, "“过期”没有放入：使用期已过。")

    def test_loses_nothing_of_a_form_that_is_open_meanwhile(self):
        opened = story_form(self.story)
        self.client.post(page_of(self.story), {"photo": make_photo(caption="选中").pk})

        self.client.post(form_of(self.story), {**opened, "headline": "改过的标题"})

        self.assertEqual(shown_in(self.story), ["选中"])

    def test_is_for_whoever_may_change_the_story(self):
        mine, photo = {}, make_photo()
        for group in (REPORTER, EDITOR, CHIEF, PHOTOGRAPHER):
            user = make_user(group=group)
            self.client.force_login(user)
            own, foreign = make_article(created_by=user), make_article(headline="他人")
            mine[group] = [self.put(story, photo) for story in (own, foreign)]

        self.assertEqual(
            mine,
            {REPORTER: [True, False], EDITOR: [True, True], CHIEF: [True, True], PHOTOGRAPHER: [False, False]},
        )

    def put(self, story, photo):
        self.client.get(page_of(story))
        self.client.post(page_of(story), {"photo": photo.pk})
        return story.illustrations.exists()

    def test_a_signed_story_waits_for_whoever_may_sign(self):
        Article.objects.filter(pk=self.story.pk).update(stage=Stage.READY)

        self.assertEqual(self.client.get(page_of(self.story)).status_code, 403)
        self.assertFalse(self.put(self.story, make_photo()))

    def test_asks_as_much_for_three_photos_as_for_one(self):
        self.picture()
        one = self.queries(page_of(self.story)), self.queries(OFFER)
        self.picture(), self.picture()

        self.assertEqual((self.queries(page_of(self.story)), self.queries(OFFER)), one)

    def picture(self):
        photo = make_photo(by=[photographer("马敏")], uploaded_by=make_user())
        illustrate(article=make_article(), photo=photo)

    def queries(self, address):
        with CaptureQueriesContext(connection) as captured:
            self.assertEqual(self.client.get(address, {"use": ""}).status_code, 200)
        return len(captured)

    def test_the_form_leads_to_it(self):
        self.assertContains(self.client.get(form_of(self.story)), page_of(self.story))


class OfferTests(TestCase):
    """What the script lays over the form."""

    def test_is_the_wall_alone(self):
        self.client.force_login(make_user(group=REPORTER))
        make_photo(caption="没用过")

        response = self.client.get(OFFER)

        self.assertContains(response, "没用过")
        self.assertNotContains(response, "<html")

    def test_is_not_for_whoever_writes_no_stories(self):
        self.client.force_login(make_user(group=PHOTOGRAPHER))

        self.assertEqual(self.client.get(OFFER).status_code, 403)

    def test_a_story_that_is_none_or_not_ones_own_is_refused(self):
        self.client.force_login(make_user(group=REPORTER))
        foreign = make_article()

        answers = [self.client.get(OFFER, {"story": key}).status_code for key in ("99999", foreign.pk)]

        self.assertEqual(answers, [404, 404])


class NewStoryTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=EDITOR))

    def test_begins_with_the_photos_chosen_on_the_wall(self):
        photos = [make_photo(caption="一"), make_photo(caption="二")]
        chosen = {"action": "start_story", "_selected_action": [photo.pk for photo in photos], "index": 0}

        response = self.client.post("/admin/media/photo/", chosen)

        story = Article.objects.get()
        self.assertRedirects(response, form_of(story), fetch_redirect_response=False)
        self.assertEqual(shown_in(story), ["二", "一"])

    def test_is_not_for_whoever_writes_no_stories(self):
        self.client.force_login(make_user(group=PHOTOGRAPHER))
        photo = make_photo()

        self.assertEqual(self.client.post(BEGIN, {"photo": photo.pk}).status_code, 403)
        self.assertNotContains(self.client.get("/admin/media/photo/"), "start_story")
        self.assertFalse(Article.objects.exists())

    def test_is_noted_as_added_once(self):
        photo = make_photo()

        for _press in range(2):
            self.client.post(BEGIN, {"photo": photo.pk})

        self.assertEqual(LogEntry.objects.filter(action_flag=ADDITION).count(), 1)

    def test_says_why_there_is_none(self):
        photo = make_photo(caption="过期", expires_at=timezone.now())

        response = self.client.post(BEGIN, {"photo": photo.pk}, follow=True)

        self.assertContains(response, "“过期”没有放入：使用期已过。")
        self.assertFalse(Article.objects.exists())

    def test_wants_a_photo_and_a_press(self):
        self.assertEqual(self.client.get(BEGIN).status_code, 405)
        self.client.post(BEGIN, {"photo": "77"})

        self.assertFalse(Article.objects.exists())
