from pathlib import Path

import polib
from django.conf import settings
from django.template import engines
from django.test import SimpleTestCase
from jinja2 import nodes

CATALOGUE = Path(settings.BASE_DIR) / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
FORMS = {"told": 1, "filled": 1, "counted": 2}


def printed(source, **context):
    return engines["jinja2"].from_string(source).render(context)


def words_of(name):
    """[(context, words, words of many)] that a template asks for."""
    environment = engines["jinja2"].env
    tree = environment.parse(environment.loader.get_source(environment, name)[0])
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.ExtensionAttribute):
            *words, context = (argument.value for argument in call.args[: FORMS[call.node.name] + 1])
            yield context, words[0], words[1] if len(words) > 1 else ""


class TranslatingTests(SimpleTestCase):
    def test_makemessages_finds_whatever_a_template_says(self):
        """It reads the tags as Django's, and must understand by them what Jinja2 does."""
        known = {(entry.msgctxt or "", entry.msgid, entry.msgid_plural) for entry in polib.pofile(str(CATALOGUE))}
        names = engines["jinja2"].env.list_templates(filter_func=lambda name: not name.startswith("admin/"))

        said = {words for name in names for words in words_of(name)}

        self.assertGreater(len(said), 100)
        self.assertEqual(said - known, set())

    def test_says_words_alone_and_by_their_context(self):
        source = '{% translate "Columns" context "series" %} {% translate "Search" as words %}{{ words }}'

        self.assertEqual(printed(source), "专栏 搜索")

    def test_fills_in_what_is_given_and_escapes_it(self):
        source = """{% blocktranslate trimmed with tag=words|upper %}
            Stories about {{ tag }} in {{ name }}
        {% endblocktranslate %}"""

        said = printed(source, words="<b>", name="报&刊")

        self.assertIn("&lt;B&gt;", said)
        self.assertIn("报&amp;刊", said)

    def test_counts(self):
        source = """{% blocktranslate trimmed count number=stories|length context "list" %}
            {{ number }} story
        {% plural %}
            {{ number }} stories
        {% endblocktranslate %}"""

        self.assertEqual(printed(source, stories="abc"), "3篇")
