import os
import time
from datetime import timedelta
from unittest import mock

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.urls import reverse

from articles.models import Article, Page, PageBlock, Placement
from desk.duties import DUTIES
from intake import incoming
from intake.documents.refusal import DocumentRefused
from intake.models import Source
from media.keeping import delete_files, files_below
from media.models import Photo
from newsroom.groups import EDITOR, REPORTER
from tests.factories import make_user
from tests.intake.documents.samples import Sheet, photo, word, zipped
from tests.intake.screen import SCREEN, ScreenTestCase, typed
from tests.intake.test_corrections import TWO
from tests.intake.test_pdf_intake import draw_page
from tests.intake.test_word_intake import HEADLINE, TEXT, illustrated


def dropped(name, data):
    return SimpleUploadedFile(name, data)


class ScreenFilesTests(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR)
        self.client.force_login(self.editor)

    def read(self, *files, **fields):
        return self.client.post(SCREEN, {"text": "", "read": "1", "file": files, **fields})

    def draft(self, response, **fields):
        return self.client.post(SCREEN, {**typed(response), **fields})

    def test_shows_the_stories_of_many_files_with_their_pictures(self):
        response = self.read(
            dropped("甲.docx", illustrated()), dropped("乙.txt", "送清凉\n本报讯 记者林岚报道 天热了。".encode())
        )

        self.assertContains(response, "已读出2篇稿件")
        self.assertContains(response, "：夜校现场。</li>")
        self.assertEqual((Article.objects.count(), Photo.objects.count()), (0, 0))

    def test_drafts_the_files_without_asking_for_them_again(self):
        response = self.read(dropped("甲.docx", illustrated()))

        self.draft(response, **{"form-0-photos": "改过的说明。记者林岚 摄"})

        shown = Article.objects.get().illustrations.get().photo
        self.assertEqual((shown.caption, shown.printed_credit), ("改过的说明。", "记者林岚 摄"))
        self.assertEqual(shown.uploaded_by, self.editor)
        [digest] = response.context["form"].laid_down
        self.assertIsNone(incoming.pick_up(digest=digest, by=self.editor))

    def test_the_name_of_a_loose_photo_is_put_to_the_editor_as_its_caption(self):
        content = zipped(("稿件.docx", word(HEADLINE, TEXT)), ("夜校现场 通讯员何青 摄.jpg", photo()))

        response = self.read(dropped("来稿.zip", content))
        self.assertContains(response, "夜校现场 通讯员何青 摄</textarea>")
        self.draft(response)

        self.assertEqual(Photo.objects.get().printed_credit, "通讯员何青 摄")

    def test_a_story_that_is_not_wanted_takes_its_pictures_with_it(self):
        response = self.read(dropped("甲.docx", illustrated()))
        fields = typed(response)
        del fields["form-0-include"]

        self.client.post(SCREEN, fields)

        self.assertEqual((Article.objects.count(), Photo.objects.count()), (0, 0))

    def test_a_page_of_a_pdf_is_hung_with_its_hotspots(self):
        response = self.read(dropped("版面.pdf", draw_page(Sheet()).pdf()))

        self.draft(response, date="2024-05-06", label="02", page_name="工会")

        page = Page.objects.get()
        self.assertEqual((page.pdf, bool(page.picture)), ("page.pdf", True))
        self.assertTrue(all(placement.hotspot for placement in page.placements.all()))

    def test_two_pdfs_stand_on_two_pages(self):
        second = draw_page(Sheet(), head="第03版：副刊")
        second.line("多出来的一行标题", 60, 800, 30)
        response = self.read(dropped("甲.pdf", draw_page(Sheet()).pdf()), dropped("乙.pdf", second.pdf()))

        self.draft(response, date="2024-05-06", label="02")

        self.assertEqual(list(Page.objects.values_list("label", flat=True)), ["02", "03"])

    def test_who_may_not_change_pages_hangs_none(self):
        self.client.force_login(make_user(group=REPORTER))

        self.draft(self.read(dropped("版面.pdf", draw_page(Sheet()).pdf())), date="2024-05-06", label="02")

        self.assertEqual((Article.objects.count(), Page.objects.count(), PageBlock.objects.count()), (2, 0, 0))

    def test_a_refused_file_is_named_beside_those_that_were_read(self):
        response = self.read(dropped("甲.docx", illustrated()), dropped("坏.docx", word("坏")[:-100]))

        self.assertContains(response, "“坏.docx”已损坏或不完整")
        self.assertContains(response, "已读出1篇稿件")

    def test_files_are_kept_while_something_else_is_put_right(self):
        response = self.read(dropped("甲.docx", illustrated()), date="2024-05-06")

        digests = response.context["form"].laid_down
        self.assertContains(response, f'<input type="hidden" name="incoming" value="{digests[0]}">', html=True)
        self.assertContains(self.client.post(SCREEN, {"text": "", "incoming": digests}), "已读出1篇稿件")

    def test_the_same_file_again_is_recognised(self):
        self.draft(self.read(dropped("甲.docx", illustrated())))

        response = self.read(dropped("换了名.docx", illustrated()))

        self.assertContains(response, "此前已收到")
        self.assertNotContains(response, 'name="draft"')

    def test_a_file_left_out_keeps_no_other_waiting(self):
        response = self.read(dropped("甲.docx", illustrated()), dropped("乙.txt", TWO.encode()))
        fields = typed(response)
        del fields["form-0-include"], fields["form-2-include"]

        self.client.post(SCREEN, fields)

        self.assertEqual((Article.objects.get().headline, Source.objects.get().name), ("送清凉", "乙.txt"))

    def test_a_story_left_out_of_a_page_gets_its_hotspot_when_it_is_drafted(self):
        page = dropped("版面.pdf", draw_page(Sheet()).pdf())
        fields = typed(self.read(page)) | {"date": "2024-05-06", "label": "02"}
        del fields["form-1-include"]
        self.client.post(SCREEN, fields)
        Placement.objects.update(hotspot=[[1, 1], [2, 1], [2, 2]])

        self.draft(self.read(dropped("版面.pdf", draw_page(Sheet()).pdf())), date="2024-05-06", label="02")

        first, second = Placement.objects.order_by("order")
        self.assertEqual(first.hotspot, [[1, 1], [2, 1], [2, 2]])
        self.assertTrue(second.hotspot)
        owners = PageBlock.objects.exclude(article=None).values_list("article", flat=True)
        self.assertEqual(set(owners), {first.article_id, second.article_id})

    def test_a_reporter_enters_no_photographer_in_the_register(self):
        self.client.force_login(make_user(group=REPORTER))

        self.draft(self.read(dropped("甲.docx", illustrated())))

        self.assertFalse(Photo.objects.get().bylines.exists())
        self.assertTrue(Article.objects.get().doubts.filter(code="name-unknown").exists())

    def test_files_of_others_are_not_picked_up(self):
        digest = incoming.lay_down(name="甲.txt", data="别人的稿件。".encode(), by=make_user())

        response = self.client.post(SCREEN, {"text": "", "incoming": [digest, "../1"]})

        self.assertContains(response, "有文件已过期清理")
        self.assertNotContains(response, "别人的稿件")


