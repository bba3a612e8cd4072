"""Sitemaps: valid, complete, of what readers may see and nothing else, in a fixed number of queries."""

from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch
from xml.etree import ElementTree

import pytest
from django.test import SimpleTestCase, TestCase
from django.utils import timezone

from articles import bundles
from articles.corrections import enter
from articles.models import Article, Correction
from articles.publishing import withdraw
from desk.models import Paper
from newsroom.sitemaps import addresses, written
from tests.factories import (
    make_article,
    make_channel,
    make_column,
    make_issue,
    make_page,
    make_published,
    make_town,
    reporter,
)

SCHEMA = Path(__file__).resolve().parents[3] / "shared/standards/feeds/sitemap-0.9.xsd"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def make_story(**fields):
    filed = {"by": [reporter("李凡")], "regions": [make_town()], "tags": ["劳模"]}
    return make_published(column=make_column(name="匠心"), channel=make_channel(name="工会"), **{**filed, **fields})


LISTS = ("/issues/", "/regions/", "/channels/", "/columns/", "/tags/", "/contributors/", "/corrections/", "/feeds/")
FIXED = {"/", *LISTS}
LIST_FILES = tuple(f"/sitemaps/{kind}-" for kind in addresses.KINDS)


@contextmanager
def stretches_of_two():
    with patch.object(addresses, "BITS", 1), patch.object(bundles, "BITS", 1):
        yield


class SitemapTestCase(TestCase):
    def lines(self, address="/sitemap.xml"):
        """{path: lastmod}"""
        root = ElementTree.fromstring(self.client.get(address).content)
        return {
            line.findtext(f"{MAP}loc").removeprefix("http://testserver"): line.findtext(f"{MAP}lastmod")
            for line in root
        }

    def everything(self):
        return {path for file in self.lines() for path in self.lines(file)}


class SitemapTests(SitemapTestCase):
    def test_a_month_of_issues_leads_to_its_year(self):
        answer = self.client.get("/sitemaps/issues-2023-3.xml")

        self.assertRedirects(answer, "/sitemaps/issues-2023.xml", status_code=301, fetch_redirect_response=False)

    def test_names_every_page_of_the_paper_and_each_answers(self):
        story = make_story(page=make_page())
        person = story.bylines.get().contributor.get_absolute_url()

        found = self.everything()

        fixed = {*FIXED, "/issues/2023-03-02/", "/issues/2023-03-02/02/"}
        self.assertLessEqual(fixed | {story.get_absolute_url(), person, "/regions/330681104/"}, found)
        self.assertEqual(len(found), 20)
        for path in found:
            self.assertEqual(self.client.get(path).status_code, 200, path)

    def test_every_one_is_valid(self):
        if not SCHEMA.exists():
            pytest.skip(f"{SCHEMA.name} is not here")
        etree = pytest.importorskip("lxml.etree")
        make_story(page=make_page(), headline="<b>&一\x0b\ufffe稿")
        schema = etree.XMLSchema(etree.parse(str(SCHEMA)))

        for address in [*self.lines(), "/sitemap-news.xml"]:
            document = etree.fromstring(self.client.get(address).content)
            for news in document.findall(f".//{NEWS}news"):
                news.getparent().remove(news)
            self.assertTrue(schema.validate(document), (address, schema.error_log))

    def test_stories_lie_in_files_by_their_numbers(self):
        with stretches_of_two():
            stories = [make_story() for _number in range(5)]
            files = [address for address in self.lines() if "stories" in address]
            found = [path for file in files for path in self.lines(file)]
            self.assertTrue(all(len(self.lines(file)) <= 2 for file in files))

        self.assertEqual(found, [story.get_absolute_url() for story in stories])

    def test_nothing_moves_from_its_file_when_others_come_and_go(self):
        with stretches_of_two():
            stories = [make_story(tags=[f"标签{number}"]) for number in range(5)]
            before = self.by_address()
            withdraw(stories[2])
            make_story(tags=["新标签"], page=make_page())
            after = self.by_address()

        kept = before.keys() & after.keys()
        self.assertEqual({path: after[path] for path in kept}, {path: before[path] for path in kept})
        self.assertEqual(before.keys() - kept, {stories[2].get_absolute_url(), "/tags/%E6%A0%87%E7%AD%BE2/"})

    def by_address(self):
        return {path: file for file in self.lines() for path in self.lines(file)}

    def test_lists_lie_in_files_by_their_numbers(self):
        with stretches_of_two():
            make_story(tags=[f"标签{number}" for number in range(6)])
            files = [address for address in self.lines() if "tag-" in address]
            self.assertTrue(all(len(self.lines(file)) <= 2 for file in files))
            found = [path for file in files for path in self.lines(file)]

        self.assertEqual((len(found), len(set(found))), (6, 6))

    def test_says_when_a_story_last_changed_in_its_file_and_in_the_index(self):
        old = make_story(at=timezone.now() - timedelta(days=9))
        at = timezone.now() - timedelta(hours=2)
        enter(Correction(article=old, wrong="误", right="正", published_at=at))

        [file] = [address for address in self.lines() if "stories" in address]

        said = timezone.localtime(at).isoformat(timespec="seconds")
        self.assertEqual((self.lines()[file], self.lines(file)[old.get_absolute_url()]), (said, said))

    def test_a_withdrawal_renews_the_file_that_it_leaves(self):
        make_story(at=timezone.now() - timedelta(days=9))
        gone = make_story(at=timezone.now() - timedelta(days=9))
        withdraw(gone)

        [changed] = [moment for address, moment in self.lines().items() if "stories" in address]

        self.assertEqual(changed[:13], f"{timezone.localtime():%Y-%m-%dT%H}")

    def test_a_file_that_all_stories_left_is_none(self):
        withdraw(make_story())

        self.assertEqual([address for address in self.lines() if "stories" in address], [])

    def test_there_is_none_without_a_line(self):
        nowhere = ("stories-7", "issues-1999", "issues-0", "issues-99999", "region-0", "day-0", f"tag-{2**63}")
        for address in nowhere:
            self.assertEqual(self.client.get(f"/sitemaps/{address}.xml").status_code, 404)

    def test_robots_are_told_where_they_lie(self):
        response = self.client.get("/robots.txt")

        for name in ("sitemap.xml", "sitemap-news.xml"):
            self.assertContains(response, f"\nSitemap: http://testserver/{name}\n")


