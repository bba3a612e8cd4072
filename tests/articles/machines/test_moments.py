import re
from pathlib import Path

from django.test import SimpleTestCase

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
CODE = re.compile(r'date[:(]"c"')


class MomentTests(SimpleTestCase):
    def test_no_time_element_has_more_of_a_second_than_html_allows(self):
        """Django's “c” prints six digits where HTML takes three: there is `with_zone`, or a format to the second."""
        wrong = [path.name for path in TEMPLATES.rglob("*.html") if CODE.search(path.read_text(encoding="utf-8"))]

        self.assertEqual(wrong, [])
