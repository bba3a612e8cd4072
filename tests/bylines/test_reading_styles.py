from unittest import TestCase

from bylines.finding import alone, at_tail
from bylines.names import split_names
from bylines.runs import names_and_unit
from tests.bylines.test_reading import AUTHOR, CORRESPONDENT, REPORTER, people, pictures
from wording.folding import fold


def line_of(text):
    return alone(fold(text), bare=True).line


class RoleWordTests(TestCase):
    def test_hosts_and_those_who_wrote_down_are_authors(self):
        for word in ("主持人", "主播", "执笔", "撰文", "编译", "整理", "参与采写", "口述人"):
            self.assertEqual(people(line_of(f"{word}：林岚")), [("林岚", AUTHOR)], word)

    def test_those_who_took_part_keep_their_role(self):
        self.assertEqual(people(line_of("（参与记者：林岚、何青）")), [("林岚", REPORTER), ("何青", REPORTER)])

    def test_of_a_weekly_in_title_marks(self):
        self.assertEqual(people(line_of("《江畔周刊》记者 林岚")), [("林岚", REPORTER)])

    def test_a_word_behind_the_role_may_show_that_it_is_none(self):
        for text in ("记者注", "记者手记", "通讯员培训班"):
            self.assertIsNone(alone(text), text)


class NameTests(TestCase):
    def test_that_looks_like_a_body_is_a_name(self):
        self.assertEqual(people(line_of("记者 黄中心 通讯员 方新")), [("黄中心", REPORTER), ("方新", CORRESPONDENT)])

    def test_of_a_press_office_is_believed_beside_a_sure_one(self):
        line = line_of("（记者林岚何青青通讯员江公宣）")

        self.assertEqual(people(line), [("林岚", REPORTER), ("何青青", REPORTER), ("江公宣", CORRESPONDENT)])

    def test_without_a_known_surname_is_doubtful(self):
        line = line_of("（记者林岚通讯员畔公宣）")

        self.assertEqual((people(line)[1:], line.unsure), ([("畔公宣", CORRESPONDENT)], ("畔公宣",)))

    def test_runs_into_the_employer_of_the_next(self):
        self.assertEqual(names_and_unit("李凡贾望江畔在线", frozenset()), (["李凡", "贾望"], "江畔在线"))
        self.assertIsNone(names_and_unit("江畔晨报", frozenset()))

    def test_stops_before_the_work(self):
        self.assertEqual(pictures(line_of("本版图片均由记者林岚拍摄")), [("林岚", REPORTER)])

    def test_of_three_characters_may_begin_with_a_rare_surname(self):
        self.assertEqual(split_names("束小青"), ["束小青"])


class SourceTests(TestCase):
    def test_of_words(self):
        for text in (
            "（综合新华社、央视报道）",
            "（原载《江畔日报》2024年5月6日）",
            "（摘编自《江畔》）",
            "（选自《江畔文集》，江畔出版社出版）",
            "（江畔区总工会供稿）",
            "供稿：江畔区总工会",
        ):
            self.assertTrue(line_of(text).source, text)

    def test_of_pictures(self):
        for text in ("CFP供图", "视觉中国 供图", "江畔区总工会 供图", "视频截图"):
            self.assertTrue(line_of(text).image_source, text)


class SpacingTests(TestCase):
    def test_a_role_word_may_be_spaced_to_the_width_of_another(self):
        self.assertEqual(
            people(line_of("■本报记者 林望江\n实 习 生 方小新".replace("\n", " ")))[1], ("方小新", "intern")
        )

    def test_a_spaced_name_ends_before_the_work(self):
        self.assertEqual(pictures(line_of("本报记者 林 岚摄")), [("林岚", REPORTER)])

    def test_the_work_may_be_set_solid_with_the_name(self):
        line = line_of("何青摄 李小凡文（附图片）")

        self.assertEqual((people(line), pictures(line)), ([("李小凡", AUTHOR)], [("何青", "")]))


