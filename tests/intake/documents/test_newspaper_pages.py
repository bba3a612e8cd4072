"""Pages as a newspaper's designers make them, read against what they were made of."""

from django.test import SimpleTestCase

from intake.documents.pdf.reading import read_pdf
from tests.intake.documents.habits import HABITS
from tests.intake.documents.layouts import LAYOUTS
from tests.intake.documents.scores import Score, score

WHOLE = Score(stories=1, order=1, apart=1, photos=1, headings=1, read=1, hotspots=1)
TIGHT = 0.95  # white beside a headline may be counted or not


class NewspaperPageTests(SimpleTestCase):
    def test_every_story_is_whole_and_in_order_with_its_photos_and_its_hotspot(self):
        for name, layout in (LAYOUTS | HABITS).items():
            with self.subTest(name):
                made = layout()

                found = score(read_pdf("01.pdf", made.pdf()).pages[0], made)

                self.assertEqual(found._replace(hotspots=1), WHOLE)
                self.assertGreater(found.hotspots, TIGHT)
