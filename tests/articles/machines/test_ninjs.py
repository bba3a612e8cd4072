"""ninjs: a story for other newsrooms, valid by IPTC's schemas, and nothing of what readers may not see."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import TestCase
from django.utils import timezone

from articles.models import Correction
from articles.publishing import withdraw
from desk.models import Paper
from tests.articles.machines.test_linked_data import make_rich_story
from tests.factories import illustrate, make_article, make_photo, make_published

SCHEMAS = Path(__file__).resolve().parents[4] / "shared/standards/ninjs"


def validators():
    """Of both versions. Without the second schema the first would be fetched from the net."""
    if not SCHEMAS.exists():
        pytest.skip("the schemas of ninjs are not here")
    jsonschema, referencing = pytest.importorskip("jsonschema"), pytest.importorskip("referencing")
    from referencing.jsonschema import DRAFT202012

    schema = {path.name: json.loads(path.read_text()) for path in SCHEMAS.glob("*.json")}
    places = referencing.Resource(contents=schema["GeoJSON-schema.json"], specification=DRAFT202012)
    registry = referencing.Registry().with_resource("https://geojson.org/schema/GeoJSON.json", places)
    checker = jsonschema.FormatChecker()
    for version in ("3.1", "3.3"):
        known = schema[f"ninjs-schema_{version}.json"]
        yield jsonschema.Draft202012Validator(known, registry=registry, format_checker=checker)


class NinjsTestCase(TestCase):
    def address(self, story):
        return f"/articles/{story.pk}.ninjs.json"

    def told(self, story):
        return self.client.get(self.address(story)).json()


class NinjsTests(NinjsTestCase):
    def test_is_valid_by_both_versions(self):
        Paper.objects.update_or_create(pk=1, defaults={"corrections_policy": "次日更正。"})
        rich, gone = make_rich_story(), make_published(headline="撤稿")
        withdraw(gone)
        told = [self.told(story) for story in (rich, make_published(body=""), gone)]

        for validator in validators():
            for record in told:
                self.assertEqual([error.message for error in validator.iter_errors(record)], [])
            self.assertTrue(list(validator.iter_errors({**told[0], "versionCreated": "2023-03-02T06:00:00"})))
            self.assertTrue(list(validator.iter_errors({**told[0], "pageNumber": "02"})))

    def test_says_what_the_page_prints(self):
        told = self.told(make_rich_story())

        self.assertEqual((told["by"], told["located"]), ("记者李凡 通讯员周永卫/文 李凡/摄", "本报讯"))
        self.assertEqual([row["value"] for row in told["headlines"]], ["工会送清凉", "副题"])
        self.assertEqual(told["altIds"][0], {"role": "print", "value": "2023-03-02-extra/02/0"})
        self.assertEqual(told["places"][0]["literal"], "330681104")
        self.assertEqual([row["role"] for row in told["bodies"]], ["main", "plain"])
        self.assertIn("“340人”应为“240人”", told["edNote"])

    def test_carries_its_pictures_with_caption_credit_and_files(self):
        [picture] = self.told(make_rich_story())["associations"]

        self.assertEqual((picture["by"], picture["type"]), ("马敏 摄", "picture"))
        for file in picture["renditions"]:
            response = self.client.get(file["href"].removeprefix("http://testserver"))
            self.assertEqual(len(b"".join(response)), file["sizeInBytes"])

    def test_says_that_an_ai_made_a_picture(self):
        story = make_published()
        illustrate(article=story, photo=make_photo(digital_source_type="trainedAlgorithmicMedia"))

        [picture] = self.told(story)["associations"]

        self.assertTrue(picture["digitalSourceType"]["uri"].endswith("/digitalsourcetype/trainedAlgorithmicMedia"))

    def test_the_story_names_it(self):
        story = make_published()

        link = f'<link rel="alternate" type="application/json" title="ninjs" href="{self.address(story)}">'
        self.assertContains(self.client.get(story.get_absolute_url()), link, html=True)

    def test_takes_eight_queries_however_many_pictures(self):
        story = make_rich_story()
        for _number in range(2):
            illustrate(article=story)

        with self.assertNumQueries(8):
            self.told(story)


class SecretNinjsTests(NinjsTestCase):
    def test_of_what_is_not_out_there_is_none(self):
        for story in (make_article(), make_published(at=timezone.now() + timedelta(hours=1))):
            self.assertEqual(self.client.get(self.address(story)).status_code, 404)

    def test_of_a_withdrawn_story_it_says_that_and_not_a_word(self):
        Paper.current()
        story = make_published(headline="不实标题", body="不实正文", kicker="不实引题")
        before = self.client.get(self.address(story))
        withdraw(story)

        response = self.client.get(self.address(story), headers={"If-None-Match": before["ETag"]})

        self.assertEqual((response.status_code, response.json()["pubStatus"]), (410, "canceled"))
        self.assertNotContains(response, "不实", status_code=410)

    def test_a_correction_or_picture_to_come_is_not_told(self):
        story, later = make_published(), timezone.now() + timedelta(hours=1)
        Correction.objects.create(article=story, wrong="机密", right="机密", published_at=later)
        illustrate(article=story, photo=make_photo(caption="机密", embargo_until=later))

        self.assertNotIn("机密", str(self.told(story)))
