from unittest.mock import patch

from django.db import connection
from django.test import TestCase
from django.urls import reverse

from articles.models import Page
from media.imaging.developing import develop
from media.models import Photo
from newsroom.groups import EDITOR
from tests.factories import make_page, make_photo, make_user
from tests.media.test_photo_admin import ADD, change
from tests.media.test_photo_admin import typed as photo_form
from tests.pictures import upload


class DevelopingFirstTests(TestCase):
    """What takes seconds is done before the save's transaction begins: nobody else waits for it."""

    def setUp(self):
        self.client.force_login(make_user(group=EDITOR))
        self.depth = len(connection.atomic_blocks)  # of the test itself
        self.depths = []

    def post(self, address, form):
        with patch("media.admin.fields.develop", side_effect=self.noting_the_depth):
            return self.client.post(address, form)

    def noting_the_depth(self, file, name):
        self.depths.append(len(connection.atomic_blocks))
        return develop(file, name)

    def test_a_new_photo(self):
        self.post(ADD, photo_form(picture=upload()))

        self.assertEqual((self.depths, Photo.objects.count()), ([self.depth], 1))

    def test_another_picture_of_a_photo(self):
        photo = make_photo()

        self.post(change(photo), photo_form(picture=upload()))

        self.assertEqual(self.depths, [self.depth])
        self.assertNotEqual(Photo.objects.get().key, photo.key)

    def test_a_pages_picture(self):
        page = make_page()
        rows = {"placements-TOTAL_FORMS": 0, "placements-INITIAL_FORMS": 0}
        form = {"issue": page.issue_id, "label": "02", "position": 2, "new_picture": upload(), **rows}

        self.post(reverse("admin:articles_page_change", args=[page.pk]), form)

        self.assertEqual((self.depths, bool(Page.objects.get().picture)), ([self.depth], True))

    def test_a_refused_file_is_looked_at_once(self):
        response = self.post(ADD, photo_form(picture=upload(b"II*\x00" + b"\x00" * 40, name="DSC_1.NEF")))

        self.assertContains(response, "“DSC_1.NEF”是相机的RAW原始文件")
        self.assertEqual(self.depths, [self.depth])

    def test_nothing_is_developed_for_who_may_not_save_it(self):
        self.client.force_login(make_user())

        self.assertEqual(self.post(ADD, photo_form(picture=upload())).status_code, 403)
        self.assertEqual(self.depths, [])
