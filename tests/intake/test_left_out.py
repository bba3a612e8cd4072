from articles.models import Article
from tests.intake.screen import SCREEN, ScreenTestCase, typed
from tests.intake.test_corrections import TWO


class LeftOutTests(ScreenTestCase):
    def test_a_story_that_is_left_out_may_be_wrong(self):
        fields = typed(self.read(TWO)) | {"form-0-regions": "999999", "form-0-kicker": "长" * 300}
        del fields["form-0-include"]

        self.client.post(SCREEN, fields)

        self.assertEqual(Article.objects.get().headline, "下了班上夜校")

    def test_a_text_with_signs_that_no_text_has_is_refused_in_words(self):
        response = self.read("送清凉\x01\n天热了。")

        self.assertContains(response, "这不是可读的文字")
