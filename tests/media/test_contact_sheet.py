from datetime import datetime
from unittest.mock import patch

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import make_photo, make_user, photographer

SHEET = "/admin/media/photo/sheet/"


class ContactSheetTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group="编辑"))

    def sheets(self, **asked):
        """Of each sheet the (number, caption) of its photos."""
        sheets = self.client.get(SHEET, asked).context["sheets"]
        return [[(number, photo.caption) for number, photo in sheet] for sheet in sheets]

    def test_prints_what_belongs_to_a_picture(self):
        taken = timezone.make_aware(datetime(2023, 3, 2, 8))
        words = {"place": "店口", "rights": "agency", "taken_at": taken}
        photo = make_photo(caption="职工在比赛。", by=[photographer("马敏")], **words)

        response = self.client.get(SHEET)

        for said in (
            photo.largest["url"],
            "<b>1</b> 职工在比赛。",
            "马敏 摄",
            "2023-03-02 · 店口",
            "海边.jpg · 通讯社供稿",
        ):
            self.assertContains(response, said)
        for said in ("图片小样", timezone.localtime().strftime("%Y-%m-%d"), "第1页，共1页"):
            self.assertContains(response, said)
        self.assertNotContains(response, "nav-sidebar")

    def test_keeps_the_order_in_which_photos_are_named(self):
        one, two = make_photo(caption="一"), make_photo(caption="二")
        make_photo(caption="没选")

        self.assertEqual(self.sheets(photos=f"{one.pk},{two.pk},{one.pk},x,{'9' * 30}"), [[(1, "一"), (2, "二")]])

    def test_is_of_the_search(self):
        (
            make_photo(caption="灯塔", rights="agency"),
            make_photo(caption="灯塔"),
            make_photo(caption="船", rights="agency"),
        )

        self.assertEqual(self.sheets(q="灯塔", rights="agency"), [[(1, "灯塔")]])

    def test_says_that_nobody_is_credited_whatever_the_file_says(self):
        make_photo(credit_line="某某图片社")

        response = self.client.get(SHEET)

        self.assertContains(response, "缺署名")
        self.assertNotContains(response, "某某图片社")

    def test_turns_the_sheet_after_twelve_or_twenty(self):
        for number in range(13):
            make_photo(caption=str(number))

        self.assertEqual([len(sheet) for sheet in self.sheets()], [12, 1])
        self.assertEqual([len(sheet) for sheet in self.sheets(per="20")], [13])
        self.assertEqual(self.sheets()[1], [(13, "0")])

    def test_ends_at_its_bound_and_says_so(self):
        make_photo(), make_photo()

        with patch("media.admin.sheets.MOST", 1):
            self.assertContains(self.client.get(SHEET), "只打印前1张")
            self.assertEqual(len(self.sheets()[0]), 1)

    def test_is_made_of_the_photos_chosen_on_the_wall(self):
        photo = make_photo(caption="选中")
        make_photo()
        chosen = {"action": "print_contact_sheet", "_selected_action": [photo.pk], "index": 0}

        response = self.client.post("/admin/media/photo/", chosen)

        self.assertEqual(response.url, f"{SHEET}?photos={photo.pk}")

    def test_says_when_nothing_is_chosen(self):
        self.assertContains(self.client.get(SHEET, {"photos": ""}), "没有选中图片")

    def test_is_for_whoever_may_see_photos(self):
        self.client.force_login(make_user())

        self.assertEqual(self.client.get(SHEET).status_code, 403)

    def test_asks_as_much_for_three_photos_as_for_one(self):
        counts = []
        for more in (1, 2):
            for _number in range(more):
                make_photo(by=[photographer("马敏")], uploaded_by=make_user())
            with CaptureQueriesContext(connection) as captured:
                self.client.get(SHEET)
            counts.append(len(captured))

        self.assertEqual(*counts)
