"""Files whose every word is hostile, sent in by the desk's forms: their text, links, styles, metadata and names."""

import io

import docx
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.pdfgen.canvas import Canvas

from media.models import Photo
from newsroom.groups import CHIEF
from tests.factories import make_user
from tests.hostile.judging import faults
from tests.hostile.words import WORDS
from tests.media.embedding import CAPTION, iim, jpeg, xmp

SCREEN, UPLOAD = "/admin/intake/source/intake/", "/admin/media/photo/upload/"
NAME = '"><svg onload=hx()>.'


def word():
    document = docx.Document()
    document.core_properties.author = document.core_properties.title = WORDS[0]
    document.styles.add_style(WORDS[0], 1)
    document.add_paragraph(f"工会{WORDS[0]}送清凉")
    for number, hostile in enumerate(WORDS):
        paragraph = document.add_paragraph(f"本报讯 {hostile}，日前举行。", style=WORDS[0] if number == 3 else None)
        link = OxmlElement("w:hyperlink")
        address = document.part.relate_to(WORDS[number % 2 + 5].strip(), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), address)
        link.append(paragraph.runs[0]._r)
        paragraph._p.append(link)
    return saved(document.save)


def pdf():
    def draw(file):
        canvas = Canvas(file)
        canvas.setTitle(WORDS[0])
        canvas.setAuthor(WORDS[1])
        for number, hostile in enumerate(WORDS):
            canvas.drawString(40, 800 - 20 * number, hostile.encode("ascii", "ignore").decode())
        canvas.save()

    return saved(draw)


def saved(save):
    file = io.BytesIO()
    save(file)
    return file.getvalue()


class HostileFileTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.user = make_user(group=CHIEF, is_superuser=True)

    def setUp(self):
        self.client.force_login(self.user)

    def read(self, kind, content):
        file = SimpleUploadedFile(NAME + kind, content)
        return self.client.post(SCREEN, {"text": "", "read": "1", "file": [file]})

    def test_word(self):
        answer = self.read("docx", word())

        self.assertContains(answer, "送清凉")
        self.assertEqual(faults(answer.content.decode()), [])

    def test_pdf(self):
        self.assertEqual(faults(self.read("pdf", pdf()).content.decode()), [])

    def test_a_pasted_text_and_what_becomes_of_it(self):
        text = "\n\n".join(f"工会{word}送清凉" for word in WORDS)

        self.assertEqual(faults(self.client.post(SCREEN, {"text": text, "read": "1"}).content.decode()), [])

    def test_a_photo_in_its_form_its_list_and_its_captions(self):
        words = {"dc_description": WORDS[0], "photoshop_Headline": WORDS[1], "dc_creator": WORDS[:6]}
        content = jpeg(xmp=xmp(**words, photoshop_City=WORDS[3]), iim=iim((CAPTION, WORDS[2].encode())))

        shown = self.client.post(UPLOAD, {"files": [SimpleUploadedFile(NAME + "jpg", content)]}, follow=True)
        photo = Photo.objects.get()
        pages = [
            f"/admin/media/photo/{photo.pk}/change/",
            f"/admin/media/photo/{photo.pk}/look/",
            "/admin/media/photo/",
        ]
        for page in [shown, *map(self.client.get, pages)]:
            self.assertEqual(faults(page.content.decode()), [])
