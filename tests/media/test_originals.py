"""Originals leave the house to whoever may have them, under a name that says what they are, and it is noted."""

from datetime import datetime
from io import BytesIO
from unittest.mock import patch
from zipfile import ZipFile

from django.core.files.storage import default_storage
from django.db import connection
from django.test import SimpleTestCase, TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from desk.models import AuditEntry
from media.models import Photo
from media.originals import attachment, download_name
from newsroom.groups import CHIEF, EDITOR, PHOTOGRAPHER, REPORTER
from tests.factories import make_photo, make_user
from tests.pictures import draw, encoded, upload

LIST = "/admin/media/photo/"


def original_of(photo):
    return f"{LIST}{photo.pk}/original/"


def body(response):
    return b"".join(response.streaming_content)


class NameTests(SimpleTestCase):
    day = timezone.make_aware(datetime(2023, 3, 2, 8))

    def name(self, **fields):
        return download_name(
            Photo(**{"pk": 7, "format": "jpeg", "taken_at": self.day, "filename": "DSC_1.JPG", **fields})
        )

    def test_is_the_day_and_the_captions_beginning(self):
        self.assertEqual(self.name(caption="职工在“枫桥”比赛。他们赢了。"), "2023-03-02 职工在 枫桥 比赛.jpg")

    def test_or_the_headline_or_the_files_own_name(self):
        self.assertEqual(self.name(headline="比赛", format="png"), "2023-03-02 比赛.png")
        self.assertEqual(self.name(format="heic"), "2023-03-02 DSC_1.heic")
        self.assertEqual(self.name(filename=""), "2023-03-02 7.jpg")

    def test_leads_into_no_folder_and_turns_nothing_around(self):
        self.assertEqual(self.name(caption="../../etc/\u202epasswd\r\nX: 1"), "2023-03-02 etc passwd X 1.jpg")

    def test_stands_in_the_header_in_chinese_and_in_ascii(self):
        self.assertEqual(
            attachment("2023 比赛.jpg"),
            "attachment; filename=\"2023 __.jpg\"; filename*=UTF-8''2023%20%E6%AF%94%E8%B5%9B.jpg",
        )


class OriginalsTestCase(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR)
        self.client.force_login(self.editor)
        self.content = encoded(draw(size=(90, 60)))

    def photo(self, **fields):
        return make_photo(file=upload(self.content), **{"caption": "职工在比赛。", **fields})


class DownloadTests(OriginalsTestCase):
    def test_gives_the_file_as_it_came(self):
        response = self.client.get(original_of(self.photo()))

        self.assertEqual(body(response), self.content)
        self.assertTrue(response.streaming)
        self.assertEqual(response["X-Content-Type-Options"], "nosniff")
        self.assertTrue(response["Cache-Control"].startswith("private, no-store"))
        self.assertEqual(response["Content-Length"], str(len(self.content)))
        self.assertTrue(response["Content-Disposition"].startswith('attachment; filename="20'))

    def test_is_noted_with_the_name(self):
        photo = self.photo()

        body(self.client.get(original_of(photo)))

        entry = AuditEntry.objects.get(verb="download")
        self.assertEqual((entry.kind, entry.key, entry.by), ("photo", str(photo.pk), self.editor))
        self.assertIn("职工在比赛", entry.words)

    def test_is_for_the_own_photos_of_everybody_and_for_editors(self):
        for group, may in ((REPORTER, False), (PHOTOGRAPHER, False), (EDITOR, True), (CHIEF, True)):
            user = make_user(group=group)
            self.client.force_login(user)
            with self.subTest(group=group):
                answers = [self.status_of(self.photo(uploaded_by=by)) for by in (user, make_user())]
                self.assertEqual(answers, [200, 200 if may else 403])

    def status_of(self, photo):
        response = self.client.get(original_of(photo))
        if response.streaming:
            body(response)  # to its end: so the client closes the file, and not the connection with it
        return response.status_code

    def test_is_not_for_whoever_sees_no_photos_or_is_not_logged_in(self):
        photo = self.photo()
        self.client.force_login(make_user())
        self.assertIn(self.client.get(original_of(photo)).status_code, (403, 404))
        self.client.logout()
        self.assertEqual(self.client.get(original_of(photo)).status_code, 302)

    def test_a_missing_file_is_said_and_not_noted(self):
        photo = self.photo()
        default_storage.delete(photo.original.name)

        response = self.client.get(original_of(photo), follow=True)

        self.assertContains(response, "存储中找不到“职工在比赛。”的原图")
        self.assertFalse(AuditEntry.objects.filter(verb="download").exists())

    def test_a_photo_that_is_none_is_not_found(self):
        for key in ("9" * 30, "12345"):
            self.assertIn(self.client.get(f"{LIST}{key}/original/").status_code, (302, 404))

    def test_the_form_offers_it_to_whoever_may(self):
        photo = self.photo(uploaded_by=make_user())
        self.assertContains(self.client.get(f"{LIST}{photo.pk}/change/"), original_of(photo))
        self.client.force_login(make_user(group=PHOTOGRAPHER))
        self.assertNotContains(self.client.get(f"{LIST}{photo.pk}/change/"), original_of(photo))