class OtherFilesTests(ScreenTestCase):
    def test_corrections_go_only_when_it_is_said_twice(self):
        fields = typed(self.client.post(SCREEN, {"text": "", "read": "1", "file": dropped("甲.docx", illustrated())}))
        del fields["draft"]
        asked = fields | {"form-0-headline": "改过的主题", "files": "1"}

        self.assertIsNone(self.client.post(SCREEN, fields | {"files": "1"}).context["stories"])
        warned = self.client.post(SCREEN, asked)

        self.assertContains(warned, 'value="改过的主题"')
        self.assertContains(warned, "请再按一次")
        self.assertContains(warned, 'name="sure"')
        self.assertContains(self.client.post(SCREEN, asked | {"sure": "1"}), "取消勾选即不用")


class FilesLaidDownElsewhereTests(ScreenTestCase):
    def test_the_screen_opens_with_them(self):
        files = [("甲.docx", illustrated()), ("坏.docx", word("坏")[:-100])]

        response = self.client.get(incoming.screen_with(files, by=self.editor))

        self.assertContains(response, "已读出1篇稿件")
        self.assertContains(response, "“坏.docx”已损坏或不完整")
        self.assertEqual(Article.objects.count(), 0)


class IncomingTests(TestCase):
    def test_what_no_draft_was_made_of_goes_after_a_day(self):
        user = make_user()
        old = incoming.lay_down(name="旧.txt", data=b"old", by=user)
        new = incoming.lay_down(name="新.txt", data=b"new", by=user)
        [path] = incoming.files_under(user, old)
        past = time.time() - timedelta(days=2).total_seconds()
        os.utime(default_storage.path(path), (past, past))

        incoming.clear_away()

        self.assertIsNone(incoming.pick_up(digest=old, by=user))
        self.assertEqual(incoming.pick_up(digest=new, by=user), ("新.txt", b"new"))

    def test_the_clock_sees_to_it(self):
        self.assertIn(incoming.clear_away, [duty.call for duty in DUTIES])

    def test_no_address_leads_to_it(self):
        user = make_user()
        [path] = incoming.files_under(user, incoming.lay_down(name="01.pdf", data=b"secret", by=user))

        for address in (f"/{path}", f"/files/{path}", "/files/incoming/01.pdf"):
            self.assertEqual(self.client.get(address).status_code, 404)


