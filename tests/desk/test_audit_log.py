import re
from pathlib import Path

from django.apps import apps
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import SimpleTestCase, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from desk.audit_words import VERBS
from desk.models import AuditEntry
from newsroom.groups import CHIEF
from tests.factories import make_article, make_column, make_issue, make_user

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
        AuditEntry.note(verb="publish", record=make_column())

    def test_is_read_in_chinese(self):
        response = self.client.get(LOG)

        self.assertEqual(rows(response)[:3], [("发布", "专栏"), ("新建", "专栏"), ("撤稿", "稿件")])
        self.assertContains(response, "李凡")
        self.assertContains(response, "失实")

    def test_is_searched_by_act_and_by_kind(self):
        self.assertEqual(rows(self.client.get(LOG, {"verb": "withdraw"})), [("撤稿", "稿件")])
        self.assertEqual(rows(self.client.get(LOG, {"kind": "column"})), [("发布", "专栏"), ("新建", "专栏")])
        self.assertEqual(rows(self.client.get(LOG, {"verb": "withdraw", "by": self.chief.pk})), [("撤稿", "稿件")])
        self.assertEqual(rows(self.client.get(LOG, {"verb": "withdraw", "by": self.chief.pk + 1})), [])
        self.assertContains(self.client.get(LOG), '<a href="?verb=withdraw">撤稿</a>')

    def test_prints_a_word_of_an_older_version_as_it_is(self):
        AuditEntry.objects.create(verb="telegraph", kind="cable", key="1")

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
        self.assertTrue(AuditEntry.objects.filter(pk=entry.pk).exists())


class LongLogTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=CHIEF))

    def queries(self, number):
        story, column, issue = make_article(), make_column(name=f"专栏{number}"), make_issue(edition=f"e{number}")
        AuditEntry.objects.bulk_create(
            AuditEntry(verb="edit", kind=record._meta.model_name, key=str(record.pk), by=make_user())
            for record in (story, column, issue)
            for _line in range(number)
        )
        with CaptureQueriesContext(connection) as asked:
            self.client.get(LOG, {"verb": "edit"})
        return asked

    def test_costs_the_same_with_many_lines_and_counts_no_further_than_anybody_leafs(self):
        self.client.get(LOG)
        few, many = self.queries(2), self.queries(30)

        self.assertEqual(len(few), len(many))
        self.assertLess(len(many), 14)
        counted = [query["sql"] for query in many if "COUNT(" in query["sql"] and "desk_auditentry" in query["sql"]]
        self.assertTrue(all(" LIMIT " in sql for sql in counted), counted)

    def test_a_record_is_found_by_its_number(self):
        stories = [make_article(headline=f"稿{number}") for number in range(12)]
        for story in stories:
            AuditEntry.note(verb="edit", record=story)

        found = self.client.get(LOG, {"q": str(stories[0].pk), "verb": "edit"})

        self.assertEqual([entry.key for entry in found.context["cl"].result_list], [str(stories[0].pk)])

    def test_an_entry_leads_to_its_record_where_one_may_see_it(self):
        story = make_article()
        gone = make_article()
        for record in (story, gone):
            AuditEntry.note(verb="edit", record=record)
        address = reverse("admin:articles_article_change", args=[story.pk])
        lost = reverse("admin:articles_article_change", args=[gone.pk])
        gone.delete()

        page = self.client.get(LOG)

        self.assertContains(page, f'<a href="{address}">{story.pk}</a>')
        self.assertNotContains(page, lost)

    def test_whoever_sees_no_drafts_is_led_to_none(self):
        """A reader of the log alone gets no address to a story."""
        looker = make_user()
        looker.user_permissions.add(Permission.objects.get(codename="view_auditentry"))
        AuditEntry.note(verb="edit", record=make_article())
        self.client.force_login(looker)

        self.assertNotContains(self.client.get(LOG), "/admin/articles/article/")


class AuditWordsTests(SimpleTestCase):
    def test_every_act_that_is_noted_has_its_word(self):
        folders = [Path(app.path) for app in apps.get_app_configs() if Path(app.path).parent == ROOT]
        sources = [path.read_text(encoding="utf-8") for folder in folders for path in folder.rglob("*.py")]
        noted = {verb for source in sources for verb in re.findall(r'note\(verb="(\w+)"', source)}

        self.assertIn("publish", noted)
        self.assertLessEqual(noted, set(VERBS))
