from datetime import UTC, datetime

from django.core.exceptions import ValidationError
from django.test import TestCase, override_settings

from bylines.models import Role
from media.models import Photo
from media.uploading import take_in_one
from tests.factories import make_contributor, make_photo, make_town, make_user, photographer
from tests.media.embedding import BYLINE, TAKEN, exif, iim, jpeg, xmp
from tests.pictures import draw, encoded, upload

AI = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"


def filed(**blocks):
    """The photo that one upload among many makes of a file which says this, fresh from the database."""
    photo, _is_new = take_in_one(file=upload(jpeg(**blocks)), by=make_user())
    return Photo.objects.get(pk=photo.pk)


def said(**properties):
    return filed(xmp=xmp(**properties))


class FillingTests(TestCase):
    def test_fills_what_nobody_typed(self):
        photo = said(
            photoshop_Headline="店口：老厂房里长出新产业",
            dc_description="改造后的厂房外景。",
            core_AltTextAccessibility="一排红砖厂房",
            photoshop_Credit="示例日报",
            photoshop_Source="示例社",
            dc_rights="示例日报版权所有",
            dc_subject=["工业", "老厂房"],
            photoshop_TransmissionReference="A-7",
            ext_DigitalSourceType="digsrctype:print",
        )

        fields = ("headline", "caption", "alt", "credit_line", "source", "copyright", "job", "digital_source_type")
        self.assertEqual(
            [getattr(photo, name) for name in fields],
            [
                *("店口：老厂房里长出新产业", "改造后的厂房外景。", "一排红砖厂房", "示例日报", "示例社"),
                *("示例日报版权所有", "A-7", "print"),
            ],
        )
        self.assertEqual((photo.keyword_list, photo.doubts), (["工业", "老厂房"], []))

    def test_leaves_what_was_typed(self):
        photo = make_photo(caption="手写的。", file=upload(jpeg(xmp=xmp(dc_description="文件里的。"))))

        self.assertEqual((photo.caption, photo.said("caption")), ("手写的。", "文件里的。"))

    def test_another_file_takes_back_its_own_words_and_not_the_editors(self):
        first = xmp(dc_description="第一张。", photoshop_Headline="第一", dc_rights="甲")
        photo = make_photo(caption="", file=upload(jpeg(xmp=first)))
        photo.headline = "编辑改过"

        second = xmp(dc_description="第二张。", photoshop_Headline="第二")
        photo.take_in(upload(jpeg(xmp=second)))

        self.assertEqual((photo.caption, photo.headline, photo.copyright), ("第二张。", "编辑改过", "甲"))

    def test_shortens_what_its_column_cannot_hold(self):
        photo = said(photoshop_Headline="长" * 400, dc_subject=["词" * 90] * 60)

        self.assertEqual((len(photo.headline), len(photo.keywords)), (250, 500))

    def test_a_file_that_says_nothing_leaves_nothing_behind(self):
        self.assertEqual(make_photo().embedded, {})


class TakenTests(TestCase):
    def test_keeps_the_zone_of_the_file(self):
        photo = said(photoshop_DateCreated="2026-11-21T15:04:05+09:00")

        self.assertEqual(photo.taken_at, datetime(2026, 11, 21, 6, 4, 5, tzinfo=UTC))

    @override_settings(TIME_ZONE="Asia/Shanghai")
    def test_a_camera_without_a_zone_is_at_home_where_the_paper_is(self):
        photo = filed(exif=exif(inner=[(TAKEN, b"2024:11:21 15:04:05\0")]))

        self.assertEqual(photo.taken_at, datetime(2024, 11, 21, 7, 4, 5, tzinfo=UTC))

    def test_points_out_a_time_that_cannot_be(self):
        for impossible in ("9999-12-31T23:59:59-23:00", "0001-01-01T00:00:00+14:00", "1700-01-01"):
            photo = said(photoshop_DateCreated=impossible)
            self.assertIsNone(photo.taken_at)
            self.assertIn("文件中的拍摄时间不可能正确", photo.doubts[0])


