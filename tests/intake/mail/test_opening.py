import base64

from django.test import SimpleTestCase

from intake.apart import open_mail_apart
from intake.mail.opening import open_mail
from tests.intake.mail.mails import encoded_word, mail, written

NAME = "朱镕"  # the second character is in GB18030 and not in GB2312


class HeaderTests(SimpleTestCase):
    def test_unlabelled_gb18030_is_read(self):
        headers = [
            b"From: " + NAME.encode("gb18030") + b" <zhu@union.example>",
            b"Subject: " + "投稿：夜校".encode("gb18030"),
        ]

        opened = open_mail(written(headers, "正文在此，请审阅。".encode("gb18030")))

        self.assertEqual((opened.sender_name, opened.sender_address), (NAME, "zhu@union.example"))
        self.assertEqual((opened.subject, opened.text), ("投稿：夜校", "正文在此，请审阅。"))

    def test_a_charset_that_is_too_small_for_its_words_is_made_larger(self):
        headers = [b"From: " + encoded_word(NAME) + b" <a@b.example>", b"Subject: " + encoded_word(f"{NAME}来稿")]

        opened = open_mail(written(headers, NAME.encode("gb18030"), charset="gb2312"))

        self.assertEqual((opened.sender_name, opened.subject, opened.text), (NAME, "朱镕来稿", NAME))

    def test_a_character_parted_between_two_words_is_put_together(self):
        written_out = "工会夜校".encode("gb18030")
        words = [b"=?gb2312?B?" + base64.b64encode(part) + b"?=" for part in (written_out[:3], written_out[3:])]

        self.assertEqual(open_mail(written([b"Subject: " + b"\r\n ".join(words)], b"")).subject, "工会夜校")

    def test_a_western_label_on_chinese_bytes_is_not_believed(self):
        for charset in ("iso-8859-1", "us-ascii", "unknown-8bit"):
            opened = open_mail(written([], "夜校开课了，大家都来听课。".encode("gb18030"), charset=charset))
            self.assertEqual(opened.text, "夜校开课了，大家都来听课。")

    def test_a_western_label_on_western_bytes_is(self):
        self.assertEqual(open_mail(written([], b"caf\xe9 cr\xe8me", charset="iso-8859-1")).text, "café crème")

    def test_big5_and_utf_16_are_read(self):
        self.assertEqual(open_mail(written([], "夜校開課了。".encode("big5"), charset="big5")).text, "夜校開課了。")

    def test_a_senseless_date_is_none(self):
        for date in (b"yesterday", b"Mon, 99 Jan 99999 00:00:00 +9999", b"1 Jan 1800 00:00 +0000", b""):
            self.assertIsNone(open_mail(written([b"Date: " + date], b"")).sent_at)


class FileNameTests(SimpleTestCase):
    def name(self, *headers):
        return open_mail(b"\r\n".join([*headers, b"", b"%PDF-1.4"])).files[0].name

    def test_all_ways_to_write_a_name_are_read(self):
        kind = b"Content-Type: application/pdf"
        put = b"Content-Disposition: attachment; filename"
        ways = [
            put + b"*=utf-8''%E7%A8%BF%E4%BB%B6.pdf",
            put + b"*=gb2312''%B8%E5%BC%FE.pdf",
            put + b"*0*=utf-8''%E7%A8%BF;\r\n filename*1*=%E4%BB%B6.pdf",
            put + b'="' + encoded_word("稿件.pdf") + b'"',
            put + b'="' + "稿件.pdf".encode("gb18030") + b'"',
            put + b'="' + "稿件.pdf".encode() + b'"',
        ]
        for way in ways:
            self.assertEqual(self.name(kind, way), "稿件.pdf", way)

    def test_the_name_in_the_content_type_counts_where_there_is_no_other(self):
        self.assertEqual(
            self.name(b'Content-Type: application/pdf; name="' + encoded_word("稿件.pdf") + b'"'), "稿件.pdf"
        )

    def test_a_hostile_name_is_no_path_and_turns_no_text_around(self):
        put = b"Content-Type: application/pdf\r\nContent-Disposition: attachment; filename"

        self.assertEqual(self.name(put + b'="../../etc/passwd"'), "passwd")
        self.assertEqual(self.name(put + b"*=utf-8''%E7%A8%BF%E2%80%AEfdp.exe"), "稿 fdp.exe")
        self.assertEqual(self.name(put + b"*=utf-8''a%0D%0AX-Evil:%201.pdf"), "a X-Evil: 1.pdf")
        self.assertEqual(self.name(put + b'=""'), "1.pdf")


class TextTests(SimpleTestCase):
    def test_of_html_the_paragraphs_are_kept(self):
        html = "<style>p{}</style><p>夜校开课了。</p><div>大家<b>听课</b>。<br>谢谢！</div><script>alert(1)</script>"

        self.assertEqual(open_mail(bytes(mail(html=html))).text, "夜校开课了。\n\n大家听课。\n谢谢！")

    def test_plain_text_is_taken_where_there_is_html_too(self):
        self.assertEqual(open_mail(bytes(mail(text="夜校", html="<p>学堂</p>"))).text.strip(), "夜校")

    def test_what_looks_like_html_in_words_stays_words(self):
        self.assertEqual(open_mail(bytes(mail(html="&lt;script&gt; 1 < 2"))).text, "<script> 1 < 2")

    def test_quoted_answers_and_signatures_are_kept(self):
        text = "请看。\n\n> 老师好\n\n-- \n林岚\n电话：1234567"

        self.assertEqual(open_mail(bytes(mail(text=text))).text.strip(), text)


class HostileMailTests(SimpleTestCase):
    def test_a_sender_of_ten_thousand_brackets_is_read(self):
        self.assertEqual(open_mail(b"From: " + b"(" * 10_000 + b"a@b.example\r\n\r\n").sender_address, "a@b.example")

    def test_whatever_comes_ends_in_a_mail(self):
        deep = b"".join(b"Content-Type: multipart/mixed; boundary=%d\r\n\r\n--%d\r\n" % (n, n) for n in range(300))
        for data in (b"", b"\0" * 99, deep, b"Content-Type: text/html\r\n\r\n" + b"<!--" * 100_000, b"\r\n" * 9999):
            self.assertEqual(open_mail_apart(data).files, ())
