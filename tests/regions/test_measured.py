"""Measured against data that lies beside the project and not in it; skipped where it is missing."""

import json
import unittest
from pathlib import Path

from django.test import SimpleTestCase

from regions.gazetteer.compare import compare, compare_successors, lines_of
from regions.gazetteer.reading import read_rows
from regions.places import gazetteer

SHARED = Path(__file__).resolve().parents[3] / "shared"


@unittest.skipUnless((SHARED / "standards/regions.csv.gz").exists(), "no other list of regions in ../shared/standards")
class OtherListTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rows = read_rows()
        cls.theirs = lines_of(SHARED / "standards/regions.csv.gz")

    def test_provinces_and_cities_are_the_same(self):
        for level in ("province", "city"):
            difference = compare(self.rows, self.theirs, level)
            self.assertEqual(difference[1:], ([], [], [], []), level)

    def test_counties_differ_in_a_few_founded_or_closed_since(self):
        difference = compare(self.rows, self.theirs, "county")

        self.assertEqual((difference.other_name, difference.other_parent), ([], []))
        self.assertLessEqual(len(difference.only_here), 10)
        self.assertLessEqual(len(difference.only_there), 7)

    def test_towns_differ_in_one_of_fifty(self):
        difference = compare(self.rows, self.theirs, "town")

        self.assertGreaterEqual(difference.in_common, 40756)
        self.assertLessEqual(len(difference.other_name), 89)
        self.assertLessEqual(len(difference.other_parent), 23)
        self.assertLessEqual(len(difference.only_here), 596)

    def test_nine_of_ten_former_regions_share_their_successor(self):
        found = compare_successors(self.rows, self.theirs, lines_of(SHARED / "standards/regions-historic.csv.gz"))

        self.assertGreaterEqual(len(found.same) + len(found.overlapping), 186)
        self.assertLessEqual(len(found.unknown_there), 2)


@unittest.skipUnless((SHARED / "corpus/dev.jsonl").exists(), "no labelled stories in ../shared/corpus")
class LabelledStoryTests(SimpleTestCase):
    def test_first_region_is_right_in_nine_of_ten(self):
        stories = [json.loads(line) for line in (SHARED / "corpus/dev.jsonl").read_text("utf-8").splitlines()]
        answers = [is_right for story in stories if (is_right := self.judged(story)) is not None]

        self.assertGreaterEqual(sum(answers) / len(answers), 0.9)

    def judged(self, story):
        labels = story["labels"]
        codes = [region["adcode"] for region in labels["regions"] if region.get("adcode")]
        if "regions" in labels.get("unsure", []) or (labels["regions"] and not codes):
            return None
        headlines = [labels[part] for part in ("kicker", "headline", "subheadline") if labels[part]]
        found = gazetteer().resolve(labels["dateline"], headlines, without(story["raw"], headlines, labels))
        return [code[:6] for code in found[:1]] == codes[:1]


def without(raw, headlines, labels):
    """The body: the text without what the labels call something else, its lines joined."""
    for part in [*headlines, labels["dateline"] or "", *(credit["as_printed"] for credit in labels["credits"])]:
        raw = raw.replace(part, "", 1)
    return raw.strip().replace("\n", "")
