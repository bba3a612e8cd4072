from unittest import TestCase

from intake.reading.datelines import dateline_of
from tests.intake.test_reading_stories import BODY, names, read_one
from wording.folding import fold

BY = "（记者 林岚 通讯员何青）"


class DatelineTests(TestCase):
    def assert_reads(self, dateline, behind=BY):
        found = dateline_of(fold(dateline + behind + BODY))
        self.assertEqual(found and fold(dateline)[found.start : found.end], fold(dateline).strip("()[]: "), dateline)

    def test_of_the_paper_itself(self):
        for dateline in ("本报讯", "【本报讯】", "本网讯", "本报江畔讯", "本报北京1月3日电", "本报甲地、乙地1月3日电"):
            self.assert_reads(dateline)
        for dateline in ("本报综合消息", "本报综合报道", "1月3日讯", "江畔讯"):
            self.assert_reads(dateline)

    def test_of_agencies_and_sites(self):
        for dateline in (
            "据新华社北京1月3日电",
            "综合新华社电",
            "中新网1月3日电",
            "央视网消息：",
            "新华财经北京1月3日电",
        ):
            self.assert_reads(dateline)
        for dateline in ("江畔网5月6日20时讯", "江畔晚报·江畔一点讯", "江畔网综合报道", "新华财经北京1月3日电"):
            self.assert_reads(dateline)

    def test_set_solid_with_what_follows(self):
        for behind in ("5月6日早，", "昨日，", "记者林岚前晚", "前晚，"):
            self.assert_reads("江畔晚报城北讯", behind)
            self.assert_reads("江都讯", behind)

    def test_is_none_in_running_text(self):
        for text in ("江畔网络资讯 ", "近日讯 ", "据江畔网综合报道，", "审讯记者林岚", "江畔日报报道，"):
            self.assertIsNone(dateline_of(fold(text + BODY)), text)

    def test_leads_to_credits_set_solid(self):
        story = read_one("下了班上夜校", "江都讯见习记者林岚实习生方新前晚，" + BODY)

        self.assertEqual(names(story.credits), [("林岚", "trainee_reporter"), ("方新", "intern")])
        self.assertEqual(story.paragraphs, ["前晚，" + BODY])

    def test_may_share_brackets_with_the_credits(self):
        story = read_one("下了班上夜校", "（本报讯 记者林岚）" + BODY)

        self.assertEqual((story.dateline, names(story.credits)), ("本报讯", [("林岚", "reporter")]))
        self.assertEqual(story.paragraphs, [BODY])

    def test_each_role_may_have_brackets_of_its_own(self):
        story = read_one("下了班上夜校", "本报讯（记者林岚）（通讯员何青）" + BODY)

        self.assertEqual(names(story.credits), [("林岚", "reporter"), ("何青", "correspondent")])
