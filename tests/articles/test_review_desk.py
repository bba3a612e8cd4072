"""The panel on the form, the sheet, and those who may review and not change."""

from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import reviewing
from articles.models import Article, Page, Proof, Review
from articles.models.article import Stage
from articles.review_queue import next_for
from desk.models import AuditEntry
from newsroom.groups import CHIEF, EDITOR, REPORTER
from tests.factories import in_review, make_article, make_desk, make_page, make_user, reporter, signed, story_form


def address(name, article):
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


def pressed(article, verdict, opinion):
    turn = article.submissions.open().get()
    return {"_review": verdict, "opinion": opinion, "review_turn": f"{turn.pk}:{turn.step}:{article.version}"}


def form(article, verdict, opinion):
    return {**story_form(article), **pressed(article, verdict, opinion)}


class PanelTests(TestCase):
    def see(self, user, article):
        self.client.force_login(user)
        return self.client.get(address("change", article))

    def test_shows_who_said_what(self):
        reader = make_user(group=EDITOR, name="毕佳音")

        response = self.see(make_user(group=EDITOR), in_review(passed=1, readers=[reader]))

        for words in ("第1轮", "初审", "毕佳音", "同意。", "轮到您：复审"):
            self.assertContains(response, words)

    def test_tells_the_author_why_there_are_no_buttons(self):
        editor = make_user(group=EDITOR)

        response = self.see(editor, in_review(author=editor))

        self.assertContains(response, "须由他人审")
        self.assertNotContains(response, 'name="_review"')

    def test_passes_with_the_forms_button(self):
        editor, article = make_user(group=EDITOR), in_review()
        self.client.force_login(editor)

        typed = {**story_form(article), **pressed(article, "pass", "同意，可发。")}
        response = self.client.post(address("change", article), typed, follow=True)

        self.assertEqual(Review.objects.get().opinion, "同意，可发。")
        self.assertContains(response, "初审：通过")

    def test_sends_back_with_the_forms_button(self):
        article = in_review()
        self.client.force_login(make_user(group=EDITOR))

        typed = {**story_form(article), **pressed(article, "send back", "缺时间。")}
        self.client.post(address("change", article), typed)

        self.assertEqual(Article.objects.get().stage, Stage.DRAFT)

    def test_goes_on_to_what_should_be_read_next(self):
        chief, story = make_user(group=CHIEF), in_review(passed=2)
        earlier, final = in_review(), in_review(passed=2)
        self.client.force_login(chief)

        response = self.client.post(address("change", story), form(story, "pass, next", "同意签发。"))

        self.assertRedirects(response, address("change", final), fetch_redirect_response=False)
        self.assertEqual(
            [Review.objects.filter(submission__article=one, step=3).count() for one in (story, final)], [1, 0]
        )
        self.assertEqual(next_for(make_user(group=EDITOR)).article, earlier)

    def test_says_so_when_nothing_else_waits(self):
        chief, story = make_user(group=CHIEF), in_review(passed=2)
        self.client.force_login(chief)

        response = self.client.post(address("change", story), form(story, "pass, next", "同意。"), follow=True)

        self.assertContains(response, "没有别的稿件等您审了")

    def test_stays_where_the_review_was_refused(self):
        chief, story = make_user(group=CHIEF), in_review(passed=2)
        in_review(passed=2)
        self.client.force_login(chief)

        response = self.client.post(address("change", story), form(story, "pass, next", ""))

        self.assertRedirects(response, address("change", story), fetch_redirect_response=False)

    def test_a_refused_opinion_is_not_lost(self):
        article = in_review(passed=1)
        self.client.force_login(make_user(group=EDITOR))
        typed = {**story_form(article), **pressed(article, "pass", "写了很久的意见。"), "review_turn": "0:1:1"}

        response = self.client.post(address("change", article), typed, follow=True)

        self.assertContains(response, "刚才已有人审过")
        self.assertContains(response, "写了很久的意见。")

    def test_odd_input_breaks_nothing(self):
        article = in_review()
        self.client.force_login(make_user(group=EDITOR))
        for turn in ("", ":", "9" * 40 + ":1", "1:²", "x:y", "1:1", "1:1:x", "1:1:1:1"):
            typed = {**story_form(article), **pressed(article, "pass", "同\x00意。"), "review_turn": turn}
            self.assertEqual(self.client.post(address("change", article), typed).status_code, 302)
        self.assertFalse(Review.objects.exists())

        self.client.post(address("change", article), {**typed, **pressed(article, "pass", "同\x00意。")})

        self.assertEqual(Review.objects.get().opinion, "同意。")

    def test_an_older_form_reviews_nothing(self):
        article = in_review()
        self.client.force_login(make_user(group=EDITOR))
        typed = {**story_form(article), "base_version": 7, "headline": "别的", **pressed(article, "pass", "同意。")}

        self.client.post(address("change", article), typed)

        self.assertFalse(Review.objects.exists())

    def test_many_rounds_cost_as_much_as_one(self):
        editor = make_user(group=EDITOR)
        self.client.force_login(editor)
        article = in_review(passed=1)
        before = self.queries(article)
        for _round in range(4):
            reviewing.reopen(article, by=None)
            reviewing.review(article, by=make_user(group=EDITOR), verdict="pass", opinion="同意。")

        self.assertEqual(self.queries(article), before)

    def queries(self, article):
        """Of a form that is opened again: the first time it marks what the bell had to say of the story as read."""
        self.client.get(address("change", article))
        with CaptureQueriesContext(connection) as asked:
            self.client.get(address("change", article))
        return len(asked)


