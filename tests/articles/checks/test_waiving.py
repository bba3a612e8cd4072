from django.test import TestCase

from articles.checks import blocking, check_issue, check_story, held_back
from articles.checks.waiving import take_back, waive
from articles.models import Waiver
from articles.publishing import Refusal
from desk.models import AuditEntry, Paper
from newsroom.groups import CHIEF, EDITOR, PHOTOGRAPHER, REPORTER
from tests.articles.checks.checking import only
from tests.factories import make_article, make_issue, make_page, make_user


class WaiverTests(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR)
        self.article = make_article(body="这是民歌里的唱词，二月里来2月30日，好春光。后面还有很长的一段。")

    def hit(self, typed=None):
        [hit] = only("impossible-date", self.article, typed)
        return hit

    def test_lets_a_hit_stand_and_says_who_and_why(self):
        waive(self.hit(), by=self.editor, reason="引文如此")

        hit = self.hit()
        self.assertEqual((hit.waived_by.by, hit.waived_by.reason), (self.editor, "引文如此"))
        self.assertFalse(hit.blocks)

    def test_blocks_only_with_errors_that_nobody_waived(self):
        self.assertEqual([hit.code for hit in blocking(self.article)], ["impossible-date"])

        waive(self.hit(), by=self.editor, reason="引文如此")

        self.assertEqual(blocking(self.article), [])

    def test_a_paper_may_hold_stories_with_errors_back(self):
        self.assertEqual(held_back([self.article]), [])

        Paper.objects.update_or_create(pk=1, defaults={"strict_checks": True})

        self.assertEqual([article for article, _errors in held_back([self.article])], [self.article])

    def test_ends_when_the_words_around_change(self):
        waive(self.hit(), by=self.editor, reason="引文如此")

        self.assertFalse(self.hit({"body": self.article.body.replace("一段", "两段")}).is_open)
        self.assertTrue(self.hit({"body": self.article.body.replace("好春光", "坏春光")}).is_open)

    def test_is_written_to_the_log_once(self):
        for _attempt in range(2):
            waive(self.hit(), by=self.editor, reason="引文如此")

        [entry] = AuditEntry.objects.filter(verb="waive")
        self.assertEqual(
            (entry.by, entry.kind, entry.words), (self.editor, "article", "impossible-date 2月30日: 引文如此")
        )

    def test_wants_a_reason(self):
        with self.assertRaises(Refusal):
            waive(self.hit(), by=self.editor, reason="  ")

    def test_is_for_editors(self):
        for group, may in ((REPORTER, False), (PHOTOGRAPHER, False), (EDITOR, True), (CHIEF, True)):
            with self.subTest(group):
                self.assertEqual(self.tried(make_user(group=group)), may)

    def tried(self, user):
        try:
            take_back(waive(self.hit(), by=user, reason="引文如此"), by=user)
        except Refusal:
            return False
        return True

    def test_is_taken_back(self):
        take_back(waive(self.hit(), by=self.editor, reason="引文如此"), by=self.editor)

        self.assertTrue(self.hit().is_open)
        self.assertTrue(AuditEntry.objects.filter(verb="unwaive").exists())

    def test_of_a_page_and_of_an_issue(self):
        page = make_page(issue=make_issue(number=5))
        hits = {hit.code: hit for hit in check_issue(page.issue).hits}

        waive(hits["page-empty"], by=self.editor, reason="整版广告")
        waive(hits["colophon-incomplete"], by=self.editor, reason="内部试刊")

        waived = {hit.code for hit in check_issue(page.issue).hits if hit.waived_by}
        self.assertEqual(waived, {"page-empty", "colophon-incomplete"})
        self.assertEqual({type(row.record).__name__ for row in Waiver.objects.all()}, {"Page", "Issue"})

    def test_of_one_story_says_nothing_of_another(self):
        waive(self.hit(), by=self.editor, reason="引文如此")
        other = make_article(headline="另一篇", body=self.article.body)

        self.assertTrue(all(hit.is_open for hit in check_story(other)))
