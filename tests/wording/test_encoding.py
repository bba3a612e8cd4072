from unittest import TestCase

from wording.encoding import UnreadableError, decode

SIMPLIFIED = "本报讯：江畔区的工人们在车间里度过了一个难忘的夜晚，这是一件大事。"
TRADITIONAL = "本報訊：這是我們的一個大會，他們來到這裡學習，說起來沒有人不為之動容。"


class DecodeTests(TestCase):
    def test_reads_utf8_with_and_without_its_mark(self):
        self.assertEqual(decode(SIMPLIFIED.encode()), SIMPLIFIED)
        self.assertEqual(decode(SIMPLIFIED.encode("utf-8-sig")), SIMPLIFIED)

    def test_reads_utf16_of_both_orders_by_its_mark(self):
        self.assertEqual(decode(b"\xff\xfe" + SIMPLIFIED.encode("utf-16-le")), SIMPLIFIED)
        self.assertEqual(decode(b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be")), SIMPLIFIED)

    def test_reads_utf16_without_its_mark(self):
        text = "工友过节\n本报讯 大家都说，这样的夜校是要常来的。\n"

        for encoding in ("utf-16-le", "utf-16-be"):
            self.assertEqual(decode(text.encode(encoding)), text)

    def test_a_picture_is_no_utf16(self):
        for data in (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", bytes(range(256)) * 40):
            with self.assertRaises(UnreadableError):
                decode(data)

    def test_reads_gb18030(self):
        self.assertEqual(decode((SIMPLIFIED + "𠮷").encode("gb18030")), SIMPLIFIED + "𠮷")

    def test_tells_big5_from_gb18030(self):
        self.assertEqual(decode(TRADITIONAL.encode("big5")), TRADITIONAL)

    def test_refuses_what_is_no_text(self):
        for data in (b"\x89PNG\r\n\x1a\n\x00\x00", b"\xff\xfeabc", b"\xff\xff\xff", b"a\x00b", b"\xff\xfe\x00\xd8"):
            with self.assertRaises(UnreadableError):
                decode(data)

    def test_reads_nothing_as_nothing(self):
        self.assertEqual(decode(b""), "")
