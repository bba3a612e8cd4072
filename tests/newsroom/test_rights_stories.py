from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.models import Article, Column, Correction, Issue, Page
from articles.models.article import Stage
from desk.models import AuditEntry
from intake.models import Source
from newsroom.groups import RIGHTS
from tests.factories import in_review, make_article, make_issue, make_page, make_published, make_user, story_form
from tests.intake.screen import typed as intake_form
from tests.newsroom.rights import RightsTestCase, admin_address, rows

TOMORROW = timezone.localtime() + timedelta(days=1)


class WritingTests(RightsTestCase):
    def test_a_new_story(self):
        form = {**story_form(Article(headline="新稿", body="正文。")), "base_version": ""}

        self.assert_open_to("create", lambda user: self.add(Article, **form))

    def test_a_text_pasted_into_intake(self):
        self.assert_open_to("create", self.paste)

    def test_the_own_story(self):
        self.assert_open_to("edit_own", lambda user: self.edit(self.draft(user)))

    def test_handing_in_the_own_story(self):
        self.assert_open_to("edit_own", lambda user: self.stage_after("submit", self.draft(user)) == Stage.SUBMITTED)

    def test_the_story_of_a_colleague(self):
        other = make_user()

        self.assert_open_to("edit_others", lambda user: self.edit(self.draft(other)))

    def test_the_own_story_once_it_is_handed_in(self):
        self.assert_open_to("edit_others", lambda user: self.edit(self.draft(user, stage=Stage.SUBMITTED)))

    def test_deleting_the_own_draft(self):
        self.assert_open_to("delete_own", lambda user: self.delete(self.draft(user)))

    def test_nobody_deletes_a_colleagues_draft_or_what_was_handed_in(self):
        for name in RIGHTS:
            user = make_user(group=name, desk=self.desk)
            self.client.force_login(user)
            for article in (self.draft(make_user()), self.draft(user, stage=Stage.SUBMITTED)):
                with self.subTest(group=name, stage=article.stage):
                    self.assertFalse(self.delete(article))

    def test_sending_back(self):
        answers = {"asked": "1", "reason": "缺采访"}

        self.assert_open_to(
            "edit_others",
            lambda user: self.stage_after("send_back", self.draft(user, stage=Stage.READY), **answers) == Stage.DRAFT,
        )

    def draft(self, author, **fields):
        return make_article(created_by=author, desk=self.desk, **fields)

    def edit(self, article):
        return self.change(article, "headline", "改过的标题", story_form(article))

    def stage_after(self, act, article, **answers):
        self.choose(act, article, **answers)
        return article.stage

    def paste(self, user):
        screen = reverse("admin:intake")
        read = self.client.post(screen, {"text": f"送清凉\n\n本报讯 记者林岚报道 {user}给工友送来凉茶。", "read": "1"})
        if read.status_code == 200:
            self.client.post(screen, intake_form(read))
        return Source.objects.filter(received_by=user).exists()


