"""导出 in the admin: who may, what comes, under which name, and what the audit log says of it."""

import zipfile
from io import BytesIO
from unittest import mock
from urllib.parse import unquote

from django.contrib.auth.models import Permission
from django.core.files.storage import default_storage
from django.test import TestCase
from django.utils import timezone

from articles.exports.formats import FORMATS
from articles.models import Article
from desk.models import AuditEntry
from newsroom.groups import CHIEF, EDITOR, PHOTOGRAPHER, REPORTER
from tests.articles.exports.stories import make_full_story
from tests.factories import (
    illustrate,
    make_article,
    make_issue,
    make_page,
    make_photo,
    make_published,
    make_user,
    photographer,
    reporter,
)


def address(record, code):
    return f"/admin/articles/{record._meta.model_name}/{record.pk}/export/{code}/"


def name_of(response):
    return unquote(response.headers["Content-Disposition"].partition("filename*=UTF-8''")[2])


def unpacked(response):
    with zipfile.ZipFile(BytesIO(b"".join(response.streaming_content))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


class StoryExportTests(TestCase):
    def setUp(self):
        self.story = make_full_story()
        self.editor = make_user(group=EDITOR)
        self.client.force_login(self.editor)

    def test_every_format_comes_as_a_file_with_a_chinese_name(self):
        names = [name_of(self.client.get(address(self.story, code))) for code in FORMATS]

        stem = "2023-03-02 第02版 工会送清凉"
        endings = [".docx", " 小样.txt", " 小样GB18030.txt", " InDesign.txt"]
        self.assertEqual(names, [stem + ending for ending in endings])

    def test_nobody_keeps_it_on_the_way(self):
        response = self.client.get(address(self.story, "tagged"))

        self.assertEqual(response.headers["Cache-Control"].split(", ")[:2], ["private", "no-store"])
        self.assertEqual(response.headers["X-Content-Type-Options"], "nosniff")
        self.assertEqual(response.headers["Content-Type"], "text/plain; charset=utf-8")

    def test_is_written_to_the_audit_log(self):
        self.client.get(address(self.story, "tagged"))

        entry = AuditEntry.objects.get(verb="export")
        self.assertEqual((entry.by, entry.kind, entry.key), (self.editor, "article", str(self.story.pk)))
        self.assertEqual(entry.words, "2023-03-02 第02版 工会送清凉 小样.txt")

    def test_no_other_format_and_no_other_story_is_there(self):
        for there in (address(self.story, "exe"), f"/admin/articles/article/{'9' * 30}/export/word/"):
            self.assertIn(self.client.get(there).status_code, (302, 404))
        self.assertEqual(self.client.post(address(self.story, "word")).status_code, 405)

    def test_what_was_withdrawn_stays_here(self):
        Article.objects.update(stage="ready", published_at=timezone.now(), withdrawn_at=timezone.now())

        response = self.client.get(address(self.story, "word"), follow=True)

        self.assertContains(response, "已撤下的稿件不能导出")
        self.assertNotContains(response, "export-menu-open")
        self.assertFalse(AuditEntry.objects.filter(verb="export").exists())

    def test_the_form_offers_it(self):
        response = self.client.get(f"/admin/articles/article/{self.story.pk}/change/")

        for code in FORMATS:
            self.assertContains(response, address(self.story, code))


class ExportRightTests(TestCase):
    """The matrix: 编辑 and 总编, and of them only what they may see."""

    def answers(self, user, record):
        self.client.force_login(user)
        kinds = ["wechat/", "wechat/content/"] if isinstance(record, Article) else []
        there = [f"/admin/articles/article/{record.pk}/{kind}" for kind in kinds]
        return {self.client.get(one).status_code for one in [*there, *[address(record, code) for code in FORMATS]]}

    def test_is_for_editors_and_chiefs(self):
        story = make_published(page=make_page())
        page = story.placements.get().page
        expected = {REPORTER: 403, PHOTOGRAPHER: 403, EDITOR: 200, CHIEF: 200}

        for group, status in expected.items():
            for record in (story, page, page.issue):
                with self.subTest(group=group, record=record._meta.model_name):
                    self.assertEqual(self.answers(make_user(group=group), record), {status})

    def test_a_form_without_the_right_offers_nothing(self):
        story = make_published()
        self.client.force_login(make_user(group=REPORTER))

        self.assertNotContains(self.client.get(f"/admin/articles/article/{story.pk}/change/"), "export-menu")

    def test_a_right_to_export_shows_no_draft_of_another_desk(self):
        user = exporting_reporter()
        page = make_page()
        draft = make_article(headline="秘密的标题", body="秘密的正文。", page=page)

        self.assertEqual(self.answers(user, draft) - {302, 404}, set())
        for code in ("tagged", "tagged-gb", "indesign"):
            content = self.client.get(address(page, code)).content
            for encoding in ("utf-8", "gb18030", "utf-16-le"):
                self.assertNotIn("秘密".encode(encoding), content)
        self.assertIn("另有1篇未列".encode(), self.client.get(address(page, "tagged")).content)
        self.assertFalse(AuditEntry.objects.filter(verb="export", kind="article").exists())

    def test_originals_ask_for_their_own_right(self):
        page = make_page()
        self.client.force_login(exporting_reporter())

        self.assertEqual(self.client.get(address(page, "word"), {"originals": "1"}).status_code, 403)

    def test_a_stranger_is_asked_to_log_in(self):
        response = self.client.get(address(make_article(), "word"))

        self.assertEqual(response.status_code, 302)
        self.assertIn("/login/", response.url)


def exporting_reporter():
    user = make_user(group=REPORTER)
    user.user_permissions.add(Permission.objects.get(codename="export_article"))
    return user


class PageExportTests(TestCase):
    def setUp(self):
        self.page = make_page(duty_editor="周宁")
        self.client.force_login(make_user(group=EDITOR))

    def fill(self, page, number):
        for _story in range(number):
            story = make_article(page=page, by=[reporter("林岚")])
            illustrate(article=story, photo=make_photo(by=[photographer("何青")]))

    def test_has_its_stories_in_one_file(self):
        self.fill(self.page, 2)

        response = self.client.get(address(self.page, "tagged"))

        lines = response.content.decode("utf-8-sig").split("\r\n")
        self.assertEqual(name_of(response), "2023-03-02 第02版 小样.txt")
        self.assertEqual(lines[0], "〖版面〗2023年3月2日 第02版：工会　共2篇22字　责任编辑：周宁")
        heads = [line for line in lines if line.startswith("〖稿件〗")]
        self.assertEqual([head[4:6] for head in heads], ["1.", "2."])

    def test_takes_as_many_queries_for_twelve_stories_as_for_one(self):
        counts = []
        for number in (1, 12):
            page = make_page(issue=make_issue(edition=f"e{number}"))
            self.fill(page, number)
            with self.assertNumQueries(14):
                counts.append(self.client.get(address(page, "word")).status_code)
        self.assertEqual(counts, [200, 200])

    def test_notes_the_page_and_each_story(self):
        self.fill(self.page, 2)

        self.client.get(address(self.page, "word"))

        noted = AuditEntry.objects.filter(verb="export").order_by("kind").values_list("kind", flat=True)
        self.assertEqual(list(noted), ["article", "article", "page"])

    def test_brings_the_originals_along(self):
        self.fill(self.page, 1)
        photo = Article.objects.get().photos.get()

        files = unpacked(self.client.get(address(self.page, "tagged"), {"originals": "1"}))

        text, picture = files.values()
        text_name, picture_name = files
        self.assertEqual(text_name, "2023-03-02 第02版 小样.txt")
        self.assertIn(picture_name.removeprefix("图片/"), text.decode("utf-8-sig"))
        with default_storage.open(photo.original.name) as original:
            self.assertEqual(picture, original.read())
        self.assertTrue(AuditEntry.objects.filter(verb="download", kind="photo", key=str(photo.pk)).exists())

    def test_has_no_original_whose_licence_has_ended(self):
        illustrate(article=make_article(page=self.page), photo=make_photo(expires_at=timezone.now()))

        files = unpacked(self.client.get(address(self.page, "tagged"), {"originals": "1"}))

        self.assertEqual(list(files), ["2023-03-02 第02版 小样.txt"])

    def test_names_an_original_that_is_missing(self):
        self.fill(self.page, 1)
        default_storage.delete(Article.objects.get().photos.get().original.name)

        files = unpacked(self.client.get(address(self.page, "tagged"), {"originals": "1"}))

        self.assertIn(".jpg", list(files.values())[1].decode())

    def test_the_form_and_the_board_offer_it(self):
        for there in (f"/admin/articles/page/{self.page.pk}/change/", "/admin/?date=2023-03-02"):
            response = self.client.get(there)
            self.assertContains(response, address(self.page, "indesign"))
            self.assertContains(response, f"{address(self.page, 'word')}?originals=1")


class IssueExportTests(TestCase):
    def setUp(self):
        self.issue = make_issue()
        self.first, self.second = (make_page(issue=self.issue, label=label) for label in ("01", "02"))
        self.client.force_login(make_user(group=EDITOR))

    def test_is_one_file_for_each_page(self):
        make_article(headline="头条", page=self.first)
        make_article(headline="第二版的稿", page=self.second)

        response = self.client.get(address(self.issue, "tagged"))

        files = unpacked(response)
        self.assertEqual(name_of(response), "2023-03-02 小样.zip")
        self.assertEqual(list(files), ["2023-03-02 第01版 小样.txt", "2023-03-02 第02版 小样.txt"])
        self.assertIn("〖主题〗第二版的稿", list(files.values())[1].decode("utf-8-sig"))

    def test_has_a_photo_once_that_stands_on_two_pages(self):
        photo = make_photo()
        for page in (self.first, self.second):
            illustrate(article=make_article(page=page), photo=photo)

        files = unpacked(self.client.get(address(self.issue, "word"), {"originals": "1"}))

        self.assertEqual(len([name for name in files if name.startswith("图片/")]), 1)

    def test_takes_as_many_queries_for_many_pages(self):
        for number in range(3, 7):
            make_article(page=make_page(issue=self.issue, label=f"0{number}"))

        with self.assertNumQueries(14):
            unpacked(self.client.get(address(self.issue, "word")))

    def test_is_not_made_of_more_than_fits(self):
        make_article(page=self.first)

        with mock.patch("articles.admin.exporting.MOST_STORIES", 0):
            response = self.client.get(address(self.issue, "word"), follow=True)

        self.assertContains(response, "最多")

    def test_the_form_and_the_board_offer_it(self):
        for there in (f"/admin/articles/issue/{self.issue.pk}/change/", "/admin/?date=2023-03-02"):
            self.assertContains(self.client.get(there), address(self.issue, "word"))
