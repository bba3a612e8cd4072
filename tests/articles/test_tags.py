from django.test import TestCase

from tests.factories import make_article, make_published, make_user, story_form


class TagFieldTests(TestCase):
    def setUp(self):
        self.article = make_article(tags=["旧标签"])
        self.address = f"/admin/articles/article/{self.article.pk}/change/"
        self.client.force_login(make_user(is_superuser=True))

    def save(self, line):
        return self.client.post(self.address, {**story_form(self.article), "tags": line})

    def stored(self):
        return set(self.article.tags.names())

    def test_takes_chinese_commas_and_leaves_spaces(self):
        self.save("工会，安全生产、新时代 枫桥")

        self.assertEqual(self.stored(), {"工会", "安全生产", "新时代 枫桥"})
        self.assertContains(self.client.get(self.address), 'value="安全生产，工会，新时代 枫桥"')

    def test_refuses_a_tag_that_no_address_can_be_made_of(self):
        self.assertContains(self.save("工会，★★"), "“★★”不能作标签：至少要有一个文字或数字。")
        self.assertEqual(self.stored(), {"旧标签"})

    def test_refuses_one_that_is_too_long_for_the_database(self):
        self.assertContains(self.save("长" * 150), "太长：最多90个字。")
        self.assertContains(self.save("㍿" * 40), "太长：最多90个字。")

    def test_takes_the_longest_ones_twice(self):
        self.assertEqual(self.save("，".join(["长" * 88 + "·甲", "长" * 88 + "甲"])).status_code, 302)

        self.assertEqual(len(self.stored()), 2)


class TagPageTests(TestCase):
    def test_a_tag_with_a_space_has_its_page(self):
        story = make_published(tags=["新时代 枫桥"])

        self.assertContains(self.client.get("/tags/新时代-枫桥/"), story.headline)