class StandingTests(TestCase):
    def test_of_a_special_photographer(self):
        self.assertEqual(pictures(line_of("特约摄影 何青")), [("何青", "special_correspondent")])

    def test_of_a_special_reporter_in_a_town(self):
        self.assertEqual(people(line_of("特派江畔首席记者 林岚")), [("林岚", "special_correspondent")])

    def test_of_photographers_who_wrote_as_well(self):
        line = line_of("图片中心记者林岚摄影报道")

        self.assertEqual((people(line), pictures(line)), ([("林岚", REPORTER)], [("林岚", REPORTER)]))

    def test_two_employers_may_share_a_reporter(self):
        self.assertEqual(
            people(line_of("江畔日报/江畔网记者林岚通讯员何青")), [("林岚", REPORTER), ("何青", CORRESPONDENT)]
        )


class AroundTheLineTests(TestCase):
    def test_a_web_page_prints_time_and_address(self):
        for text in (
            "来源：江畔日报 2024-05-06 08:30   https://www.example.org/",
            "| 【记者 林岚】 【编辑 何青】 通讯员 方新 图片、消息来源 江畔区总工会 | 2024-05-06 08:30:00",
            "记者林岚（报料人：何女士；奖金：30元）有奖报料热线 5550100",
            "线索提供 林岚 何青",
        ):
            self.assertIsNotNone(alone(fold(text)), text)

    def test_bare_names_behind_the_last_full_stop(self):
        self.assertEqual(behind("大家都笑了。林岚 何青（江畔晚报）"), [("林岚", AUTHOR), ("何青", AUTHOR)])
        self.assertEqual(behind("大家都笑了。”李凡"), [("李凡", AUTHOR)])

    def test_words_behind_the_last_full_stop_are_none(self):
        for text in ("大家都笑了。真好", "大家都笑了。来日方长"):
            self.assertEqual(behind(text), [], text)

    def test_bare_names_behind_words_about_a_picture(self):
        found = at_tail(fold("稻子熟了。图为江畔区的农民在晒谷。何青"), bare=True)

        self.assertEqual((people(found.line), pictures(found.line)), ([], [("何青", "")]))


def behind(text):
    found = at_tail(fold(text), bare=True)
    return people(found.line) if found else []


class AuthorTests(TestCase):
    def test_says_where_he_lives(self):
        self.assertEqual(people(line_of("■ 林岚（江畔）")), [("林岚", AUTHOR)])

    def test_says_who_he_is(self):
        for text in ("（林岚，作者系江畔大学教授）", "（作者林岚系江畔大学教授）", "（作者：林岚，系江畔大学教授）"):
            self.assertEqual(people(line_of(text)), [("林岚", AUTHOR)], text)

    def test_words_and_pictures_in_any_order(self):
        for text in ("林岚 文/摄影", "文·图／林岚", "文・图/林岚"):
            self.assertEqual(
                (people(line_of(text)), pictures(line_of(text))), ([("林岚", AUTHOR)], [("林岚", "")]), text
            )

    def test_the_work_belongs_to_those_before_it(self):
        self.assertEqual(pictures(line_of("记者 林岚 文/摄 通讯员 何青")), [("林岚", REPORTER)])


class LeadingWorkTests(TestCase):
    def test_words_and_pictures_at_the_head_hold_for_everybody(self):
        both = [("林岚", REPORTER), ("何青", CORRESPONDENT)]
        for head in ("文/图", "撰文/摄影", "本组文/图", "图文/"):
            line = line_of(f"{head} 记者 林岚 通讯员 何青")
            self.assertEqual((people(line), pictures(line)), (both, both), head)

    def test_of_the_whole_page(self):
        for text in ("本版稿件除署名外由记者林岚采写", "本组稿件采写 记者 林岚", "出镜记者：林岚"):
            self.assertEqual(people(line_of(text)), [("林岚", REPORTER)], text)

    def test_report_and_pictures(self):
        self.assertEqual(pictures(line_of("记者 林岚 报道/摄影")), [("林岚", REPORTER)])


class ThreeApartTests(TestCase):
    def test_a_name_of_three_characters_may_be_spaced(self):
        self.assertEqual(people(line_of("记者 何 青 通讯员 林 望 江")), [("何青", REPORTER), ("林望江", CORRESPONDENT)])

    def test_two_names_of_two_are_no_name_of_three(self):
        self.assertEqual(people(line_of("记者 周 强 王 伟")), [("周强", REPORTER), ("王伟", REPORTER)])

    def test_the_work_is_no_part_of_it(self):
        self.assertEqual(pictures(line_of("何 青 摄")), [("何青", "")])
