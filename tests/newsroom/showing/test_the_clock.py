"""
What changes by itself, by the clock: a page that is kept now is kept no longer than until then; and until then it reads
as it does now.
"""

from datetime import UTC, date, datetime, timedelta

from django.db import transaction
from django.test import override_settings

from articles import placing, publishing
from articles.history.acts import Why
from articles.models import Article, Page, Placement
from articles.shown.coming import say_what_comes
from tests.factories import compose, illustrate, make_article, make_photo, photographer
from tests.newsroom.showing.acts import new_correction, new_issue, photo, published, seen
from tests.newsroom.showing.met import ShowingTestCase
from tests.newsroom.showing.pages import rendered
from tests.newsroom.showing.world import NOW, at

HOUR = NOW + timedelta(hours=3)
MIDNIGHT = datetime(2026, 3, 5, 16, tzinfo=UTC)
INSTANT = timedelta(milliseconds=1)


def picture_under_embargo(test):
    """A story that is out shows another photo, which readers do not see yet."""
    story = Article.objects.get(pk=test.world.web.pk)
    illustrate(article=story, photo=make_photo(embargo_until=HOUR))
    story.keep_version(why=Why.EDITED)


def out_with_picture_that_expires(test):
    story = make_article(stage="ready", column=test.world.column, regions=[test.world.town])
    illustrate(article=story, photo=make_photo(expires_at=HOUR, by=[photographer("马敏")]), alt="职工在比赛。")
    publishing.publish(story, at=NOW)


def into_coming_issue(test):
    """A story that readers know from the web is placed in an issue that waits for its hour."""
    new_issue(test, at=HOUR)
    page = Page.objects.get(issue__date=date(2026, 3, 5))
    placing.place(test.world.web, page, seen=seen(page))


def out_before_its_issue(test):
    """A story is placed in an issue that waits for its hour, and comes out before it."""
    new_issue(test, at=HOUR)
    page = Page.objects.get(issue__date=date(2026, 3, 5))
    story = make_article(stage="ready", headline="先发", column=test.world.column, regions=[test.world.town])
    Placement.objects.create(article=story, page=page, order=9)
    publishing.publish(story, at=NOW)


COMING = {
    "a story's hour": (HOUR, lambda test: published(test, at=HOUR)),
    "a story of the web placed in a coming issue": (HOUR, into_coming_issue),
    "a story out before its issue": (HOUR, out_before_its_issue),
    "an issue's hour": (HOUR, lambda test: new_issue(test, at=HOUR)),
    "a correction dated ahead": (HOUR, lambda test: new_correction(test, at=HOUR)),
    "the end of an embargo": (HOUR, lambda test: photo(test, embargo_until=HOUR)),
    "the end of a photo's rights": (HOUR, lambda test: photo(test, expires_at=HOUR)),
    "a picture that waits, in a story that is out": (HOUR, picture_under_embargo),
    "a picture that ends, in a story that comes out": (HOUR, out_with_picture_that_expires),
    "the end of a pin": (HOUR, lambda test: compose(lead=test.world.web, until=HOUR)),
    "midnight": (MIDNIGHT, lambda test: None),
    "a story two days old": (NOW + timedelta(microseconds=1), lambda test: None),
}


class ClockTests(ShowingTestCase):
    def test_no_page_is_kept_beyond_the_moment_that_changes_it(self):
        for name, (moment, act) in COMING.items():
            with self.subTest(name), transaction.atomic():
                self.before = type(self).before
                self.act(act)
                self.before = self.before | self.rendered_anew()
                ending = {path for path in self.kept() if self.fresh_until(self.before[path]) == moment}
                now, just_before = self.at(moment, self.paths), self.at(moment - INSTANT, ending)
                early = {path for path in ending if just_before[path].answer != self.before[path].answer}
                transaction.set_rollback(True)
                changed = {path for path in self.changed(now) if not self.ends_before(path, moment)}
                self.assertNotEqual(changed, set())
                self.assertEqual(changed - ending, set(), "shown though it is old")
                self.assertEqual({path for path in ending - changed if self.ends_in_vain(path)}, set(), "in vain")
                self.assertEqual(early, set())

    def at(self, moment, paths):
        with at(moment):
            return rendered(paths)

    def ends_before(self, path, moment):
        end = self.fresh_until(self.before[path])
        return end is not None and end < moment


class BeforePagesWereKeptTests(ShowingTestCase):
    """Hours that were given by an older version, or with the cache off."""

    def test_what_they_bring_is_said_when_the_newsroom_is_set_up(self):
        for name in ("a story's hour", "the end of an embargo", "the end of a pin"):
            with self.subTest(name):
                at_once = self.moments_of(COMING[name][1])
                later = self.moments_of(lambda test, name=name: said_later(test, COMING[name][1]))
                self.assertNotEqual(at_once, set())
                self.assertLessEqual(at_once, later)

    def moments_of(self, act):
        with transaction.atomic():
            self.act(act)
            transaction.set_rollback(True)
            return set(self.coming)


def said_later(test, act):
    with override_settings(PAGE_CACHE="off"):
        act(test)
    say_what_comes()
