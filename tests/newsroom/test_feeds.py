"""Feeds: valid Atom with ids that stay, of what readers may see and nothing else."""

from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from django.contrib.sites.models import Site
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import iri_to_uri

from articles.corrections import enter
from articles.models import Article, Column, Correction
from articles.publishing import withdraw
from bylines.models import Contributor
from desk.models import Paper
from desk.models.paper import FeedText
from tests.factories import (
    correspondent,
    illustrate,
    make_article,
    make_channel,
    make_column,
    make_page,
    make_published,
    make_town,
    reporter,
)

SCHEMA = Path(__file__).resolve().parents[3] / "shared/standards/feeds/atom-rfc4287.rng"
ATOM = "{http://www.w3.org/2005/Atom}"


def make_story(**fields):
    known = {"by": [reporter("李凡"), correspondent("周永卫")], "regions": [make_town()], "tags": ["劳模"]}
    return make_published(**known, column=make_column(name="匠心"), channel=make_channel(name="工会"), **fields)


def every_feed():
    person = Contributor.objects.get(name="李凡").pk
    lists = ("regions/330681", f"contributors/{person}", "columns/匠心", "channels/工会", "tags/劳模")
    names = ("latest", *lists, "corrections")
    return [f"/feeds/{name}.atom" for name in names]


def correct(article, **fields):
    enter(Correction(article=article, wrong="340人", right="240人", **fields))


class FeedTestCase(TestCase):
    def feed(self, address="/feeds/latest.atom"):
        return ElementTree.fromstring(self.client.get(address).content)

    def entries(self, address="/feeds/latest.atom"):
        return self.feed(address).findall(f"{ATOM}entry")


class FeedTests(FeedTestCase):
    def test_every_list_has_one_with_its_newest_first(self):
        old = make_story(headline="旧的稿", at=timezone.now() - timedelta(days=2))
        make_story(headline="新的稿")
        correct(old)

        for address in every_feed()[:-1]:
            self.assertEqual([entry.findtext(f"{ATOM}title") for entry in self.entries(address)], ["新的稿", "旧的稿"])
        self.assertEqual([entry.findtext(f"{ATOM}title") for entry in self.entries(every_feed()[-1])], ["更正：旧的稿"])

    def test_every_one_is_valid(self):
        if not SCHEMA.exists():
            pytest.skip(f"{SCHEMA.name} is not here")
        etree = pytest.importorskip("lxml.etree")
        schema = etree.RelaxNG(etree.parse(str(SCHEMA)))
        empty = [schema.validate(etree.fromstring(self.client.get("/feeds/latest.atom").content))]
        correct(make_story(headline="<b>&一\x0b\ufffe稿", body="## 小标题\n> 引\n|甲|乙|\n|---|---|\n|1|2|\n**完**。"))
        for text in FeedText.values:
            Paper.objects.update(feed_text=text)
            for address in every_feed():
                document = etree.fromstring(self.client.get(address).content)
                self.assertTrue(schema.validate(document), (address, schema.error_log))
        self.assertEqual(empty, [True])

    def test_an_entry_says_who_wrote_it_and_what_it_is_filed_under(self):
        make_story()

        [entry] = self.entries()
        self.assertEqual([name.text for name in entry.findall(f"{ATOM}author/{ATOM}name")], ["李凡", "周永卫"])
        terms = [category.get("term") for category in entry.findall(f"{ATOM}category")]
        self.assertEqual(terms, ["匠心", "工会", "劳模", "店口镇"])

    def test_an_id_stays_whatever_changes(self):
        article = make_story()
        Site.objects.update_or_create(pk=1, defaults={"domain": "paper.example.net", "name": "报"})
        before = self.entries()[0].findtext(f"{ATOM}id")

        Article.objects.update(headline="另一个题", published_at=timezone.now() - timedelta(days=9))
        correct(article)

        self.assertEqual(self.entries()[0].findtext(f"{ATOM}id"), before)
        self.assertRegex(before, rf"^tag:paper\.example\.net,\d{{4}}-\d\d-\d\d:articles/{article.pk}$")

    def test_a_correction_stands_in_its_storys_entry_and_renews_it(self):
        article = make_story(headline="工会送清凉", page=make_page())
        correct(article, published_at=timezone.now() - timedelta(minutes=5))

        [entry] = self.entries()
        self.assertIn("第02版《工会送清凉》中“340人”应为“240人”", entry.findtext(f"{ATOM}summary"))
        self.assertGreater(entry.findtext(f"{ATOM}updated"), entry.findtext(f"{ATOM}published"))

    def test_a_correction_to_come_is_not_told(self):
        correct(make_story(), published_at=timezone.now() + timedelta(hours=1))

        self.assertNotIn("更正", self.entries()[0].findtext(f"{ATOM}summary"))
        self.assertEqual(self.entries("/feeds/corrections.atom"), [])

    def test_carries_the_whole_text_where_the_paper_gives_it_away(self):
        make_story(body="开头。\n## 小标题\n" + "长" * 500)
        self.assertIsNone(self.entries()[0].find(f"{ATOM}content"))

        Paper.objects.update(feed_text=FeedText.WHOLE)

        content = self.entries()[0].findtext(f"{ATOM}content")
        self.assertIn("<h2>小标题</h2>", content)
        self.assertIn("长" * 500, content)

    def test_has_thirty_stories_at_most(self):
        for _story in range(32):
            make_published()

        self.assertEqual(len(self.entries()), 30)

    def test_the_pages_name_their_feeds(self):
        correct(make_story())
        person = Contributor.objects.get(name="李凡")
        lists = ("/regions/330681/", person.get_absolute_url(), "/columns/匠心/", "/channels/工会/", "/tags/劳模/")
        pages = ("/", *lists, "/corrections/")
        for page, name in zip(pages, every_feed(), strict=True):
            response = self.client.get(page)
            link = 'rel="alternate" type="application/atom+xml"'
            self.assertContains(response, link, count=1)
            visible = 'class="feed-link"' if page != "/" else 'href="/feeds/"'
            self.assertContains(response, visible)
            self.assertIn(name.rpartition("/")[2].partition(".")[0], unquote(response.content.decode()))

    def test_a_page_names_those_of_the_paper_its_channels_and_columns(self):
        make_story()

        for address in ("/feeds/latest.atom", "/feeds/corrections.atom", "/feeds/channels/工会.atom"):
            self.assertContains(self.client.get("/feeds/"), f'href="{iri_to_uri(address)}"')

    def test_an_entry_leads_to_the_first_picture_as_long_as_it_may_be_seen(self):
        photo = illustrate(article=make_story()).photo

        shown = self.entries()[0].find(f"{ATOM}link[@rel='enclosure']")
        photo.expires_at = timezone.now()
        photo.save()

        self.assertEqual(shown.get("href"), f"http://testserver{photo.largest['url']}")
        self.assertIsNone(self.entries()[0].find(f"{ATOM}link[@rel='enclosure']"))


