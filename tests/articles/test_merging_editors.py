from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Revision
from newsroom.groups import EDITOR
from tests.articles.met import told
from tests.factories import make_article, make_user
from tests.opened import opened as opened_as_sent

FIRST, SECOND, THIRD = "第一段讲会议。", "第二段讲车间。", "第三段讲展望。"


def opened(response):
    return {name: value.replace("\r\n", "\n") for name, value in opened_as_sent(response).items()}


class MergingTestCase(TestCase):
    """Two editors of one story; "mine" is the slower one, and each opens the form before the other has saved."""

    body = f"{FIRST}\n{SECOND}\n{THIRD}"

    def setUp(self):
        self.me, self.other = make_user(group=EDITOR), make_user(group=EDITOR, name="王编辑")
        self.article = make_article(headline="旧标题", body=self.body)
        self.address = reverse("admin:articles_article_change", args=[self.article.pk])
        self.client.force_login(self.me)
        self.form = opened(self.client.get(self.address))

    def other_saves(self, **typed):
        self.client.force_login(self.other)
        response = self.client.post(self.address, {**opened(self.client.get(self.address)), **typed})
        self.assertEqual(response.status_code, 302)
        self.client.force_login(self.me)

    def save(self, form=None, **typed):
        """As a browser does: with the line ends of a text area."""
        data = {**(form or self.form), **typed}
        return self.client.post(self.address, {name: value.replace("\n", "\r\n") for name, value in data.items()})

    def text(self):
        return Article.objects.get().body.replace("\r\n", "\n")

    def assert_saved(self, response, body):
        self.assertEqual((response.status_code, self.text()), (302, body))


class ChangesThatDoNotClashTests(MergingTestCase):
    def test_are_both_in_the_form_that_comes_back_and_in_the_next_save(self):
        self.other_saves(body=self.body.replace("会议", "座谈会"))

        refused = self.save(body=self.body.replace("展望", "前景"))

        both = "第一段讲座谈会。\n第二段讲车间。\n第三段讲前景。"
        self.assertEqual(opened(refused)["body"], both)
        self.assertIn("两人的修改已合并", told(refused))
        self.assertEqual(self.text(), self.body.replace("会议", "座谈会"))
        self.assert_saved(self.save(opened(refused)), both)

    def test_are_shown_by_phrase_from_both_sides(self):
        self.other_saves(body=self.body.replace("会议", "座谈会"))

        refused = self.save(body=self.body.replace("展望", "前景"))

        self.assertContains(refused, '<del><span class="visually-hidden">［删去］</span>展望</del>')
        self.assertContains(refused, '<ins><span class="visually-hidden">［新增］</span>座谈会</ins>')

    def test_in_one_headline(self):
        Article.objects.update(headline="全市春耕全面展开")
        self.form = opened(self.client.get(self.address))
        self.other_saves(headline="全县春耕全面展开")

        refused = self.save(headline="全市春耕全面铺开")

        self.assertEqual(opened(refused)["headline"], "全县春耕全面铺开")

    def test_cost_the_same_queries_after_many_versions(self):
        counted = []
        for number in range(3):
            self.other_saves(body=f"{number}。")
            self.save(body=f"{self.body}我的。")  # for what is only asked the first time
            with CaptureQueriesContext(connection) as asked:
                self.save(body=f"{self.body}我的。")
            counted.append(len(asked))

        self.assertEqual(len(set(counted)), 1, counted)

    def test_say_who_stored_which_version(self):
        self.other_saves(headline="新标题")
        self.other_saves(headline="再新的标题")

        said = told(self.save(body="我的。"))

        self.assertRegex(said, "第3版：王编辑，.*第2版：王编辑，")

    def test_are_put_together_for_words_that_are_taken_back_too(self):
        kept = self.form | {"body": self.body.replace("展望", "前景")}
        beat = {"_article": self.article.pk, "_turn": 1, "_typed": 1}
        self.client.post(reverse("admin:articles_article_open"), {**kept, **beat})
        self.other_saves(body=self.body.replace("会议", "座谈会"))

        back = self.client.get(self.address, {"typed": kept["opening"]})

        self.assertEqual(opened(back)["body"], "第一段讲座谈会。\n第二段讲车间。\n第三段讲前景。")
        self.assertIn("两人的修改已合并", told(back))


