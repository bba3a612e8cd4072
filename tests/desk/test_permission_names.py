from django.contrib.auth.models import Group, Permission
from django.test import TestCase
from django.urls import reverse

from desk.permission_names import permission_name
from tests.factories import make_user


def name_of(codename):
    return permission_name(Permission.objects.get(codename=codename))


class PermissionNameTests(TestCase):
    def test_says_djangos_four_by_record_and_act(self):
        names = [name_of(f"{act}_correction") for act in ("add", "change", "delete", "view")]

        self.assertEqual(names, ["更正 · 增加", "更正 · 修改", "更正 · 删除", "更正 · 查看"])

    def test_says_the_rules_of_the_house_in_sentences(self):
        self.assertEqual(name_of("sign_article"), "可以签发稿件")
        self.assertEqual(name_of("change_others_photo"), "可以修改他人的图片")

    def test_leaves_none_of_the_papers_own_in_english(self):
        floors = ["desk", "regions", "bylines", "media", "articles", "intake"]
        ours = Permission.objects.filter(content_type__app_label__in=floors)

        english = [name for name in map(permission_name, ours) if name.isascii()]
        self.assertEqual(english, [])

    def test_the_form_of_a_group_prints_them(self):
        self.client.force_login(make_user(is_superuser=True))
        group = Group.objects.create(name="夜班")

        response = self.client.get(reverse("admin:auth_group_change", args=[group.pk]))

        self.assertContains(response, "更正 · 修改")
        self.assertContains(response, "可以签发稿件")
