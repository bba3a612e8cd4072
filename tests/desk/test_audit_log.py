import re
from pathlib import Path

from django.apps import apps
from django.test import SimpleTestCase, TestCase
from django.urls import reverse

from desk.audit_words import VERBS
from desk.models import AuditEntry
from newsroom.groups import CHIEF
from tests.factories import make_article, make_issue, make_user

ROOT = Path(__file__).resolve().parent.parent.parent
LOG = reverse("admin:desk_auditentry_changelist")


def rows(response):
    """Act and kind of record of each line that the list prints."""
    cell = r'<td class="field-(?:act|kind_of_record)">([^<]*)</td>'
    cells = re.findall(cell, response.content.decode())
    return list(zip(cells[::2], cells[1::2], strict=True))


class AuditLogTests(TestCase):
    def setUp(self):
        self.chief = make_user(group=CHIEF, name="李凡")
        self.client.force_login(self.chief)
        AuditEntry.note(verb="withdraw", record=make_article(), by=self.chief, words="失实")
        AuditEntry.note(verb="publish", record=make_issue())

    def test_is_read_in_chinese(self):
        response = self.client.get(LOG)

        self.assertEqual(rows(response), [("发布", "期"), ("撤稿", "稿件")])
        self.assertContains(response, "李凡")
        self.assertContains(response, "失实")

    def test_is_searched_by_act_and_by_kind(self):
        self.assertEqual(rows(self.client.get(LOG, {"verb": "withdraw"})), [("撤稿", "稿件")])
        self.assertEqual(rows(self.client.get(LOG, {"kind": "issue"})), [("发布", "期")])
        self.assertContains(self.client.get(LOG), '<a href="?verb=withdraw">撤稿</a>')

    def test_prints_a_word_of_an_older_version_as_it_is(self):
        AuditEntry.objects.filter(verb="publish").update(verb="telegraph", kind="cable")

        self.assertEqual(rows(self.client.get(LOG))[0], ("telegraph", "cable"))

    def test_nobody_adds_changes_or_deletes_a_line(self):
        entry = AuditEntry.objects.first()
        self.client.force_login(make_user(is_superuser=True))

        self.assertContains(self.client.get(reverse("admin:desk_auditentry_change", args=[entry.pk])), "发布")
        for name, args in (("add", []), ("change", [entry.pk]), ("delete", [entry.pk])):
            address = reverse(f"admin:desk_auditentry_{name}", args=args)
            self.assertEqual(self.client.post(address, {"post": "yes", "words": "改"}).status_code, 403, name)
        self.client.post(LOG, {"action": "delete_selected", "_selected_action": [entry.pk], "post": "yes"})
        self.assertEqual(AuditEntry.objects.filter(words="改").count(), 0)
        self.assertEqual(AuditEntry.objects.count(), 2)


class AuditWordsTests(SimpleTestCase):
    def test_every_act_that_is_noted_has_its_word(self):
        folders = [Path(app.path) for app in apps.get_app_configs() if Path(app.path).parent == ROOT]
        sources = [path.read_text(encoding="utf-8") for folder in folders for path in folder.rglob("*.py")]
        noted = {verb for source in sources for verb in re.findall(r'note\(verb="(\w+)"', source)}

        self.assertIn("publish", noted)
        self.assertLessEqual(noted, set(VERBS))
