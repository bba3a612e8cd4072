"""Where a page is unlike others: a story withdrawn, an extra edition, the first and the last, only a PDF, very many."""

from datetime import date

from django.test import TestCase

from articles.models import Page
from articles.page_files import hang_pdf, hang_picture
from articles.publishing import withdraw
from media.imaging.developing import develop
from tests.factories import make_issue, make_page, make_published, place
from tests.pictures import draw, encoded, upload

QUARTERS = [[[x, y], [x + 50, y], [x + 50, y + 50], [x, y + 50]] for y in (0, 50) for x in (0, 50)]


class WithdrawnStoryTests(TestCase):
    """Its page goes on without it, and says of it nowhere more than that its place is empty."""

    @classmethod
    def setUpTestData(cls):
        issue = make_issue()
        cls.page, cls.other = (make_page(issue=issue, label=label) for label in ("01", "02"))
        cls.stories = [make_published(headline=name) for name in ("头条", "误报的一篇", "报尾")]
        for story, hotspot in zip(cls.stories, QUARTERS, strict=False):
            place(article=story, page=cls.page, hotspot=hotspot)
        first = cls.stories[1].placements.get()
        place(article=cls.stories[1], page=cls.other, continued_from=first)
        hang_picture(cls.page, develop(upload(encoded(draw(size=(300, 420))))))
        hang_pdf(cls.page, upload(b"%PDF-1.7", name="a.pdf"))
        cls.files = [f"/files/{cls.page.key}/{name}" for name in cls.page.file_names]
        withdraw(cls.stories[1])

    def test_its_headline_stands_nowhere(self):
        issue = "/issues/2023-03-02/"
        pages = [f"{issue}{page.label}/{rest}" for page in (self.page, self.other) for rest in ("", "picture/")]
        neighbours = [story.get_absolute_url() for story in (self.stories[0], self.stories[2])]
        for address in ("/", issue, *pages, *neighbours):
            with self.subTest(address=address):
                self.assertNotContains(self.client.get(address), "误报的一篇")

    def test_picture_and_pdf_are_gone_and_the_others_are_drawn_where_they_stood(self):
        response = self.client.get("/issues/2023-03-02/01/")

        for address in self.files:
            self.assertNotContains(response, address)
            self.assertEqual(self.client.get(address).status_code, 404)
        self.assertContains(response, 'points="24,24 390,24 390,550 24,550"')
        self.assertContains(response, 'points="24,550 390,550 390,1076 24,1076"')

    def test_the_page_that_it_ran_on_to_leads_nowhere(self):
        self.assertNotContains(self.client.get("/issues/2023-03-02/02/"), "上接")

    def test_its_neighbours_are_each_others(self):
        first, _withdrawn, last = self.stories

        response = self.client.get(first.get_absolute_url())

        self.assertContains(response, f'rel="next" href="{last.get_absolute_url()}"')


class EndsTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.issues = {
            name: make_issue(on=date(2023, 3, day), edition=edition)
            for name, day, edition in (("before", 1, ""), ("main", 2, ""), ("extra", 2, "extra"), ("after", 3, ""))
        }
        for issue in cls.issues.values():
            for label in ("01", "02"):
                make_page(issue=issue, label=label)

    def turns(self, address):
        """The other pages, and the other issues: back and on."""
        context = self.client.get(address).context_data
        names = ("previous_page", "next_page", "previous_issue", "next_issue")
        return [context[name] and context[name].get_absolute_url() for name in names]

    def test_lead_on_to_the_issue_before_and_after(self):
        main, extra = "/issues/2023-03-02/", "/issues/2023-03-02-extra/"
        self.assertEqual(self.turns(main + "01/"), [None, main + "02/", "/issues/2023-03-01/", extra])
        self.assertEqual(self.turns(extra + "02/"), [extra + "01/", None, main, "/issues/2023-03-03/"])

    def test_and_nowhere_at_either_end_of_the_archive(self):
        self.assertEqual(self.turns("/issues/2023-03-01/01/")[2], None)
        self.assertEqual(self.turns("/issues/2023-03-03/02/")[1::2], [None, None])

    def test_an_extra_edition_says_so_in_title_head_and_map(self):
        response = self.client.get("/issues/2023-03-02-extra/02/")

        self.assertContains(response, "2023年3月2日 号外 ·")
        self.assertContains(response, "星期四 号外")


class CrowdedPageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page()
        for number in range(30):
            make_published(headline=f"短讯第{number}条", page=cls.page)

    def test_thirty_stories_all_have_a_place(self):
        self.assertContains(self.client.get("/issues/2023-03-02/02/"), '<polygon class="page-map-area', 60)

    def test_one_that_has_no_hotspot_on_the_picture_stands_in_the_list(self):
        Page.objects.update(picture=[{"name": "640.webp", "format": "webp", "width": 640, "height": 900}])
        self.page.placements.filter(order=3).update(hotspot=[[10, 10], [10, 10], [10, 10]])

        response = self.client.get("/issues/2023-03-02/02/")

        self.assertContains(response, '<polygon class="page-scan-area is-small"', 1)
        self.assertContains(response, '<li class="list-item"', 30)

    def test_a_pdf_alone_is_offered_under_the_map(self):
        hang_pdf(self.page, upload(b"%PDF-1.7", name="a.pdf"))

        response = self.client.get("/issues/2023-03-02/02/")

        self.assertContains(response, "page.pdf")
        self.assertContains(response, '<svg class="page-map"')
