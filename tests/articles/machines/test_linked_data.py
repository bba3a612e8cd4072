"""JSON-LD: of schema.org's own words only, of what readers see only, and no way out of its block."""

import json
import re
from datetime import timedelta

from django.test import SimpleTestCase, TestCase
from django.utils import timezone

from articles.corrections import enter
from articles.machines.written import as_data_block
from articles.models import Correction
from desk.models import Paper
from media.finishing import finish
from tests.articles.machines.vocabulary import faults
from tests.factories import (
    correspondent,
    illustrate,
    make_channel,
    make_column,
    make_issue,
    make_page,
    make_photo,
    make_published,
    make_town,
    photographer,
    reporter,
)

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


class LinkedDataTestCase(TestCase):
    def told(self, address):
        text = self.client.get(address).content.decode()
        return {one.get("@type", "Baidu"): one for one in map(json.loads, BLOCK.findall(text))}

    def story(self, **fields):
        return self.told(make_published(**fields).get_absolute_url())["NewsArticle"]


def make_rich_story():
    page = make_page(issue=make_issue(number=12345, edition="extra"), label="02", name="工会")
    story = make_published(
        headline="工会送清凉",
        subheadline="副题",
        dateline="本报讯",
        by=[reporter("李凡"), correspondent("周永卫"), photographer("李凡")],
        regions=[make_town()],
        tags=["劳模"],
        column=make_column(name="匠心"),
        channel=make_channel(name="要闻"),
        page=page,
        source="工人日报",
        original_title="原题",
        original_author="钱七",
        ai_use="assisted",
        original_url="https://example.org/1",
    )
    illustrate(article=story, photo=make_photo(size=(1600, 1200), by=[photographer("马敏")]))
    enter(Correction(article=story, wrong="340人", right="240人"))
    return story


class StoryDataTests(LinkedDataTestCase):
    def test_uses_the_words_of_schema_org_and_no_others(self):
        Paper.objects.update_or_create(pk=1, defaults={"cn_number": "CN 33-0000", "motto": "m", "publisher": "社"})
        story = make_rich_story()
        pages = [story.get_absolute_url(), "/", "/issues/2023-03-02-extra/", "/issues/2023-03-02-extra/02/"]

        for address in [*pages, "/regions/330681104/"]:
            records = self.told(address)
            self.assertTrue(records)
            for kind, record in records.items():
                if kind != "Baidu":
                    self.assertEqual(faults(record), [], address)

    def test_says_where_it_was_printed_and_where_it_plays(self):
        told = self.told(make_rich_story().get_absolute_url())["NewsArticle"]

        printed = (told["printEdition"], told["printPage"], told["printSection"], told["dateline"])
        self.assertEqual(printed, ("2023-03-02 号外", "02", "工会", "本报讯"))
        [place] = told["contentLocation"]
        above = place["containedInPlace"]["containedInPlace"]
        self.assertEqual((above["name"], above["url"]), ("浙江省绍兴市", "http://testserver/regions/330600/"))
        self.assertEqual((place["name"], place["identifier"]), ("浙江省绍兴市诸暨市店口镇", "330681104"))
        self.assertEqual((told["articleSection"], told["keywords"]), (["要闻", "匠心"], ["劳模"]))

    def test_names_each_author_once_without_a_role(self):
        told = self.told(make_rich_story().get_absolute_url())["NewsArticle"]

        self.assertEqual([person["name"] for person in told["author"]], ["李凡", "周永卫"])
        for person in told["author"]:
            self.assertRegex(person["url"], r"^http://testserver/contributors/\d+/$")

    def test_a_reprint_is_by_whoever_wrote_it_there(self):
        told = self.story(source="工人日报", original_author="王石")

        self.assertEqual(told["author"], [{"@type": "Person", "name": "王石"}])

    def test_carries_its_correction(self):
        told = self.told(make_rich_story().get_absolute_url())["NewsArticle"]

        [correction] = told["correction"]
        self.assertIn("“340人”应为“240人”，特此更正。", correction["text"])
        self.assertGreater(told["dateModified"], told["datePublished"])

    def test_shows_its_picture_in_a_large_shape_first(self):
        told = self.told(make_rich_story().get_absolute_url())["NewsArticle"]

        first, whole = told["image"]
        self.assertEqual((first["width"], first["height"]), (1280, 720))
        self.assertEqual((whole["creditText"], whole["width"] / whole["height"]), ("马敏 摄", 4 / 3))

    def test_shows_it_in_three_shapes_when_the_worker_has_made_them(self):
        story = make_rich_story()
        finish.func(story.photos.get().pk)

        told = self.told(story.get_absolute_url())["NewsArticle"]

        shapes = [(image["width"], image["height"]) for image in told["image"]]
        self.assertEqual(shapes, [(1280, 720), (960, 720), (960, 960), (1600, 1200)])

    def test_tells_baidu_the_times_without_a_zone(self):
        hour = timezone.now() - timedelta(days=1)
        told = self.told(make_published(at=hour).get_absolute_url())["Baidu"]

        local = f"{timezone.localtime(hour):%Y-%m-%dT%H:%M:%S}"
        self.assertEqual((told["pubDate"], told["upDate"]), (local, local))

    def test_leads_from_the_front_page_to_the_story(self):
        story = make_rich_story()
        steps = self.told(story.get_absolute_url())["BreadcrumbList"]["itemListElement"]

        names = ["首页", "往期", "2023年3月2日 号外", "第02版：工会", "工会送清凉"]
        self.assertEqual([step["name"] for step in steps], names)
        for step in steps:
            self.assertEqual(self.client.get(step["item"].removeprefix("http://testserver")).status_code, 200)

    def test_a_correction_or_picture_to_come_is_not_told(self):
        story = make_published()
        later = timezone.now() + timedelta(hours=1)
        Correction.objects.create(article=story, wrong="机密", right="机密", published_at=later)
        illustrate(article=story, photo=make_photo(caption="机密", embargo_until=later))

        told = self.told(story.get_absolute_url())

        self.assertNotIn("机密", str(told))
        self.assertNotIn("image", told["NewsArticle"])


class DataBlockTests(SimpleTestCase):
    def test_nothing_typed_leaves_its_block(self):
        typed = "</script><script>x</script><!-- & \u2028"

        block = as_data_block({"headline": typed})

        self.assertEqual(block.count("<"), 2)
        self.assertEqual(json.loads(BLOCK.fullmatch(block)[1]), {"headline": typed})
