"""Who got or lost which right stands in the log, whichever way it was changed."""

from django.contrib.auth.models import Group, Permission
from django.test import TestCase

from desk.models import AuditEntry, Desk, Paper
from newsroom.groups import CHIEF, EDITOR, REPORTER, write_groups
from newsroom.setting_up import set_up
from tests.factories import make_desk, make_user
from tests.newsroom.rights import admin_address


class NotedTestCase(TestCase):
    def noted(self, record, after=0):
        """(act, words) of each line about the record, the first one first."""
        rows = AuditEntry.objects.filter(kind=record._meta.model_name, key=str(record.pk), pk__gt=after)
        return list(rows.order_by("pk").values_list("verb", "words"))

    def now(self):
        return AuditEntry.objects.values_list("pk", flat=True).first() or 0


class AccountTests(NotedTestCase):
    def setUp(self):
        write_groups()
        self.user = make_user(username="zhang", name="张三")
        self.reporters = Group.objects.get(name=REPORTER)
        self.editors = Group.objects.get(name=EDITOR)
        self.before = self.now()

    def lines(self):
        return self.noted(self.user, self.before)

    def test_a_new_account(self):
        self.assertEqual(self.noted(self.user), [("create", "张三")])

    def test_its_groups(self):
        self.user.groups.add(self.reporters)
        self.user.groups.add(self.reporters)
        self.user.groups.set([self.editors])
        self.user.groups.clear()

        self.assertEqual(
            self.lines(),
            [
                ("grant", "组：— → 记者"),
                ("take_away", "组：记者 → —"),
                ("grant", "组：— → 编辑"),
                ("take_away", "组：编辑 → —"),
            ],
        )

    def test_its_groups_from_the_other_side(self):
        self.editors.user_set.add(self.user)
        self.editors.user_set.remove(self.user)
        self.editors.user_set.set([self.user])
        self.editors.user_set.clear()

        self.assertEqual([verb for verb, _words in self.lines()], ["grant", "take_away", "grant", "take_away"])

    def test_a_group_that_goes_takes_its_rights_along(self):
        self.user.groups.add(self.editors)
        self.editors.delete()

        self.assertEqual(self.lines()[-1], ("take_away", "组：编辑 → —"))

    def test_its_desks(self):
        news, culture = make_desk(name="要闻部"), make_desk(name="副刊部")
        self.user.desks.add(news)
        culture.users.add(self.user)
        news.delete()

        words = [words for _verb, words in self.lines()]
        self.assertEqual(words, ["部门：— → 要闻部", "部门：要闻部 → 副刊部、要闻部", "部门：副刊部、要闻部 → 副刊部"])

    def test_its_own_permissions(self):
        self.user.user_permissions.add(Permission.objects.get(codename="publish_article"))
        self.user.user_permissions.clear()

        self.assertEqual([verb for verb, _words in self.lines()], ["grant", "take_away"])
        self.assertEqual({words for _verb, words in self.lines()}, {"可以发布稿件"})

    def test_name_login_and_mail(self):
        self.user.name, self.user.username, self.user.email = "张山", "zhangshan", "z@example.com"
        self.user.save()

        [(verb, words)] = self.lines()
        self.assertEqual(verb, "change")
        for said in ("zhang → zhangshan", "张三 → 张山", "— → z@example.com"):
            self.assertIn(said, words)

    def test_what_an_account_may_at_all(self):
        self.user.is_active, self.user.is_staff, self.user.is_superuser = False, False, True
        self.user.save()

        [(_verb, words)] = self.lines()
        self.assertEqual((words.count("是 → 否"), words.count("否 → 是")), (2, 1))

    def test_a_password_is_said_to_be_set_and_never_what_it_is(self):
        self.user.set_password("moon-over-the-press")
        self.user.save()
        self.user.set_unusable_password()
        self.user.save()

        self.assertEqual(self.lines(), [("password", ""), ("password", "")])

    def test_a_login_alone_is_no_change(self):
        self.client.force_login(self.user)

        self.assertEqual([verb for verb, _words in self.lines()], ["login"])

    def test_a_newer_hash_of_the_same_password_is_no_change(self):
        self.user.set_password("secret-word")
        self.user._password = None
        self.user.save(update_fields=["password"])

        self.assertEqual(self.lines(), [])


