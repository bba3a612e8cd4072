"""
Django's tags `translate` and `blocktranslate` in Jinja2's templates: written the same in both, so that makemessages
finds the words of both. An expression in them is Jinja2's.
"""

import re

from django.utils import translation
from jinja2 import nodes
from jinja2.ext import Extension
from markupsafe import Markup

SAID = re.compile(r"{% (translate (?:(?! as \w+ %}|%}).)+) %}")
SAID_IN_BLOCK = re.compile(r"{% (blocktranslate (?:(?! asvar |%}).)+) %}")


class Translating(Extension):
    tags = {"translate", "blocktranslate"}

    def preprocess(self, source, name, filename=None):
        """A line of tags alone leaves nothing in the page, but what these say is text: the space around it stays."""
        source = SAID.sub(r"{%+ \1 +%}", source)
        source = SAID_IN_BLOCK.sub(r"{%+ \1 %}", source)
        return source.replace("{% endblocktranslate %}", "{% endblocktranslate +%}")

    def parse(self, parser):
        tag = next(parser.stream)
        made = self.words(parser) if tag.value == "translate" else self.block(parser)
        return made.set_lineno(tag.lineno)

    def words(self, parser):
        """{% translate "words" [context "…"] [as name] %}"""
        message = nodes.Const(parser.stream.expect("string").value.replace("%", "%%"))
        said = Said(parser)
        return said.put(self.call_method("told", [message, nodes.Const(said.context)]))

    def block(self, parser):
        """{% blocktranslate trimmed [context "…"] [with a=…] [count n=…] [asvar name] %}…[{% plural %}…]{% end… %}"""
        said = Said(parser)
        singular = said.message(parser.parse_statements(("name:plural", "name:endblocktranslate")))
        if next(parser.stream).value != "plural":
            return said.put(self.call_method("filled", [singular, nodes.Const(said.context), said.values()]))
        plural = said.message(parser.parse_statements(("name:endblocktranslate",), drop_needle=True))
        return said.put(self.call_method("counted", [singular, plural, nodes.Const(said.context), said.values()]))

    # The words are ours, and what is filled in is escaped.

    @staticmethod
    def told(message, context):
        found = translation.pgettext(context, message) if context else translation.gettext(message)
        return Markup(found.replace("%%", "%"))  # noqa: S704

    @staticmethod
    def filled(message, context, values):
        found = translation.pgettext(context, message) if context else translation.gettext(message)
        return Markup(found) % values  # noqa: S704

    @staticmethod
    def counted(singular, plural, context, values):
        """The number is the first of the values."""
        forms = singular, plural, next(iter(values.values()))
        found = translation.npgettext(context, *forms) if context else translation.ngettext(*forms)
        return Markup(found) % values  # noqa: S704


class Said:
    """What stands in a tag behind its name, and the names that its words hold."""

    def __init__(self, parser):
        self.context, self.name, self.given = "", "", {}
        while parser.stream.current.type != "block_end":
            word = parser.stream.expect("name").value
            if word == "context":
                self.context = parser.stream.expect("string").value
            elif word in ("as", "asvar"):
                self.name = parser.stream.expect("name").value
            elif word not in ("trimmed", "with", "count"):
                parser.stream.expect("assign")
                self.given[word] = parser.parse_expression()

    def message(self, body):
        """As makemessages writes it down: {{ name }} as %(name)s, on one line."""
        parts = [part for output in body for part in output.nodes]
        return nodes.Const(translation.trim_whitespace("".join(map(self.part, parts))))

    def part(self, part):
        if isinstance(part, nodes.TemplateData):
            return part.data.replace("%", "%%")
        self.given.setdefault(part.name, part)
        return f"%({part.name})s"

    def values(self):
        return nodes.Dict([nodes.Pair(nodes.Const(name), value) for name, value in self.given.items()])

    def put(self, call):
        return nodes.Assign(nodes.Name(self.name, "store"), call) if self.name else nodes.Output([call])
