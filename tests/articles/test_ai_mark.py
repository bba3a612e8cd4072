"""人工智能生成合成内容标识: readers are told, and wherever a story goes it says so."""

import json
import re
from html import unescape

from django.test import TestCase

from articles.history.acts import Why
from articles.history.restoring import bring_back
from articles.models.article import AIUse
from articles.reopening import parts_changed
from desk.models import Paper
from tests.factories import illustrate, make_photo, make_published, make_user, story_form

MARK = "本文由AI生成"


class MarkedStoryTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        Paper.objects.update_or_create(pk=1, defaults={"name": "江畔日报", "feed_text": "whole"})
        cls.story = make_published(ai_use=AIUse.GENERATED, body="今天多云。")
        cls.address = cls.story.get_absolute_url()

    def test_says_so_above_its_text_and_to_machines(self):
        page = self.client.get(self.address).content.decode()

        self.assertLess(page.index(f">{MARK}<"), page.index("今天多云。</p>"))
        [label] = re.findall(r'<meta name="AIGC" content="(.*?)">', page)
        self.assertEqual(json.loads(unescape(label))["Label"], "1")
        self.assertIn('"digitalSourceType":"https://schema.org/TrainedAlgorithmicMediaDigitalSource"', page)

    def test_says_so_in_feeds_and_to_other_newsrooms(self):
        said = self.client.get(f"/articles/{self.story.pk}.ninjs.json").json()

        self.assertEqual(said["digitalSourceType"]["name"], "trainedAlgorithmicMedia")
        self.assertIn(MARK, said["bodies"][0]["value"])
        self.assertContains(self.client.get("/feeds/latest.atom"), MARK, count=2)  # in the summary and in the text

    def test_a_story_by_people_says_nothing_of_it(self):
        page = self.client.get(make_published().get_absolute_url())

        for words in ("AIGC", "由AI", "digitalSourceType"):
            self.assertNotContains(page, words)

    def test_a_picture_has_its_own(self):
        story = make_published()
        illustrate(article=story, photo=make_photo(digital_source_type="compositeSynthetic"))

        page = self.client.get(story.get_absolute_url())

        self.assertContains(page, '<span class="photo-ai">AI生成</span>')
        self.assertContains(page, "https://schema.org/CompositeSyntheticDigitalSource")


class MarkAtTheDeskTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.story = make_published()
        cls.plain = cls.story.keep_version(why=Why.FOUND)
        cls.story.ai_use = AIUse.ASSISTED
        cls.story.save()
        cls.marked = cls.story.keep_version(why=Why.FOUND)

    def test_the_mark_makes_a_version_and_wants_another_reading_when_it_goes(self):
        plain, marked = self.plain.snapshot.story, self.marked.snapshot.story

        self.assertEqual(parts_changed(plain, marked), ["ai_use"])
        self.assertEqual(parts_changed(marked, plain), ["ai_use"])

    def test_an_older_version_takes_no_mark_off(self):
        boss = make_user(is_superuser=True)
        self.story.refresh_from_db()

        bring_back(self.story, self.plain, by=boss, seen=self.story.version)

        self.story.refresh_from_db()
        self.assertEqual(self.story.ai_use, AIUse.ASSISTED)

    def test_an_editor_sets_it_in_the_form(self):
        self.client.force_login(make_user(is_superuser=True))
        story = make_published()

        self.client.post(f"/admin/articles/article/{story.pk}/change/", {**story_form(story), "ai_use": "generated"})

        story.refresh_from_db()
        self.assertEqual(story.ai_use, "generated")
