from unittest import TestCase

from tests.intake.test_reading_stories import BODY, MORE, names, read_one


class SignatureTests(TestCase):
    """Who is named behind the text, on the headline's line, or in the middle of a paragraph."""

    def credits(self, *lines):
        return names(read_one(*lines).credits)

    def test_names_before_the_word_for_handing_in(self):
        for line in ("    文  岚供稿", "文岚 供稿", "（文岚供稿）"):
            self.assertEqual(self.credits("夜校开课了", BODY, MORE, line), [("文岚", "author")], line)
        self.assertEqual(self.credits("夜校开课了", BODY, MORE, "江畔区总工会供稿"), [])

    def test_behind_a_mark_two_names_may_run_together(self):
        story = read_one("夜校开课了", BODY, MORE + "□龙晓青陈小岚")

        self.assertEqual(names(story.credits), [("龙晓青", "author"), ("陈小岚", "author")])
        self.assertEqual(story.paragraphs, [BODY, MORE])
        self.assertEqual(self.credits("夜校开课了", BODY, MORE + "龙晓青陈小岚"), [])

    def test_behind_a_mark_a_role_is_still_one(self):
        self.assertEqual(self.credits("夜校开课了", BODY, MORE + "□本报记者 何青"), [("何青", "reporter")])

    def test_a_byline_on_the_headlines_line(self):
        story = read_one("练习手艺 展示风采 江畔夜校掠影 □本报记者 卢 飞 摄影报道", BODY, MORE)

        self.assertEqual(
            (story.headline, names(story.credits)), ("练习手艺 展示风采 江畔夜校掠影", [("卢飞", "reporter")])
        )
        self.assertEqual([credit.name for photo in story.photos for credit in photo.credits], ["卢飞"])

    def test_credits_behind_words_that_a_web_page_ran_into_them(self):
        before = "夜校推出新课程市总工会表示将听取意见，并以小步慢走的方式实施江畔报讯"
        for credits in ("　（记者林岚）", "　记者　林岚　报道　"):
            story = read_one("夜校将推新课程", before + credits + BODY, MORE)
            self.assertEqual(names(story.credits), [("林岚", "reporter")], credits)
            self.assertEqual(story.paragraphs, [before, BODY, MORE])
