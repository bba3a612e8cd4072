from datetime import timedelta
from unittest.mock import patch

from django.contrib.auth.models import AnonymousUser
from django.core.files.storage import default_storage
from django.test import RequestFactory, TestCase
from django.urls import reverse
from django.utils import timezone

from desk.duties import DUTIES
from desk.models import AuditEntry
from media.closing import close_expired
from media.models import Photo
from media.views import public_file
from tests.factories import illustrate, make_photo, make_published, make_user, photographer


def in_hours(hours):
    return timezone.now() + timedelta(hours=hours)


class ClosedTestCase(TestCase):
    def setUp(self):
        self.photo = make_photo(by=[photographer("马敏")])
        self.photo.renew_label()
        self.address = self.photo.rendition_url("64.webp")

    def get(self, address=None, method="get", **headers):
        """Reads the answer to its end, which closes the file."""
        response = getattr(self.client, method)(address or self.address, headers=headers)
        response.body = b"".join(response.streaming_content) if response.streaming else response.content
        return response

    def set_times(self, **times):
        Photo.objects.update(**times)


class ClosedAddressTests(ClosedTestCase):
    def test_answers_nobody_before_the_embargo_ends_and_after_the_expiry(self):
        for times in ({"embargo_until": in_hours(1)}, {"embargo_until": None, "expires_at": in_hours(-1)}):
            self.set_times(**times)
            for method in ("get", "head"):
                response = self.get(method=method)
                self.assertEqual((response.status_code, response.body), (404, b""))
                self.assertEqual(response.headers["Cache-Control"], "no-store")

    def test_nor_who_has_the_file_already(self):
        headers = self.get().headers
        self.set_times(expires_at=in_hours(-1))

        self.assertEqual(self.get(**{"if-none-match": headers["ETag"]}).status_code, 404)
        self.assertEqual(self.get(**{"if-modified-since": headers["Last-Modified"]}).status_code, 404)

    def test_asks_one_query(self):
        self.set_times(expires_at=in_hours(-1))
        request = RequestFactory().get(self.address)
        request.user = AnonymousUser()

        with self.assertNumQueries(1):  # what Django looks for after any 404 left out
            response = public_file(request, self.photo.key, "64.webp")
        self.assertEqual(response.status_code, 404)

    def test_answers_the_desk_and_no_cache_may_keep_that(self):
        self.set_times(embargo_until=in_hours(1))
        self.client.force_login(make_user(group="摄影"))

        response = self.get()

        self.assertEqual(response.status_code, 200)
        self.assertEqual(response.headers["Cache-Control"], "private, no-store")

    def test_but_no_login_without_the_right_to_see_photos(self):
        self.set_times(embargo_until=in_hours(1))

        for user in (make_user(), make_user(is_staff=False, is_superuser=True)):
            self.client.force_login(user)
            self.assertEqual(self.get().status_code, 404)

    def test_may_be_kept_until_the_expiry_and_no_longer(self):
        self.set_times(expires_at=in_hours(1))

        for headers in ({}, {"if-none-match": self.get().headers["ETag"]}):
            public, age, again = self.get(**headers).headers["Cache-Control"].split(", ")
            self.assertEqual((public, again), ("public", "must-revalidate"))
            self.assertTrue(3590 <= int(age.removeprefix("max-age=")) <= 3600, age)

    def test_a_far_expiry_is_kept_no_longer_than_any_other(self):
        self.set_times(expires_at=in_hours(24 * 3000))

        self.assertIn("max-age=31536000, must-revalidate", self.get().headers["Cache-Control"])

    def test_once_the_embargo_is_over_it_is_a_photo_like_any_other(self):
        self.set_times(embargo_until=in_hours(-1))

        self.assertIn("immutable", self.get().headers["Cache-Control"])


