from unittest import TestCase

from wording.printable import printable, says_anything


class PrintableTests(TestCase):
    def test_what_has_no_sign_of_its_own_is_written_out(self):
        self.assertEqual(printable("稿\u202e\x1b[2J\n.txt"), r"稿\u202e\x1b[2J\n.txt")

    def test_words_and_wide_spaces_stay(self):
        self.assertEqual(printable("送清凉\u3000A02，𠮷.txt"), "送清凉\u3000A02，𠮷.txt")


class SayingTests(TestCase):
    def test_blanks_and_signs_that_nobody_sees_say_nothing(self):
        for words in ("", " \u3000\n", "\u200b", "\ufeff\u2060", "\u00a0\u00ad", "\u3164", "\u2800", "\ufe0f"):
            self.assertFalse(says_anything(words), ascii(words))

    def test_one_sign_is_enough(self):
        for words in ("稿", "\u200b。", "𠮷", "\ue000", "1"):
            self.assertTrue(says_anything(words), ascii(words))
