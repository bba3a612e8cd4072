from django.contrib import admin
from django.contrib.admin.templatetags.admin_list import results
from django.test import RequestFactory, TestCase
from django.urls import reverse

from desk.steady import SteadyList
from desk.steady_rows import rows_of
from tests.factories import make_article, make_contributor, make_published, make_user, reporter


class SteadyRowTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.user = make_user(is_superuser=True)
        make_published(headline="<b>高温&津贴</b>", by=[reporter("李凡")])
        make_article(headline="慰问职工")
        make_contributor(name="周永卫")

    def listed(self, admin_of):
        model = admin_of.opts
        address = reverse(f"admin:{model.app_label}_{model.model_name}_changelist")
        request = RequestFactory().get(address)
        request.user, request.session = self.user, {}
        changes = admin_of.get_changelist_instance(request)
        changes.formset = None
        return changes

    def assert_prints_as_the_admin(self, changes):
        theirs = "".join(f"<tr>{''.join(map(str, row))}</tr>\n" for row in results(changes))
        self.assertEqual(str(rows_of(changes)), theirs)

    def test_every_list_prints_what_the_admin_would(self):
        for admin_of in admin.site._registry.values():
            if issubclass(admin_of.get_changelist(None), SteadyList):
                with self.subTest(admin_of.opts.label):
                    self.assert_prints_as_the_admin(self.listed(admin_of))

    def test_rows_keep_the_filter_that_they_were_found_with(self):
        self.client.force_login(self.user)
        address = reverse("admin:articles_article_changelist")
        changes = self.client.get(address, {"state": "published"}).context["cl"]

        self.assertIn("_changelist_filters=state%3Dpublished", rows_of(changes))
        self.assert_prints_as_the_admin(changes)

    def test_a_window_to_choose_from_is_the_admins_own(self):
        self.client.force_login(self.user)

        response = self.client.get(reverse("admin:articles_article_changelist"), {"_popup": 1})

        self.assertContains(response, "data-popup-opener", count=2)
