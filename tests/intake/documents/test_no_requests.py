"""What comes in names addresses of all kinds: reading it asks none of them. A socket listens where they lead, and
Python tells of every connection and every name that is looked up."""

import base64
import re
import socket
from contextlib import suppress
from unittest import TestCase
from urllib.request import urlopen

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from intake.documents.opening import read_file
from intake.documents.refusal import DocumentRefused
from intake.mail.opening import open_mail
from media.imaging.developing import develop
from media.imaging.refusal import PictureRefused
from tests.connections import connections_asked_for
from tests.intake.documents.samples import word, zipped
from tests.intake.documents.test_office import needs_libreoffice
from tests.pictures import upload

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


class NoRequestTests(TestCase):
    def setUp(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.settimeout(0.2)
        self.addCleanup(self.listener.close)
        self.asked = self.enterContext(connections_asked_for())
        self.address = f"http://127.0.0.1:{self.listener.getsockname()[1]}/asked"

    def assert_nobody_asked(self):
        self.assertEqual(self.asked, [])
        with self.assertRaises(TimeoutError):
            self.listener.accept()

    def read(self, name, data):
        with suppress(DocumentRefused):
            return read_file(name, data)

    def test_whoever_asks_is_seen(self):
        with suppress(OSError):
            urlopen(f"{self.address}", timeout=0.01)

        with self.assertRaises(AssertionError):
            self.assert_nobody_asked()
        self.assertEqual(self.listener.accept()[0].close(), None)

    def test_a_mail_in_html(self):
        at = self.address
        head = f'<base href="{at}"><link rel="stylesheet" href="{at}"><meta http-equiv="refresh" content="0;url={at}">'
        body = "".join(
            f'<{tag} src="{at}" href="{at}" data="{at}" background="{at}" style="background:url({at})"></{tag}>'
            for tag in ("img", "iframe", "script", "object", "embed", "video", "input", "svg", "a", "form", "table")
        )
        html = f"<?xml-stylesheet href='{at}'?><html><head>{head}</head><body>{body}<p>送清凉</p></body></html>"

        found = open_mail(mail_naming(at, html))

        self.assertIn("送清凉", found.text)
        self.assertNotIn("127.0.0.1", found.text)
        self.assert_nobody_asked()

    def test_a_table_that_draws_on_others(self):
        """Spreadsheets are refused: what they name is not even looked at."""
        kind = f"{OFFICE}/externalLinkPath"
        link = f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" Type="{kind}" Target="{self.address}" '
        parts = {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "xl/workbook.xml": "<workbook/>",
            "xl/externalLinks/_rels/externalLink1.xml.rels": f'{link}TargetMode="External"/></Relationships>',
            "xl/connections.xml": f'<connections><connection><webPr url="{self.address}"/></connection></connections>',
        }

        self.read("来稿.xlsx", zipped(*((name, text.encode()) for name, text in parts.items())))

        self.assert_nobody_asked()

    def test_word_with_pictures_templates_and_parts_from_elsewhere(self):
        def build(document):
            for kind in ("image", "hyperlink", "attachedTemplate", "aFChunk", "oleObject", "subDocument", "frame"):
                key = document.part.relate_to(self.address, f"{OFFICE}/{kind}", is_external=True)
                field = f'INCLUDEPICTURE "{self.address}" \\d'
                drawn = f'<w:altChunk xmlns:r="{OFFICE}" r:id="{key}"/>' if kind == "aFChunk" else ""
                body = document.add_paragraph("")._p
                body.append(parsed(f"<w:r><w:instrText>{field}</w:instrText></w:r>"))
                if drawn:
                    body.addnext(parsed(drawn))
                blip = f'<a:blip xmlns:a="{DRAWING}" xmlns:r="{OFFICE}" r:link="{key}"/>'
                body.append(parsed(f"<w:r><w:drawing>{blip}</w:drawing></w:r>"))

        found = self.read("来稿.docx", word("送清凉", build=build))

        self.assertIn("送清凉", found.documents[0].text)
        self.assert_nobody_asked()

    def test_word_whose_xml_names_an_entity_from_elsewhere(self):
        said = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{self.address}"><!ENTITY % p SYSTEM "{self.address}"> %p;]>'
        body = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>&e;</w:body>'
        parts = {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" Type="{OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<?xml version="1.0"?>{said}{body}</w:document>',
        }

        self.read("来稿.docx", zipped(*((name, text.encode()) for name, text in parts.items())))

        self.assert_nobody_asked()

    def test_a_pdf_that_opens_submits_and_goes_elsewhere(self):
        self.read("版面.pdf", pdf_naming(self.address))

        self.assert_nobody_asked()

    @needs_libreoffice
    def test_rich_text_with_a_template_and_a_picture_from_elsewhere(self):
        field = f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{self.address}" \\\\d}}{{\\fldrslt x}}}}'
        text = f"{{\\rtf1\\ansi{{\\*\\template {self.address}}}Text. {field}\\par}}"

        self.read("来稿.rtf", text.encode())

        self.assert_nobody_asked()

    def test_pictures_that_are_texts(self):
        svg = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{self.address}"/></svg>'
        for name, data in (
            ("a.svg", svg),
            ("a.jpg", svg),
            ("a.jpg", f"push graphic-context\nfill 'url({self.address})'\npop graphic-context"),
            ("a.eps", f"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n({self.address}) run\n"),
        ):
            with self.subTest(name=name), self.assertRaises(PictureRefused):
                develop(upload(data.encode(), name=name))
        self.assert_nobody_asked()


DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def mail_naming(address, html):
    """A mail whose head and parts lead elsewhere as well."""
    body = base64.b64encode(html.encode()).decode()
    return "\r\n".join(
        [
            "From: Li <li@paper.example>",
            f"List-Unsubscribe: <{address}>",
            "Disposition-Notification-To: li@paper.example",
            "MIME-Version: 1.0",
            'Content-Type: multipart/mixed; boundary="b"',
            "",
            "--b",
            "Content-Type: text/html; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            f"Content-Location: {address}",
            "",
            body,
            "--b",
            f'Content-Type: message/external-body; access-type=URL; URL="{address}"',
            "",
            "Content-Type: application/pdf",
            "",
            "--b--",
        ]
    ).encode()


def parsed(inside):
    """Word's own XML, with its name spaces."""
    return parse_xml(re.sub(r"^<[\w:]+", lambda tag: f"{tag[0]} {nsdecls('w')}", inside))


def pdf_naming(address):
    """All the ways in which a PDF asks for something from elsewhere."""
    at = f"({address})"
    file = f"<< /FS /URL /F {at} >>"
    acts = [
        f"<< /S /URI /URI {at} >>",
        f"<< /S /GoToR /F {file} /D [0 /Fit] >>",
        f"<< /S /Launch /F {file} >>",
        f"<< /S /SubmitForm /F {file} >>",
        f"<< /S /ImportData /F {file} >>",
        f"<< /S /JavaScript /JS (app.launchURL\\({address}\\)) >>",
    ]
    links = " ".join(f"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A {act} /AA << /PO {act} >> >>" for act in acts)
    form = f'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><config href="{address}"/></xdp:xdp>'
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R /OpenAction {acts[0]} /AcroForm << /Fields [] /XFA 5 0 R >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Annots [{links}] /AA << /O {acts[0]} >> "
        "/Resources << /XObject << /X 6 0 R >> >> >>",
        "<< /Length 5 >>\nstream\n/X Do\nendstream",
        f"<< /Length {len(form)} >>\nstream\n{form}\nendstream",
        f"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /F {file} "
        "/Length 0 >>\nstream\n\nendstream",
    ]
    body, places = "%PDF-1.7\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n"
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    return f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}{end}".encode()
