"""A story for somebody without a login: what the link shows, for how long, and to whom it says nothing."""

import re
from datetime import timedelta
from unittest.mock import patch

from django.core.signing import Signer
from django.test import SimpleTestCase, TestCase
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisTestCase

from articles.models import PreviewLink
from articles.models.preview_link import SIGNER, key_in
from articles.preview_links import make, revoke
from articles.publishing import publish, restore, withdraw
from newsroom.groups import CHIEF, EDITOR
from tests.factories import (
    illustrate,
    make_article,
    make_issue,
    make_page,
    make_photo,
    make_published,
    make_town,
    make_user,
    photographer,
    reporter,
    signed,
)

GONE = "这个预览已失效"


def make_link(*, article=None, made_by=None, **fields):
    return PreviewLink.objects.create(
        article=article or make_article(headline="机密稿件", body="机密正文。"),
        made_by=made_by or make_user(),
        **fields,
    )


class PreviewPageTests(TestCase):
    def setUp(self):
        self.link = make_link()
        self.address = self.link.get_absolute_url()

    def test_shows_a_draft_as_readers_would_see_it_and_says_what_it_is(self):
        response = self.client.get(self.address)

        self.assertEqual(response.template_name, "articles/article_page.html")
        self.assertContains(response, "机密正文。")
        self.assertContains(response, "未发布")
        self.assertContains(response, f"{timezone.localtime(self.link.expires_at):%Y-%m-%d %H:%M}")

    def test_shows_the_story_as_it_is_now(self):
        self.link.article.body = "改过的正文。"
        self.link.article.save()

        self.assertContains(self.client.get(self.address), "改过的正文。")

    def test_says_of_a_story_that_came_out_where_it_stands(self):
        link = make_link(article=make_published())

        self.assertContains(self.client.get(link.get_absolute_url()), link.article.get_absolute_url())

    def test_is_kept_by_no_cache_and_no_search_engine_and_tells_no_other_site(self):
        for address in (self.address, "/preview/x.y/", f"{self.address}files/1/640.webp"):
            headers = self.client.get(address).headers
            self.assertIn("no-store", headers["Cache-Control"])
            self.assertEqual(headers["X-Robots-Tag"], "noindex, nofollow")
            self.assertEqual(headers["Referrer-Policy"], "no-referrer")
        self.assertContains(self.client.get("/robots.txt"), "Disallow: /preview/")

    def test_prints_its_own_address_nowhere(self):
        self.assertNotContains(self.client.get(self.address), self.link.token)

    def test_shows_nothing_else_of_a_page_in_the_making(self):
        page = make_page(issue=make_issue(published=False))
        link = make_link(article=make_article(page=page))
        make_article(headline="同版的机密", page=page)

        response = self.client.get(link.get_absolute_url())

        self.assertContains(response, "第02版")
        self.assertNotContains(response, "同版的机密")
        self.assertNotContains(response, page.get_absolute_url())  # which would lead nowhere

    def test_counts_who_opened_it_and_no_look_at_its_head(self):
        self.client.get(self.address)
        self.client.get(self.address)
        self.client.head(self.address)

        self.link.refresh_from_db()
        self.assertEqual(self.link.times_opened, 2)
        self.assertIsNotNone(self.link.last_opened_at)

    def test_asks_the_same_number_of_questions_with_one_picture_as_with_three(self):
        for pictures in (1, 2):
            for _picture in range(pictures):
                illustrate(article=self.link.article, photo=make_photo(by=[photographer("马敏")]))
            with self.assertNumQueries(9):
                self.client.get(self.address)


class LeakTests(TestCase):
    def crawl(self, *begin):
        """Every page of the paper that links lead to, by its address."""
        found, ahead = {}, list(begin)
        while ahead:
            address = ahead.pop()
            if address in found or not address.startswith("/") or address.startswith(("/admin/", "/static/")):
                continue
            response = self.client.get(address)
            found[address] = b"".join(response).decode(errors="replace")
            ahead += re.findall(r'(?:href="|<loc>)(?:http://testserver)?(/[^"#<]*)', found[address])
        return found

    def test_a_walk_through_the_whole_paper_meets_neither_the_link_nor_its_story(self):
        shared = {"by": [reporter("李凡")], "regions": [make_town()], "tags": ["劳模"]}
        make_published(headline="见报稿", page=make_page(), **shared)
        link = make_link(article=make_article(headline="机密稿件", **shared))
        self.client.get(link.get_absolute_url())

        feeds = ["/feeds/latest.atom", "/feeds/corrections.atom"]
        pages = self.crawl("/", "/robots.txt", "/sitemap.xml", "/sitemap-news.xml", *feeds)

        self.assertGreater(len(pages), 12)
        for words in ("机密", link.key, "/preview/"):
            self.assertEqual([at for at, page in pages.items() if words in page and at != "/robots.txt"], [])


