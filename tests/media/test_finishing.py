from datetime import timedelta
from unittest.mock import patch

from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import transaction
from django.test import TestCase, TransactionTestCase
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from desk.duties import DUTIES
from desk.worker import Worker
from media.darkroom import public_path
from media.finishing import add, finish, finished, sweep
from media.models import Photo, Unfinished
from media.models.unfinished import MOST_TRIES
from media.orphans import missing, orphans
from tests.media.grain import AVIFS, grainy, make_grainy, names
from tests.media.test_darkroom import stored
from tests.pictures import opened


class WorkerTests(TransactionTestCase):
    def test_makes_avif_after_the_upload(self):
        photo = make_grainy()
        self.assertEqual(names(), [])

        Worker(duties=[]).round()

        self.assertEqual(names(), AVIFS)
        self.assertEqual(opened(stored(public_path(photo.key, "640.avif"))).format, "AVIF")
        self.assertFalse(Unfinished.objects.exists())
        self.assertEqual((DBTaskResult.objects.failed().count(), list(missing())), (0, []))

    def test_keeps_orphan_finder_and_deletion_informed(self):
        folder = f"files/{make_grainy().key}"
        Worker(duties=[]).round()
        lying_about = [orphan.name for orphan in orphans(older_than=-timedelta(hours=1))]
        self.assertEqual([name for name in lying_about if name.startswith(folder)], [])

        Photo.objects.get().delete()

        self.assertFalse(default_storage.exists(folder))

    def test_a_job_that_fails_is_told_and_leaves_no_file(self):
        photo = make_grainy()
        default_storage.delete(public_path(photo.key, "640.jpg"))

        with self.assertLogs("django_tasks", "ERROR"):
            Worker(duties=[]).round()

        self.assertEqual((names(), Unfinished.objects.get().tries), ([], 1))

    def test_a_save_that_fails_asks_for_nothing(self):
        with self.assertRaises(ZeroDivisionError), transaction.atomic():
            make_grainy()
            raise ZeroDivisionError

        self.assertEqual((Unfinished.objects.count(), DBTaskResult.objects.count()), (0, 0))


class LateTests(TestCase):
    def test_a_job_that_comes_twice_finds_nothing_to_do(self):
        photo = make_grainy()
        finish.func(photo.pk)
        before = Photo.objects.get().renditions

        finish.func(photo.pk)

        self.assertEqual(Photo.objects.get().renditions, before)

    def test_a_worker_that_dies_has_counted_its_try(self):
        photo = make_grainy()

        with patch("media.finishing.finished", side_effect=SystemExit), self.assertRaises(SystemExit):
            finish.func(photo.pk)

        self.assertEqual((names(), Unfinished.objects.get().tries), ([], 1))

    def test_two_at_the_same_moment_make_one(self):
        seen = make_grainy()
        first, second = finished(seen), finished(seen)

        add(seen, first)
        add(seen, second)

        self.assertEqual(names(), AVIFS)

    def test_of_a_photo_that_is_gone_it_makes_nothing(self):
        photo = make_grainy()
        key, made = photo.pk, finished(photo)
        seen = Photo.objects.get()
        photo.delete()

        finish.func(key)
        add(seen, made)

        self.assertFalse(Photo.objects.exists())

    def test_for_a_picture_that_was_replaced_it_keeps_nothing(self):
        seen = make_grainy()
        made = finished(seen)
        Photo.objects.get().take_in(grainy(size=(900, 600)))

        add(seen, made)

        self.assertEqual(names(), [])
        self.assertTrue(Unfinished.objects.exists())
        self.assertEqual(list(missing()), [])

    def test_crops_around_a_point_that_was_moved_meanwhile_are_left_out(self):
        seen = make_grainy()
        made, photo = finished(seen), Photo.objects.get()
        photo.focus = (0, 50)
        photo.save()
        photo.renew_crops()

        add(seen, made)

        self.assertEqual((names(), Unfinished.objects.exists()), (["640.avif"], True))
        finish.func(photo.pk)
        self.assertEqual(names(), ["640.avif", "list-480-0x50.avif", "wide-640-0x50.avif"])


class SweepTests(TestCase):
    def after(self, **time):
        return timezone.now() + timedelta(**time)

    def jobs(self):
        return DBTaskResult.objects.count()

    def test_is_a_duty_of_the_worker(self):
        self.assertIn(sweep, [duty.call for duty in DUTIES])

    def test_asks_again_for_a_photo_whose_job_was_lost(self):
        make_grainy()
        DBTaskResult.objects.all().delete()
        sweep()
        self.assertEqual(self.jobs(), 0)

        Unfinished.objects.update(asked_at=self.after(minutes=-11))
        sweep()
        sweep()

        self.assertEqual(self.jobs(), 1)

    def test_waits_longer_each_time_and_gives_up_in_the_end(self):
        make_grainy()
        waits = []
        for tries in range(MOST_TRIES + 1):
            Unfinished.objects.update(tries=tries)
            due = [hours for hours in (0.2, 1.1, 6.1, 37) if Unfinished.objects.forgotten(self.after(hours=hours))]
            waits.append(due[:1])

        self.assertEqual(waits, [[0.2], [1.1], [6.1], [37], []])

    def test_takes_a_bounded_number_each_time(self):
        for _ in range(3):
            make_grainy()
        Unfinished.objects.update(asked_at=None)
        DBTaskResult.objects.all().delete()

        with patch("media.finishing.AT_ONCE", 2):
            sweep()

        self.assertEqual(self.jobs(), 2)

    def test_gives_crops_to_photos_from_before_there_were_any(self):
        photo = make_grainy()
        photo.renditions = [row for row in photo.renditions if "crop" not in row]
        for name in default_storage.listdir(f"files/{photo.key}")[1]:
            if "-" in name:
                default_storage.delete(public_path(photo.key, name))
        photo.save()
        self.assertEqual(photo.shown("list").largest["name"], "640.jpg")

        finish.func(photo.pk)

        self.assertEqual((names(), list(missing())), (AVIFS, []))
        self.assertEqual(Photo.objects.get().shown("list").largest["name"], "list-480-50x50.jpg")

    def test_the_worker_does_it(self):
        call_command("work", "--once")

        self.assertEqual(self.jobs(), 0)
