"""The pictures of a preview: served by its link alone, its own story's alone, and dead with it."""

import re
from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from articles.preview_links import revoke
from tests.articles.test_preview_links import make_link
from tests.factories import illustrate, make_article, make_photo, make_published


class PreviewFileTests(TestCase):
    def setUp(self):
        self.link = make_link()
        self.photo = make_photo(embargo_until=timezone.now() + timedelta(days=1))
        illustrate(article=self.link.article, photo=self.photo)

    def file_of(self, photo, link=None):
        name = photo.renditions[0]["name"]
        return f"{(link or self.link).files_of(photo)}{name}"

    def test_every_picture_of_the_page_is_served_by_the_link_and_none_by_a_public_address(self):
        html = self.client.get(self.link.get_absolute_url()).content.decode()
        files = set(re.findall(r"/preview/[^\s\"']+/files/[^\s\"',]+", html))

        self.assertNotIn(self.photo.key, html)
        self.assertEqual(len(files), len({row["name"] for row in self.photo.renditions if not row.get("crop")}))
        for file in files:
            response = self.client.get(file)
            self.assertEqual(response.status_code, 200)
            b"".join(response.streaming_content)

    def test_shows_a_photo_under_embargo_which_readers_cannot_see(self):
        response = self.client.get(self.file_of(self.photo))

        self.assertTrue(response.headers["Content-Type"].startswith("image/"))
        self.assertTrue(b"".join(response.streaming_content))

    def test_shows_no_photo_whose_licence_has_ended(self):
        self.photo.embargo_until, self.photo.expires_at = None, timezone.now() - timedelta(seconds=1)
        self.photo.save()

        self.assertEqual(self.client.get(self.file_of(self.photo)).status_code, 410)
        self.assertNotContains(self.client.get(self.link.get_absolute_url()), "/files/")

    def test_refuses_the_photo_of_another_story_and_what_is_no_file(self):
        other = make_photo()
        illustrate(article=make_article(), photo=other)
        name = self.photo.renditions[0]["name"]

        huge = f"{self.link.get_absolute_url()}files/{10**30}/{name}"
        for address in (self.file_of(other), self.link.files_of(self.photo) + "original.jpg", huge):
            self.assertEqual(self.client.get(address).status_code, 410)
        self.assertEqual(self.client.get(f"/preview/x.y/files/{self.photo.pk}/{name}").status_code, 410)

    def test_a_link_of_another_story_serves_none_of_these(self):
        other = make_link(article=make_published())

        self.assertEqual(self.client.get(self.file_of(self.photo, other)).status_code, 410)

    def test_whoever_saw_a_picture_gets_neither_it_nor_a_part_of_it_after_the_end(self):
        file = self.file_of(self.photo)
        seen = self.client.get(file)
        b"".join(seen.streaming_content)
        self.assertNotIn("ETag", seen.headers)

        revoke(self.link, by=self.link.made_by)

        for asked in ({}, {"Range": "bytes=0-10"}, {"If-Modified-Since": "Thu, 01 Jan 2099 00:00:00 GMT"}):
            self.assertEqual(self.client.get(file, headers=asked).status_code, 410)
        self.assertEqual(self.client.head(file).status_code, 410)

    def test_a_look_at_the_head_brings_no_picture(self):
        response = self.client.head(self.file_of(self.photo))

        self.assertEqual(response.status_code, 200)
        self.assertEqual(response.headers["Cache-Control"], "private, no-store")
        self.assertIn("Content-Length", response.headers)
        b"".join(response.streaming_content)

    def test_a_picture_costs_one_question(self):
        with self.assertNumQueries(1):
            response = self.client.get(self.file_of(self.photo))
        b"".join(response.streaming_content)
