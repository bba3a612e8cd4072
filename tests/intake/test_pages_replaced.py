from datetime import date

from django.contrib.auth.models import Permission
from django.utils import timezone

from articles.models import Article, Issue, Page
from newsroom.groups import REPORTER
from tests.factories import make_issue, make_page
from tests.intake.screen import SCREEN, ScreenTestCase, typed
from tests.intake.test_places import sheet
from tests.intake.test_screen_files import dropped

HEAD = "第02版：工会 2023年3月2日"


class PagesTestCase(ScreenTestCase):
    def show(self):
        return self.client.post(SCREEN, {"text": "", "read": "1", "file": [dropped("甲.pdf", sheet(HEAD, "甲"))]})

    def draft_there(self, shown, **more):
        [row] = shown.context["places"].rows
        return self.client.post(
            SCREEN, typed(shown) | {row.form.add_prefix("label"): "02", "date": "2023-03-02"} | more
        )


class ReplacedPageTests(PagesTestCase):
    def hung_page(self, **issue):
        page = make_page(issue=make_issue(on=date(2023, 3, 2), **issue), label="02")
        Page.objects.filter(pk=page.pk).update(pdf="page.pdf")
        return page

    def test_what_goes_is_said(self):
        Issue.objects.filter(pk=self.hung_page().issue_id).update(published_at=None)

        shown = self.show()
        self.assertContains(shown, "该版已有版面图或PDF，将被替换")
        self.assertNotContains(shown, "-replace")
        self.draft_there(shown)

        self.assertTrue(Page.objects.get().picture)

    def test_of_a_published_page_it_is_asked(self):
        page = self.hung_page()
        Issue.objects.update(published_at=timezone.now())
        shown = self.show()
        [row] = shown.context["places"].rows

        refused = self.draft_there(shown)
        self.assertContains(refused, "确要替换请勾选")
        self.assertEqual((Article.objects.count(), Page.objects.get().picture), (0, []))
        self.draft_there(shown, **{row.form.add_prefix("replace"): page.pk})

        self.assertTrue(Page.objects.get().picture)

    def test_a_page_without_files_is_not_remarked(self):
        make_page(issue=make_issue(on=date(2023, 3, 2)), label="02")

        self.assertNotContains(self.show(), "将被替换")


class NewPageRightTests(PagesTestCase):
    group = REPORTER

    def setUp(self):
        super().setUp()
        self.editor.user_permissions.add(Permission.objects.get(codename="add_placement"))

    def test_who_only_places_stories_makes_no_page(self):
        response = self.draft_there(self.show())

        self.assertContains(response, "第02版尚不存在，您无权新建")
        self.assertEqual((Article.objects.count(), Issue.objects.count()), (0, 0))

    def test_nor_an_issue(self):
        self.editor.user_permissions.add(Permission.objects.get(codename="add_page"))

        self.assertContains(self.draft_there(self.show()), "您无权新建")

    def test_on_a_page_that_exists_the_stories_stand(self):
        page = make_page(issue=make_issue(on=date(2023, 3, 2)), label="02")

        self.draft_there(self.show())

        self.assertEqual(page.placements.count(), Article.objects.count())
        self.assertGreater(Article.objects.count(), 0)
