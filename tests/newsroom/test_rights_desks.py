"""
Each act on a story of one's own, of one's own desk, of another desk and of none, by each group: an account belongs to
one desk here. What counts is what the database holds afterwards.
"""

from datetime import timedelta

from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.checks import check_story
from articles.checks.waiving import waive
from articles.history.acts import Why
from articles.models import Correction, Doubt, Placement, Waiver
from articles.models.article import Stage
from articles.reviewing import review, submit
from desk.models import AuditEntry
from newsroom.groups import CHIEF, DESK_EDITOR, EDITOR, REPORTER
from tests.factories import (
    illustrate,
    make_article,
    make_issue,
    make_page,
    make_photo,
    make_published,
    make_user,
    place,
    story_form,
)
from tests.media.test_photo_admin import typed as photo_form
from tests.newsroom.rights import NO_DESK, OTHER_DESK, OWN, OWN_DESK, DeskRightsTestCase, admin_address, rows

TOMORROW = timezone.localtime() + timedelta(days=1)


class WritingTests(DeskRightsTestCase):
    def test_what_was_handed_in(self):
        self.assert_reaches("edit_others", lambda user, whose: self.edit(make_article(stage=Stage.SUBMITTED, **whose)))

    def test_what_is_printed(self):
        self.assert_reaches("edit_others", lambda user, whose: self.edit(make_published(**whose)))

    def test_handing_in(self):
        self.assert_reaches("edit_others", self.hands_in, also={(REPORTER, OWN)})

    def test_sending_back(self):
        def attempt(user, whose):
            return self.stage_after("send_back", make_article(stage=Stage.READY, **whose)) == Stage.DRAFT

        self.assert_reaches("edit_others", attempt)

    def test_a_doubt(self):
        self.assert_reaches("edit_others", self.settles)

    def test_an_earlier_version(self):
        self.assert_reaches("edit_others", self.brings_back, stories=(OWN_DESK, OTHER_DESK, NO_DESK))

    def test_another_desk(self):
        """Whoever may change the story may give it away."""

        def attempt(user, whose):
            story = make_article(stage=Stage.SUBMITTED, **whose)
            return self.change(story, "desk", self.third, {**story_form(story), "desk": self.third.pk})

        self.third = self.make_third_desk()
        self.assert_reaches("edit_others", attempt)

    def make_third_desk(self):
        return type(self.desk).objects.create(name="第三部")

    def change(self, story, field, words, form):
        if field != "desk":
            return super().change(story, field, words, form)
        self.client.post(admin_address(story, "change"), form)
        story.refresh_from_db()
        return story.desk == words

    def edit(self, story):
        return self.change(story, "headline", "改过的标题", story_form(story))

    def hands_in(self, user, whose):
        return self.stage_after("submit", make_article(**whose)) == Stage.SUBMITTED

    def stage_after(self, act, story):
        self.choose(act, story, asked="1", reason="缺采访")
        return story.stage

    def settles(self, user, whose):
        story = make_article(**whose)
        doubt = Doubt.objects.create(article=story, code="length", message="太长")
        ticked = {"doubts-0-id": doubt.pk, "doubts-0-article": story.pk, "doubts-0-is_settled": "on"}
        self.client.post(admin_address(story, "change"), {**story_form(story), **rows(doubts=(1, 1)), **ticked})
        doubt.refresh_from_db()
        return doubt.is_settled

    def brings_back(self, user, whose):
        story = make_article(headline="原题", **whose)
        story.keep_version(why=Why.ENTERED)
        story.headline = "新题"
        story.save()
        story.keep_version(why=Why.EDITED)
        address = reverse("admin:articles_article_bring_back", args=[story.pk, 1])
        self.client.post(address, {"seen": story.version})
        story.refresh_from_db()
        return story.headline == "原题"


