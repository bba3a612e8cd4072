from newsroom.groups import DESK_EDITOR
from tests.articles.writing import WritingTestCase
from tests.factories import make_column, make_desk, make_published, make_user


class ListFiltersInABrowserTests(WritingTestCase):
    def test_a_column_is_sought_by_typing(self):
        make_published(headline="栏里的", column=make_column(name="基层见闻"))
        make_published(headline="栏外的")
        self.log_in(make_user(group=DESK_EDITOR, desk=make_desk()))
        self.visit("/admin/articles/article/?state=published")

        self.page.locator(".chosen-filter .select2-selection").first.click()
        self.page.locator(".select2-search__field").fill("基层")
        self.page.locator(".select2-results__option", has_text="基层见闻").click()
        self.page.locator(".chosen-filter .button").first.click()
        self.page.wait_for_url("**column=*")

        self.assertEqual(self.page.locator("#result_list .field-headline").all_inner_texts(), ["栏里的"])
        self.assertEqual(self.complaints, [])
