from collections import Counter

from django.test import SimpleTestCase
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hanging import does_not_hang
from tests.wording.test_comparing import CARE, MEETING, REFORM, STORY
from wording.merging import merge

TEXTS = st.text(alphabet="工会职。，\n3月a图[]1", max_size=40)
PARAGRAPHS = [
    f"{first}镇报道，{second}小组今年走访了{number}户{first}{second}人家。"
    for first, second, number in zip("甲乙丙丁戊己", "春夏秋冬晨昏", range(11, 17), strict=True)
]


REPORTS = [
    "甲镇报道，春小组今年走访了11户人家，送去米油。",
    "工会干部李凡来到乙村，看望困难职工，他说变化真大。",
    "据丙市介绍，目前建成驿站300个，服务职工3.5万人次。",
    "寒风里，外卖员推开丁站的门，一杯热茶递到手中。",
    "会议要求，戊县要聚焦主责主业，推动改革走深走实。",
    "活动现场，志愿者为己路居民理发、义诊、修理家电。",
]


class MergingTests(SimpleTestCase):
    def assert_merges(self, expected, base, mine, theirs):
        self.assertEqual(merge(base, mine, theirs).text, expected)
        self.assertEqual(merge(base, theirs, mine).text, expected)

    def assert_clashes(self, expected, base, mine, theirs):
        """One question, about the common words, mine and theirs."""
        conflicts = merge(base, mine, theirs).conflicts

        self.assertEqual([(part.base, part.mine, part.theirs) for part in conflicts], [expected])

    def test_takes_edits_in_different_phrases(self):
        self.assert_merges("稿件在500字以内。", "稿件在300字之内。", "稿件在500字之内。", "稿件在300字以内。")

    def test_takes_edits_in_different_paragraphs(self):
        self.assert_merges(
            STORY.replace("部署", "安排").replace("温暖", "关怀"),
            STORY,
            STORY.replace("部署", "安排"),
            STORY.replace("温暖", "关怀"),
        )

    def test_takes_the_same_edit_once(self):
        self.assert_merges("谢谢您大家", "谢谢大家", "谢谢您大家", "谢谢您大家")
        self.assertEqual([part.kind for part in merge("甲。", "甲。乙", "甲。乙").parts], ["kept", "both"])

    def test_takes_the_same_word_once_in_a_row_of_its_likes(self):
        self.assert_merges("谢谢谢大家好", "谢谢大家", "谢谢谢大家", "谢谢谢大家好")

    def test_takes_a_paragraph_struck_out_beside_one_corrected(self):
        self.assert_merges(
            f"{MEETING}\n大会强调",
            f"{MEETING}\n{REFORM}\n会议强调",
            f"{MEETING}\n会议强调",
            f"{MEETING}\n{REFORM}\n大会强调",
        )

    def test_takes_a_paragraph_added_behind_one_corrected(self):
        self.assert_merges(f"{CARE[:-3]}关怀。\n（完）", CARE, f"{CARE}\n（完）", f"{CARE[:-3]}关怀。")

    def test_asks_about_two_corrections_of_one_number(self):
        self.assert_clashes(("300", "500", "400"), "在300字内", "在500字内", "在400字内")

    def test_asks_about_two_corrections_of_one_date(self):
        self.assert_clashes(("3月2日", "4月2日", "3月5日"), "3月2日上午", "4月2日上午", "3月5日上午")

    def test_asks_about_edits_that_meet(self):
        self.assert_clashes(("深入推进", "扎实推进", "深入开展"), "深入推进改革", "扎实推进改革", "深入开展改革")

    def test_asks_about_insertions_in_one_place(self):
        self.assert_clashes(("", "甲段。\n", "乙段。\n"), f"{CARE}\n完", f"{CARE}\n甲段。\n完", f"{CARE}\n乙段。\n完")

    def test_asks_when_one_corrects_what_the_other_struck_out(self):
        self.assert_clashes(
            (REFORM + "\n", "", REFORM.replace("深入", "扎实") + "\n"),
            f"{MEETING}\n{REFORM}\n{CARE}",
            f"{MEETING}\n{CARE}",
            f"{MEETING}\n{REFORM.replace('深入', '扎实')}\n{CARE}",
        )

    def test_a_question_shows_the_text_around_it(self):
        [question] = merge("稿件在300字以内。", "稿件在500字以内。", "稿件在400字以内。").conflicts

        self.assertEqual((question.before, question.after), ("稿件在", "字以内。"))

    def test_answers_are_filled_in_and_none_is_chosen_in_silence(self):
        merged = merge("稿件在300字以内。", "稿件在500字以内。", "稿件在400字以内。")

        self.assertEqual(merged.settled(["450"]), "稿件在450字以内。")
        self.assertEqual((merged.with_mine(), merged.with_theirs()), ("稿件在500字以内。", "稿件在400字以内。"))
        with self.assertRaises(ValueError):
            merged.text  # noqa: B018

    def test_a_correction_goes_along_with_the_paragraph_that_the_other_moved(self):
        self.assert_merges(
            f"{REFORM}\n{CARE}\n{MEETING.replace('部署', '安排')}\n",
            f"{MEETING}\n{REFORM}\n{CARE}\n",
            f"{REFORM}\n{CARE}\n{MEETING}\n",
            f"{MEETING.replace('部署', '安排')}\n{REFORM}\n{CARE}\n",
        )

    def test_the_same_move_counts_once(self):
        self.assert_merges(
            f"{REFORM}\n{MEETING}", f"{MEETING}\n{REFORM}", f"{REFORM}\n{MEETING}", f"{REFORM}\n{MEETING}"
        )

    def test_asks_about_a_paragraph_that_both_moved_to_different_places(self):
        lines = [f"{MEETING}\n", f"{REFORM}\n", f"{CARE}\n", f"{MEETING[:9]}另讯。\n"]
        mine, theirs = (lines[1] + lines[0] + lines[2] + lines[3], lines[1] + lines[2] + lines[0] + lines[3])

        merged = merge("".join(lines), mine, theirs)

        self.assertEqual((merged.with_mine(), merged.with_theirs()), (mine, theirs))

    def test_large_texts_without_anything_in_common_end(self):
        texts = ["".join(chr(start + at * 7 % 900) for at in range(100_000)) for start in (0x4E00, 0x5E00, 0x6E00)]

        with does_not_hang():
            merged = merge(*texts)

        self.assertEqual((merged.with_mine(), merged.with_theirs()), (texts[1], texts[2]))