class ReviewTests(DeskRightsTestCase):
    """Nobody reviews what is one's own, whatever the group."""

    others = (OWN_DESK, OTHER_DESK, NO_DESK)

    def setUp(self):
        super().setUp()
        make_user(group=CHIEF)  # who can do the last one afterwards

    def test_a_review_before_the_last(self):
        self.assert_reaches("review", lambda user, whose: self.passes(whose, 0), stories=self.others)

    def test_signing_off(self):
        self.assert_reaches("sign", lambda user, whose: self.passes(whose, 2), stories=self.others)

    def test_the_queue_shows_what_one_may_review(self):
        handed_in = {which: self.handed_in(self.whose(which, self.somebody)) for which in self.others}
        mine = make_user(group=DESK_EDITOR, desk=self.desk)
        for user, seen in ((mine, [OWN_DESK]), (make_user(group=EDITOR), self.others)):
            self.client.force_login(user)
            page = self.client.get(reverse("admin:waiting"))

            listed = {row.article_id for row in page.context["queue"].rows}
            self.assertEqual(listed, {handed_in[which].pk for which in seen})

    def handed_in(self, whose):
        story = make_article(**whose)
        submit(story, by=self.somebody)
        return story

    def passes(self, whose, passed):
        story = self.handed_in(whose)
        for _time in range(passed):
            review(story, by=make_user(group=EDITOR), verdict="pass", opinion="同意。")
        turn = story.submissions.get()
        story.refresh_from_db()
        said = {"_review": "pass", "opinion": "同意。", "review_turn": f"{turn.pk}:{turn.step}:{story.version}"}
        self.client.post(reverse("admin:articles_article_review", args=[story.pk]), said)
        return story.submissions.get().reviews.count() > passed


class GoingOutTests(DeskRightsTestCase):
    def test_publishing(self):
        self.assert_reaches("publish", lambda user, whose: self.after("publish", self.ready(whose)).is_published)

    def test_scheduling(self):
        hour = {"at_0": TOMORROW.date(), "at_1": "06:00:00"}

        self.assert_reaches(
            "publish", lambda user, whose: self.after("schedule", self.ready(whose), **hour).is_scheduled
        )

    def test_unscheduling(self):
        def attempt(user, whose):
            return not self.after("unschedule", make_published(at=TOMORROW, **whose)).is_scheduled

        self.assert_reaches("publish", attempt)

    def test_withdrawing(self):
        self.assert_reaches(
            "withdraw", lambda user, whose: self.after("withdraw", make_published(**whose)).is_withdrawn
        )

    def test_undoing_a_withdrawal(self):
        def attempt(user, whose):
            story = make_published(**whose)
            publishing.withdraw(story)
            return self.after("restore", story).is_published

        self.assert_reaches("withdraw", attempt)

    def test_an_issue_goes_out_by_who_reaches_all_its_stories(self):
        page = make_page(issue=make_issue(on=TOMORROW.date(), published=False))
        story = make_article(stage=Stage.READY, page=page, **self.whose(OTHER_DESK, None))
        signer = make_user(group=DESK_EDITOR, desk=self.desk)
        signer.user_permissions.add(Permission.objects.get(codename="publish_issue"))
        self.client.force_login(signer)

        self.choose("sign_and_publish", page.issue)

        story.refresh_from_db()
        self.assertEqual((page.issue.published_at, story.published_at), (None, None))

    def ready(self, whose):
        return make_article(stage=Stage.READY, **whose)

    def after(self, act, story, **answers):
        self.choose(act, story, asked="1", reason="失实", **answers)
        return story


class ExportTests(DeskRightsTestCase):
    def test_as_a_file(self):
        self.assert_reaches("export", self.takes_out("admin:articles_article_export", "word"))

    def test_for_wechat(self):
        self.assert_reaches("export", self.takes_out("admin:articles_article_wechat_copied", post=True))

    def test_with_its_page(self):
        """The page may be taken out, without what is not in reach; the log names each story that was in it."""

        def attempt(user, whose):
            story = make_published(page=make_page(label=f"{user.pk % 900:03}", issue=self.issue), **whose)
            self.client.get(reverse("admin:articles_page_export", args=[story.pages.get().pk, "word"]))
            story.pages.clear()
            self.issue.pages.all().delete()
            return self.was_noted(story, user)

        self.issue = make_issue()
        self.assert_reaches("export", attempt)

    def takes_out(self, name, *keys, post=False):
        def attempt(user, whose):
            story = make_published(**whose)
            (self.client.post if post else self.client.get)(reverse(name, args=[story.pk, *keys]))
            return self.was_noted(story, user)

        return attempt

    def was_noted(self, story, user):
        return AuditEntry.objects.filter(verb="export", kind="article", key=str(story.pk), by=user).exists()


