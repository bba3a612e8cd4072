from datetime import UTC, datetime

from django.template import TemplateDoesNotExist, engines
from django.test import RequestFactory, SimpleTestCase
from jinja2 import UndefinedError

from newsroom.reader_templates.environment import with_query


def printed(source, **context):
    return engines["jinja2"].from_string(source).render(context)


class ReaderTemplatesTests(SimpleTestCase):
    def test_all_of_them_are_jinjas_and_none_of_the_desks(self):
        found = engines["jinja2"].env.list_templates(extensions=["html", "xml"])

        for name in found:
            with self.subTest(name):
                if name.startswith("admin/"):
                    self.assertRaises(TemplateDoesNotExist, engines["jinja2"].get_template, name)
                else:
                    engines["jinja2"].get_template(name)

    def test_escape_whatever_they_print(self):
        self.assertEqual(printed("{{ words }}", words="<b>&\"'"), "&lt;b&gt;&amp;&#34;&#39;")

    def test_print_moments_by_the_papers_clock(self):
        moment = datetime(2026, 3, 1, 22, 5, tzinfo=UTC)

        self.assertEqual(printed('{{ moment|date("Y-m-d H:i") }}', moment=moment), "2026-03-02 06:05")

    def test_change_one_answer_of_the_address(self):
        request = RequestFactory().get("/search/", {"q": "工会", "large": "1"})

        self.assertEqual(with_query(request, large=None), "?q=%E5%B7%A5%E4%BC%9A")
        self.assertEqual(with_query(request, q="a&b", large=2), "?q=a%26b&large=2")


class NothingTests(SimpleTestCase):
    def test_hangs_on_nothing_and_prints_as_nothing(self):
        source = "{{ page.issue.date }}{% if page.issue.get_absolute_url() or page.stories|length %}!{% endif %}"
        loop = "{% for story in page.stories %}!{% endfor %}{{ page.label == none }}"

        self.assertEqual(printed(source + loop, page=None), "True")

    def test_a_name_that_nobody_gave_is_a_mistake(self):
        for source in ("{{ headlin }}", "{% if headlin %}{% endif %}", "{{ headlin.words }}", "{{ words.headlin }}"):
            with self.subTest(source), self.assertRaises(UndefinedError):
                printed(source, words="头条")