class ChangesThatClashTests(MergingTestCase):
    theirs = "工地"

    def setUp(self):
        super().setUp()
        self.other_saves(body=self.body.replace("会议", "座谈会").replace("车间", "工地"))
        self.refused = self.save(body=self.body.replace("车间", "班组").replace("展望", "前景"))
        self.asked = opened(self.refused)

    def answer(self, choice, **typed):
        return self.save(self.asked, **{"merging-body-answer-0": choice}, **typed)

    def merged(self, words):
        return f"第一段讲座谈会。\n第二段讲{words}。\n第三段讲前景。"

    def test_are_asked_with_mine_in_the_form(self):
        self.assertEqual(self.asked["body"], self.merged("班组"))
        self.assertIn("正文，第1处", told(self.refused))
        self.assertContains(self.refused, 'data-words="工地"')
        self.assertContains(self.refused, 'data-words="班组工地"')

    def test_say_what_of_the_text_is_merged_already(self):
        self.assertContains(self.refused, "上面几处之外")
        self.assertContains(self.refused, '<ins><span class="visually-hidden">［新增］</span>座谈会</ins>')

    def test_mine(self):
        self.assert_saved(self.answer("mine"), self.merged("班组"))

    def test_theirs(self):
        self.assert_saved(self.answer("theirs"), self.merged("工地"))

    def test_both(self):
        self.assert_saved(self.answer("both"), self.merged("班组工地"))

    def test_are_asked_again_until_they_are_answered(self):
        again = self.save(self.asked)
        self.assertIn("还有没选定的地方", again.content.decode())
        self.assertEqual(self.text(), self.body.replace("会议", "座谈会").replace("车间", "工地"))

        self.asked = opened(again)
        self.assert_saved(self.answer("theirs"), self.merged("工地"))

    def test_yield_to_a_text_that_was_edited_instead_and_this_is_said(self):
        saved = self.answer("theirs", body=self.merged("车间和工地"))

        self.assert_saved(saved, self.merged("车间和工地"))
        self.assertContains(self.client.get(self.address), "已按您的文字保存")

    def test_meet_a_third_version(self):
        self.other_saves(body=self.text().replace("第三段", "第三部分"))

        again = self.save(self.asked)
        self.assertEqual(opened(again)["body"], self.merged("班组").replace("第三段", "第三部分"))
        self.asked = opened(again)

        self.assert_saved(self.answer("theirs"), self.merged("工地").replace("第三段", "第三部分"))

    def test_once_answered_meet_a_third_version(self):
        self.other_saves(body=self.text().replace("第三段", "第三部分"))

        again = self.answer("both")

        self.assertEqual(again.status_code, 200)
        self.assert_saved(self.save(opened(again)), self.merged("班组工地").replace("第三段", "第三部分"))

    def test_ask_about_the_words_that_a_third_version_brought(self):
        self.other_saves(body=self.text().replace("工地", "厂房"))

        self.asked = opened(again := self.save(self.asked))
        self.theirs = "厂房"

        self.assertContains(again, 'data-words="厂房"')
        self.assert_saved(self.answer("theirs"), self.merged("厂房"))

    def test_are_not_taken_for_settled_by_a_forged_token(self):
        again = self.save(self.asked, **{"merging-body": "x" + self.asked["merging-body"]})

        self.assertEqual(again.status_code, 200)
        self.assertIn("双方都改过", told(again))
        self.assert_saved(self.save(opened(again)), self.merged("班组"))

    def test_survive_words_that_are_taken_back(self):
        beat = {"_article": self.article.pk, "_turn": 1, "_typed": 1}
        self.client.post(reverse("admin:articles_article_open"), {**self.asked, **beat})

        back = opened(self.client.get(self.address, {"typed": self.asked["opening"]}))

        self.asked = back
        self.assert_saved(self.answer("theirs"), self.merged("工地"))


class QuestionsAndAScriptTests(ChangesThatClashTests):
    """A script settles them in the text area and says where the open ones are: the text counts."""

    def answer(self, choice, **typed):
        words = {"mine": "班组", "theirs": self.theirs, "both": f"班组{self.theirs}"}[choice]
        body = self.asked["body"].replace("班组", words)
        places = f"[{body.index(words)}]"
        return super().answer(choice, **{"body": body, "merging-body-places": places, **typed})

    def test_yield_to_a_text_that_was_edited_instead_and_this_is_said(self):
        """The script has said it at once."""
        saved = self.save(self.asked, **{"body": self.merged("车间和工地"), "merging-body-places": "[null]"})

        self.assert_saved(saved, self.merged("车间和工地"))

    def test_are_asked_where_they_stand_by_now(self):
        body = f"导语。{self.asked['body']}"
        self.asked = opened(self.save(self.asked, **{"body": body, "merging-body-places": f"[{body.index('班组')}]"}))

        self.assertEqual(self.asked["body"], body)
        self.assert_saved(self.answer("theirs"), f"导语。{self.merged('工地')}")


