import re

from django.contrib import admin
from django.test import RequestFactory, SimpleTestCase, TestCase
from django.urls import reverse

from newsroom.solid_words import SOLID
from tests.factories import make_article, make_column, make_user

APART = re.compile(r"[\u4e00-\u9fff] +[\u4e00-\u9fff]")
HEADINGS = re.compile(r"<title>.*?</title>|<h1>.*?</h1>|class=\"breadcrumbs\">.*?</div>", re.DOTALL)


class SolidWordsTests(SimpleTestCase):
    def test_a_record_is_named_without_a_blank(self):
        for sentence in SOLID:
            with self.subTest(str(sentence)):
                said = re.sub(r"%(\(\w+\))?[sd]|\{\w+\}", "稿件", str(sentence))
                self.assertNotRegex(said, APART)
                self.assertIn("稿件", said)


class HeadingsTests(TestCase):
    def setUp(self):
        self.user = make_user(is_superuser=True)
        self.client.force_login(self.user)

    def assert_solid(self, address):
        page = self.client.get(address)
        for heading in HEADINGS.findall(page.content.decode()):
            words = re.sub(r"<.*?>|&\w+;|\|", "\n", heading)
            with self.subTest(address, heading=words.strip()):
                self.assertNotRegex(words, APART)

    def test_of_every_page_that_adds(self):
        asked = RequestFactory().get("/")
        asked.user = self.user
        for model, model_admin in admin.site._registry.items():
            if model_admin.has_add_permission(asked):
                self.assert_solid(reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_add"))

    def test_of_lists_and_of_records(self):
        for record in (make_article(headline="工会送清凉"), make_column(), self.user):
            name = record._meta.label_lower.replace(".", "_")
            self.assert_solid(reverse(f"admin:{name}_changelist"))
            self.assert_solid(reverse(f"admin:{name}_change", args=[record.pk]))
            self.assert_solid(reverse(f"admin:{name}_delete", args=[record.pk]))