class PlaceTests(TestCase):
    def setUp(self):
        self.town = make_town()

    def test_suggests_the_region_that_is_meant(self):
        photo = said(photoshop_State="浙江", photoshop_City="诸暨", core_Location="店口镇工业园")

        self.assertEqual((photo.region, photo.place), (self.town, "浙江 诸暨 店口镇工业园"))

    def test_a_city_alone_is_enough_where_there_is_one(self):
        self.assertEqual(said(photoshop_City="诸暨").region, self.town.parent)

    def test_suggests_none_where_several_are_meant(self):
        for city in ("朝阳", "西湖区", "吉林", "Zhuji", "大安乡"):
            self.assertIsNone(said(photoshop_City=city).region, city)


class CreatorTests(TestCase):
    def test_becomes_a_byline_when_the_register_knows_one(self):
        make_contributor(name="马敏", usual_role=Role.CORRESPONDENT)

        for blocks in ({"xmp": xmp(dc_creator=["马敏"])}, {"iim": iim((BYLINE, "马敏".encode("gbk")))}):
            photo = filed(**blocks)
            self.assertEqual((photo.printed_credit, photo.doubts), ("通讯员马敏 摄", []))

    def test_several_stand_in_their_order(self):
        make_contributor(name="马敏"), make_contributor(name="李凡")

        self.assertEqual(said(dc_creator=["李凡", "马敏"]).printed_credit, "记者李凡、马敏 摄")
        self.assertEqual(said(dc_creator=["通讯员李凡 马敏"]).printed_credit, "通讯员李凡、马敏 摄")

    def test_stays_text_and_is_pointed_out_when_it_does_not(self):
        photo = said(dc_creator=["孙七"])

        self.assertEqual((photo.printed_credit, photo.said("creators")), ("", ["孙七"]))
        self.assertEqual(photo.doubts, ["文件中的摄影者为孙七，作者库中没有此人。"])

    def test_namesakes_are_told_apart_by_their_unit_or_by_nobody(self):
        make_contributor(name="马敏", unit="新华社")
        make_contributor(name="马敏", unit="总工会")

        self.assertEqual(said(dc_creator=["马敏"]).doubts, ["文件中的摄影者为马敏，作者库中有多位同名者。"])
        self.assertEqual(said(dc_creator=["新华社记者马敏"]).bylines.get().contributor.unit, "新华社")

    def test_a_typed_credit_stands_and_the_other_name_is_pointed_out(self):
        make_contributor(name="马敏")
        photo = Photo.objects.create()
        photo.bylines.create(contributor=make_contributor(name="李凡"), role=Role.PHOTOGRAPHER, standing=Role.REPORTER)

        photo.take_in(upload(jpeg(xmp=xmp(dc_creator=["马敏"]))))

        self.assertEqual(photo.printed_credit, "记者李凡 摄")
        self.assertEqual(photo.doubts, ["文件中的摄影者为马敏，与这里的署名不同。"])

    def test_words_that_are_no_name_are_not_lost(self):
        photo = said(dc_creator=["A. N. Other / Agency"])

        self.assertEqual(photo.doubts, ["文件中的摄影者为A. N. Other / Agency，作者库中没有此人。"])


