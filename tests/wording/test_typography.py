import re
from unittest import TestCase

from hypothesis import given
from hypothesis import strategies as st

from tests.hanging import does_not_hang
from wording.typography import narrow_letters, normalise, remove_unseen, review

MARKS = st.text(alphabet="中文好 ,.?!:;()\"'“”‘’—-―－…。，！？《》〈〉、・·5aZ％Ａ９\u3000\u200b\n\t%#/@w")


def words_of(text):
    """What the paper may never change: letters, digits and Han, whatever their width."""
    return re.sub(r"[\W_]+", "", narrow_letters(remove_unseen(text)))


class NormaliseTests(TestCase):
    def assert_becomes(self, before, after):
        self.assertEqual(normalise(before), after)

    def test_widens_marks_beside_chinese(self):
        self.assert_becomes("走进车间,看一看:什么是匠心?很好!", "走进车间，看一看：什么是匠心？很好！")

    def test_drops_the_space_after_a_widened_mark(self):
        self.assert_becomes("在这里, 遇见匠人", "在这里，遇见匠人")

    def test_leaves_numbers_times_and_ratios(self):
        self.assert_becomes("共1,200人,增长5.8%,12:30出发", "共1,200人，增长5.8%，12:30出发")

    def test_leaves_addresses_and_latin_sentences(self):
        self.assert_becomes("见https://example.org/a,b?c=1。", "见https://example.org/a,b?c=1。")
        self.assert_becomes("写信给 duty@example.org, 谢谢", "写信给 duty@example.org，谢谢")
        self.assert_becomes("Well, that (too) is fine.", "Well, that (too) is fine.")

    def test_leaves_numbered_lists(self):
        self.assert_becomes("1.加强领导", "1.加强领导")

    def test_widens_both_parentheses_or_none(self):
        self.assert_becomes("五(1)班的总值(GDP)高", "五（1）班的总值（GDP）高")
        self.assert_becomes("call f(x) now", "call f(x) now")

    def test_curls_quotes_double_outside_single_inside(self):
        self.assert_becomes("他说:\"我们叫它'小店'。\"", "他说：“我们叫它‘小店’。”")

    def test_leaves_feet_apostrophes_and_odd_quotes(self):
        self.assert_becomes("板长5'10\"，don't动", "板长5'10\"，don't动")
        self.assert_becomes('只有"一半', '只有"一半')

    def test_writes_six_dots_and_a_double_dash(self):
        self.assert_becomes("红的、绿的...还有蓝的。。。", "红的、绿的……还有蓝的……")
        self.assert_becomes("一个人--他", "一个人——他")
        self.assert_becomes("一个人―――他", "一个人——他")

    def test_leaves_hyphens_of_codes(self):
        self.assert_becomes("型号A-12和0571-888", "型号A-12和0571-888")

    def test_narrows_letters_digits_and_the_ideographic_space(self):
        self.assert_becomes("\u3000\u3000ＰＭ２．５占８％", "PM2.5占8%")

    def test_never_folds_chinese_marks(self):
        self.assert_becomes("（一）“好”，……：《书》！", "（一）“好”，……：《书》！")

    def test_puts_the_centre_dot_into_foreign_names(self):
        self.assert_becomes("阿依・古丽和高12・8米", "阿依·古丽和高12・8米")
        self.assert_becomes("阿依．古丽", "阿依·古丽")

    def test_leaves_the_mark_of_a_list(self):
        self.assert_becomes("一．增收", "一.增收")
        self.assert_becomes("十二.增收", "十二.增收")

    def test_nests_titles_inside_titles(self):
        self.assert_becomes("《读《红楼梦》有感》", "《读〈红楼梦〉有感》")

    def test_removes_what_cannot_be_seen(self):
        self.assert_becomes("\ufeff中\u200b文\u00ad字\x07", "中文字")

    def test_keeps_at_most_three_exclamations(self):
        self.assert_becomes("真的吗？？？！！！", "真的吗？？？")

    def test_says_what_it_changed_and_what_it_doubts(self):
        read = review("《甲》、《乙》,好")

        self.assertEqual(read.changed, ("marks",))
        self.assertEqual(read.doubts, ("adjacent-titles",))

    @given(st.one_of(st.text(), MARKS))
    def test_twice_is_once(self, text):
        self.assertEqual(normalise(normalise(text)), normalise(text))

    @given(st.one_of(st.text(), MARKS))
    def test_never_touches_a_word(self, text):
        self.assertEqual(words_of(normalise(text)), words_of(text))

    def test_does_not_hang_on_hostile_text(self):
        for hostile in ("a", "-", " ", "(", '"中', "...", "www.", "a@", "《", "！", "'s "):
            with self.subTest(hostile), does_not_hang():
                normalise(hostile * 200_000)
