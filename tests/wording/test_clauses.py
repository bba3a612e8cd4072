from unittest import TestCase

from wording.clauses import clauses, shared


class ClauseTests(TestCase):
    def test_knows_a_text_again_after_it_was_edited(self):
        ours = clauses("店口镇总工会送来清凉，三百名职工参加活动。何伟江作了介绍。")
        theirs = clauses("店口镇总工会送来清凉，三百名职工参加活动。昨天的天气很好。")

        self.assertEqual(shared(ours, theirs), 2 / 3)

    def test_takes_no_notice_of_what_many_texts_have(self):
        self.assertEqual(clauses("他说，近年来，据了解。"), frozenset())
        self.assertEqual(shared(clauses("他说。"), clauses("他说。")), 0.0)
