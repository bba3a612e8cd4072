"""What was printed is mostly right: the rules of wording over real stories, where those lie beside the project."""

import json
from collections import Counter
from pathlib import Path
from unittest import TestCase, skipUnless

from articles.checks.prepared import Story, Together, texts_of
from articles.checks.register import Level
from articles.checks.texts import TEXT_CHECKS
from articles.models import Article
from intake.reading.page import read_page

CORPUS = Path(__file__).resolve().parents[4] / "shared/corpus/dev.jsonl"
MARKS = {"subhead": "## "}


def stories():
    """As intake stores them."""
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        for read in read_page(json.loads(line)["raw"]).stories:
            body = "\n".join(MARKS.get(piece.kind, "") + piece.text for piece in read.body)
            article = Article(kicker=read.kicker, headline=read.headline, subheadline=read.subheadline, body=body)
            yield Story(article, texts_of(article, []), [], [], [], [], Together())


@skipUnless(CORPUS.exists(), "the labelled stories do not lie beside the project")
class PublishedTextTests(TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        read = list(stories())
        cls.length = sum(len(text.words) for story in read for text in story.texts.values())
        cls.found = Counter(check.code for story in read for check in TEXT_CHECKS for _hit in check.find(story))

    def rate(self, *levels):
        """Hits in a thousand characters."""
        return sum(self.found[check.code] for check in TEXT_CHECKS if check.level in levels) * 1000 / self.length

    def test_calls_nothing_in_them_an_error(self):
        self.assertEqual(self.rate(Level.ERROR), 0)

    def test_warns_of_less_than_one_place_in_four_thousand_characters(self):
        self.assertLess(self.rate(Level.WARNING), 0.25)

    def test_points_out_less_than_one_place_in_three_thousand_characters(self):
        self.assertLess(self.rate(Level.NOTICE), 0.33)
