from datetime import date, timedelta

from django.test import TestCase
from django.utils import timezone

from articles.filing import relist
from articles.merging import merge
from articles.publishing import withdraw
from intake.models import OptOut, OwnLink
from newsroom.my.links import revoke
from tally.asking import ask
from tally.periods import year
from tally.questions import Only, Question
from tests.factories import (
    correspondent,
    illustrate,
    make_article,
    make_issue,
    make_page,
    make_photo,
    make_published,
    make_user,
    photographer,
    reporter,
)
from tests.newsroom.my.people import link_to, make_contribution, make_correspondent

TOMORROW = timedelta(days=1)
COST = 10  # queries


class MyPageTests(TestCase):
    def setUp(self):
        self.person = make_correspondent(name="周永卫", unit="江畔区总工会")
        self.link, self.address = link_to(contributor=self.person)

    def page(self, query=""):
        return self.client.get(self.address + query)

    def test_tells_what_was_printed_with_day_page_length_and_photos(self):
        page = make_page(issue=make_issue(on=date(2026, 3, 2)))
        story = make_published(headline="夜校开课", body="二十个字。" * 4, by=[correspondent("周永卫")], page=page)
        illustrate(article=story, photo=make_photo(by=[photographer("周永卫")]))
        relist(story)

        response = self.page()

        for words in ("夜校开课", story.get_absolute_url(), "2026-03-02", page.get_absolute_url(), "20字", "1张"):
            self.assertContains(response, words)
        own = response.context_data["year"]
        self.assertEqual((own.stories, own.photos, own.length), (1, 1, 20))

    def test_a_photo_in_the_story_of_another_is_no_story_of_ones_own(self):
        story = make_published(by=[correspondent("梁昊")])
        illustrate(article=story, photo=make_photo(by=[photographer("周永卫")]))
        relist(story)

        own = self.page().context_data["year"]

        self.assertEqual((own.stories, own.photos, own.length), (0, 1, 0))

    def test_counts_as_the_statistics_do(self):
        for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 3, 2)):
            page = make_page(issue=make_issue(on=day))
            make_published(body="二十个字。" * 4, by=[correspondent("周永卫"), correspondent("梁昊")], page=page)
        story = make_published(by=[photographer("周永卫"), reporter("李凡")], page=page)
        illustrate(article=story, photo=make_photo(by=[photographer("周永卫")]))
        relist(story)

        own = self.page("?year=2026").context_data["year"]

        total = ask(Question(year(2026), only=Only(person=self.person.pk)), before=False).total
        counted = (total.stories.whole, total.photos.whole, total.length.whole)
        self.assertEqual((own.stories, own.photos, own.length), counted)
        self.assertEqual(counted, (2, 1, 40))

    def test_one_year_at_a_time(self):
        now = timezone.now()
        make_published(headline="今年的", by=[correspondent("周永卫")], at=now - timedelta(minutes=1))
        make_published(headline="从前的", by=[correspondent("周永卫")], at=now - timedelta(days=800))

        self.assertNotContains(self.page(), "从前的")
        old = timezone.localtime(now - timedelta(days=800)).year
        self.assertContains(self.page(f"?year={old}"), "从前的")
        for odd in ("x", "9" * 30, "-1", "1"):
            self.assertContains(self.page(f"?year={odd}"), "今年的")

    def test_hides_what_is_not_out_and_what_is_anothers(self):
        by = [correspondent("周永卫")]
        make_article(headline="机密草稿", by=by)
        make_published(headline="机密预约", by=by, at=timezone.now() + TOMORROW)
        withdraw(make_published(headline="机密撤稿", by=by))
        make_contribution(headline="机密来稿", name="梁昊")
        draft = make_published(headline="机密改题", at=timezone.now() + TOMORROW, body="机密正文")
        make_contribution(headline="本人来稿", article=draft, contributor=self.person)

        response = self.page()

        self.assertNotContains(response, "机密")
        self.assertContains(response, "本人来稿")
        self.assertContains(response, "编辑中")

    def test_tells_what_became_of_each(self):
        by = make_user()
        make_contribution(headline="一", contributor=self.person)
        make_contribution(headline="二", contributor=self.person).decline(by=by, words="近日已刊发同题稿件。")
        printed = make_published(headline="改过的题", by=[correspondent("周永卫")])
        make_contribution(headline="三", contributor=self.person, article=printed)
        gone = make_published()
        make_contribution(headline="四", contributor=self.person, article=gone)
        withdraw(gone)

        response = self.page()

        states = {one.headline: one.state.value for one in response.context_data["handed_in"]}
        self.assertEqual(states, {"一": "received", "二": "declined", "三": "printed", "四": "withdrawn"})
        self.assertContains(response, "近日已刊发同题稿件。")

    def test_knows_a_submission_by_the_credit_that_an_editor_gave(self):
        draft = make_article(by=[correspondent("周永卫")])
        make_contribution(headline="本人来稿", article=draft)
        make_contribution(headline="机密他人", name="梁昊", article=draft)

        response = self.page()

        self.assertContains(response, "本人来稿")
        self.assertNotContains(response, "机密")

    def test_costs_the_same_for_one_story_as_for_three(self):
        for day in (1, 2, 3):
            page = make_page(issue=make_issue(on=date(2026, 3, day)))
            make_published(by=[correspondent("周永卫")], page=page)
            if day in (1, 3):
                with self.subTest(day), self.assertNumQueries(COST):
                    self.page()

    def test_one_answer_for_whatever_is_wrong_with_the_token(self):
        over, over_address = link_to(contributor=self.person)
        OwnLink.objects.filter(pk=over.pk).update(expires_at=timezone.now())
        gone, gone_address = link_to(contributor=self.person)
        revoke(gone, by=make_user())

        answers = {
            self.client.get(address).content for address in (over_address, gone_address, "/my/" + "x" * 43 + "/")
        }

        self.assertEqual(len(answers), 1)
        self.assertEqual(self.client.get(gone_address).status_code, 410)
        self.assertEqual(self.client.get("/my/" + "汉" * 900 + "/").status_code, 410)

    def test_is_kept_nowhere_and_passed_on_to_nobody(self):
        for address in (self.address, "/my/x/"):
            headers = self.client.get(address).headers

            said = [headers[name] for name in ("Cache-Control", "X-Robots-Tag", "Referrer-Policy")]
            self.assertEqual(said, ["private, no-store", "noindex, nofollow", "no-referrer"])

    def test_the_table_opens_nothing(self):
        self.assertNotIn(self.address.split("/")[2], str(OwnLink.objects.values_list()))
        self.assertEqual(self.client.get(f"/my/{self.link.digest}/").status_code, 410)

    def test_follows_whoever_was_merged(self):
        other = make_correspondent(name="周勇卫", unit="区总")
        make_published(headline="从前的", by=[correspondent("周永卫")])
        make_published(headline="合并后的", by=[correspondent("周勇卫")])
        merge(self.person, other, by=make_user(is_superuser=True))

        response = self.page()

        for words in ("区总", "从前的", "合并后的"):
            self.assertContains(response, words)

    def test_letters_are_stopped_and_begun_again(self):
        self.client.post(self.address, {"stop": "1"})
        self.client.post(self.address, {"stop": "1"})
        self.assertEqual(OptOut.objects.get().contributor, self.person)

        self.client.post(self.address, {"again": "1"})
        self.assertFalse(OptOut.objects.exists())


