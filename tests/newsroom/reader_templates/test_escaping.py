import re

from django.db.models import TextField, Value
from django.db.models.functions import Cast, Concat
from django.test import TestCase
from taggit.models import Tag

from articles.models import Article, Channel, Column, Page
from bylines.models import Byline, Contributor
from desk.models import Paper
from media.models import Photo
from regions.models import Region
from tests.newsroom.showing.pages import addresses_in
from tests.newsroom.showing.world import NOW, at, make_world

BAD = "<script>x</script>&\"'"
TYPED = {
    Article: ("kicker", "headline", "subheadline", "summary", "editors_note", "source", "dateline"),
    Channel: ("name",),
    Column: ("name", "description"),
    Contributor: ("name", "unit"),
    Byline: ("name", "unit"),
    Page: ("name", "duty_editor"),
    Photo: ("caption",),
    Tag: ("name",),
    Region: ("name",),
    Paper: ("name", "motto", "supervisor", "corrections_policy"),
}
# A quotation's HTML is there to be read as text: what it quotes is escaped once more.
QUOTED = re.compile(r"<textarea.*?</textarea>", re.DOTALL)


class EscapingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        found = addresses_in(make_world())
        cls.paths = [path for paths in found.values() for path in paths if not path.endswith(".json")]
        bad = Concat(Value(BAD), Cast("pk", TextField()), output_field=TextField())  # some names are unique
        for model, fields in TYPED.items():
            model._base_manager.update(**dict.fromkeys(fields, bad))

    def test_what_somebody_typed_is_text_on_every_kind_of_page(self):
        with at(NOW):
            for path in [*self.paths, "/search/?q=script", "/search/?q=" + BAD.replace("&", "%26")]:
                with self.subTest(path):
                    response = self.client.get(path)

                    html = QUOTED.sub("", response.content.decode())
                    self.assertNotIn("<script>x", html)
                    self.assertNotIn("&amp;lt;script", html)
                    self.assertNotEqual(response.status_code, 500)
