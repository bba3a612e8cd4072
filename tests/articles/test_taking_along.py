from django.test import SimpleTestCase, TestCase

from desk.square_code import square_code
from tests.factories import make_published


class TakingAlongTests(TestCase):
    def read(self, rest="", **fields):
        self.article = make_published(**fields)
        return self.client.get(self.article.get_absolute_url() + rest)

    def test_a_story_is_sent_by_mail_without_a_third_party(self):
        response = self.read(headline="工会&送清凉")

        address = f"http%3A%2F%2Ftestserver%2Farticles%2F{self.article.pk}%2F"
        subject = "%E5%B7%A5%E4%BC%9A%26%E9%80%81%E6%B8%85%E5%87%89"
        self.assertContains(response, f"mailto:?subject={subject}&amp;body={address}")

    def test_paper_carries_a_code_and_the_address(self):
        response = self.read("?large=1")

        address = f"http://testserver/articles/{self.article.pk}/"
        self.assertContains(response, f'<span class="share-address">{address}</span>')
        self.assertContains(response, square_code(address).path)

    def test_large_print_needs_no_script_and_no_cookie(self):
        response = self.read("?large=1")

        self.assertContains(response, '<html lang="zh-Hans-CN" class="is-large">')
        self.assertContains(response, "退出长者模式")
        self.assertFalse(response.cookies)

    def test_the_way_into_large_print_keeps_what_was_asked(self):
        self.assertContains(self.client.get("/issues/?q=店口"), 'href="?q=%E5%BA%97%E5%8F%A3&amp;large=1"')

    def test_the_plain_page_has_no_size(self):
        self.assertContains(self.read(), '<html lang="zh-Hans-CN">')


class SquareCodeTests(SimpleTestCase):
    def test_begins_with_the_corner_that_telephones_look_for(self):
        code = square_code("https://paper.example/articles/1/")

        self.assertEqual((code.side - 17) % 4, 0)
        self.assertTrue(code.path.startswith("M0 0h7v1h-7z"))