class LinkOfASubmissionTests(TestCase):
    def setUp(self):
        self.person = make_correspondent(phone="13800138000")
        self.first = make_contribution(headline="第一篇", email="zhou@union.example", contributor=self.person)
        self.second = make_contribution(headline="第二篇", email="zhou@union.example")

    def test_shows_that_one_alone(self):
        make_published(headline="机密见报", by=[correspondent("周永卫")])
        _link, address = link_to(contribution=self.first)

        response = self.client.get(address)

        self.assertContains(response, "第一篇")
        self.assertNotContains(response, "第二篇")
        self.assertNotContains(response, "机密")

    def test_one_that_was_mailed_shows_all_with_that_address(self):
        make_contribution(headline="机密来稿", email="other@union.example")
        _link, address = link_to(contribution=self.first, mailed_at=timezone.now())

        response = self.client.get(address)

        self.assertContains(response, "第二篇")
        self.assertNotContains(response, "机密")

    def test_the_same_text_by_somebody_else_tells_nothing_of_the_first(self):
        draft = make_article(headline="机密")
        make_contribution(article=draft, name="梁昊", phone="13900139000")
        self.first.letter.repeats = draft
        self.first.letter.save()

        self.assertEqual(self.first.state.value, "received")

    def test_the_same_text_by_the_same_person_stands_as_the_first_does(self):
        draft = make_article()
        make_contribution(article=draft)
        self.first.letter.repeats = draft
        self.first.letter.save()

        self.assertEqual(self.first.state.value, "edited")
