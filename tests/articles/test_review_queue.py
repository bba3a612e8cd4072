from datetime import timedelta

from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles.models import Submission
from desk.models import Paper
from newsroom.groups import CHIEF, EDITOR, PHOTOGRAPHER, REPORTER
from tests.factories import in_review, make_article, make_desk, make_user, pass_reviews, reporter, signed

QUEUE = reverse("admin:waiting")


def waiting(user):
    return [one.article.headline for one in Submission.objects.waiting_for(user).longest_waiting()]


class WaitingForMeTests(TestCase):
    def setUp(self):
        self.editor, self.chief = make_user(group=EDITOR), make_user(group=CHIEF)

    def test_each_sees_the_steps_that_are_theirs(self):
        in_review(headline="待初审")
        in_review(headline="待复审", passed=1)
        in_review(headline="待终审", passed=2)

        self.assertEqual(waiting(self.editor), ["待初审", "待复审"])
        self.assertEqual(waiting(self.chief), ["待初审", "待复审", "待终审"])
        self.assertEqual(waiting(make_user(group=REPORTER)), [])
        self.assertEqual(waiting(make_user(group=PHOTOGRAPHER)), [])

    def test_not_what_one_wrote_oneself(self):
        in_review(author=self.chief)

        self.assertEqual(waiting(self.chief), [])

    def test_nor_what_one_has_reviewed_in_this_round(self):
        in_review(passed=1, readers=[self.editor])

        self.assertEqual(waiting(self.editor), [])

    def test_nor_what_is_a_draft_or_signed_off(self):
        make_article()
        signed()

        self.assertEqual(waiting(self.chief), [])

    def test_a_paper_with_one_review_asks_the_chief_alone(self):
        Paper.current()
        Paper.objects.update(number_of_reviews=1)
        in_review(headline="待终审")

        self.assertEqual((waiting(self.editor), waiting(self.chief)), ([], ["待终审"]))

    def test_the_longest_waiting_comes_first_whenever_it_was_handed_in(self):
        older = in_review(headline="先送的")
        newer = in_review(headline="后送的")
        pass_reviews(article=older, times=1)

        self.assertEqual(waiting(self.editor), [newer.headline, older.headline])


class QueuePageTests(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR)
        self.client.force_login(self.editor)
        Paper.current()

    def test_says_what_waits_for_which_step_and_how_long(self):
        article = in_review(headline="工会送清凉", passed=1, by=[reporter("李凡")], desk=make_desk(name="要闻部"))
        Submission.objects.update(waiting_since=timezone.now() - timedelta(hours=3))

        response = self.client.get(QUEUE)

        for words in ("工会送清凉", "李凡", "要闻部", "复审", "3小时", str(article.created_by)):
            self.assertContains(response, words)

    def test_can_be_looked_at_by_desk(self):
        news, features = make_desk(name="要闻部"), make_desk(name="副刊部")
        in_review(headline="要闻稿", desk=news)
        in_review(headline="副刊稿", desk=features)

        response = self.client.get(QUEUE, {"desk": news.pk})

        self.assertContains(response, "要闻稿")
        self.assertNotContains(response, "副刊稿")
        self.assertEqual(
            [(name, number) for _key, name, number in response.context["desks"]], [("要闻部", 1), ("副刊部", 1)]
        )

    def test_a_chief_can_look_at_final_reviews_alone(self):
        in_review(headline="待初审")
        in_review(headline="待终审", passed=2)
        self.client.force_login(make_user(group=CHIEF))

        page = self.client.get(reverse("admin:waiting"), {"final": ""})
        self.assertEqual([row.article.headline for row in page.context["queue"].rows], ["待终审"])

    def test_goes_on_where_a_screenful_ends(self):
        author = make_user(group=REPORTER)
        for number in range(52):
            in_review(headline=f"第{number}篇", author=author)

        first = self.client.get(QUEUE).context["queue"]
        second = self.client.get(QUEUE, {"after": first.following}).context["queue"]

        shown = [one.article.headline for one in [*first.rows, *second.rows]]
        self.assertEqual(shown, [f"第{number}篇" for number in range(52)])
        self.assertEqual((len(first.rows), second.following), (50, ""))

    def test_a_senseless_place_is_no_page(self):
        self.assertEqual(self.client.get(QUEUE, {"after": "zz"}).status_code, 404)

    def test_asks_as_much_for_many_as_for_one(self):
        self.author = make_user(group=REPORTER)
        in_review(author=self.author, by=[reporter("李凡")], desk=make_desk())
        in_review(author=self.editor, passed=1)
        with self.assertNumQueries(11):
            self.client.get(QUEUE)

        for number in range(20):
            in_review(author=self.author, by=[reporter(f"记者{number}")], desk=make_desk())
            in_review(author=self.editor, passed=1)
        with self.assertNumQueries(11):
            self.client.get(QUEUE)

    def test_shows_authors_where_their_stories_are(self):
        author = make_user(group=REPORTER)
        self.client.force_login(author)
        in_review(headline="我的稿", author=author, passed=1)
        in_review(headline="别人的稿")

        response = self.client.get(QUEUE)

        self.assertContains(response, "我的稿")
        self.assertContains(response, 'aria-current="step"')
        self.assertNotContains(response, "别人的稿")

    def test_is_not_for_those_who_see_no_stories(self):
        self.client.force_login(make_user(group=PHOTOGRAPHER))

        self.assertEqual(self.client.get(QUEUE).status_code, 403)

    def test_its_number_stands_on_the_board(self):
        in_review()

        self.assertContains(self.client.get(reverse("admin:index")), "<b>1</b>", html=True)


class CardTests(TestCase):
    def test_a_card_of_the_board_says_the_step_and_its_age(self):
        self.client.force_login(make_user(group=CHIEF))
        in_review(passed=2)
        Submission.objects.update(waiting_since=timezone.now() - timedelta(days=2))

        response = self.client.get(reverse("admin:index"))

        self.assertContains(response, "终审")
        self.assertContains(response, "2天")

    def test_the_list_says_the_step_too(self):
        self.client.force_login(make_user(group=CHIEF))
        in_review(passed=1)

        self.assertContains(self.client.get(reverse("admin:articles_article_changelist")), "复审")