class AdverseMeetingTests(MergingTestCase):
    def test_theirs_deleted_the_paragraph_that_i_edited(self):
        self.other_saves(body=f"{FIRST}\n{THIRD}")

        asked = opened(refused := self.save(body=self.body.replace("车间", "班组")))

        self.assertContains(refused, "删去，这里不留文字")
        self.assertEqual(asked["body"], self.body.replace("车间", "班组"))
        self.assert_saved(self.save(asked, **{"merging-body-answer-0": "theirs"}), f"{FIRST}\n{THIRD}")

    def test_i_deleted_the_paragraph_that_they_edited(self):
        self.other_saves(body=self.body.replace("车间", "班组"))

        asked = opened(self.save(body=f"{FIRST}\n{THIRD}"))

        self.assertEqual(asked["body"], f"{FIRST}\n{THIRD}")
        self.assert_saved(self.save(asked, **{"merging-body-answer-0": "theirs"}), self.body.replace("车间", "班组"))

    def test_both_wrote_it_anew(self):
        self.other_saves(body="完全另写的一篇，\n共两行。")

        asked = opened(self.save(body="我也重写了全文。"))

        self.assertEqual(asked["body"], "我也重写了全文。")
        both = self.save(asked, **{"merging-body-answer-0": "both"})
        self.assert_saved(both, "我也重写了全文。\n完全另写的一篇，\n共两行。")

    def test_the_version_it_was_opened_on_is_thinned_out(self):
        self.other_saves(body=self.body.replace("会议", "座谈会"))
        Revision.objects.filter(version=1).delete()

        refused = self.save(body=self.body.replace("展望", "前景"))

        self.assertIn("双方都改过", told(refused))
        self.assertEqual(opened(refused)["body"], self.body.replace("展望", "前景"))
        self.assert_saved(self.save(opened(refused)), self.body.replace("展望", "前景"))

    def test_versions_are_thinned_out_while_somebody_chooses(self):
        self.other_saves(body=self.body.replace("车间", "工地"))
        asked = opened(self.save(body=self.body.replace("车间", "班组")))
        Revision.objects.all().delete()

        saved = self.save(asked, **{"merging-body-answer-0": "both"})

        self.assert_saved(saved, self.body.replace("车间", "班组工地"))

    def test_and_a_third_one_is_stored_then(self):
        self.other_saves(body=self.body.replace("车间", "工地"))
        asked = opened(self.save(body=self.body.replace("车间", "班组")))
        self.other_saves(body=self.body.replace("车间", "厂房"))
        Revision.objects.all().delete()

        again = self.save(asked, **{"merging-body-answer-0": "mine"})

        self.assertIn("双方都改过", told(again))
        self.assertEqual(opened(again)["body"], self.body.replace("车间", "班组"))

    def test_rare_characters_and_a_text_that_begins_with_a_break(self):
        Article.objects.update(body="\n𠮷野家在店口。")
        self.form = opened(self.client.get(self.address))
        self.other_saves(body="𠮷野家在𠮷林。")

        asked = opened(refused := self.save(body="𠮷野家在𡉏县。"))

        self.assertContains(refused, 'data-at="5"')
        self.assert_saved(self.save(asked, **{"merging-body-answer-0": "theirs"}), "𠮷野家在𠮷林。")


class LongStoriesTests(MergingTestCase):
    body = "\n".join(
        f"第{number}段写了一件事，发生在第{number * 7}号车间，当天共有{number * 13}人参加。" for number in range(3400)
    )

    def test_of_a_hundred_thousand_characters_are_merged(self):
        self.assertGreater(len(self.body), 100_000)
        self.other_saves(body=self.body.replace("第20段", "第二十段").replace("第100段", "第一百段"))

        asked = opened(self.save(body=self.body.replace("第3000段", "第三千段").replace("第100段", "第100小段")))
        saved = self.save(asked, **{"merging-body-answer-0": "mine"})

        wanted = self.body.replace("第20段", "第二十段").replace("第100段", "第100小段").replace("第3000段", "第三千段")
        self.assert_saved(saved, wanted)

    def test_that_both_wrote_anew_come_through(self):
        theirs, mine = self.body.translate(str.maketrans("写了车间参加", "说过厂房出席")), "我的。" * 33_000
        self.other_saves(body=theirs)

        asked = opened(self.save(body=mine))
        saved = self.save(asked, **{"merging-body-answer-0": "both"})

        self.assert_saved(saved, f"{mine}\n{theirs}")
