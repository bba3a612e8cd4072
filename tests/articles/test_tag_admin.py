from django.test import TestCase
from taggit.models import Tag

from tests.factories import make_user


class TagAdminTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(is_superuser=True))

    def add(self, name, slug):
        return self.client.post("/admin/taggit/tag/add/", {"name": name, "slug": slug})

    def test_keeps_a_tag(self):
        self.assertRedirects(self.add("劳模精神", "劳模精神"), "/admin/taggit/tag/")

    def test_refuses_one_without_a_letter_or_without_an_address(self):
        self.assertContains(self.add("★★", "star"), "不能作标签")
        self.assertContains(self.add("劳模", ""), "这个字段是必填项。")

        self.assertFalse(Tag.objects.exists())
