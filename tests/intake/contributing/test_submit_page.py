from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase, override_settings
from django.urls import reverse

from bylines.sealing import unsealed
from intake.models import ConsentText, Contribution, Letter, OwnLink
from tests.factories import make_column, make_town
from tests.intake.contributing.forms import PHONE, TEXT, AtTheForm, document, jpeg


class SubmitPageTests(AtTheForm, TestCase):
    def setUp(self):
        self.consent = self.open_the_form()

    def test_takes_nothing_before_the_paper_has_a_consent_text(self):
        for text in (None, " "):
            ConsentText.objects.all().delete()
            if text:
                ConsentText.objects.create(text=text)
            response = self.send(consent="1")

            self.assertContains(response, "暂不")
        self.assertFalse(Letter.objects.exists())

    @override_settings(PRIVATE_DATA_KEYS=[])
    def test_takes_nothing_that_it_could_not_seal(self):
        self.assertContains(self.send(), "暂不")

    def test_keeps_a_letter_with_all_that_was_declared(self):
        town, column = make_town(), make_column()

        self.send(
            region="诸暨 店口镇",
            column=column.pk,
            email="zhou@union.example",
            sent="elsewhere",
            elsewhere="省报",
            elsewhere_printed="3月1日",
            ai="assisted",
        )

        one = Contribution.objects.get()
        self.assertEqual((one.letter.subject, one.letter.text), ("下了班上夜校", TEXT))
        self.assertEqual((one.name, one.unit, one.region, one.column), ("周永卫", "江畔区总工会", town, column))
        self.assertEqual((one.elsewhere, one.elsewhere_printed, one.ai_use), ("省报", "3月1日", "assisted"))
        self.assertEqual((one.consent, one.letter.read_at), (self.consent, None))

    def test_seals_phone_and_address(self):
        self.send(email="zhou@union.example")

        one = Contribution.objects.get()
        self.assertEqual((unsealed(one.phone), unsealed(one.email)), (PHONE, "zhou@union.example"))
        with one.letter.raw.open() as file:
            stored = f"{one.phone}{one.email}{one.letter.sender_name}{one.letter.text}{file.read().decode()}"
        self.assertNotIn(PHONE, stored)
        self.assertNotIn("zhou@", stored)

    def test_answers_with_number_and_link(self):
        response = self.send()

        page = self.client.get(response["Location"])
        self.assertContains(page, Contribution.objects.get().number)
        self.assertContains(page, response["Location"].partition("?")[0])
        self.assertNotIn(response["Location"].split("/")[2], str(OwnLink.objects.values_list()))

    def test_a_second_press_is_the_same_submission(self):
        first, second = self.send(**{"photo-0": jpeg()}), self.send(**{"photo-0": jpeg()})

        self.assertEqual(first["Location"], second["Location"])
        self.assertEqual((Letter.objects.count(), OwnLink.objects.count()), (1, 1))

    def test_another_text_from_the_same_page_is_another(self):
        self.send()
        self.send(text=f"{TEXT}又一段。")

        self.assertEqual(Contribution.objects.count(), 2)

    def test_gives_back_all_that_was_typed(self):
        response = self.send(headline="", name="周<b>永卫", region="没有这个地方", agreed=None)

        for words in ("周&lt;b&gt;永卫", "没有这个地方", "夜校开设了电工", PHONE, "江畔区总工会"):
            self.assertContains(response, words, status_code=400)
        self.assertContains(response, "请填写", status_code=400)
        self.assertContains(response, "没有叫这个名字的地区", status_code=400)
        self.assertFalse(Letter.objects.exists())

    def test_wants_a_text_or_a_document(self):
        self.assertContains(self.send(text="\u3000\n"), "没有正文", status_code=400)
        self.assertEqual(self.send(text="", document=document("下了班上夜校", TEXT)).status_code, 302)

    def test_wants_to_know_where_else_it_went(self):
        self.assertContains(self.send(sent="elsewhere"), "投给了谁", status_code=400)

    def test_a_text_that_has_changed_is_agreed_to_anew(self):
        old = self.consent.pk
        ConsentText.objects.create(text="新的说法。")

        response = self.send(consent=str(old))

        self.assertContains(response, "新的说法", status_code=400)
        self.assertNotContains(response, "checked> <span>我已", status_code=400)

    def test_a_program_that_fills_in_everything_is_told(self):
        self.assertContains(self.send(website="http://x.example"), "请清空", status_code=400)

    def test_no_other_site_sends_in_a_readers_name(self):
        response = self.client.post(reverse("submit_page"), self.fields(), headers={"sec-fetch-site": "cross-site"})

        self.assertEqual(response.status_code, 403)

    def test_sets_no_cookie_and_is_kept_nowhere(self):
        response = self.client.get(reverse("submit_page"))

        self.assertEqual((response.cookies.items(), response["Cache-Control"]), ({}.items(), "private, no-store"))

    def test_takes_no_file_that_no_reader_of_ours_takes(self):
        for name, content in (
            ("a.exe", b"MZ\x90\x00" * 50),
            ("a.docx", b"PK\x03\x04" + b"\x00" * 60),
            ("a.pdf", b"%PDF-1.4 x"),
            ("a.html", b"<html><script>1</script>"),
            ("a.docx", b""),
        ):
            response = self.send(document=SimpleUploadedFile(name, content))

            self.assertContains(response, "尚未提交", status_code=400, msg_prefix=name)
        self.assertContains(self.send(**{"photo-0": SimpleUploadedFile("a.jpg", b"<svg/>")}), "a.jpg", status_code=400)
        self.assertFalse(Letter.objects.exists())