class WithoutTheFormTests(TestCase):
    """Those who may not change the story post to addresses of their own."""

    def setUp(self):
        self.desk = make_desk()

    def test_a_reader_who_may_only_review_reviews(self):
        readers = Group.objects.create(name="审读")
        readers.permissions.set(Permission.objects.filter(codename__in=["view_article", "review_article"]))
        user = make_user(desk=self.desk)
        user.groups.add(readers)
        article = in_review(desk=self.desk)
        self.client.force_login(user)

        self.client.post(address("review", article), pressed(article, "pass", "同意。"))

        self.assertEqual(Review.objects.get().reviewer, user)

    def test_the_author_recalls_from_the_form(self):
        author = make_user(group=REPORTER)
        article = in_review(author=author)
        self.client.force_login(author)

        self.assertContains(self.client.get(address("change", article)), "撤回")
        self.client.post(address("act", article), {"_act": "recall"})

        self.assertEqual(Article.objects.get().stage, Stage.DRAFT)

    def test_what_was_rewritten_meanwhile_is_read_first(self):
        article = in_review()
        self.client.force_login(make_user(is_superuser=True))
        shown = pressed(article, "pass", "同意旧稿。")
        Article.objects.update(body="编辑改写了。")
        article.keep_version(why="edited")

        response = self.client.post(address("review", article), shown, follow=True)

        self.assertContains(response, "请按现在的稿子再审")
        self.assertContains(response, "同意旧稿。")
        self.assertFalse(Review.objects.exists())

    def test_nobody_reviews_what_they_do_not_see(self):
        article = in_review(desk=make_desk())
        self.client.force_login(make_user(group=REPORTER, desk=self.desk))

        response = self.client.post(address("review", article), pressed(article, "pass", "同意。"))

        self.assertEqual(response.status_code, 404)

    def test_an_editor_publishes_what_only_the_chief_may_change(self):
        article = signed()
        self.client.force_login(make_user(group=EDITOR))

        self.client.post(address("act", article), {"_act": "publish"})

        self.assertTrue(Article.objects.get().is_published)


class DeletingTests(TestCase):
    def test_what_was_handed_in_once_stays(self):
        author = make_user(group=REPORTER)
        article = in_review(author=author)
        reviewing.recall(article, by=author)

        for user in (author, make_user(is_superuser=True)):
            self.client.force_login(user)
            self.client.post(address("delete", article), {"post": "yes"})

        self.assertTrue(Article.objects.filter(pk=article.pk).exists())


