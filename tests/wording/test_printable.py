from unittest import TestCase

from wording.printable import printable


class PrintableTests(TestCase):
    def test_what_has_no_sign_of_its_own_is_written_out(self):
        self.assertEqual(printable("稿\u202e\x1b[2J\n.txt"), r"稿\u202e\x1b[2J\n.txt")

    def test_words_and_wide_spaces_stay(self):
        self.assertEqual(printable("送清凉\u3000A02，𠮷.txt"), "送清凉\u3000A02，𠮷.txt")
