"""The seed page and the labelled stories, where they lie beside the project; they are no part of it."""

import json
from pathlib import Path
from unittest import TestCase, skipUnless

from intake.reading.contract import as_json
from intake.reading.page import read_page
from regions.places import gazetteer

SHARED = Path(__file__).resolve().parents[3] / "shared"
PARTS = ("headline", "kicker", "subheadline", "dateline", "column")


def plain(text):
    return "".join(character for character in text or "" if character.isalnum())


@skipUnless((SHARED / "seed.txt").exists(), "the seed page does not lie beside the project")
class SeedPageTests(TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.labels = json.loads((SHARED / "corpus/seed.labels.json").read_text())
        reading = read_page((SHARED / "seed.txt").read_text(), gazetteer())
        cls.stories = as_json("seed.txt", reading)["stories"]

    def compare(self, read, label):
        for story, labels in zip(self.stories, self.labels, strict=True):
            with self.subTest(labels["headline"]):
                self.assertEqual(read(story), label(labels))

    def test_reads_seven_stories_with_all_parts_of_their_headlines(self):
        for part in PARTS:
            self.compare(lambda story, part=part: plain(story[part]), lambda labels, part=part: plain(labels.get(part)))

    def test_reads_all_credits(self):
        self.compare(
            lambda story: [(credit["name"], credit["role"]) for credit in story["credits"]],
            lambda labels: [(credit["name"], credit["role"]) for credit in labels["credits"]],
        )

    def test_reads_the_photo_credits_and_captions(self):
        self.compare(
            lambda story: [(c["name"], c["standing"]) for photo in story["photos"] for c in photo["credits"]],
            lambda labels: [(name, p["standing"]) for p in labels["photo_credits"] for name in p["names"]],
        )
        self.compare(
            lambda story: [photo["caption"] for photo in story["photos"] if photo["caption"]],
            lambda labels: labels["captions"],
        )

    def test_reads_the_subheads(self):
        self.compare(
            lambda story: [plain(subhead) for subhead in story["subheads"]],
            lambda labels: [plain(subhead) for subhead in labels["subheads"]],
        )

    def test_finds_the_region(self):
        sure = [(s, t) for s, t in zip(self.stories, self.labels, strict=True) if "regions" not in t.get("unsure", [])]
        for story, labels in sure:
            self.assertEqual(story["regions"][0]["code"][:6], labels["regions"][0]["adcode"], labels["headline"])

    def test_adds_no_region(self):
        for story, labels in zip(self.stories, self.labels, strict=True):
            found = {region["code"][:6] for region in story["regions"]}
            self.assertLessEqual(found, {region["adcode"] for region in labels["regions"]}, labels["headline"])

    def test_mends_seven_sentences_and_marks_two_gaps(self):
        def said(story, *codes):
            return sum(1 for warning in story["warnings"] if warning["code"] in codes)

        self.compare(lambda story: said(story, "joined"), lambda labels: labels["broken_joins"])
        self.compare(lambda story: said(story, "missing-before", "missing-after"), lambda labels: labels.get("gaps", 0))