class NewsSitemapTests(SitemapTestCase):
    def news(self):
        return ElementTree.fromstring(self.client.get("/sitemap-news.xml").content).findall(f".//{NEWS}news")

    def test_has_the_last_two_days(self):
        Paper.objects.update_or_create(pk=1, defaults={"name": "江畔日报"})
        make_story(headline="旧的稿", at=timezone.now() - timedelta(days=2, minutes=1))
        story = make_story(headline="<新的稿>")

        [news] = self.news()

        said = [news.findtext(f"{NEWS}{name}") for name in ("title", "publication_date")]
        self.assertEqual(said, ["<新的稿>", timezone.localtime(story.published_at).isoformat(timespec="seconds")])
        publication = news.find(f"{NEWS}publication")
        self.assertEqual([one.text for one in publication], ["江畔日报", "zh-cn"])

    def test_is_calm_when_nothing_came_out(self):
        self.assertEqual(self.news(), [])

    def test_has_no_more_than_is_taken(self):
        with patch.object(addresses, "MOST_NEWS", 2):
            for number in range(3):
                make_story(headline=f"第{number}篇", at=timezone.now() - timedelta(hours=9 - number))
            self.assertEqual([news.findtext(f"{NEWS}title") for news in self.news()], ["第2篇", "第1篇"])

    def test_a_withdrawn_story_is_gone_for_whoever_asks_again(self):
        story = make_story()
        first = self.client.get("/sitemap-news.xml")
        headers = {"If-None-Match": first["ETag"]}
        self.assertEqual(self.client.get("/sitemap-news.xml", headers=headers).status_code, 304)

        withdraw(story)

        again = self.client.get("/sitemap-news.xml", headers=headers)
        self.assertEqual(again.status_code, 200)
        self.assertIn("no-cache", again["Cache-Control"])


class SecretSitemapTests(SitemapTestCase):
    def test_what_readers_may_not_see_is_in_none(self):
        make_article(headline="机密草稿", by=[reporter("线人")], tags=["暗访"])
        make_published(headline="机密禁发", at=timezone.now() + timedelta(hours=1), tags=["暗访"])
        withdraw(make_published(headline="机密撤稿", page=make_page(), by=[reporter("线人")]))
        make_page(issue=make_issue(on=timezone.localdate(), published=False), label="01")

        found = self.everything()

        self.assertEqual(found, {*FIXED, *self.pages()})
        self.assertNotContains(self.client.get("/sitemap-news.xml"), "机密")
        self.assertEqual(Article.objects.published().count(), 0)

    def pages(self):
        return ["/issues/2023-03-02/", "/issues/2023-03-02/02/"]


class SitemapCostTests(SitemapTestCase):
    COSTS = {"/sitemap.xml": 8, "/sitemap-news.xml": 2, "/sitemaps/issues-2023.xml": 2, "/sitemaps/stories-0.xml": 1}

    def test_costs_the_same_with_one_story_as_with_three(self):
        page = make_page()
        Paper.current()
        for number in (1, 2):
            for story in range(number):
                enter(Correction(article=make_story(page=page), wrong="误", right="正"))
                make_page(issue=page.issue, label=f"{number}{story}")
            part = Article.objects.latest("pk").pk >> addresses.BITS
            for address, expected in self.COSTS.items():
                address = address.replace("stories-0", f"stories-{part}")
                with self.subTest(address=address, stories=number), self.assertNumQueries(expected):
                    self.client.get(address)
            lists = [path for path in self.lines() if path.startswith(LIST_FILES)]
            self.assertEqual(len(lists), 5)
            for path in lists:
                with self.subTest(path=path), self.assertNumQueries(1):
                    self.client.get(path)


class SitemapBoundTests(SimpleTestCase):
    MOST_BYTES = 50 * 1024 * 1024

    def test_a_full_file_stays_within_what_search_engines_take(self):
        longest = addresses.Address("/tags/" + "%E7%AC%94" * 100 + "/", timezone.now())

        full = written.addresses_of([longest] * (1 << addresses.BITS), "https://paper.example".__add__)

        self.assertLessEqual(1 << addresses.BITS, addresses.MOST)
        self.assertLess(len(full), self.MOST_BYTES)

    def test_the_index_of_a_million_stories_is_one_file(self):
        self.assertLess(1_000_000 >> addresses.BITS, addresses.MOST)
