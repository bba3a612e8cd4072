from datetime import date

from django.contrib.redirects.models import Redirect
from django.test import TestCase

from articles.models import Column
from articles.moved import forwarding
from tests.factories import make_channel, make_column, make_issue, make_page, make_published, make_user

NO_ROWS = {"pages-TOTAL_FORMS": 0, "pages-INITIAL_FORMS": 0, "placements-TOTAL_FORMS": 0, "placements-INITIAL_FORMS": 0}


class MovedTestCase(TestCase):
    def setUp(self):
        self.client.force_login(make_user(is_superuser=True))

    def assert_leads(self, old, new):
        self.assertRedirects(self.client.get(old), new, status_code=301)


class MovedLabelTests(MovedTestCase):
    def test_the_old_address_of_a_column_leads_to_the_new_one(self):
        column = make_column(name="团结奋斗开新局")
        make_published(column=column)
        old = column.get_absolute_url()

        form = {"name": column.name, "slug": "奋斗", "order": 0}
        self.client.post(f"/admin/articles/column/{column.pk}/change/", form)

        self.assert_leads(old, "/columns/%E5%A5%8B%E6%96%97/")
        self.assert_leads(f"{old}?x=1", "/columns/%E5%A5%8B%E6%96%97/?x=1")

    def test_so_does_that_of_a_channel_and_of_a_tag(self):
        channel = make_channel(name="工会")
        story = make_published(channel=channel, tags=["劳模"])

        for kind, row in [("articles/channel", channel), ("taggit/tag", story.tags.get())]:
            form = {"name": row.name, "slug": "renamed", "order": 0}
            self.client.post(f"/admin/{kind}/{row.pk}/change/", form)

        self.assert_leads("/channels/工会/", "/channels/renamed/")
        self.assert_leads("/tags/劳模/", "/tags/renamed/")

    def test_an_address_of_a_hundred_characters_fits(self):
        column = Column.objects.create(name="长", slug="长" * 100)
        make_published(column=column)

        self.rename(column, "短" * 100)

        self.assert_leads(f"/columns/{'长' * 100}/", column.get_absolute_url())

    def test_nobody_is_sent_on_twice_or_in_a_circle(self):
        column = make_column(name="甲")
        make_published(column=column)

        for slug in ("乙", "丙"):
            self.rename(column, slug)
        self.assert_leads("/columns/甲/", column.get_absolute_url())
        self.rename(column, "甲")

        self.assertEqual(self.client.get("/columns/甲/").status_code, 200)
        self.assertFalse(Redirect.objects.filter(old_path="/columns/甲/").exists())

    def rename(self, column, slug):
        with forwarding(column):
            column.slug = slug
            column.save()


class MovedIssueTests(MovedTestCase):
    def setUp(self):
        super().setUp()
        self.issue = make_issue(on=date(2023, 3, 2))
        self.page = make_page(issue=self.issue, label="02")
        make_published(page=self.page)

    def test_another_date_takes_the_pages_along(self):
        self.client.post(f"/admin/articles/issue/{self.issue.pk}/change/", {"date": "2023-03-03", **NO_ROWS})

        self.assert_leads("/issues/2023-03-02/", "/issues/2023-03-03/")
        self.assert_leads("/issues/2023-03-02/02/", "/issues/2023-03-03/02/")

    def test_a_page_is_found_under_its_old_label_whichever_form_changed_it(self):
        form = {"issue": self.issue.pk, "label": "03", "name": "", "position": 3, **NO_ROWS}
        self.client.post(f"/admin/articles/page/{self.page.pk}/change/", form)
        self.assert_leads("/issues/2023-03-02/02/", "/issues/2023-03-02/03/")

        row = {"id": self.page.pk, "issue": self.issue.pk, "label": "04", "position": 4}
        rows = {**NO_ROWS, "pages-TOTAL_FORMS": 1, "pages-INITIAL_FORMS": 1}
        rows |= {f"pages-0-{name}": value for name, value in row.items()}
        self.client.post(f"/admin/articles/issue/{self.issue.pk}/change/", {"date": "2023-03-02", **rows})
        self.assert_leads("/issues/2023-03-02/02/", "/issues/2023-03-02/04/")

    def test_an_issue_that_is_not_out_betrays_nothing(self):
        hidden = make_issue(on=date(2030, 1, 1), published=False)

        self.client.post(f"/admin/articles/issue/{hidden.pk}/change/", {"date": "2030-01-02", **NO_ROWS})

        self.assertFalse(Redirect.objects.exists())


class OddAddressTests(TestCase):
    def test_what_was_never_there_is_simply_not_found(self):
        for address in ("/nothing/", "/a%00b/", f"/{'x' * 3000}/"):
            self.assertEqual(self.client.get(address).status_code, 404)