class CaptionTests(TestCase):
    CAPTION = "职工在车间里比赛。 通讯员马敏 摄"

    def test_the_credit_at_its_end_becomes_a_byline(self):
        make_contributor(name="马敏")

        photo = said(dc_description=self.CAPTION, dc_creator=["NIKON"])

        self.assertEqual((photo.caption, photo.printed_credit), ("职工在车间里比赛。", "通讯员马敏 摄"))

    def test_of_somebody_unknown_it_is_kept_as_text(self):
        photo = said(dc_description=self.CAPTION)

        self.assertEqual((photo.caption, photo.credit_line), ("职工在车间里比赛。", "通讯员马敏 摄"))
        self.assertEqual(photo.doubts, ["文件中的摄影者为马敏，作者库中没有此人。"])

    def test_an_agency_in_brackets_too(self):
        photo = said(dc_description="厂房外景。新华社发（孙七 摄）")

        self.assertEqual((photo.caption, photo.credit_line), ("厂房外景。", "新华社发（孙七 摄）"))

    def test_a_typed_caption_keeps_its_words(self):
        make_contributor(name="马敏")

        photo = make_photo(caption="自己写的。通讯员马敏 摄", file=upload(jpeg(xmp=xmp(dc_description=self.CAPTION))))

        self.assertEqual(photo.caption, "自己写的。通讯员马敏 摄")

    def test_a_photographer_named_long_ago_is_no_second_one(self):
        photo = make_photo(by=[photographer("马敏")])

        photo.take_in(upload(jpeg(xmp=xmp(dc_creator=["马敏"]))))

        self.assertEqual(photo.bylines.count(), 1)


class AiTests(TestCase):
    def test_a_file_made_by_ai_is_known_as_such(self):
        self.assertTrue(said(ext_DigitalSourceType=AI).is_ai_made)
        self.assertTrue(said(TC260_AIGC='{"Label":"1"}').is_ai_made)
        self.assertFalse(said(ext_DigitalSourceType="digsrctype:digitalCapture").is_ai_made)

    def test_an_unsure_or_broken_label_counts_and_is_pointed_out(self):
        for label in ('{"Label":"2"}', '{"Label":', "[" * 4_000):
            photo = said(TC260_AIGC=label)
            self.assertTrue(photo.is_ai_made)
            self.assertEqual(photo.doubts, ["文件中的AI标识没有确定由AI生成，请核对。"])

    def test_what_was_typed_cannot_hide_it(self):
        photo = make_photo(digital_source_type="print", file=upload(jpeg(xmp=xmp(ext_DigitalSourceType=AI))))

        self.assertEqual(photo.digital_source_type, "trainedAlgorithmicMedia")


class SavedAnewTests(TestCase):
    """Programs drop such words when they save a picture anew: the mark stays, and an editor is told."""

    kept = "这张图片先前的文件标明由AI生成"

    def replaced(self, *, first, then=None):
        photo = make_photo(file=upload(jpeg(xmp=first)))
        photo.take_in(upload(jpeg(xmp=then) if then else encoded(draw(size=(80, 60)))))
        return Photo.objects.get()

    def test_the_label_stays_and_so_it_does_in_the_public_files(self):
        photo = self.replaced(first=xmp(TC260_AIGC='{"Label":"1"}'))

        self.assertTrue(photo.is_ai_made)
        self.assertEqual(photo.label["ai_label"], '{"Label":"1"}')
        self.assertIn(self.kept, photo.doubts[0])

    def test_the_origin_stays_whatever_the_next_file_says(self):
        photo = self.replaced(first=xmp(ext_DigitalSourceType=AI), then=xmp(ext_DigitalSourceType="digsrctype:print"))

        self.assertEqual((photo.digital_source_type, photo.is_ai_made), ("trainedAlgorithmicMedia", True))
        self.assertIn(self.kept, photo.doubts[0])
        photo.digital_source_type = "print"
        with self.assertRaises(ValidationError):
            photo.full_clean()

    def test_a_third_file_brings_no_forgetting(self):
        photo = self.replaced(first=xmp(ext_DigitalSourceType=AI))
        photo.take_in(upload())

        self.assertTrue(Photo.objects.get().file_says_ai)

    def test_a_file_that_says_it_again_raises_no_doubt(self):
        photo = self.replaced(first=xmp(ext_DigitalSourceType=AI), then=xmp(ext_DigitalSourceType=AI))

        self.assertEqual(photo.doubts, [])
