import random

from django.test import SimpleTestCase
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hanging import does_not_hang
from wording.comparing import compare

MEETING = "3月1日，市总工会召开全市工会系统工作会议，总结2022年工作，部署2023年任务。"
REFORM = "会议指出，各级工会深入推进产业工人队伍建设改革，累计培训职工3.5万人次，新建劳模工作室12个。"
CARE = "会议强调，要扎实做好困难职工帮扶工作，让职工群众感受到党和政府的温暖。"
STORY = "\n".join([MEETING, REFORM, CARE])

TEXTS = st.text(alphabet="工会职。，\n的3月2日a图[]1# “”\r", max_size=60)


def marked(comparison):
    """The difference as one would note it in the margin: [-gone][+new]."""
    signs = {"gone": "[-{}]", "new": "[+{}]", "equal": "{}", "folded": "{}"}
    return "".join(signs[piece.kind].format(piece.text) for piece in comparison.pieces)


class ComparingTests(SimpleTestCase):
    @given(TEXTS, TEXTS)
    @settings(max_examples=300, deadline=None)
    def test_loses_no_character_of_either_text(self, before, after):
        comparison = compare(before, after)

        self.assertEqual((comparison.before, comparison.after), (before, after))
        self.assertEqual((comparison.folded().before, comparison.folded().after), (before, after))

    @given(TEXTS)
    def test_finds_nothing_between_equal_texts(self, text):
        self.assertTrue(compare(text, text).is_equal)

    @given(TEXTS, TEXTS)
    def test_tells_the_same_each_time(self, before, after):
        self.assertEqual(compare(before, after), compare(before, after))

    def test_tells_lines_that_came_and_went(self):
        comparison = compare(f"{MEETING}\n{CARE}", f"{MEETING}\n## 改革再深化\n{CARE}")

        self.assertEqual([passage.kind for passage in comparison.passages], ["equal", "new", "equal"])

    def test_numbers_a_paragraph_that_moved(self):
        comparison = compare(f"{MEETING}\n{REFORM}\n{CARE}", f"{REFORM}\n{MEETING}\n{CARE}")

        moves = [(piece.kind, piece.text, piece.move) for piece in comparison.pieces if piece.move]
        self.assertEqual(moves, [("gone", MEETING + "\n", 1), ("new", MEETING + "\n", 1)])

    def test_tells_what_changed_in_a_paragraph_that_moved(self):
        comparison = compare(f"{MEETING}\n{REFORM}\n{CARE}\n", f"{MEETING}\n{CARE}\n{REFORM.replace('12', '15')}\n")

        self.assertEqual(marked(comparison.moved[1]), REFORM.replace("12", "[-12][+15]"))

    def test_numbers_a_sentence_that_moved(self):
        comparison = compare("今天天气很好。我们去公园玩。", "我们去公园玩。今天天气很好。")

        self.assertEqual([piece.move for piece in comparison.pieces], [1, 0, 1])

    def test_folds_what_is_far_from_any_change(self):
        comparison = compare("\n".join([MEETING] * 5 + [CARE]), "\n".join([MEETING] * 5 + [REFORM])).folded()

        self.assertEqual([(folded, len(run)) for folded, run in comparison.stretches], [(True, 4), (False, 2)])

    def test_folds_the_middle_of_a_long_paragraph(self):
        long = "职工之家" * 50

        pieces = compare(f"一{long}二", f"三{long}四").folded().pieces

        self.assertEqual([len(piece.text) for piece in pieces if piece.is_equal], [30, 140, 30])
        self.assertEqual([piece.kind for piece in pieces if piece.is_equal], ["equal", "folded", "equal"])


class HostileTextTests(SimpleTestCase):
    """A hundred thousand characters a side: each with each would be minutes."""

    def assert_ends(self, before, after):
        with does_not_hang():
            comparison = compare(before, after)

        self.assertEqual((comparison.before, comparison.after), (before, after))

    def test_texts_with_nothing_in_common_end(self):
        self.assert_ends(
            "".join(chr(0x4E00 + at % 5000) for at in range(100_000)),
            "".join(chr(0x6E00 + at % 5000) for at in range(100_000)),
        )

    def test_the_same_letters_in_another_order_end(self):
        letters = [chr(0x4E00 + at % 700) for at in range(100_000)]

        self.assert_ends("".join(letters), "".join(random.Random(1).sample(letters, len(letters))))

    def test_repetitions_end_soon(self):
        self.assert_ends("职工" * 50_000, "职职工" * 33_000)
        self.assert_ends("职" * 100_000, "工" + "职" * 50_000 + "工")

    def test_very_many_short_lines_end_soon(self):
        lines = [chr(0x4E00 + at % 20000) + "\n" for at in range(50_000)]

        self.assert_ends("".join(lines), "".join(random.Random(1).sample(lines, len(lines))))

    def test_marks_that_never_close_end_soon(self):
        self.assert_ends("[图" * 50_000, "**" * 50_000)
        self.assert_ends("http://" * 14_000, "www." * 25_000)

    def test_a_long_report_is_still_read_by_phrase(self):
        report = [f"第{at}个{chr(0x4E00 + at * 7)}小组{chr(0x5E00 + at * 5)}会" + MEETING for at in range(600)]

        comparison = compare("\n".join(report), "\n".join(report).replace("部署", "安排"))

        self.assertEqual({piece.text for piece in comparison.pieces if piece.kind == "new"}, {"安排"})
