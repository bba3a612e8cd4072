"""What one forged form can cost: as many rows as a save takes are made of it, however many it says that it has."""

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import FrontBlock, FrontPage
from desk.stale.rows import MOST_NEW
from tests.factories import compose, make_article, make_issue, make_page, make_photo, make_published, make_user

TOO_MANY = "行数超过一次能保存的数量"


def records():
    """One of each kind whose form has rows, by the name of its form; some have rows already."""
    page = make_page(issue=make_issue())
    make_published(page=page)
    compose(seconds=[make_published()], blocks=[{"kind": "picked"}])
    return {
        "articles_article": make_article(),
        "articles_issue": page.issue,
        "articles_page": page,
        "articles_frontpage": FrontPage.objects.get(),
        "articles_frontblock": FrontBlock.objects.get(),
        "media_photo": make_photo(),
    }


class ForgedRowsTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(is_superuser=True))

    def sets(self, response):
        return [inline.formset for inline in response.context["inline_admin_formsets"]]

    def forged(self, address, *, rows):
        """The form's answer to so many rows in each of its lists, and how many questions it asked for it."""
        said = {}
        for listed in self.sets(self.client.get(address)):
            said |= {f"{listed.prefix}-TOTAL_FORMS": rows, f"{listed.prefix}-INITIAL_FORMS": 0}
            said |= {
                f"{listed.prefix}-{number}-{name}": "9" * 18
                for number in range(MOST_NEW + 5)
                for name in listed.empty_form.fields
                if name != listed.model._meta.pk.name
            }
        with CaptureQueriesContext(connection) as asked:
            response = self.client.post(address, said)
        return response, len(asked)

    def test_no_more_are_made_than_one_save_takes(self):
        for name, record in records().items():
            with self.subTest(name):
                address = reverse(f"admin:{name}_change", args=[record.pk])

                response, asked = self.forged(address, rows=2_000)

                self.assertContains(response, TOO_MANY)
                for listed in self.sets(response):
                    stored = listed.model._default_manager.filter(**{listed.fk.name: record}).count()
                    self.assertLessEqual(len(listed.forms), stored + MOST_NEW)
                self.assertEqual(asked, self.forged(address, rows=MOST_NEW + 5)[1])

    def test_stored_rows_count_for_none(self):
        """A list that has grown is saved as any other."""
        page = make_page()
        for _story in range(3):
            make_article(page=page)
        address = reverse("admin:articles_page_change", args=[page.pk])

        listed = self.sets(self.client.get(address))[0]

        self.assertEqual(listed.absolute_max, 3 + MOST_NEW)