class ArchiveTests(OriginalsTestCase):
    def choose(self, *photos):
        chosen = {"action": "download_originals", "_selected_action": [photo.pk for photo in photos], "index": 0}
        return self.client.post(LIST, chosen)

    def test_holds_several_originals_under_names_of_their_own(self):
        photos = [self.photo(), self.photo(), self.photo(caption="另一张")]

        response = self.choose(*photos)

        archive = ZipFile(BytesIO(body(response)))
        day = timezone.localtime().strftime("%Y-%m-%d")
        names = [f"{day} 另一张.jpg", f"{day} 职工在比赛 (2).jpg", f"{day} 职工在比赛.jpg"]
        self.assertEqual(sorted(archive.namelist()), names)
        self.assertEqual({archive.read(name) for name in names}, {self.content})
        self.assertIsNone(archive.testzip())
        self.assertEqual(AuditEntry.objects.filter(verb="download").count(), 3)

    def test_comes_piece_by_piece(self):
        with patch("media.originals.CHUNK", 100):
            pieces = list(self.choose(self.photo()).streaming_content)

        self.assertLess(max(map(len, pieces)), 400)

    def test_is_refused_beyond_its_number_and_its_bytes(self):
        photos = [self.photo(), self.photo()]

        for bound, said in (("MOST_PHOTOS", "一次最多下载1张原图"), ("MOST_BYTES", "一个压缩包最多")):
            with self.subTest(bound), patch(f"media.admin.originals.{bound}", 1):
                self.assertContains(self.client.get(self.choose(*photos).url), said)
        self.assertFalse(AuditEntry.objects.filter(verb="download").exists())

    def test_is_refused_with_a_photo_that_one_may_not_have(self):
        photographer = make_user(group=PHOTOGRAPHER)
        self.client.force_login(photographer)
        own, foreign = self.photo(uploaded_by=photographer), self.photo(uploaded_by=make_user())

        self.assertEqual(self.choose(own)["Content-Type"], "application/zip")
        self.assertContains(self.client.get(self.choose(own, foreign).url), "其中1张由他人上传")

    def test_leaves_out_what_is_missing_and_says_so(self):
        there, gone = self.photo(), self.photo(caption="没了的图")
        default_storage.delete(gone.original.name)

        response = self.choose(there, gone)

        self.assertEqual(len(ZipFile(BytesIO(body(response))).namelist()), 1)
        self.assertContains(self.client.get(LIST), "有些原图在存储中找不到")

    def test_notes_in_itself_what_goes_missing_on_the_way(self):
        gone = self.photo(caption="没了的图")
        response = self.choose(self.photo(), gone)
        default_storage.delete(gone.original.name)

        archive = ZipFile(BytesIO(body(response)))

        self.assertIn("没了的图", archive.read("缺失的原图.txt").decode())

    def test_says_when_all_are_missing(self):
        photo = self.photo()
        default_storage.delete(photo.original.name)

        self.assertContains(self.client.get(self.choose(photo).url), "都找不到")

    def test_asks_as_much_for_three_as_for_one(self):
        photos = [self.photo(uploaded_by=make_user()) for _number in range(4)]
        counts = []
        for chosen in (photos[:1], photos[1:]):
            with CaptureQueriesContext(connection) as captured:
                body(self.choose(*chosen))
            counts.append(len(captured))

        self.assertEqual(*counts)