class PromisesOfMergingTests(SimpleTestCase):
    @given(TEXTS, TEXTS)
    @settings(max_examples=300, deadline=None)
    def test_who_alone_has_edited_gets_all_of_it(self, base, text):
        self.assertEqual(merge(base, text, base).text, text)
        self.assertEqual(merge(base, base, text).text, text)
        self.assertEqual(merge(base, text, text).text, text)

    @given(TEXTS, TEXTS, TEXTS)
    @settings(max_examples=500, deadline=None)
    def test_the_sides_may_be_exchanged(self, base, mine, theirs):
        merged, exchanged = merge(base, mine, theirs), merge(base, theirs, mine)

        self.assertEqual(merged.with_mine(), exchanged.with_theirs())
        self.assertEqual(
            [(part.base, part.mine, part.theirs) for part in merged.conflicts],
            [(part.base, part.theirs, part.mine) for part in exchanged.conflicts],
        )

    @given(TEXTS, TEXTS, TEXTS)
    @settings(max_examples=500, deadline=None)
    def test_nothing_that_was_typed_is_lost(self, base, mine, theirs):
        merged = merge(base, mine, theirs)

        self.assertEqual(Counter(mine) - Counter(base) - Counter(merged.with_mine()), Counter())
        self.assertEqual(Counter(theirs) - Counter(base) - Counter(merged.with_theirs()), Counter())

    @given(TEXTS, TEXTS, TEXTS)
    def test_the_parts_hold_the_common_text(self, base, mine, theirs):
        self.assertEqual("".join(part.base for part in merge(base, mine, theirs).parts), base)

    @given(st.randoms(use_true_random=False), st.sampled_from(range(6)), st.sampled_from(range(6)))
    @settings(max_examples=200, deadline=None)
    def test_edits_in_two_paragraphs_are_both_taken(self, chance, one, other):
        mine, theirs, both = list(PARAGRAPHS), list(PARAGRAPHS), list(PARAGRAPHS)
        mine[one] = both[one] = edited(mine[one], chance, "喜")
        theirs[other] = edited(theirs[other], chance, "乐")
        both[other] = theirs[other]

        if one != other:
            self.assertEqual(merge(*map("\n".join, (PARAGRAPHS, mine, theirs))).text, "\n".join(both))

    @given(st.permutations(PARAGRAPHS), st.sampled_from(range(6)))
    @settings(max_examples=200, deadline=None)
    def test_moved_paragraphs_are_neither_lost_nor_doubled(self, moved, corrected):
        theirs = [line.replace("走访", "看望") if line == PARAGRAPHS[corrected] else line for line in PARAGRAPHS]
        expected = [line.replace("走访", "看望") if line == PARAGRAPHS[corrected] else line for line in moved]

        merged = merge(*("\n".join([*lines, ""]) for lines in (PARAGRAPHS, moved, theirs)))

        if merged.is_clean:
            self.assertEqual(merged.text, "\n".join([*expected, ""]))
        self.assertEqual(Counter(merged.with_mine().replace("看望", "走访")), Counter("\n".join([*moved, ""])))

    @given(st.permutations(PARAGRAPHS), st.permutations(PARAGRAPHS))
    @settings(max_examples=300, deadline=None)
    def test_moves_of_both_are_neither_lost_nor_doubled(self, mine, theirs):
        merged = merge(*("\n".join([*lines, ""]) for lines in (PARAGRAPHS, mine, theirs)))

        self.assertEqual(sorted(merged.with_mine().split("\n")), sorted([*PARAGRAPHS, ""]))
        self.assertEqual(sorted(merged.with_theirs().split("\n")), sorted([*PARAGRAPHS, ""]))

    @given(st.randoms(use_true_random=False))
    @settings(max_examples=300, deadline=None)
    def test_what_both_moved_and_corrected_is_all_there_whatever_the_answers(self, chance):
        mine, theirs = moved_and_edited(chance, "喜"), moved_and_edited(chance, "乐")

        merged = merge("\n".join(REPORTS), mine, theirs)

        self.assertEqual(merged.with_mine().count("喜"), mine.count("喜"))
        self.assertEqual(merged.with_theirs().count("乐"), theirs.count("乐"))
        for place in "甲乙丙丁戊己":
            self.assertEqual((merged.with_mine().count(place), merged.with_theirs().count(place)), (1, 1))


def moved_and_edited(chance, sign):
    lines = chance.sample(REPORTS, 6) if chance.random() < 0.3 else list(REPORTS)
    lines.insert(chance.randrange(6), lines.pop(chance.randrange(6)))
    for _ in range(chance.randrange(4)):
        at, row = chance.randrange(12, 20), chance.randrange(6)
        lines[row] = lines[row][:at] + sign + lines[row][at:]
    return "\n".join(lines)


def edited(line, chance, sign):
    at = chance.randrange(len(line))
    return line[:at] + sign + line[at + chance.randrange(2) :]
