from unittest import TestCase

from wording.runs import Run, runs


class RunsTests(TestCase):
    def test_tell_what_is_bold(self):
        self.assertEqual(runs("日前，**三百名**职工"), [Run("日前，"), Run("三百名", True), Run("职工")])

    def test_keep_the_words_of_a_link_and_what_is_bold_in_it(self):
        self.assertEqual(runs("见[报告**全文**](https://example.org)"), [Run("见"), Run("报告"), Run("全文", True)])
        self.assertEqual(runs("**[报告](/a)**"), [Run("报告", True)])

    def test_leave_as_text_what_is_no_link(self):
        self.assertEqual(runs("[它](javascript:x)"), [Run("[它](javascript:x)")])

    def test_of_nothing_are_none(self):
        self.assertEqual(runs(""), [])