class DeadLinkTests(TestCase):
    def assert_gone(self, address):
        response = self.client.get(address)
        self.assertContains(response, GONE, status_code=410)
        self.assertNotContains(response, "机密", status_code=410)
        return response.content

    def test_every_dead_link_answers_alike(self):
        past = timezone.now() - timedelta(seconds=1)
        withdrawn = make_published(headline="机密撤稿")
        withdraw(withdrawn)
        links = [make_link(expires_at=past), make_link(revoked_at=past), make_link(article=withdrawn)]
        links.append(make_link(made_by=make_user(is_active=False)))
        addresses = [link.get_absolute_url() for link in links]
        answers = {self.assert_gone(address) for address in [*addresses, "/preview/unknown/", "/preview/a.b/"]}

        self.assertEqual(len(answers), 1)

    def test_every_answer_costs_the_same(self):
        for address in (make_link(revoked_at=timezone.now()).get_absolute_url(), "/preview/x/", "/preview/%00/"):
            with self.assertNumQueries(2):
                self.client.get(address)

    def test_the_clock_ends_it(self):
        link = make_link()
        with patch("django.utils.timezone.now", return_value=link.expires_at - timedelta(seconds=1)):
            self.assertEqual(self.client.get(link.get_absolute_url()).status_code, 200)
        with patch("django.utils.timezone.now", return_value=link.expires_at):
            self.assert_gone(link.get_absolute_url())

    def test_is_dead_at_once_when_revoked(self):
        link = make_link()
        self.client.get(link.get_absolute_url())

        revoke(link, by=link.made_by)

        self.assert_gone(link.get_absolute_url())

    def test_is_dead_while_the_story_is_withdrawn(self):
        article = make_published(headline="机密稿件")
        link = make_link(article=article)
        withdraw(article)
        self.assert_gone(link.get_absolute_url())

        restore(article)
        self.assertEqual(self.client.get(link.get_absolute_url()).status_code, 200)

    def test_a_story_by_another_link_stays(self):
        kept, gone = (make_link(article=make_article()) for _link in range(2))
        revoke(gone, by=gone.made_by)

        self.assertEqual(self.client.get(kept.get_absolute_url()).status_code, 200)


class TamperedTokenTests(HypothesisTestCase):
    @settings(max_examples=300, deadline=None)
    @given(st.data())
    def test_no_token_with_another_sign_in_it_names_a_key(self, data):
        token = PreviewLink(key="fwzXgTkkmvyzdaBwtXuTgQ").token
        place = data.draw(st.integers(0, len(token) - 1))
        sign = data.draw(st.characters(exclude_characters=token[place], exclude_categories=["Cs"]))

        self.assertEqual(key_in(token[:place] + sign + token[place + 1 :]), "")

    @settings(max_examples=200, deadline=None)
    @given(st.text(max_size=300))
    def test_no_text_at_all_opens_anything(self, text):
        self.assertFalse(PreviewLink.objects.opened_by(text).exists())


class AnotherKeyTests(SimpleTestCase):
    def test_what_another_secret_or_another_purpose_has_signed_names_no_key(self):
        key = "fwzXgTkkmvyzdaBwtXuTgQ"
        ours = {"key": SIGNER.key, "sep": SIGNER.sep, "salt": SIGNER.salt}

        self.assertEqual(key_in(Signer(**ours).sign(key)), key)
        self.assertEqual(key_in(Signer(**{**ours, "key": "the secret of before"}).sign(key)), "")
        self.assertEqual(key_in(Signer(**{**ours, "salt": "desk.stale.questions"}).sign(key)), "")


class MakingTests(TestCase):
    def test_a_link_of_a_story_that_waits_for_its_hour_lives_on_when_it_is_out(self):
        article, editor = signed(), make_user(group=EDITOR)
        publish(article, by=make_user(group=CHIEF), at=timezone.now() + timedelta(hours=1))

        link = make(article, by=editor, whom="省总工会", days=3)

        self.assertEqual((link.expires_at - link.made_at).days, 3)
        self.assertEqual(self.client.get(link.get_absolute_url()).status_code, 200)
