"""The head of every reader page: its own address, and what other sites show of a link to it."""

import re
from datetime import timedelta
from html import unescape

from django.test import TestCase
from django.utils import timezone

from articles.corrections import enter
from articles.models import Correction
from tests.factories import (
    illustrate,
    make_article,
    make_channel,
    make_column,
    make_issue,
    make_page,
    make_photo,
    make_published,
    make_town,
    reporter,
)

META = re.compile(r'<meta (?:name|property)="([^"]+)"\s+content="([^"]*)"')


class HeadTestCase(TestCase):
    def metas(self, address):
        text = self.client.get(address).content.decode()
        return {name: unescape(said) for name, said in META.findall(text)}


class HeadTests(HeadTestCase):
    def test_every_page_names_itself_and_lets_its_pictures_be_shown_large(self):
        filed = {"column": make_column(name="匠心"), "channel": make_channel(name="工会"), "tags": ["劳模"]}
        story = make_published(page=make_page(), regions=[make_town()], by=[reporter("李凡")], **filed)
        person = story.bylines.get().contributor.get_absolute_url()
        lists = ["/columns/匠心/", "/channels/工会/", "/tags/劳模/", "/regions/330681/", person, "/corrections/"]
        calendars = ["/", "/issues/", "/issues/2023-03-02/", "/issues/2023-03-02/02/", "/regions/"]

        for address in [story.get_absolute_url(), *lists, *calendars]:
            response, metas = self.client.get(address), self.metas(address)
            self.assertContains(response, f'<link rel="canonical" href="{metas["og:url"]}">', count=1)
            self.assertEqual(metas["robots"], "max-image-preview:large")
            self.assertEqual((metas["og:locale"], metas["twitter:card"]), ("zh_CN", "summary"))
            for name in ("og:title", "og:description", "twitter:title", "description", "og:site_name"):
                self.assertTrue(metas[name], (address, name))

    def test_a_page_that_only_says_something_has_no_address_to_keep(self):
        response = self.client.get("/articles/999/")

        self.assertNotContains(response, "canonical", status_code=404)
        self.assertNotContains(response, "og:", status_code=404)

    def test_names_an_issue_and_a_page_by_day(self):
        make_published(headline="头条", page=make_page(issue=make_issue(number=12345)))

        self.assertEqual(self.metas("/issues/2023-03-02/")["og:title"], "2023年3月2日")
        metas = self.metas("/issues/2023-03-02/02/")
        self.assertEqual(metas["og:title"], "第02版：工会 2023年3月2日")
        self.assertIn("头条", metas["description"])


class StoryHeadTests(HeadTestCase):
    def test_says_when_it_came_out_and_what_it_is_filed_under(self):
        hour = timezone.now().replace(microsecond=0) - timedelta(days=2)
        story = make_published(channel=make_channel(name="要闻"), tags=["劳模"], at=hour)
        metas = self.metas(story.get_absolute_url())

        self.assertEqual(metas["og:type"], "article")
        self.assertEqual((metas["article:section"], metas["article:tag"]), ("要闻", "劳模"))
        local = timezone.localtime(hour).isoformat()
        self.assertEqual((metas["article:published_time"], metas["article:modified_time"]), (local, local))

    def test_a_correction_renews_it_and_both_times_are_seen(self):
        story = make_published()
        at = timezone.now() - timedelta(hours=1)
        enter(Correction(article=story, wrong="误", right="正", published_at=at))

        response, metas = self.client.get(story.get_absolute_url()), self.metas(story.get_absolute_url())

        self.assertEqual(metas["article:modified_time"], timezone.localtime(at).isoformat(timespec="seconds"))
        for name in ("article:published_time", "article:modified_time"):
            self.assertContains(response, f'<time datetime="{metas[name]}">')

    def test_shows_its_leading_picture_large_and_says_what_is_seen(self):
        story = make_published()
        illustrate(article=story, alt="三名工人", photo=make_photo(size=(1600, 1200)))

        metas = self.metas(story.get_absolute_url())

        self.assertEqual((metas["og:image:width"], metas["og:image:height"]), ("1280", "720"))
        self.assertEqual((metas["twitter:image:alt"], metas["twitter:card"]), ("三名工人", "summary_large_image"))
        self.assertEqual(metas["og:image"], metas["twitter:image"])
        path = metas["og:image"].removeprefix("http://testserver")
        self.assertTrue(b"".join(self.client.get(path)).startswith(b"\xff\xd8"))

    def test_no_picture_that_readers_may_not_see_yet(self):
        story = make_published()
        later = timezone.now() + timedelta(days=1)
        illustrate(article=story, alt="机密", photo=make_photo(embargo_until=later))

        metas = self.metas(story.get_absolute_url())

        self.assertRegex(metas["og:image"], r"^http://testserver/static/icon\..*png$")
        self.assertNotIn("机密", str(metas))

    def test_the_front_page_shows_its_leads_picture(self):
        story = make_published(page=make_page(label="01"), headline="头条")
        illustrate(article=story, photo=make_photo(size=(1600, 1200)))

        metas = self.metas("/")

        self.assertIn("头条", metas["description"])
        self.assertEqual(metas["og:image:width"], "1280")

    def test_words_that_were_typed_stay_words(self):
        story = make_published(headline='"><script>x</script>')

        self.assertNotContains(self.client.get(story.get_absolute_url()), "<script>x")

    def test_a_draft_has_no_page_that_could_say_anything(self):
        self.assertEqual(self.client.get(make_article().get_absolute_url()).status_code, 404)