class GoingOutTests(RightsTestCase):
    def test_publishing_what_is_signed_off(self):
        self.assert_open_to("publish", lambda user: self.after("publish", self.signed(user)).is_published)

    def test_scheduling(self):
        hour = {"at_0": TOMORROW.date(), "at_1": "06:00:00"}

        self.assert_open_to("publish", lambda user: self.after("schedule", self.signed(user), **hour).is_scheduled)

    def test_unscheduling(self):
        self.assert_open_to("publish", lambda user: not self.after("unschedule", self.scheduled()).is_scheduled)

    def test_withdrawing(self):
        self.assert_open_to("withdraw", lambda user: self.after("withdraw", make_published()).is_withdrawn)

    def test_undoing_a_withdrawal(self):
        self.assert_open_to("withdraw", lambda user: self.after("restore", self.withdrawn()).is_published)

    def test_a_review_before_the_last(self):
        make_user(group="总编")  # who can do the last one afterwards
        self.assert_open_to("review", lambda user: self.reviewed(in_review(desk=self.desk)).submissions.get().step == 2)

    def test_signing_off(self):
        self.assert_open_to(
            "sign", lambda user: self.reviewed(in_review(passed=2, desk=self.desk)).stage == Stage.READY
        )

    def test_sending_out_an_issue(self):
        for number in range(len(RIGHTS)):
            page = make_page(issue=make_issue(on=TOMORROW.date(), edition=f"e{number}", published=False))
            in_review(passed=2, page=page)
        waiting = iter(Issue.objects.all())

        self.assert_open_to("sign", lambda user: self.after("sign_and_publish", next(waiting)).published_at)

    def test_exporting(self):
        """A story, its page and its issue; what counts is that the audit log says who took them out."""
        page = make_page()
        story = make_published(desk=self.desk, page=page)

        for record in (story, page, page.issue):
            self.assert_open_to("export", lambda user, record=record: self.exported(user, record))

    def exported(self, user, record):
        kind = record._meta.model_name
        self.client.get(reverse(f"admin:articles_{kind}_export", args=[record.pk, "word"]))
        return AuditEntry.objects.filter(verb="export", kind=kind, key=str(record.pk), by=user).exists()

    def after(self, act, record, **answers):
        self.choose(act, record, asked="1", reason="失实", **answers)
        return record

    def nearly_signed(self):
        return in_review(passed=2, desk=self.desk)

    def reviewed(self, article):
        turn = article.submissions.get()
        said = {"_review": "pass", "opinion": "同意。", "review_turn": f"{turn.pk}:{turn.step}:{article.version}"}
        self.client.post(admin_address(article, "change"), {**story_form(article), **said})
        article.refresh_from_db()
        return article

    def signed(self, author):
        return make_article(created_by=author, desk=self.desk, stage=Stage.READY)

    def scheduled(self):
        return make_published(at=TOMORROW, desk=self.desk)

    def withdrawn(self):
        article = make_published(desk=self.desk)
        publishing.withdraw(article)
        return article


class PlanningTests(RightsTestCase):
    def test_a_new_issue(self):
        dates = iter(TOMORROW.date() + timedelta(days=day) for day in range(len(RIGHTS)))

        self.assert_open_to("edit_others", lambda user: self.add(Issue, date=next(dates), **rows(pages=(0, 0))))

    def test_a_new_page(self):
        issue = make_issue()
        form = {"issue": issue.pk, "name": "工会", "position": 1, **rows(placements=(0, 0))}

        self.assert_open_to("edit_others", lambda user: self.add(Page, label=f"{user.pk % 1000:03}", **form))

    def test_placing_a_story(self):
        issue = make_issue()
        self.assert_open_to(
            "edit_others", lambda user: self.place(make_page(issue=issue, label=f"{user.pk % 1000:03}"))
        )

    def test_a_correction(self):
        form = {"wrong": "三百人", "right": "三千人", "published_at_0": TOMORROW.date(), "published_at_1": "06:00"}
        article = make_published(desk=self.desk)

        self.assert_open_to("edit_others", lambda user: self.add(Correction, article=article.pk, **form))

    def test_a_new_column(self):
        self.assert_open_to("edit_others", lambda user: self.add(Column, name=f"专栏{user.pk}", order=1))

    def test_deleting_an_empty_page(self):
        self.assert_open_to("delete_empty", lambda user: self.delete(make_page(issue=self.coming_issue(user))))

    def test_deleting_an_issue_without_pages(self):
        self.assert_open_to("delete_empty", lambda user: self.delete(self.coming_issue(user)))

    def test_nobody_deletes_what_is_not_empty_or_is_out(self):
        filled, out = make_page(issue=make_issue(published=False)), make_page(issue=make_issue(edition="extra"))
        make_article(page=filled)
        bare = make_issue(edition="supplement")
        self.client.force_login(make_user(is_superuser=True))

        for record in (filled, filled.issue, out, out.issue, bare):
            with self.subTest(record=str(record)):
                self.assertFalse(self.delete(record))

    def coming_issue(self, user):
        return make_issue(on=TOMORROW.date(), edition=f"e{user.pk}", published=False)

    def place(self, page):
        row = {"placements-0-article": make_article(desk=self.desk).pk, "placements-0-order": 0}
        fixed = {"issue": page.issue_id, "label": page.label, "position": page.position}
        self.client.post(
            admin_address(page, "change"), {**fixed, **rows(placements=(1, 0)), **row, "placements-0-hotspot": "[]"}
        )
        return page.placements.exists()


class PrintedStoryTests(RightsTestCase):
    def test_nobody_deletes_what_was_published(self):
        article = make_published(desk=self.desk, page=make_page())

        for user in (make_user(is_superuser=True), make_user(group="总编"), make_user(group="编辑")):
            self.client.force_login(user)
            self.assertFalse(self.delete(article))
