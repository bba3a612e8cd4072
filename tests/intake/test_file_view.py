from unittest import mock

from django.core.files.storage import default_storage
from django.urls import reverse

from articles.models import Article
from intake import incoming
from intake.apart import render_apart
from intake.manuscripts import unpack
from newsroom.groups import PHOTOGRAPHER
from tests.factories import make_user
from tests.intake.documents.samples import Sheet, word
from tests.intake.screen import SCREEN, ScreenTestCase, typed
from tests.intake.test_pdf_intake import draw_page
from tests.intake.test_screen_files import dropped
from tests.intake.test_word_intake import illustrated

FILE = reverse("admin:intake_file")
NO_WORK = mock.Mock(side_effect=AssertionError("was done before"))


class FileViewTests(ScreenTestCase):
    def send(self, name, data):
        return self.client.post(FILE, {"file": dropped(name, data)})

    def picture(self, digest, which):
        return self.client.get(reverse("admin:intake_picture", args=[digest, 0, which]))

    def test_says_what_was_read_and_saves_nothing(self):
        answer = self.send("版面.pdf", draw_page(Sheet()).pdf()).json()

        self.assertEqual((answer["said"], answer["notRead"]), ("2篇稿件", []))
        self.assertEqual(incoming.pick_up(digest=answer["digest"], by=self.editor)[0], "版面.pdf")
        self.assertEqual(Article.objects.count(), 0)

    def test_a_refused_file_is_not_kept(self):
        answer = self.send("坏.docx", word("坏")[:-100]).json()

        self.assertIn("“坏.docx”已损坏或不完整", answer["refusal"])
        self.assertNotIn("digest", answer)

    def test_an_upload_that_broke_off_is_said(self):
        self.assertEqual(self.client.post(FILE).status_code, 400)

    def test_drafting_repeats_none_of_the_slow_work(self):
        digest = self.send("版面.pdf", draw_page(Sheet()).pdf()).json()["digest"]

        with (
            mock.patch("intake.screen.prepared.unpack", NO_WORK),
            mock.patch("intake.drafting.enclosures.develop", NO_WORK),
            mock.patch("intake.drafting.enclosures.render_apart", NO_WORK),
        ):
            shown = self.client.post(SCREEN, {"incoming": digest, "read": "1"})
            self.client.post(SCREEN, {**typed(shown), "date": "2024-05-06", "label": "02"})

        page = Article.objects.first().pages.get()
        self.assertEqual((page.pdf, bool(page.picture)), ("page.pdf", True))
        self.assertFalse(incoming.files_under(self.editor, digest))

    def test_what_is_cut_off_on_the_disk_is_made_again(self):
        digest = self.send("甲.docx", illustrated()).json()["digest"]
        for path in incoming.files_under(self.editor, digest):
            if incoming.MADE in path:
                with open(default_storage.path(path), "r+b") as file:
                    file.truncate(40)

        self.client.post(SCREEN, typed(self.client.post(SCREEN, {"incoming": digest, "read": "1"})))

        self.assertTrue(Article.objects.get().illustrations.exists())

    def test_an_older_reader_s_work_is_not_taken(self):
        digest = self.send("甲.docx", illustrated()).json()["digest"]

        with (
            mock.patch("intake.screen.prepared.version", return_value="newer"),
            mock.patch("intake.screen.prepared.unpack", wraps=unpack) as unpacking,
        ):
            self.client.post(SCREEN, {"incoming": digest, "read": "1"})

        unpacking.assert_called_once()

    def test_the_page_s_picture_is_shown_to_who_laid_it_down(self):
        digest = self.send("版面.pdf", draw_page(Sheet()).pdf()).json()["digest"]

        self.assertEqual(self.picture(digest, "page")["Content-Type"], "image/webp")
        self.assertIn("no-store", self.picture(digest, "0")["Cache-Control"])
        self.assertEqual([self.picture(digest, which).status_code for which in ("9", "x")], [404, 404])
        self.client.force_login(make_user(group=self.group))
        self.assertEqual(self.picture(digest, "page").status_code, 404)

    def test_a_page_that_came_without_the_script_is_drawn_when_it_is_looked_at(self):
        shown = self.client.post(
            SCREEN, {"text": "", "read": "1", "file": dropped("版面.pdf", draw_page(Sheet()).pdf())}
        )
        [digest] = shown.context["form"].laid_down

        with mock.patch("intake.drafting.enclosures.render_apart", wraps=render_apart) as drawing:
            self.assertEqual(self.picture(digest, "page").status_code, 200)
            self.assertEqual(self.picture(digest, "page").status_code, 200)

        drawing.assert_called_once()

    def test_photographers_stay_outside(self):
        self.client.force_login(make_user(group=PHOTOGRAPHER))

        self.assertEqual(self.send("甲.docx", illustrated()).status_code, 403)
        self.assertEqual(self.picture("0" * 64, "page").status_code, 403)


class AgainTests(ScreenTestCase):
    def test_a_second_press_or_a_reload_makes_no_doubles(self):
        digest = incoming.lay_down(name="甲.docx", data=illustrated(), by=self.editor)
        fields = typed(self.client.post(SCREEN, {"incoming": digest, "read": "1"}))

        for _press in range(2):
            response = self.client.post(SCREEN, fields, follow=True)

        self.assertEqual(Article.objects.count(), 1)
        self.assertContains(response, "已建过草稿")
