from articles.models import Article
from intake import incoming
from tests.intake.screen import SCREEN, ScreenTestCase, typed
from tests.intake.test_drafting import STORY
from tests.intake.test_screen_files import dropped

OTHER = "送清凉\n\n本报讯 记者林岚报道 天热了，工会给工友送来凉茶。"


class SentStoriesTests(ScreenTestCase):
    """Two files were read and the second was corrected, when the first one goes."""

    def setUp(self):
        super().setUp()
        files = [dropped("甲.txt", OTHER.encode()), dropped("乙.txt", STORY.encode())]
        shown = self.client.post(SCREEN, {"text": "", "read": "1", "file": files})
        self.fields = typed(shown) | {"form-1-headline": "改过的主题", "form-0-body": "改过的正文。"}
        incoming.put_away(digests=shown.context["form"].laid_down[:1], by=self.editor)

    def test_a_correction_stays_with_its_story(self):
        response = self.client.post(SCREEN, self.fields)

        [form] = response.context["stories"]
        self.assertEqual(form["headline"].value(), "改过的主题")
        self.assertIn("诸暨市", form["body"].value())
        self.assertEqual(Article.objects.count(), 0)

    def test_what_was_typed_for_the_other_is_given_back_the_changed_first(self):
        response = self.client.post(SCREEN, self.fields)

        [story] = response.context["stories"].left_over
        self.assertEqual(story.headline, "送清凉")
        self.assertEqual([one.text for one in story.words if one.is_changed], ["改过的正文。"])
        self.assertEqual(story.words[0].text, "改过的正文。")
        self.assertContains(response, "有文件已过期清理")

    def test_the_second_press_drafts_what_is_shown(self):
        self.client.post(SCREEN, typed(self.client.post(SCREEN, self.fields)))

        article = Article.objects.get()
        self.assertEqual(article.headline, "改过的主题")
        self.assertEqual(article.source_stories.get().source.text, STORY)

    def test_stories_that_change_places_keep_their_words(self):
        text = f"{OTHER}\n\n{STORY}"
        fields = typed(self.read(text)) | {"form-0-headline": "凉茶"}
        swapped = {name.replace("form-0", "form-x").replace("form-1", "form-0"): said for name, said in fields.items()}
        swapped = {name.replace("form-x", "form-1"): said for name, said in swapped.items()}

        self.client.post(SCREEN, swapped)

        article = Article.objects.get(headline="凉茶")
        self.assertIn("天热了", article.body)
