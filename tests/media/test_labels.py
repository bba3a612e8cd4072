from django.test import TestCase

from bylines.models import Role
from media.models import Photo
from media.uploading import take_in_one
from tests.factories import credit, make_contributor, make_photo, make_user, photographer
from tests.media.embedding import ARTIST, GPS_DIRECTORY, exif, jpeg, xmp
from tests.media.test_darkroom import files_below, stored
from tests.media.test_labelling import said_by
from tests.pictures import upload

AIGC = '{"Label":"1","ContentProducer":"甲"}'


def served(photo):
    """What each public file of the photo says of itself, by its name."""
    return {size["name"]: said_by(stored(f"files/{photo.key}/{size['name']}")) for size in photo.renditions}


class ServedTests(TestCase):
    def test_carry_credit_copyright_and_the_mark_of_ai(self):
        words = xmp(dc_rights="示例日报", TC260_AIGC=AIGC, ext_DigitalSourceType="digsrctype:compositeSynthetic")
        ma = make_contributor(name="马敏", usual_role=Role.CORRESPONDENT)

        photo, _is_new = take_in_one(file=upload(jpeg(xmp=words)), by=make_user(), contributor=ma)

        expected = {
            "creators": ["马敏"],
            "credit_line": "通讯员马敏 摄",
            "copyright": "示例日报",
            "digital_source_type": "compositeSynthetic",
            "ai_label": AIGC,
        }
        self.assertEqual(served(photo), {"64.jpg": expected, "64.webp": expected})

    def test_carry_nothing_else_and_least_of_all_the_place(self):
        words = xmp(photoshop_City="诸暨", dc_description="说明", exif_GPSLatitude="29,55N", photoshop_Credit="示例社")
        camera = exif([(ARTIST, b"camera"), (GPS_DIRECTORY, b"secret")])

        photo = make_photo(file=upload(jpeg(xmp=words, exif=camera)))

        self.assertEqual(served(photo)["64.jpg"], {"creators": ["camera"], "credit_line": "示例社"})
        for size in photo.renditions:
            content = stored(f"files/{photo.key}/{size['name']}")
            for trace in (b"GPS", b"Exif", "诸暨".encode(), "说明".encode()):
                self.assertNotIn(trace, content)

    def test_the_original_keeps_all_that_it_had(self):
        content = jpeg(xmp=xmp(exif_GPSLatitude="29,55N"))

        self.assertEqual(stored(make_photo(file=upload(content)).original.name), content)

    def test_nothing_of_the_place_is_remembered(self):
        photo = make_photo(file=upload(jpeg(xmp=xmp(exif_GPSLatitude="29,55N", photoshop_Headline="店口"))))

        self.assertEqual(list(photo.embedded["said"]), ["headline"])


class RenewingTests(TestCase):
    def test_another_credit_reaches_the_files_under_new_addresses(self):
        photo = make_photo(by=[photographer("马敏")])
        before, old = files_below(), photo.key

        photo.renew_label()

        self.assertNotEqual(photo.key, old)
        self.assertEqual(served(photo)["64.webp"], {"creators": ["马敏"], "credit_line": "马敏 摄"})
        self.assertEqual(len(files_below()), len(before) + 2)  # the old ones go with the commit

    def test_remembers_the_size_of_what_it_wrote(self):
        photo = make_photo(by=[photographer("马敏")])

        photo.renew_label()

        for size in Photo.objects.get(pk=photo.pk).renditions:
            self.assertEqual(len(stored(f"files/{photo.key}/{size['name']}")), size["bytes"])

    def test_the_same_credit_leaves_the_addresses_alone(self):
        photo = make_photo(by=[photographer("马敏")])
        photo.renew_label()
        key = photo.key

        Photo.objects.get(pk=photo.pk).renew_label()

        self.assertEqual(Photo.objects.get(pk=photo.pk).key, key)

    def test_a_file_that_is_lost_does_not_stop_the_others(self):
        photo = make_photo(by=[photographer("马敏")])
        photo.original.storage.delete(f"files/{photo.key}/64.jpg")

        with self.assertLogs("media.moving", "WARNING"):
            photo.renew_label()

        self.assertIn("creators", said_by(stored(f"files/{photo.key}/64.webp")))

    def test_a_credit_that_is_taken_away_leaves_bare_files(self):
        photo = make_photo(by=[photographer("马敏")])
        photo.renew_label()
        photo.bylines.all().delete()

        photo.renew_label()

        self.assertEqual((photo.label, served(photo)["64.jpg"]), ({}, {}))

    def test_counts_the_same_questions_for_one_name_and_for_three(self):
        one, three = make_photo(), make_photo()
        credit(by=[photographer("马敏")], photo=one)
        credit(by=[photographer(name) for name in ("马敏", "李凡", "何青")], photo=three)

        for photo in (one, three):
            with self.assertNumQueries(6):  # credits, row, key, words; and the two ends of the transaction
                photo.renew_label()
