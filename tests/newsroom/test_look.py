"""What a page asks for to be looked at: one style sheet, in the paper's own colours too, and pictures of known size."""

from html.parser import HTMLParser

from django.test import SimpleTestCase, TestCase

from articles.page_files import hang_picture
from articles.publishing import withdraw
from desk.models import Paper
from media.imaging.developing import develop
from newsroom.static_files import whole_sheet
from tests.factories import (
    illustrate,
    make_channel,
    make_column,
    make_issue,
    make_page,
    make_photo,
    make_published,
    make_town,
    photographer,
)
from tests.pictures import draw, encoded, upload


def coloured(colour="#003366"):
    paper = Paper.current()
    paper.accent_colour = colour
    paper.save()
    return paper


class Asked(HTMLParser):
    """The style sheets and pictures that a page asks for."""

    def __init__(self, page):
        super().__init__()
        self.sheets, self.pictures = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "link" and attrs.get("rel") == "stylesheet":
            self.sheets.append(attrs["href"])
        if tag == "img":
            self.pictures.append(attrs)


class PagesTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        Paper.current().masthead.save("name.png", upload(encoded(format="PNG")))
        town, page = make_town(), make_page(issue=make_issue())
        hang_picture(page, develop(upload(encoded(draw(size=(300, 420))))))
        fields = {"column": make_column(), "channel": make_channel(), "tags": ["劳模"], "regions": [town], "page": page}
        cls.story = make_published(by=[("reporter", "李凡")], **fields)
        illustrate(article=cls.story, photo=make_photo(by=[photographer("马敏")]))
        cls.gone = make_published(page=make_page(issue=page.issue, label="03"))
        withdraw(cls.gone)
        issue = page.issue.get_absolute_url()
        filed = [
            fields["column"],
            fields["channel"],
            town,
            cls.story.bylines.get().contributor,
            page,
            cls.story,
            cls.gone,
        ]
        cls.addresses = [
            "/",
            "/issues/",
            issue,
            f"{issue}02/picture/",
            "/regions/",
            "/corrections/",
            "/tags/劳模/",
            "/no/",
        ]
        cls.addresses += [record.get_absolute_url() for record in filed]

    def asked(self):
        for address in self.addresses:
            with self.subTest(address):
                yield Asked(self.client.get(address).text)

    def test_ask_for_one_style_sheet(self):
        for page in self.asked():
            self.assertEqual(page.sheets, ["/static/css/newspaper.css"])

    def test_ask_for_one_in_the_papers_own_colours_too(self):
        coloured()
        for page in self.asked():
            self.assertEqual(len(page.sheets), 1)
            self.assertRegex(page.sheets[0], r"^/paper/\w{12}\.css$")

    def test_know_the_size_of_each_picture(self):
        pictures = [picture for page in self.asked() for picture in page.pictures]

        self.assertGreater(len(pictures), len(self.addresses))
        for picture in pictures:
            self.assertTrue(picture.get("width", "").isdigit() and picture.get("height", "").isdigit(), picture)


class PaperSheetTests(TestCase):
    def address(self):
        return Asked(self.client.get("/").text).sheets[0]

    def test_is_the_whole_sheet_with_the_colours_behind_it(self):
        coloured()
        sheet = self.client.get(self.address())

        self.assertTrue(sheet.text.startswith(whole_sheet("css/newspaper.css")))
        self.assertTrue(sheet.text.endswith(":root{--accent:#003366;--accent-dark:#ff7b72}\n"))
        self.assertIn("immutable", sheet.headers["Cache-Control"])

    def test_is_sent_compressed(self):
        coloured()
        sheet = self.client.get(self.address(), headers={"accept-encoding": "gzip"})

        self.assertEqual(sheet.headers["Content-Encoding"], "gzip")
        self.assertLess(len(sheet.content), 12_000)

    def test_has_a_new_address_with_every_colour_and_no_other_change(self):
        paper = coloured()
        first = self.address()
        paper.motto = "新的一天"
        paper.save()
        self.assertEqual(self.address(), first)

        coloured("#006633")
        self.assertNotEqual(self.address(), first)

    def test_leads_from_an_old_address_to_todays_which_no_cache_keeps(self):
        coloured()
        answer = self.client.get("/paper/7.css")
        self.assertRedirects(answer, self.address())
        self.assertIn("no-store", answer.headers["Cache-Control"])

        coloured("#b3141b")
        self.assertEqual(self.client.get("/paper/7.css").headers["Location"], "/static/css/newspaper.css")


class WholeSheetTests(SimpleTestCase):
    def test_asks_for_nothing_more(self):
        """Neither for other sheets nor for a font; what lies in static/ could not be found from /paper/ either."""
        for name in ("@import", "@font-face", "url("):
            self.assertNotIn(name, whole_sheet("css/newspaper.css"))