class NamedFeedTests(FeedTestCase):
    def test_a_name_with_what_xml_cannot_write_breaks_no_feed(self):
        make_story()
        Column.objects.update(name="基层\x0b见闻")
        Paper.objects.update(name="工人\x01报")

        for address in every_feed():
            self.assertContains(self.client.get(address), "<name>工人报</name>")
        address = reverse("column_feed", args=[Column.objects.get().slug])
        self.assertContains(self.client.get(address), "基层见闻</title>")


class SecretFeedTests(FeedTestCase):
    def test_what_readers_may_not_see_is_in_none(self):
        public = make_story(headline="公开稿件")
        correct(public)
        for article in (
            make_article(headline="机密草稿", by=[reporter("李凡")]),
            make_story(headline="机密禁发", at=timezone.now() + timedelta(hours=1)),
            make_story(headline="机密撤稿"),
        ):
            Correction.objects.create(article=article, wrong="机密", right="机密")
        withdraw(Article.objects.get(headline="机密撤稿"))

        for address in every_feed():
            response = self.client.get(address)
            self.assertContains(response, "公开稿件")
            self.assertNotContains(response, "机密")

    def test_nobody_learns_of_a_person_or_word_before_their_first_story(self):
        make_article(by=[reporter("线人")], tags=["暗访"])
        addresses = [
            reverse("contributor_feed", args=[Contributor.objects.get(name="线人").pk]),
            "/feeds/tags/暗访.atom",
        ]

        for address in [*addresses, "/feeds/regions/999999.atom", "/feeds/columns/无.atom"]:
            self.assertEqual(self.client.get(address).status_code, 404)


class ConditionalFeedTests(FeedTestCase):
    def ask(self, **headers):
        return self.client.get("/feeds/latest.atom", headers=headers)

    def test_whoever_has_it_is_told_that_nothing_is_new(self):
        make_story()
        first = self.ask()

        for known in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
            again = self.ask(**known)
            self.assertEqual((again.status_code, again.content, again["ETag"]), (304, b"", first["ETag"]))

    def test_a_new_and_a_withdrawn_story_are_news_by_either_header(self):
        old = make_story(at=timezone.now() - timedelta(days=3))
        Article.objects.update(updated_at=timezone.now() - timedelta(days=3))
        Paper.objects.update(updated_at=timezone.now() - timedelta(days=3))
        first = self.ask()
        newer = make_story(headline="新的稿")
        Article.objects.update(updated_at=timezone.now() - timedelta(hours=2))
        second = self.ask()
        withdraw(old)

        for before in (first, second):
            for known in ({"If-None-Match": before["ETag"]}, {"If-Modified-Since": before["Last-Modified"]}):
                self.assertEqual(self.ask(**known).status_code, 200)
        self.assertEqual(len(self.entries()), 1)
        self.assertContains(self.ask(), newer.headline)


class FeedCostTests(FeedTestCase):
    COSTS = {"latest": 9, "region": 11, "contributor": 11, "column": 11, "channel": 11, "tag": 11, "corrections": 4}

    def test_costs_the_same_with_one_story_as_with_three(self):
        for stories in (1, 2):
            for _story in range(stories):
                correct(make_story(page=None))
            for (name, expected), address in zip(self.COSTS.items(), every_feed(), strict=True):
                with self.subTest(feed=name, stories=stories), self.assertNumQueries(expected):
                    self.client.get(address)