class ExpiryDutyTests(ClosedTestCase):
    def do_duty(self):
        with self.captureOnCommitCallbacks(execute=True):
            close_expired()
        return Photo.objects.get().key

    def test_is_done_by_the_worker(self):
        self.assertIn(close_expired, [duty.call for duty in DUTIES])

    def test_changes_the_address_once_after_the_expiry(self):
        self.set_times(expires_at=in_hours(-1))

        first = self.do_duty()

        self.assertNotEqual(first, self.photo.key)
        self.assertFalse(default_storage.exists(f"files/{self.photo.key}/64.webp"))
        self.assertTrue(default_storage.exists(f"files/{first}/64.webp"))
        self.assertEqual(self.do_duty(), first)
        self.assertEqual(AuditEntry.objects.filter(verb="expire", key=str(self.photo.pk)).count(), 1)

    def test_not_before(self):
        self.set_times(expires_at=in_hours(1), embargo_until=in_hours(-1))

        self.assertEqual(self.do_duty(), self.photo.key)

    def test_again_when_the_expiry_was_put_later_and_came(self):
        self.set_times(expires_at=in_hours(-2))
        first = self.do_duty()
        self.set_times(expires_at=in_hours(1))
        self.assertEqual(
            (self.do_duty(), self.get(Photo.objects.get().rendition_url("64.webp")).status_code), (first, 200)
        )

        self.set_times(expires_at=in_hours(-1))

        self.assertNotEqual(self.do_duty(), first)

    def test_a_disk_that_fails_keeps_no_other_photo(self):
        other = make_photo()
        self.set_times(expires_at=in_hours(-1))

        closing = patch("media.closing.close", side_effect=[OSError("no disk"), None])
        with closing as close, self.assertLogs("media.closing", "ERROR"):
            close_expired()

        self.assertEqual({call.args[0].pk for call in close.call_args_list}, {self.photo.pk, other.pk})

    def test_with_nothing_to_do_asks_one_query(self):
        with self.assertNumQueries(1):
            close_expired()


class PhotoFormTests(ClosedTestCase):
    """The editor closes a photo that readers see."""

    def setUp(self):
        super().setUp()
        illustrate(article=make_published(), photo=self.photo)
        self.client.force_login(make_user(group="编辑"))

    def save(self, **fields):
        rows = {"bylines-TOTAL_FORMS": 0, "bylines-INITIAL_FORMS": 0}
        times = {}
        for name, moment in fields.items():
            local = timezone.localtime(moment)
            times |= {f"{name}_0": f"{local:%Y-%m-%d}", f"{name}_1": f"{local:%H:%M:%S}"}
        form = {"caption": self.photo.caption, "rights": "own", **rows, **times}
        with self.captureOnCommitCallbacks(execute=True):
            response = self.client.post(reverse("admin:media_photo_change", args=[self.photo.pk]), form)
        self.assertEqual(response.status_code, 302)
        return Photo.objects.get()

    def test_an_embargo_changes_the_address_with_the_save(self):
        self.assertNotEqual(self.save(embargo_until=in_hours(5)).key, self.photo.key)
        self.assertFalse(default_storage.exists(f"files/{self.photo.key}/64.webp"))

    def test_so_does_an_expiry_that_is_past_and_the_worker_leaves_it_at_that(self):
        closed = self.save(expires_at=in_hours(-5))
        close_expired()

        self.assertNotEqual(closed.key, self.photo.key)
        self.assertEqual(Photo.objects.get().key, closed.key)

    def test_with_a_new_credit_it_moves_once_and_that_is_enough(self):
        with patch("media.labels.label_of", return_value={"credit": "马敏"}):
            closed = self.save(expires_at=in_hours(-5))
        close_expired()

        self.assertEqual(Photo.objects.get().key, closed.key)

    def test_an_expiry_to_come_does_not(self):
        self.assertEqual(self.save(expires_at=in_hours(5)).key, self.photo.key)

    def test_nor_does_another_save_of_a_closed_photo(self):
        until = in_hours(5).replace(microsecond=0)
        closed = self.save(embargo_until=until)

        self.assertEqual(self.save(embargo_until=until).key, closed.key)

    def test_the_audit_log_says_what_was_and_what_is(self):
        until = timezone.make_aware(timezone.datetime(2100, 5, 1, 8, 30))
        self.save(embargo_until=until)

        self.assertEqual(AuditEntry.objects.get(verb="rights").words, "禁发至：— → 2100-05-01 08:30")

    def test_an_embargo_ends_before_the_expiry(self):
        with self.assertRaises(AssertionError):  # it is not saved
            self.save(embargo_until=in_hours(5), expires_at=in_hours(2))
        self.assertIsNone(Photo.objects.get().expires_at)
