from unittest import TestCase

from wording.pairs import nested_alike, stops_between_titles, unpaired


def shown(text, rule=unpaired):
    return [(slip.start, text[slip.start : slip.end], slip.suggestion) for slip in rule(text)]


class PairTests(TestCase):
    def test_lets_marks_pass_that_pair_and_nest(self):
        for text in (
            "他说：“读了《〈论语〉新解》（修订本），‘好’。”",
            "1）先登记；2）再领取。a)报名",
            "It’s the workers’ day，’90s",
        ):
            with self.subTest(text):
                self.assertEqual(shown(text), [])

    def test_shows_what_was_never_closed(self):
        self.assertEqual(shown("本报讯（记者李凡报道"), [(3, "（", None)])
        self.assertEqual(shown("他读《红楼梦。\n又读《水浒》"), [(2, "《", None)])

    def test_shows_what_was_never_opened(self):
        self.assertEqual(shown("工匠精神”在这里"), [(4, "”", None)])

    def test_takes_a_second_opening_for_the_closing_mark(self):
        self.assertEqual(shown("弘扬“工匠“精神"), [(5, "“", "”")])

    def test_wants_the_width_in_which_a_bracket_was_opened(self):
        self.assertEqual(shown("（见图)"), [(3, ")", "）")])

    def test_lets_a_quotation_run_over_paragraphs_that_open_it_anew(self):
        self.assertEqual(shown("“我们开工了。\n“今年不一样。”他说。"), [])
        self.assertEqual(shown("“我们开工了。\n今年不一样。”他说。"), [])

    def test_shows_a_quotation_after_which_another_one_begins(self):
        self.assertEqual(shown("“我们开工了。\n他说“好”。"), [(0, "“", None)])

    def test_shows_crossed_pairs_once(self):
        self.assertEqual(shown("（读“书）”"), [(2, "“", None), (5, "”", None)])

    def test_shows_a_stop_between_titles(self):
        self.assertEqual(shown("《红楼梦》、《水浒》", stops_between_titles), [(5, "、", "")])
        self.assertEqual(shown("《红楼梦》（节选）、《水浒》", stops_between_titles), [])

    def test_reads_a_text_of_brackets_in_no_time(self):
        self.assertEqual(len(shown("（" * 20_000)), 1)

    def test_wants_single_marks_inside_double_ones(self):
        self.assertEqual(shown("“弘扬“工匠”精神”", nested_alike), [(3, "“工匠”", "‘工匠’")])
        self.assertEqual(shown("“弘扬‘工匠’精神”", nested_alike), [])
