from datetime import date

from django.test import SimpleTestCase

from articles.models import Article, Issue, Page
from intake.manuscripts import Manuscript
from intake.pages.labels import day_of, name_of, printed_label
from tests.factories import make_article, make_issue, make_page
from tests.intake.documents.samples import Sheet
from tests.intake.screen import SCREEN, ScreenTestCase, typed
from tests.intake.test_drafting import STORY
from tests.intake.test_pdf_intake import FIRST, SECOND, draw_page
from tests.intake.test_screen_files import dropped


def sheet(head, more="多出来的一行标题"):
    """A page of its own: the same words would be the same text."""
    page = draw_page(Sheet(), head=head)
    page.line(more, 60, 800, 30)
    page.column([FIRST, SECOND], 60, 820)
    return page.pdf()


class PageHeadTests(SimpleTestCase):
    def test_the_label_and_the_name_that_a_head_prints(self):
        for head, label, name in (
            ("第02版：工会", "02", "工会"),
            ("A3版 要闻 责任编辑 林岚", "", "要闻"),
            ("第A3版·副刊", "A03", "副刊"),
            ("2023年3月2日 第12版 责任编辑林岚", "12", ""),
        ):
            self.assertEqual((printed_label([head]), name_of([head])), (label, name), head)

    def test_the_day_that_a_head_prints(self):
        for head in ("2023年3月2日 星期四", "2023-03-02", "2023.3.2", "2023 年 3 月 2 日"):
            self.assertEqual(day_of(Manuscript("甲.txt", ""), [head]), date(2023, 3, 2), head)
        self.assertIsNone(day_of(Manuscript("20230302稿.docx", ""), ["2023年13月2日"]))


class PlacesTests(ScreenTestCase):
    def show(self, *files, **fields):
        return self.client.post(SCREEN, {"text": "", "read": "1", "file": files, **fields})

    def rows(self, response):
        """What the screen offers, as a browser sends it back."""
        fields = typed(response)
        for row in response.context["places"].rows:
            fields |= {row.form.add_prefix(name): row.form[name].value() for name in row.form.fields}
        return fields | {"date": response.context["form"]["date"].value() or ""}

    def test_offers_what_heads_and_file_names_say(self):
        response = self.show(
            dropped("甲.pdf", sheet("第02版：工会 2023年3月2日", "甲")),
            dropped("03.pdf", sheet("江畔日报", "乙")),
            dropped("丙.pdf", sheet("江畔日报", "丙")),
            dropped("丁.txt", STORY.encode()),
        )

        places = [(row.label, row.name) for row in response.context["places"].rows]
        self.assertEqual(places, [("02", "工会"), ("03", ""), ("04", ""), ("", "")])
        self.assertContains(response, 'value="2023-03-02"')

    def test_takes_what_the_editor_makes_of_it(self):
        shown = self.show(
            dropped("甲.pdf", sheet("第02版：工会 2023年3月2日", "甲")), dropped("丁.txt", STORY.encode())
        )
        fields = self.rows(shown)
        first, second = (row.form for row in shown.context["places"].rows)

        self.client.post(
            SCREEN,
            fields
            | {first.add_prefix("label"): "A05", first.add_prefix("name"): "副刊"}
            | {second.add_prefix("label"): "a05", "date": "2023-03-03", "edition": "extra"},
        )

        page = Page.objects.get()
        self.assertEqual(
            (str(page.issue.date), page.issue.edition, page.title), ("2023-03-03", "extra", "第A05版：副刊")
        )
        self.assertEqual(page.placements.count(), Article.objects.count())

    def test_an_empty_label_leaves_its_stories_without_a_page(self):
        shown = self.show(
            dropped("甲.pdf", sheet("第02版：工会 2023年3月2日", "甲")), dropped("丁.txt", STORY.encode())
        )

        self.client.post(SCREEN, self.rows(shown))

        self.assertFalse(Article.objects.get(headline="下了班上夜校").pages.exists())

    def test_two_files_for_one_page_are_pointed_out_and_not_drafted(self):
        shown = self.show(
            dropped("甲.pdf", sheet("第02版 2023年3月2日", "甲")), dropped("乙.pdf", sheet("第02版", "乙"))
        )
        self.assertContains(shown, "另有文件也标为第02版")

        response = self.client.post(SCREEN, self.rows(shown))

        self.assertContains(response, "第02版只能有一张版面图")
        self.assertEqual((Article.objects.count(), Issue.objects.count()), (0, 0))

    def test_a_page_that_stands_already_and_another_date_are_pointed_out(self):
        page = make_page(issue=make_issue(on=date(2023, 3, 2)), label="02")
        page.placements.create(article=make_article(), order=1)

        response = self.show(
            dropped("甲.pdf", sheet("第02版 2023年3月2日", "甲")),
            dropped("乙.pdf", sheet("第03版 2023年3月2日", "乙")),
            dropped("丙.pdf", sheet("第04版 2023年3月3日", "丙")),
        )

        self.assertContains(response, "此版已有1篇稿件")
        self.assertContains(response, "版面上印的日期是2023-03-03")

    def test_a_label_without_a_date_is_asked_about(self):
        shown = self.show(dropped("甲.pdf", sheet("第02版", "甲")))

        response = self.client.post(SCREEN, self.rows(shown))

        self.assertContains(response, "新建版面须同时填写报纸日期和版号")
        self.assertEqual(Article.objects.count(), 0)
