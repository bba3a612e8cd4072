from pathlib import Path
from unittest import skipUnless

from django import forms

from articles.models import Article
from intake.models import Source
from newsroom.groups import CHIEF
from tests.intake.screen import SCREEN, ScreenTestCase, typed
from tests.intake.test_corpus import SHARED
from tests.intake.test_corrections import told
from tests.intake.test_drafting import draft

SEED = Path(SHARED / "seed.txt")


def sent(response):
    """As a real browser sends it: its own line ends, and none out of a field of one line."""
    fields = typed(response)
    for form in response.context["stories"]:
        for name, field in form.fields.items():
            end = "\r\n" if isinstance(field.widget, forms.Textarea) else ""
            fields[form.add_prefix(name)] = str(fields[form.add_prefix(name)]).replace("\n", end)
    return {**fields, "text": fields["text"].replace("\n", "\r\n")}


@skipUnless(SEED.exists(), "the seed page does not lie beside the project")
class SeedScreenTests(ScreenTestCase):
    group = CHIEF

    def test_the_screen_drafts_the_page_as_the_command_does(self):
        text = SEED.read_text(encoding="utf-8")
        by_command = [told(article) for article in draft(text).articles]
        Article.objects.all().delete()
        Source.objects.all().delete()

        response = self.read(text)
        columns = [form.naming.column for form in response.context["stories"] if form.naming.column]
        # The command founds whatever it meets; on the screen a long line is founded only by a tick.
        ticks = {line.add_prefix("found"): "on" for line in columns}
        self.client.post(SCREEN, sent(response) | ticks)

        self.assertEqual([told(article) for article in Article.objects.order_by("id")], by_command)