class RoomTests(TestCase):
    def setUp(self):
        self.user = make_user(group=EDITOR)
        delete_files(list(files_below(f"{incoming.FOLDER}/{self.user.pk}")))

    def lay_down(self, name="甲.txt", data=b"words", by=None):
        return incoming.lay_down(name=name, data=data, by=by or self.user)

    def test_one_colleague_does_not_fill_the_desk_for_all(self):
        with mock.patch.object(incoming, "MOST_OF_ONE", 8):
            self.lay_down()
            self.lay_down()  # the same takes no more room
            with self.assertRaisesMessage(DocumentRefused, "desk_full"):
                self.lay_down(data=b"other")

    def test_a_disk_that_is_nearly_full_takes_no_more(self):
        self.enterContext(mock.patch.object(incoming, "free_space", return_value=incoming.LEAST_FREE))

        with self.assertRaisesMessage(DocumentRefused, "disk_full"):
            self.lay_down()

    def test_the_screen_says_that_there_is_no_room(self):
        self.client.force_login(self.user)
        with mock.patch.object(incoming, "MOST_OF_ONE", 8):
            sent = {"text": "", "read": "1", "file": dropped("甲.txt", TWO.encode())}
            self.assertContains(self.client.post(SCREEN, sent), "“甲.txt”未收下")
            answer = self.client.post(reverse("admin:intake_file"), {"file": dropped("甲.txt", TWO.encode())})

        self.assertIn("“甲.txt”未收下", answer.json()["refusal"])
        self.assertEqual(list(files_below(f"{incoming.FOLDER}/{self.user.pk}")), [])

    def test_what_can_be_made_again_goes_first(self):
        digest = self.lay_down()
        incoming.keep_beside("print", b"made", digest=digest, by=self.user)
        past = time.time() - timedelta(hours=7).total_seconds()
        for path in incoming.files_under(self.user, digest):
            os.utime(default_storage.path(path), (past, past))

        incoming.clear_away()

        self.assertFalse(incoming.is_kept_beside("print", digest=digest, by=self.user))
        self.assertEqual(incoming.pick_up(digest=digest, by=self.user), ("甲.txt", b"words"))

    def test_names_of_dots_are_none(self):
        for name in ("~..", "~.", "..", ".", "~", ""):
            digest = self.lay_down(name=name, data=name.encode() + b"words")

            self.assertEqual(incoming.pick_up(digest=digest, by=self.user)[0], "file")

    def test_clearing_away_says_nothing_of_folders_that_others_use(self):
        digests = [self.lay_down(), self.lay_down(data=b"other")]
        incoming.keep_beside("print", b"made", digest=digests[0], by=self.user)

        with self.assertNoLogs("media.keeping"):
            delete_files(incoming.files_under(self.user, digests[0])[:1])
            incoming.put_away(digests=digests, by=self.user)

        self.assertFalse(os.path.exists(default_storage.path(f"{incoming.FOLDER}/{self.user.pk}/{digests[0]}")))