class ByWhomTests(NotedTestCase):
    def setUp(self):
        self.chief = make_user(group=CHIEF)
        self.colleague = make_user(name="李凡")
        self.client.force_login(self.chief)

    def test_a_form_names_who_pressed(self):
        reporters = Group.objects.get(name=REPORTER)
        form = {"username": self.colleague.username, "name": "李凡凡", "is_active": "on", "is_staff": "on"}

        self.client.post(admin_address(self.colleague, "change"), {**form, "groups": [reporters.pk]})

        entries = AuditEntry.objects.filter(kind="user", key=str(self.colleague.pk), by=self.chief)
        self.assertEqual(sorted(entries.values_list("verb", flat=True)), ["change", "grant"])

    def test_a_password_set_by_another(self):
        address = f"/admin/desk/user/{self.colleague.pk}/password/"

        self.client.post(address, {"password1": "moon-over-it", "password2": "moon-over-it", "usable_password": "true"})

        entry = AuditEntry.objects.get(verb="password")
        self.assertEqual((entry.key, entry.by), (str(self.colleague.pk), self.chief))

    def test_a_shell_acts_for_nobody(self):
        self.colleague.groups.add(Group.objects.get(name=EDITOR))

        self.assertIsNone(AuditEntry.objects.filter(verb="grant").first().by)


class GroupTests(NotedTestCase):
    def test_set_up_says_what_it_gives_and_says_it_once(self):
        write_groups()
        reporters = Group.objects.get(name=REPORTER)
        given = self.noted(reporters)
        before = self.now()

        write_groups()

        self.assertEqual(given[0], ("create", REPORTER))
        names = "、".join(words for verb, words in given if verb == "grant").split("、")
        self.assertEqual(len(names), reporters.permissions.count())
        self.assertEqual(self.now(), before)

    def test_an_upgrade_says_only_what_is_new(self):
        write_groups()
        editors = Group.objects.get(name=EDITOR)
        editors.permissions.remove(Permission.objects.get(codename="all_desks_article"))
        before = self.now()

        write_groups()

        self.assertEqual(self.noted(editors, before), [("grant", "可处理所有部门的稿件")])

    def test_a_group_is_renamed_and_deleted(self):
        group = Group.objects.create(name="校对")
        key = group.pk
        group.name = "校对组"
        group.save()
        group.delete()
        group.pk = key

        self.assertEqual(
            self.noted(group), [("create", "校对"), ("change", "名称：校对 → 校对组"), ("delete", "校对组")]
        )


class RecordTests(NotedTestCase):
    def test_the_rules_of_the_paper(self):
        paper = Paper.current()
        before = self.now()
        paper.number_of_reviews, paper.strict_checks = 2, True
        paper.harmless_fields = ["genre"]
        paper.save()

        words = "；".join(words for _verb, words in self.noted(paper, before))
        for said in ("3 → 2", "否 → 是", "→ genre"):
            self.assertIn(said, words)

    def test_a_desk(self):
        desk = Desk.objects.create(name="要闻部")
        key = desk.pk
        desk.name = "新闻部"
        desk.save()
        desk.delete()
        desk.pk = key

        self.assertEqual([verb for verb, _words in self.noted(desk)], ["create", "change", "delete"])

    def test_a_record_saved_as_it_was_is_no_change(self):
        set_up()
        before = self.now()

        Paper.current().save()
        set_up()

        self.assertEqual(self.now(), before)


class LongWordsTests(NotedTestCase):
    def test_are_cut_to_the_place_where_they_part(self):
        paper, kept = Paper.current(), "滨海大道" * 35
        paper.address = f"{kept}一号"
        paper.save()
        before = self.now()

        paper.address = f"{kept}二号"
        paper.save()

        [(_act, words)] = self.noted(paper, after=before)
        same = f"…{'滨海大道' * 5}"
        self.assertEqual(words, f"地址：{same}一号 → {same}二号")