class SheetTests(TestCase):
    def test_prints_facts_rounds_and_lines_to_sign(self):
        chief = make_user(group=CHIEF, name="言守正")
        article = in_review(
            headline="工会送清凉",
            by=[reporter("李凡")],
            passed=1,
            page=make_page(),
            readers=[make_user(group=EDITOR, name="毕佳音")],
        )
        reviewing.reopen(article, by=chief, words="正文")
        self.client.force_login(chief)

        response = self.client.get(address("sheet", article))

        for words in ("审稿单", "工会送清凉", "李凡", "第02版", "第1轮", "第2轮", "毕佳音", "审后改动", "终审签字"):
            self.assertContains(response, words)

    def test_of_a_story_that_was_never_handed_in(self):
        self.client.force_login(make_user(group=CHIEF))

        self.assertContains(self.client.get(address("sheet", make_article())), "稿件尚未送审")

    def test_is_not_for_another_desk(self):
        self.client.force_login(make_user(group=REPORTER, desk=make_desk()))

        self.assertEqual(self.client.get(address("sheet", in_review(desk=make_desk()))).status_code, 404)


class ProofTests(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR, name="毕佳音")
        self.client.force_login(self.editor)
        self.page = make_page()
        self.address = reverse("admin:articles_page_change", args=[self.page.pk])

    def read(self, **said):
        form = {"issue": self.page.issue_id, "label": "02", "name": "工会", "position": 2}
        rows = {"placements-TOTAL_FORMS": 0, "placements-INITIAL_FORMS": 0}
        return self.client.post(self.address, {**form, **rows, **said})

    def test_are_entered_one_after_the_other(self):
        self.read(proof_round=1, proof_errors=3, proof_note="人名一处")
        self.read(proof_round=2, proof_errors=0)

        kept = [(str(one.get_round_display()), one.by, one.errors, one.note) for one in Proof.objects.all()]
        self.assertEqual(kept, [("一校", self.editor, 3, "人名一处"), ("二校", self.editor, 0, "")])

    def test_none_is_skipped_and_none_is_changed(self):
        with self.assertRaises(ValueError):
            Proof.objects.create(page=self.page, round=3, by=self.editor, errors=0)
        proof = Proof.objects.create(page=self.page, round=1, by=self.editor, errors=0)

        for attempt in (proof.save, proof.delete, Proof.objects.all().delete, lambda: Proof.objects.update(errors=1)):
            self.assertRaises(TypeError, attempt)

    def test_each_stands_in_the_audit_log(self):
        self.read(proof_round=1, proof_errors=3)

        self.assertEqual(AuditEntry.objects.get(verb="proof").words, "一校 3")

    def test_of_two_who_enter_the_same_one_the_second_is_told(self):
        self.read(proof_round=1, proof_errors=3)

        self.assertContains(self.read(proof_round=1, proof_errors=5), "已由他人登记")
        self.assertEqual(Proof.objects.count(), 1)

    def test_a_page_is_saved_without_one(self):
        self.read(duty_editor="闻人清")

        self.assertEqual(Page.objects.get().duty_editor, "闻人清")
        self.assertFalse(Proof.objects.exists())

    def test_a_note_alone_is_no_proof(self):
        self.assertContains(self.read(proof_round=1, proof_note="看过"), "没有差错也要填0")

    def test_there_is_no_fourth(self):
        for number in (1, 2, 3):
            self.read(proof_round=number, proof_errors=0)

        self.assertNotContains(self.client.get(self.address), "proof_errors")

    def test_a_reporter_reads_what_was_found(self):
        self.read(proof_round=1, proof_errors=3, proof_note="人名一处")
        self.client.force_login(make_user(group=REPORTER))

        response = self.client.get(self.address)

        self.assertContains(response, "人名一处")
        self.assertNotContains(response, "proof_errors")

    def test_the_last_one_stands_on_the_board(self):
        self.read(proof_round=1, proof_errors=3)

        response = self.client.get(reverse("admin:index"))

        self.assertContains(response, "一校")
        self.assertContains(response, "差错3处")