class CheckTests(DeskRightsTestCase):
    def test_letting_stand(self):
        self.assert_reaches("edit_others", lambda user, whose: self.press(make_article(**whose)).waivers.exists())

    def test_taking_it_back(self):
        def attempt(user, whose):
            story = make_article(**whose)
            hit = check_story(story)[0]
            waive(hit, by=self.chief, reason="可以")
            return not self.press(story, hit, _take_back="1").waivers.exists()

        self.chief = make_user(group=CHIEF)
        self.assert_reaches("edit_others", attempt)

    def test_taking_it_back_in_the_list(self):
        def attempt(user, whose):
            story = make_article(**whose)
            waive(check_story(story)[0], by=self.chief, reason="可以")
            chosen = {"action": "delete_selected", "_selected_action": [story.waivers.get().pk], "post": "yes"}
            self.client.post(admin_address(Waiver, "changelist"), chosen)
            return not story.waivers.exists()

        self.chief = make_user(group=CHIEF)
        self.assert_reaches("edit_others", attempt)

    def press(self, story, hit=None, **said):
        digest = (hit or check_story(story)[0]).digest
        self.client.post(reverse("admin:articles_article_waive", args=[story.pk, digest]), {"reason": "可以", **said})
        return story


class PageTests(DeskRightsTestCase):
    def setUp(self):
        super().setUp()
        self.page = make_page()

    def test_placing(self):
        def attempt(user, whose):
            story = make_article(**whose)
            row = {"placements-0-article": story.pk, "placements-0-order": 0, "placements-0-hotspot": "[]"}
            return self.sent(rows(placements=(1, 0)), row, story)

        self.assert_reaches("edit_others", attempt)

    def test_taking_off(self):
        def attempt(user, whose):
            placement = place(article=make_published(**whose), page=self.page)
            row = {
                "placements-0-id": placement.pk,
                "placements-0-article": placement.article_id,
                "placements-0-order": 0,
                "placements-0-hotspot": "[]",
                "placements-0-DELETE": "on",
            }
            return not self.sent(rows(placements=(1, 1)), row, placement.article)

        self.assert_reaches("edit_others", attempt)

    def sent(self, management, row, story):
        """Whether the story stands on the page afterwards."""
        fixed = {"issue": self.page.issue_id, "label": self.page.label, "name": "工会", "position": 2}
        self.client.post(admin_address(self.page, "change"), {**fixed, **management, **row})
        stands = Placement.objects.filter(article=story).exists()
        self.page.placements.all().delete()
        return stands


class CorrectionTests(DeskRightsTestCase):
    typed = {"wrong": "三百人", "right": "三千人", "published_at_0": TOMORROW.date(), "published_at_1": "06:00"}

    def test_entering(self):
        def attempt(user, whose):
            return self.add(Correction, article=make_published(**whose).pk, **self.typed)

        self.assert_reaches("edit_others", attempt)

    def test_changing(self):
        def attempt(user, whose):
            story = make_published(**whose)
            correction = story.corrections.create(wrong="三百人", right="三千人", published_at=timezone.now())
            return self.change(correction, "right", "三万人", {**self.typed, "article": story.pk})

        self.assert_reaches("edit_others", attempt)


class PhotoTests(DeskRightsTestCase):
    def test_a_colleagues_photo_in_a_draft(self):
        self.assert_reaches("edit_others", lambda user, whose: self.caption(make_article(**whose), make_user()))

    def test_a_colleagues_photo_in_print(self):
        self.assert_reaches("edit_others", lambda user, whose: self.caption(make_published(**whose), make_user()))

    def test_the_own_photo_in_print(self):
        self.assert_reaches("edit_others", lambda user, whose: self.caption(make_published(**whose), user))

    def caption(self, story, owner):
        photo = illustrate(article=story, photo=make_photo(uploaded_by=owner), alt="工人").photo
        return self.change(photo, "caption", "改过的图片说明。", photo_form())
