import os
import time
from datetime import timedelta

from django.core.files.storage import default_storage

from articles.models import Article
from intake import incoming
from tests.intake.screen import SCREEN, ScreenTestCase, typed
from tests.intake.test_corrections import TWO
from tests.intake.test_drafting import STORY
from tests.intake.test_screen_files import dropped

OTHER = "工友过节\n\n本报讯 记者林岚报道 节日里，工友们在江畔公园欢聚一堂。"


class KeptFilesTestCase(ScreenTestCase):
    def show(self, *texts):
        files = [dropped(f"{number}.txt", text.encode()) for number, text in enumerate(texts)]
        return self.client.post(SCREEN, {"text": "", "read": "1", "file": files})

    def lies_there(self, response):
        digests = response.context["form"].laid_down
        return [incoming.pick_up(digest=digest, by=self.editor) is not None for digest in digests]


class GoneFilesTests(KeptFilesTestCase):
    def setUp(self):
        super().setUp()
        self.shown = self.show(TWO)
        self.corrected = typed(self.shown) | {"form-0-headline": "夜里改过的主题"}

    def put_away(self):
        incoming.put_away(digests=self.shown.context["form"].laid_down, by=self.editor)

    def test_corrections_of_a_file_that_expired_are_given_back(self):
        self.put_away()

        response = self.client.post(SCREEN, self.corrected)

        self.assertContains(response, "有文件已过期清理")
        self.assertContains(response, "夜里改过的主题</textarea>")

    def test_one_draft_of_a_file_is_not_all_of_it(self):
        fields = typed(self.shown)
        del fields["form-0-include"]
        self.client.post(SCREEN, fields)
        self.put_away()

        response = self.client.post(SCREEN, self.corrected)

        self.assertNotContains(response, "已建过草稿")
        self.assertContains(response, "夜里改过的主题</textarea>")

    def test_a_second_press_says_that_the_drafts_are_made(self):
        self.client.post(SCREEN, typed(self.shown))

        response = self.client.post(SCREEN, typed(self.shown), follow=True)

        self.assertContains(response, "已建过草稿")
        self.assertEqual(Article.objects.count(), 2)

    def test_what_another_window_corrected_is_given_back_all_the_same(self):
        self.client.post(SCREEN, typed(self.shown))

        response = self.client.post(SCREEN, self.corrected)

        self.assertContains(response, "已建过草稿")
        self.assertContains(response, "夜里改过的主题</textarea>")

    def test_a_file_that_is_worked_on_does_not_expire(self):
        [digest] = self.shown.context["form"].laid_down
        past = time.time() - timedelta(days=2).total_seconds()
        for path in incoming.files_under(self.editor, digest):
            os.utime(default_storage.path(path), (past, past))
        self.client.post(SCREEN, typed(self.shown) | {"form-0-regions": "999999"})

        incoming.clear_away()

        self.assertEqual(self.lies_there(self.shown), [True])


class UndraftedFilesTests(KeptFilesTestCase):
    def test_a_file_of_which_nothing_was_drafted_stays_and_is_offered(self):
        shown = self.show(STORY, OTHER)
        fields = typed(shown)
        del fields["form-1-include"]

        response = self.client.post(SCREEN, fields, follow=True)

        self.assertEqual(self.lies_there(shown), [False, True])
        self.assertContains(response, "还有1篇未建稿")
        address = incoming.address_with(shown.context["form"].laid_down[1:])
        self.assertContains(response, f'href="{address}"')
        self.assertContains(self.client.get(address), "工友过节")

    def test_a_file_of_which_one_story_was_drafted_stays_for_the_other(self):
        shown = self.show(TWO)
        fields = typed(shown)
        del fields["form-0-include"]
        self.client.post(SCREEN, fields)
        self.assertEqual(self.lies_there(shown), [True])

        self.client.post(SCREEN, typed(self.client.get(incoming.address_with(shown.context["form"].laid_down))))

        self.assertEqual((self.lies_there(shown), Article.objects.count()), ([False], 2))

    def test_nothing_is_said_where_all_is_drafted(self):
        response = self.client.post(SCREEN, typed(self.show(STORY, OTHER)), follow=True)

        self.assertNotContains(response, "未建稿")
