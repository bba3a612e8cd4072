"""A line with nothing but a story's address shows that story as a card: as far as readers may see it."""

from datetime import timedelta
from html import unescape

from django.db import connection
from django.test import SimpleTestCase, TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.cards import MOST, without_own_host
from articles.publishing import withdraw
from desk.models import Paper
from tests.factories import illustrate, make_article, make_photo, make_published, make_user, story_form
from wording.markup import blocks, plain_text


class AddressLineTests(SimpleTestCase):
    def test_is_a_piece_of_its_own_without_words(self):
        [_before, story, _after] = blocks("前\n　/articles/12/ \n后")

        self.assertEqual((story.kind, story.number, plain_text("前\n/articles/12/\n后")), ("story", 12, "前\n后"))

    def test_inside_of_a_sentence_it_stays_text(self):
        self.assertEqual(
            [block.kind for block in blocks("见/articles/12/\n/articles/12/x\n/articles/")], ["paragraph"] * 3
        )

    def test_loses_our_own_host_and_no_other(self):
        body = "http://testserver/articles/12/?large=1#x\nhttps://testserver:8000/articles/13/\nhttps://else.example/articles/14/"
        with self.settings(ALLOWED_HOSTS=["testserver"]):
            self.assertEqual(without_own_host(body), "/articles/12/\n/articles/13/\nhttps://else.example/articles/14/")

    def test_where_any_host_is_served_none_is_ours(self):
        with self.settings(ALLOWED_HOSTS=["*"]):
            self.assertIn("https://else", without_own_host("https://else.example/articles/14/"))


class CardTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        Paper.current()

    def shown_by(self, *targets):
        lines = "\n".join(target.get_absolute_url() for target in targets)
        story = make_published(headline="主稿", body=f"前文。\n{lines}\n后文。")
        return self.client.get(story.get_absolute_url())

    def test_has_headline_date_and_photo(self):
        target = make_published(headline="工会送清凉")
        illustrate(article=target, photo=make_photo(size=(300, 200)))

        response = self.shown_by(target)

        self.assertContains(response, '<span class="card-headline">工会送清凉</span>')
        self.assertContains(response, f'<a class="card-link" href="{target.get_absolute_url()}">')
        self.assertContains(response, f"/files/{target.photos.get().key}/list-240-50x50.jpg")
        self.assertNotContains(response, f"<p>{target.get_absolute_url()}</p>", html=True)

    def test_of_what_readers_may_not_see_there_is_nothing(self):
        gone, draft = make_published(headline="机密撤稿"), make_article(headline="机密草稿")
        later = make_published(headline="机密禁发", at=timezone.now() + timedelta(hours=1))
        withdraw(gone)

        response = self.shown_by(gone, draft, later)

        for words in ("机密", "card-link", *(story.get_absolute_url() for story in (gone, draft, later))):
            self.assertNotContains(response, words)

    def test_a_picture_that_is_closed_gives_way_to_one_that_is_not(self):
        target = make_published()
        closed = make_photo(embargo_until=timezone.now() + timedelta(hours=1))
        photo = make_photo(size=(300, 200), caption="可见", file=None)
        for one in (closed, photo):
            illustrate(article=target, photo=one)

        response = self.shown_by(target)

        self.assertContains(response, photo.key)
        self.assertNotContains(response, closed.key)

    def test_a_story_shows_no_card_of_itself(self):
        story = make_published()
        story.body = f"前文。\n{story.get_absolute_url()}"
        story.save()

        self.assertNotContains(self.client.get(story.get_absolute_url()), "card-link")

    def test_costs_one_query_however_many_and_however_pictured(self):
        targets = [make_published() for _number in range(3)]
        for target in targets:
            illustrate(article=target)
            illustrate(article=target)
        addresses = [target.get_absolute_url() for target in targets]
        stories = [make_published(body="\n".join(["前文。", *addresses[:count]])) for count in (0, 1, 3)]

        counts = [self.queries(story) for story in stories]

        self.assertEqual(counts, [counts[0], counts[0] + 1, counts[0] + 1])

    def test_shows_no_more_of_them_than_a_story_may(self):
        targets = [make_published() for _number in range(MOST + 2)]

        self.assertContains(self.shown_by(*targets), "card-link", MOST)

    def queries(self, story):
        with CaptureQueriesContext(connection) as asked:
            self.client.get(story.get_absolute_url())
        return len(asked)


class PastedAddressTests(TestCase):
    def test_is_stored_without_our_host(self):
        self.client.force_login(make_user(is_superuser=True))
        story = make_published()
        typed = {**story_form(story), "body": "前文。\r\nhttp://testserver/articles/12/"}

        self.client.post(f"/admin/articles/article/{story.pk}/change/", typed)

        story.refresh_from_db()
        self.assertEqual(story.body.splitlines()[-1], "/articles/12/")


class QuotationTests(TestCase):
    def test_the_share_box_offers_html_that_asks_nobody(self):
        Paper.objects.update_or_create(pk=1, defaults={"name": "江畔日报"})
        story = make_published(headline='"工会"<送>清凉', ai_use="generated")

        page = self.client.get(story.get_absolute_url()).content.decode()

        code = unescape(page.partition("data-quote")[2].partition(">")[2].partition("</textarea>")[0])
        address = f"http://testserver{story.get_absolute_url()}"
        self.assertTrue(code.startswith(f'<blockquote cite="{address}"><p><a href="{address}">&quot;工会&quot;&lt;送'))
        for words in ("江畔日报", "本文由AI生成", "<time datetime="):
            self.assertIn(words, code)
        self.assertNotIn("script", code)
