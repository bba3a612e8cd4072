"""Photos that are pointed out as the same picture, or as one that looks like it."""

from datetime import timedelta
from unittest.mock import patch

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from media.alike import alike, keep_both
from media.learning import learn_likenesses
from media.models import KeptBoth, Likeness, Photo
from tests.factories import make_photo, make_user
from tests.media.alike import darker, marked, scene, scene_file
from tests.pictures import draw, encoded, exif, upload


def file_of(picture, **options):
    return upload(encoded(picture, **options))


class AlikeTestCase(TestCase):
    def setUp(self):
        self.user, self.colleague = make_user(), make_user()
        self.photo = make_photo(file=scene_file(1), uploaded_by=self.user)

    def found(self, *photos, others=None):
        photos = photos or [self.photo]
        return alike(list(photos), Photo.objects.all() if others is None else others)

    def elsewhere(self, photo=None):
        photo = photo or self.photo
        found = self.found(photo).get(photo.pk)
        return [(one.photo, one.is_same) for one in found.elsewhere] if found else []

    def another(self, picture, *, by=None, ago=timedelta(), **options):
        photo = make_photo(file=file_of(picture, **options), uploaded_by=by or self.colleague)
        Photo.objects.filter(pk=photo.pk).update(uploaded_at=photo.uploaded_at - ago)
        return photo


class AlikeTests(AlikeTestCase):
    def test_a_colleagues_same_file_is_the_same_picture(self):
        same = make_photo(file=scene_file(1), uploaded_by=self.colleague)

        self.assertEqual(self.elsewhere(), [(same, True)])
        self.assertEqual(self.elsewhere(same), [(self.photo, True)])

    def test_a_worked_over_picture_looks_like_it(self):
        like = self.another(marked(darker(scene(1))), quality=40)
        self.another(scene(2))

        self.assertEqual(self.elsewhere(), [(like, False)])

    def test_the_same_picture_comes_before_those_that_look_like_it(self):
        like = self.another(darker(scene(1)))
        same = make_photo(file=scene_file(1), uploaded_by=self.colleague)

        self.assertEqual(self.elsewhere(), [(same, True), (like, False)])

    def test_a_turned_picture_is_compared_as_the_reader_sees_it(self):
        turned = self.another(scene(1).rotate(90, expand=True), exif=exif(orientation=6))

        self.assertEqual(self.elsewhere(), [(turned, False)])

    def test_pictures_with_nothing_in_them_are_not_compared(self):
        plain, other = make_photo(), make_photo(size=(80, 60))

        self.assertEqual(self.found(plain, other), {})

    def test_but_of_the_same_bytes_they_are_the_same(self):
        plain, other = make_photo(uploaded_by=self.user), make_photo(uploaded_by=self.colleague)

        self.assertEqual(self.elsewhere(plain), [(other, True)])

    def test_pictures_of_one_upload_are_told_apart_from_others(self):
        series = [self.another(darker(scene(1)), by=self.user, quality=quality) for quality in (70, 80)]
        earlier = self.another(marked(scene(1)), by=self.user, ago=timedelta(days=1))

        found = self.found()[self.photo.pk]

        self.assertCountEqual(found.series, series)
        self.assertEqual([one.photo for one in found.elsewhere], [earlier])

    def test_only_photos_that_may_be_shown_are_found(self):
        make_photo(file=scene_file(1), uploaded_by=self.colleague)

        self.assertEqual(self.found(others=Photo.objects.none()), {})

    def test_one_and_a_hundred_are_asked_for_alike(self):
        for number in range(3):
            make_photo(file=scene_file(number), uploaded_by=self.user)
            make_photo(file=scene_file(number), uploaded_by=self.colleague)

        photos = list(Photo.objects.all())
        with CaptureQueriesContext(connection) as of_one:
            self.found()
        with CaptureQueriesContext(connection) as of_all:
            self.found(*photos)

        self.assertEqual((len(of_one), len(of_all)), (5, 5))


class RememberingTests(AlikeTestCase):
    def test_another_picture_has_another_likeness(self):
        before = self.photo.likeness.bits
        self.photo.take_in(scene_file(2))

        self.assertEqual(Likeness.objects.count(), 1)
        self.assertNotEqual(Likeness.objects.get().bits, before)

    def test_goes_with_its_photo(self):
        self.photo.delete()

        self.assertFalse(Likeness.objects.exists())

    def test_photos_from_before_get_theirs(self):
        known = str(self.photo.likeness)
        make_photo()
        Photo.objects.create(caption="还没有图。")
        Likeness.objects.all().delete()

        learn_likenesses()

        self.assertEqual(sorted(map(str, Likeness.objects.all())), ["0" * 16, known])

    def test_a_photo_whose_files_are_gone_stops_no_other(self):
        Likeness.objects.all().delete()

        with patch("media.learning.default_storage.open", side_effect=FileNotFoundError), self.assertLogs():
            learn_likenesses()

        self.assertEqual(str(Likeness.objects.get()), "0" * 16)

    def test_only_so_many_at_a_time(self):
        make_photo(file=upload(encoded(draw())))
        Likeness.objects.all().delete()

        with patch("media.learning.AT_ONCE", 1):
            learn_likenesses()

        self.assertEqual(Likeness.objects.count(), 1)


class KeepingBothTests(AlikeTestCase):
    def setUp(self):
        super().setUp()
        self.same = make_photo(file=scene_file(1), uploaded_by=self.colleague)
        keep_both(photo=self.same, others=[self.photo, self.same], by=self.user)

    def test_nobody_is_asked_about_them_again(self):
        self.assertEqual((self.elsewhere(), self.elsewhere(self.same)), ([], []))
        self.assertEqual(KeptBoth.objects.get().by, self.user)

    def test_but_about_a_third_one(self):
        third = make_photo(file=scene_file(1), uploaded_by=make_user())

        self.assertEqual(self.elsewhere(), [(third, True)])

    def test_twice_is_once(self):
        keep_both(photo=self.photo, others=[self.same], by=self.colleague)

        self.assertEqual(KeptBoth.objects.count(), 1)

    def test_another_picture_is_asked_about_anew(self):
        self.photo.take_in(scene_file(2))
        self.photo.take_in(scene_file(1))

        self.assertEqual(self.elsewhere(), [(self.same, True)])
