"""Edits as they happen on the desk, and how an editor would want to see them: [-gone][+new]."""

from django.test import SimpleTestCase

from tests.wording.test_comparing import CARE, MEETING, REFORM, STORY, marked
from wording.comparing import compare


class EditsAsEditorsReadThemTests(SimpleTestCase):
    def assert_reads(self, expected, before, after):
        self.assertEqual(marked(compare(before, after)), expected)

    def assert_reads_in(self, text, expected, old, new):
        """One place of a longer text is changed, and only there anything shows."""
        self.assert_reads(text.replace(old, expected), text, text.replace(old, new))

    def test_a_word_replaced(self):
        self.assert_reads("[-深入][+扎实]推进改革", "深入推进改革", "扎实推进改革")

    def test_a_phrase_is_not_torn_by_one_sign_that_stayed(self):
        self.assert_reads("各地[-深入推进][+扎实推动]改革", "各地深入推进改革", "各地扎实推动改革")
        self.assert_reads(
            "要[-抓好春耕，保障][+搞好备耕，确保]供应。", "要抓好春耕，保障供应。", "要搞好备耕，确保供应。"
        )

    def test_a_headline_touched_up(self):
        self.assert_reads("[-我][+全]市工会工作[-再][+迈]上新台阶", "我市工会工作再上新台阶", "全市工会工作迈上新台阶")

    def test_a_headline_reworked(self):
        self.assert_reads(
            "诸暨：[-小小驿站暖人心][+“小驿站”温暖户外劳动者]",
            "诸暨：小小驿站暖人心",
            "诸暨：“小驿站”温暖户外劳动者",
        )

    def test_a_headline_written_anew(self):
        self.assert_reads(
            "[-小驿站里的大温情][+浙江建成户外劳动者服务站点万余个]",
            "小驿站里的大温情",
            "浙江建成户外劳动者服务站点万余个",
        )

    def test_a_number_corrected(self):
        self.assert_reads("字数在[-300][+500]字以内", "字数在300字以内", "字数在500字以内")
        self.assert_reads_in(REFORM, "[-3.5万][+3.6万]", "3.5万", "3.6万")
        self.assert_reads("计划的[-60%][+62.4%]", "计划的60%", "计划的62.4%")

    def test_a_number_in_words_corrected(self):
        self.assert_reads("共[-三百二十][+三百二十五]人", "共三百二十人", "共三百二十五人")

    def test_a_date_is_changed_whole(self):
        self.assert_reads("[-3月2日][+4月2日]上午", "3月2日上午", "4月2日上午")

    def test_several_figures_updated(self):
        self.assert_reads(
            "[-目前][+截至2月底]，该项目[-已][+累计]完成投资[-5亿][+5.2亿]元。",
            "目前，该项目已完成投资5亿元。",
            "截至2月底，该项目累计完成投资5.2亿元。",
        )

    def test_a_name_inserted(self):
        self.assert_reads("记者李凡、[+张三、]王明报道", "记者李凡、王明报道", "记者李凡、张三、王明报道")
        self.assert_reads(
            "市委书记张立[+、市长李明]在会上强调", "市委书记张立在会上强调", "市委书记张立、市长李明在会上强调"
        )

    def test_a_name_replaced(self):
        self.assert_reads("[-王明][+张明亮]任局长", "王明任局长", "张明亮任局长")

    def test_a_word_before_its_like(self):
        self.assert_reads("[+全市工会系统]全市工会干部参加", "全市工会干部参加", "全市工会系统全市工会干部参加")

    def test_little_words_struck_out(self):
        self.assert_reads("美丽[-的]城市[-的]风景", "美丽的城市的风景", "美丽城市风景")
        self.assert_reads("送去[-米、油等]慰问品", "送去米、油等慰问品", "送去慰问品")

    def test_a_sentence_struck_out(self):
        self.assert_reads_in(MEETING, "[-总结2022年工作，]", "总结2022年工作，", "")

    def test_a_sentence_added(self):
        self.assert_reads_in(MEETING + CARE, MEETING + "[+与会者90人。]", MEETING, MEETING + "与会者90人。")

    def test_a_comma_for_a_full_stop(self):
        self.assert_reads_in(STORY, "改革[-，][+；]", "改革，", "改革；")

    def test_half_width_marks_widened(self):
        self.assert_reads(
            "会议[-(][+（]扩大[-)][+）]今日召开[-.][+。]", "会议(扩大)今日召开.", "会议（扩大）今日召开。"
        )

    def test_quotation_marks_curled(self):
        self.assert_reads('[-"][+“]四个一[-"][+”]工作法', '"四个一"工作法', "“四个一”工作法")

    def test_bold_taken_off(self):
        self.assert_reads("开展[-**]劳动竞赛[-**]活动", "开展**劳动竞赛**活动", "开展劳动竞赛活动")

    def test_an_address_is_changed_whole(self):
        self.assert_reads(
            "见[-https://example.org/a1][+https://example.org/b2] 。",
            "见https://example.org/a1 。",
            "见https://example.org/b2 。",
        )

    def test_a_latin_word_is_changed_whole(self):
        self.assert_reads("推广[-ChatBot][+ChatBox]应用", "推广ChatBot应用", "推广ChatBox应用")

    def test_a_figure_moved(self):
        self.assert_reads(
            f"{MEETING}\n[-[图1]\n]{REFORM}\n[+[图1]\n]{CARE}",
            f"{MEETING}\n[图1]\n{REFORM}\n{CARE}",
            f"{MEETING}\n{REFORM}\n[图1]\n{CARE}",
        )

    def test_two_figures_swapped(self):
        self.assert_reads("见[-[图1]][+[图2]]，又见[-[图2]][+[图1]]", "见[图1]，又见[图2]", "见[图2]，又见[图1]")

    def test_a_subhead_added(self):
        self.assert_reads_in(STORY, "\n[+## 改革再深化\n]会议指出", "\n会议指出", "\n## 改革再深化\n会议指出")

    def test_a_paragraph_added(self):
        self.assert_reads_in(STORY, f"[+此项活动已办五年。\n]{CARE}", CARE, f"此项活动已办五年。\n{CARE}")
        self.assert_reads(f"{CARE}[+\n][+（李凡）]", CARE, f"{CARE}\n（李凡）")

    def test_a_paragraph_struck_out(self):
        self.assert_reads_in(STORY, f"[-{REFORM}\n]", f"{REFORM}\n", "")

    def test_a_paragraph_divided(self):
        self.assert_reads_in(STORY, "工作会议[-，][+。\n][+会议]总结", "工作会议，总结", "工作会议。\n会议总结")

    def test_two_paragraphs_joined(self):
        self.assert_reads_in(STORY, "任务。[-\n]会议", "任务。\n会议", "任务。会议")

    def test_two_paragraphs_swapped(self):
        self.assert_reads(f"[-{CARE}\n]{REFORM}\n[+{CARE}\n]", f"{CARE}\n{REFORM}\n", f"{REFORM}\n{CARE}\n")

    def test_two_sentences_swapped(self):
        self.assert_reads(
            "[-今天天气很好。]我们去公园玩。[+今天天气很好。]",
            "今天天气很好。我们去公园玩。",
            "我们去公园玩。今天天气很好。",
        )

    def test_a_paragraph_changed_beside_a_new_one(self):
        self.assert_reads(
            f"{MEETING}\n[+此项活动已办五年，深受好评。\n]会议[-指出][+认为]，各级工会[-深入][+扎实]推进改革。\n{CARE}",
            f"{MEETING}\n会议指出，各级工会深入推进改革。\n{CARE}",
            f"{MEETING}\n此项活动已办五年，深受好评。\n会议认为，各级工会扎实推进改革。\n{CARE}",
        )

    def test_a_paragraph_written_anew(self):
        anew = "寒风中，外卖小哥王师傅推开驿站的门，一杯热茶递到手里。他笑着说，这里就像家一样。"

        self.assert_reads(f"{MEETING}\n[-{CARE[:-1]}][+{anew[:-1]}]。", f"{MEETING}\n{CARE}", f"{MEETING}\n{anew}")

    def test_a_speech_polished(self):
        self.assert_reads(
            "与工友[+们]一起过年，真的[-很高兴][+特别开心]，谢谢[-大家]。",
            "与工友一起过年，真的很高兴，谢谢大家。",
            "与工友们一起过年，真的特别开心，谢谢。",
        )

    def test_all_typed_and_all_deleted(self):
        self.assert_reads(f"[+{CARE}]", "", CARE)
        self.assert_reads(f"[-{CARE}]", CARE, "")
        self.assert_reads("", "", "")
