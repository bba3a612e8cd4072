"""What readers may not see yet, or no longer, is on none of their pages: no picture, no words, no address."""

from datetime import date, timedelta

from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles.filing import relist
from articles.models import Illustration
from media.models import Photo
from media.models.rights import open_to_readers
from tests.factories import (
    illustrate,
    make_column,
    make_issue,
    make_page,
    make_photo,
    make_published,
    make_town,
    make_user,
    photographer,
    reporter,
)

CAPTION, ALT = "图中的秘密说明", "图中所见的秘密"


def now_and_then(**hours):
    return timezone.now() + timedelta(**hours)


class ReaderTestCase(TestCase):
    def setUp(self):
        self.town = make_town()
        self.page = make_page(issue=make_issue(on=date(2023, 3, 2)), label="01")
        self.photo = make_photo(caption=CAPTION, by=[photographer("马敏")])
        self.article = make_published(
            by=[reporter("李凡")],
            regions=[self.town],
            tags=["安全"],
            column=make_column(),
            page=self.page,
            body="第一段。\n\n[图1]\n\n第二段。",
        )
        illustrate(article=self.article, photo=self.photo, alt=ALT)
        relist(self.article)

    def addresses(self):
        people = [byline.contributor for owner in (self.article, self.photo) for byline in owner.bylines.all()]
        lists = [self.town, self.town.parent, *people, self.article.column]
        tag = reverse("tag_page", args=[self.article.tags.get().slug])
        paper = [self.article, self.page, self.page.issue]
        return ["/", tag, *[record.get_absolute_url() for record in [*paper, *lists]]]

    def set_times(self, **times):
        Photo.objects.update(**{"embargo_until": None, "expires_at": None, **times})


class LeakTests(ReaderTestCase):
    def assert_everywhere(self, told):
        for address in self.addresses():
            html = self.client.get(address).content.decode()
            with self.subTest(address=address):
                self.assertIn("工会送清凉", html)
                self.assertEqual(self.photo.key in html, told)
                if not told:
                    self.assertNotIn(CAPTION, html)
                    self.assertNotIn(ALT, html)

    def test_an_open_photo_is_on_every_page(self):
        self.set_times(embargo_until=now_and_then(hours=-1), expires_at=now_and_then(hours=1))

        self.assert_everywhere(told=True)

    def test_one_under_embargo_on_none(self):
        self.set_times(embargo_until=now_and_then(hours=1))

        self.assert_everywhere(told=False)

    def test_an_expired_one_on_none(self):
        self.set_times(expires_at=now_and_then(seconds=-1))

        self.assert_everywhere(told=False)

    def test_its_place_in_the_body_shows_nothing(self):
        self.set_times(expires_at=now_and_then(seconds=-1))

        html = self.client.get(self.article.get_absolute_url()).content.decode()

        self.assertNotIn("[图1]", html)
        self.assertNotIn("<figure", html)
        self.assertNotIn("马敏", html)

    def test_a_story_shows_the_next_picture_instead(self):
        self.set_times(expires_at=now_and_then(seconds=-1))
        second = illustrate(article=self.article, order=1).photo

        self.assertContains(self.client.get("/"), second.key)

    def test_costs_no_query_more(self):
        self.client.get(self.article.get_absolute_url())
        with self.assertNumQueries(8):
            self.client.get(self.article.get_absolute_url())


class RuleOfTheClockTests(ReaderTestCase):
    def test_the_query_and_the_photo_at_hand_say_the_same(self):
        hours = [None, -2, -1, 1, 2]
        times = [hour and now_and_then(hours=hour) for hour in hours]
        for embargo in times:
            for expiry in times:
                if not (embargo and expiry and embargo >= expiry):
                    self.set_times(embargo_until=embargo, expires_at=expiry)
                    is_open = not Photo.objects.get().why_closed()
                    self.assertEqual(Photo.objects.filter(open_to_readers()).exists(), is_open)
                    self.assertEqual(Illustration.objects.open_to_readers().exists(), is_open)

    def test_the_moment_itself_opens_and_ends(self):
        moment = now_and_then(hours=1)
        self.set_times(embargo_until=moment)
        self.assertTrue(Illustration.objects.open_to_readers(moment).exists())

        self.set_times(expires_at=moment)
        self.assertFalse(Illustration.objects.open_to_readers(moment).exists())


class PreviewTests(ReaderTestCase):
    def preview(self):
        self.client.force_login(make_user(group="编辑"))
        return self.client.get(reverse("admin:articles_article_preview", args=[self.article.pk]))

    def test_the_desk_sees_it_and_until_when_readers_do_not(self):
        until = timezone.make_aware(timezone.datetime(2100, 5, 1, 8, 30))
        self.set_times(embargo_until=until)

        response = self.preview()

        self.assertContains(response, self.photo.key)
        self.assertContains(response, "禁发期内：读者从2100-05-01 08:30起才能看到这张图片。")

    def test_or_that_it_has_expired(self):
        self.set_times(expires_at=now_and_then(hours=-1))

        self.assertContains(self.preview(), "已到期：读者自")

    def test_says_nothing_of_an_open_one(self):
        self.assertNotContains(self.preview(), "figure-closed")
