from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from tests.factories import illustrate, make_article, make_photo, make_user, photographer

LIST = "/admin/media/photo/"


class PhotoListTests(TestCase):
    def setUp(self):
        self.editor = make_user(group="编辑")
        self.client.force_login(self.editor)

    def shown(self, **asked):
        return [photo.caption for photo in self.client.get(LIST, asked).context["cl"].result_list]

    def queries(self):
        with CaptureQueriesContext(connection) as captured:
            self.assertEqual(self.client.get(LIST).status_code, 200)
        return len(captured)

    def test_shows_picture_caption_credit_size_and_story(self):
        photo = make_photo(caption="职工在比赛。", by=[photographer("马敏")])
        article = make_article(headline="工会送清凉")
        illustrate(article=article, photo=photo)

        response = self.client.get(LIST)

        for words in (photo.thumbnail_url, "职工在比赛。", "马敏 摄", "64 × 48 JPEG"):
            self.assertContains(response, words)
        self.assertContains(response, f'<a href="/admin/articles/article/{article.pk}/change/">工会送清凉</a>')

    def test_says_what_a_photo_lacks(self):
        make_photo(caption="")

        response = self.client.get(LIST)

        for words in ("缺图片说明", "缺署名", "尚未使用"):
            self.assertContains(response, words)

    def test_asks_as_much_for_three_photos_as_for_one(self):
        self.illustrated()
        one = self.queries()
        self.illustrated()
        self.illustrated()

        self.assertEqual(self.queries(), one)

    def illustrated(self):
        photo = make_photo(by=[photographer("马敏")], uploaded_by=make_user())
        illustrate(article=make_article(), photo=photo)

    def test_finds_the_photos_that_no_story_uses(self):
        used, _unused = make_photo(caption="用过"), make_photo(caption="没用过")
        illustrate(article=make_article(), photo=used)
        illustrate(article=make_article(), photo=used)

        self.assertEqual(self.shown(use="unused"), ["没用过"])
        self.assertEqual(self.shown(use="used"), ["用过"])
        self.assertEqual(len(self.shown()), 2)

    def test_finds_the_own_photos(self):
        make_photo(caption="我的", uploaded_by=self.editor)
        make_photo(caption="别人的", uploaded_by=make_user())

        self.assertEqual(self.shown(whose="mine"), ["我的"])

    def test_searches_captions_photographers_and_file_names(self):
        make_photo(caption="职工在比赛。", by=[photographer("马敏"), photographer("马敏丽")])
        make_photo(caption="海边的灯塔。")

        self.assertEqual(self.shown(q="比赛"), ["职工在比赛。"])
        self.assertEqual(self.shown(q="马敏"), ["职工在比赛。"])
        self.assertEqual(len(self.shown(q="海边.jpg")), 2)
