from django.test import TestCase
from django.urls import reverse

from articles.checks import check_issue
from articles.checks.waiving import waive
from articles.models import Phrase, Waiver
from articles.phrase_lists import read_list, take_in
from desk.models import AuditEntry
from newsroom.groups import CHIEF, EDITOR
from tests.factories import make_issue, make_user


class PhraseListTests(TestCase):
    def test_reads_arrows_tabs_and_notes(self):
        phrases, unread = read_list(
            "截止目前→截至目前 # 到期为止\n\n涉及到\t涉及\t重复\n史上最强\n史上最强 # 没有依据\n→空的"
        )

        self.assertEqual(
            [tuple(parts.values()) for parts in phrases],
            [("截止目前", "截至目前", "到期为止"), ("涉及到", "涉及", "重复"), ("史上最强", "", "没有依据")],
        )
        self.assertEqual(unread, ["→空的"])

    def test_refuses_lines_that_are_too_long(self):
        self.assertEqual(read_list("长" * 51), ([], ["长" * 51]))

    def test_changes_what_is_there_and_adds_the_rest(self):
        Phrase.objects.create(text="涉及到", suggestion="关于")

        take_in(read_list("涉及到→涉及\n史上最强")[0], kind="banned", level="error")
        take_in(read_list("涉及到→涉及")[0], kind="careful", level="warning")

        found = set(Phrase.objects.values_list("text", "suggestion", "kind", "level"))
        self.assertEqual(found, {("涉及到", "涉及", "fixed", "warning"), ("史上最强", "", "banned", "error")})


class PhraseAdminTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=CHIEF))

    def test_takes_a_pasted_list(self):
        typed = {"lines": "截止目前→截至目前\n史上最强", "kind": "banned", "level": "error"}

        response = self.client.post(reverse("admin:articles_phrase_paste"), typed, follow=True)

        self.assertContains(response, "已收入2条。")
        self.assertEqual(AuditEntry.objects.filter(verb="change").count(), 1)

    def test_gives_back_what_cannot_be_read(self):
        response = self.client.post(
            reverse("admin:articles_phrase_paste"), {"lines": "好\n→空的", "kind": "banned", "level": "error"}
        )

        self.assertContains(response, "→空的")
        self.assertFalse(Phrase.objects.exists())

    def test_is_for_those_who_keep_the_list(self):
        self.client.force_login(make_user(group=EDITOR))

        self.assertEqual(self.client.get(reverse("admin:articles_phrase_paste")).status_code, 403)

    def test_the_list_leads_to_pasting(self):
        self.assertContains(
            self.client.get(reverse("admin:articles_phrase_changelist")), reverse("admin:articles_phrase_paste")
        )


class WaiverAdminTests(TestCase):
    def test_lists_who_let_what_stand_and_takes_it_back(self):
        editor, issue = make_user(group=EDITOR), make_issue()
        waiver = waive(check_issue(issue).hits[0], by=editor, reason="内部试刊")
        self.client.force_login(editor)

        self.assertContains(self.client.get(reverse("admin:articles_waiver_changelist")), "内部试刊")
        self.client.post(reverse("admin:articles_waiver_delete", args=[waiver.pk]), {"post": "yes"})

        self.assertFalse(Waiver.objects.exists())
        self.assertTrue(AuditEntry.objects.filter(verb="unwaive").exists())
