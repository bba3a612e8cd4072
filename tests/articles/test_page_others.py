from django.test import TestCase
from django.urls import reverse

from newsroom.groups import CHIEF, DESK_EDITOR
from tests.factories import make_article, make_desk, make_page, make_user


class OthersOnAPageTests(TestCase):
    def setUp(self):
        self.page = make_page()
        self.desk = make_desk()
        make_article(headline="别部门的稿子", desk=make_desk(), page=self.page)
        make_article(headline="本部门的稿子", desk=self.desk, page=self.page)

    def form_of(self, user):
        self.client.force_login(user)
        return self.client.get(reverse("admin:articles_page_change", args=[self.page.pk]))

    def test_are_told_in_a_number(self):
        form = self.form_of(make_user(group=DESK_EDITOR, desk=self.desk))

        self.assertContains(form, "另有1篇其他部门的稿件")
        self.assertContains(form, "本部门的稿子")
        self.assertNotContains(form, "别部门的稿子")

    def test_are_nobodys_for_who_works_on_all(self):
        self.assertNotContains(self.form_of(make_user(group=CHIEF)), "其他部门的稿件")
