"""Photos in a bucket: from the desk's own forms to readers, and out of their hands again."""

import io
from datetime import timedelta

from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles.publishing import withdraw
from intake.incoming import address_with, put_away
from media.closing import close_expired
from media.finishing import finish
from media.models import Photo
from newsroom.groups import EDITOR
from tests.factories import illustrate, make_photo, make_published, make_user
from tests.opened import opened
from tests.pictures import draw, encoded, upload
from tests.storage.bucket import InABucket


def whole(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


class PhotosInABucketTests(InABucket, TestCase):
    def setUp(self):
        super().setUp()
        self.editor = make_user(group=EDITOR)
        self.client.force_login(self.editor)

    def test_a_photo_comes_through_its_form_and_is_finished_by_the_worker(self):
        typed = opened(self.client.get("/admin/media/photo/add/")) | {
            "caption": "职工在比赛",
            "picture": upload(encoded(draw(size=(1400, 900)))),
        }

        self.assertEqual(self.client.post("/admin/media/photo/add/", typed).status_code, 302)

        photo = Photo.objects.get()
        self.assertEqual(self.names(), sorted(photo.stored_files))
        finish.func(photo.pk)
        photo.refresh_from_db()
        self.assertIn("avif", {row["format"] for row in photo.renditions})
        self.assertEqual(self.names(), sorted(photo.stored_files))

    def test_many_come_at_once_and_one_that_is_sent_twice_is_one(self):
        files = [upload(encoded(draw(size=(320, 200 + number))), name=f"{number}.jpg") for number in range(3)]
        self.client.post("/admin/media/photo/upload/", {"files": files})
        files[0].seek(0)

        said = self.client.post("/admin/media/photo/upload/file/", {"file": files[0]}).json()

        photos = list(Photo.objects.order_by("pk"))
        self.assertEqual((len(photos), said["photo"]), (3, photos[0].pk))
        self.assertEqual(self.names(), sorted(name for photo in photos for name in photo.stored_files))

    def test_readers_get_a_file_its_head_and_a_part_of_it(self):
        photo = make_photo()
        address = photo.rendition_url(photo.renditions[-1]["name"])
        self.client.logout()
        content = whole(self.client.get(address))

        head = self.client.head(address)
        part = self.client.get(address, headers={"range": "bytes=100-199"})
        known = self.client.get(address, headers={"if-none-match": head.headers["ETag"]})

        self.assertEqual(len(content), photo.renditions[-1]["bytes"])
        self.assertEqual((head.status_code, head.headers["Content-Length"]), (200, str(len(content))))
        self.assertEqual((part.status_code, whole(part)), (206, content[100:200]))
        self.assertEqual(known.status_code, 304)

    def test_a_withdrawal_moves_the_files_and_an_expiry_and_an_embargo_close_them(self):
        photo, story = make_photo(), make_published()
        illustrate(article=story, photo=photo)
        known = photo.rendition_url("64.webp")

        with self.captureOnCommitCallbacks(execute=True):
            withdraw(story)

        photo.refresh_from_db()
        self.client.logout()
        self.assertEqual(self.client.get(known).status_code, 404)
        self.assertEqual(self.names(), sorted(photo.stored_files))
        Photo.objects.update(embargo_until=timezone.now() + timedelta(hours=1))
        self.assertEqual(self.client.get(photo.rendition_url("64.webp")).status_code, 404)
        Photo.objects.update(embargo_until=None, expires_at=timezone.now())
        with self.captureOnCommitCallbacks(execute=True):
            close_expired()
        photo.refresh_from_db()
        self.assertEqual(self.names(), sorted(photo.stored_files))

    def test_a_photo_that_is_deleted_leaves_nothing(self):
        with self.captureOnCommitCallbacks(execute=True):
            make_photo().delete()

        self.assertEqual(self.names(), [])

    def test_what_nobody_remembers_is_found_and_cleared(self):
        kept = make_photo().stored_files
        self.behind.save("files/gone/64.webp", upload())
        parts = self.behind.bucket.Object(f"{self.behind.location}/originals/half.jpg").initiate_multipart_upload()
        parts.Part(1).upload(Body=b"half")
        out = io.StringIO()

        call_command("clear_orphans", "--hours", "0", "--delete", stdout=out)

        self.assertIn("files/gone/64.webp", out.getvalue())
        self.assertIn("originals/half.jpg", out.getvalue())
        self.assertEqual(self.names(), sorted(kept))
        begin = f"{self.behind.location}/"
        left = [one for one in self.behind.bucket.multipart_uploads.all() if one.object_key.startswith(begin)]
        self.assertEqual(left, [])

    def test_a_manuscript_waits_between_reading_and_drafting(self):
        file = upload("本报讯 店口镇的早晨。".encode(), name="来稿.txt")

        digest = self.client.post(reverse("admin:intake_file"), {"file": file}).json()["digest"]

        self.assertIn(f"incoming/{self.editor.pk}/{digest}/来稿.txt", self.names())
        self.assertContains(self.client.get(address_with([digest])), "店口镇的早晨")
        put_away(digests=[digest], by=self.editor)
        self.assertEqual(self.names(), [])

    def test_a_file_in_several_parts_comes_back_as_it_was(self):
        content = bytes(range(256)) * 4096 * 17  # 17 MB: three parts
        default_storage.save("originals/large.jpg", upload(content))

        with default_storage.open("originals/large.jpg") as file:
            self.assertEqual(file.read(), content)
        self.assertEqual(self.names(), ["originals/large.jpg"])
