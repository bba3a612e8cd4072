from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from articles.models import Article
from bylines.models import Byline
from intake.models import Source
from intake.screen import text_form
from tests.factories import make_issue, make_page
from tests.intake.screen import SCREEN, ScreenTestCase, typed
from tests.intake.test_drafting import STORY, draft

TWO = f"送清凉\n\n本报讯 记者林岚报道 天热了，工会给工友送来凉茶。\n\n{STORY}"
EMPLOYED = """工友过节
新华社记者林岚 本报通讯员何青
晚会现场。新华社记者江望 摄
昨日，工友们欢聚一堂，唱起了歌，度过了一个难忘的夜晚。
（下转第3版）"""


def told(article):
    """Everything that a draft says, without its numbers."""
    parts = ("kicker", "headline", "subheadline", "dateline", "body", "editors_note", "source", "column_id")
    names = list(article.bylines.values_list("name", "role", "standing", "unit"))
    return [getattr(article, part) for part in parts], names, list(article.doubts.values_list("code", "message"))


class KeptCorrectionTests(ScreenTestCase):
    def test_a_wrong_place_gives_back_every_correction(self):
        wrong = [
            {"date": "2024-05-06", "label": "头版"},
            {"date": "昨天", "label": "02"},
            {"date": "0001-01-01", "label": "02"},
            {"page": "999"},
            {"desk": "999"},
        ]
        for fields in wrong:
            with self.subTest(fields):
                response = self.draft(TWO, **{"form-0-headline": "改过的主题", **fields})

                self.assertContains(response, 'value="改过的主题"')
                self.assertContains(response, "errorlist")

    def test_stories_that_a_browser_left_out_come_back_with_a_message(self):
        fields = typed(self.read(TWO)) | {"form-TOTAL_FORMS": "1", "form-0-headline": "改过的主题"}
        fields = {name: value for name, value in fields.items() if not name.startswith("form-1-")}

        response = self.client.post(SCREEN, fields)

        self.assertContains(response, "分稿与此前不同")
        self.assertContains(response, 'value="改过的主题"')
        self.assertContains(response, 'value="下了班上夜校"')

    def test_what_was_typed_for_a_story_that_is_none_now_is_shown(self):
        response = self.draft(TWO, **{"form-2-headline": "第三篇", "form-2-body": "它的正文。"})

        self.assertContains(response, "第三篇</textarea>")
        self.assertContains(response, "它的正文。</textarea>")
        self.assertEqual(Article.objects.count(), 0)

    def test_a_wrong_count_of_stories_is_no_loss(self):
        for number, count in enumerate(("", "abc", "1", "9999")):
            text = TWO + str(number)
            self.draft(text, **{"form-TOTAL_FORMS": count, "form-0-headline": f"改过的主题{number}"})

            self.assertTrue(Article.objects.filter(headline=f"改过的主题{number}").exists(), count)


class SameDraftTests(ScreenTestCase):
    def test_the_screen_makes_the_drafts_that_the_command_makes(self):
        for text in (EMPLOYED, TWO):
            with self.subTest(text):
                by_command = [told(article) for article in draft(text).articles]
                Article.objects.all().delete()
                Source.objects.all().delete()

                self.draft(text, **{"form-0-headline": by_command[0][0][1]})

                self.assertEqual([told(article) for article in Article.objects.order_by("id")], by_command)

    def test_a_corrected_byline_keeps_the_employer_of_who_stays(self):
        self.draft(EMPLOYED, **{"form-0-byline": "记者林岚 通讯员高望"})

        self.assertEqual(Byline.objects.get(name="林岚").unit, "新华社")
        self.assertFalse(Byline.objects.filter(name="何青").exists())

    def test_what_leads_to_another_page_stays_a_doubt(self):
        self.draft(EMPLOYED)

        self.assertIn("下转第3版", Article.objects.get().doubts.get(code="jump").message)

    def test_a_doubt_goes_with_its_correction(self):
        self.draft("（上接第1版）工友们在江畔公园欢聚一堂，唱起了歌。", **{"form-0-headline": "工友过节"})

        self.assertEqual([doubt.code for doubt in Article.objects.get().doubts.all()], ["jump"])


class RefusalTests(ScreenTestCase):
    def test_a_text_beside_a_file_is_refused(self):
        response = self.read("甲文", file=SimpleUploadedFile("二版.txt", STORY.encode()))

        self.assertContains(response, "请只保留一种")
        self.assertContains(response, "甲文")

    def test_a_page_beside_a_new_one_is_refused(self):
        page = make_page(issue=make_issue(on=timezone.localdate()))

        response = self.draft(TWO, page=page.pk, date="2024-05-06", label="02")

        self.assertContains(response, "不要两者都填")
        self.assertEqual(Article.objects.count(), 0)

    def test_a_text_too_long_is_refused_when_it_is_read(self):
        response = self.read("长" * (text_form.LONGEST_TEXT + 1))

        self.assertContains(response, "请按版分次收稿")
        self.assertIsNone(response.context["stories"])

    def test_the_longest_text_can_be_drafted(self):
        text = "工友过节\n本报讯 记者林岚报道 " + "天热了，工会给工友送来凉茶。\n" * 2000

        self.draft(text)

        self.assertEqual(Article.objects.count(), 1)

    def test_a_strange_name_of_a_file_is_no_error(self):
        response = self.read("", file=SimpleUploadedFile("a\tb" + "长" * 70 + ".txt", TWO.encode()))

        self.client.post(SCREEN, typed(response))

        self.assertRegex(Source.objects.get().name, r"^ab长{50,}\.txt$")

    def test_many_files_share_the_limit(self):
        one, other = (sign * (text_form.LONGEST_TEXT // 2 + 1) for sign in "长短")

        files = [SimpleUploadedFile("甲.txt", one.encode()), SimpleUploadedFile("乙.txt", other.encode())]
        response = self.read("", file=files)

        self.assertContains(response, "请按版分次收稿")

    def test_no_story_wanted_is_said_and_nothing_is_kept(self):
        fields = typed(self.read(TWO)) | {"date": "2024-05-06", "label": "02"}
        del fields["form-0-include"], fields["form-1-include"]

        self.assertContains(self.client.post(SCREEN, fields), "没有可建为草稿的稿件")
        self.assertFalse(Source.objects.exists())

    def test_a_column_without_letters_is_refused(self):
        self.assertContains(self.draft(TWO, **{"form-0-column": "！！"}), "专栏名须含文字")
