"""Finding photos: each criterion with what it finds and what it leaves."""

from datetime import date, datetime, timedelta
from unittest.mock import patch

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.admin import IllustratingPhotoAdmin
from tests.factories import (
    illustrate,
    make_article,
    make_contributor,
    make_photo,
    make_published,
    make_town,
    make_user,
    photographer,
)

LIST = "/admin/media/photo/"


class LibraryTestCase(TestCase):
    def setUp(self):
        self.editor = make_user(group="编辑")
        self.client.force_login(self.editor)

    def answer(self, **asked):
        return self.client.get(LIST, asked)

    def found(self, **asked):
        return [photo.caption for photo in self.answer(**asked).context["cl"].result_list]


class WordTests(LibraryTestCase):
    def test_finds_words_wherever_they_stand(self):
        make_photo(caption="别的图")
        for field in ("headline", "keywords", "alt", "place", "source", "filename"):
            photo = make_photo(caption=field)
            type(photo).objects.filter(pk=photo.pk).update(**{field: "前面的枫桥后面"})
            with self.subTest(field=field):
                self.assertEqual(self.found(q="枫桥"), [field])
            photo.delete()

    def test_wants_all_of_several_words(self):
        make_photo(caption="店口镇的职工在比赛。")
        make_photo(caption="店口镇的灯塔。")

        self.assertEqual(self.found(q="店口　比赛"), ["店口镇的职工在比赛。"])

    def test_finds_a_photographer_together_with_words_and_once(self):
        make_photo(caption="海边的灯塔。", by=[photographer("马敏"), photographer("马敏丽")])
        make_photo(caption="海边的船。")

        self.assertEqual(self.found(q="马敏 海边"), ["海边的灯塔。"])

    def test_takes_the_signs_of_a_pattern_for_themselves(self):
        make_photo(caption="完成100%的任务")
        make_photo(caption="完成一半")

        self.assertEqual(self.found(q="100%"), ["完成100%的任务"])


class PersonTests(LibraryTestCase):
    def test_is_found_as_printed_and_as_the_register_has_the_name_now(self):
        person = make_contributor(name="马敏")
        photo = make_photo(caption="马敏的")
        photo.bylines.create(contributor=person, role="photographer", name="小马")
        make_photo(caption="别人的", by=[photographer("李凡")])

        self.assertEqual([self.found(person=name) for name in ("马敏", "小马", "王")], [["马敏的"], ["马敏的"], []])

    def test_is_found_in_the_files_own_credit(self):
        make_photo(caption="外来的", credit_line="孙七/视觉")
        make_photo(caption="孙七在灯塔上")

        self.assertEqual(self.found(person="孙七"), ["外来的"])


class PlaceTests(LibraryTestCase):
    def setUp(self):
        super().setUp()
        self.town = make_town()
        make_photo(caption="镇里", region=self.town)
        make_photo(caption="市里", region=self.town.parent.parent)
        make_photo(caption="文字里", place="诸暨店口")
        make_photo(caption="别处")

    def test_is_a_region_with_all_below_it(self):
        self.assertEqual(self.found(region="330600"), ["市里", "镇里"])
        self.assertEqual(self.found(region="330681"), ["镇里"])

    def test_is_words_or_the_region_they_name(self):
        self.assertEqual(self.found(place="店口"), ["文字里", "镇里"])
        self.assertEqual(self.found(place="绍兴"), ["市里", "镇里"])
        self.assertEqual(self.found(place="杭州"), [])

    def test_goes_down_the_map_and_up_again(self):
        def offered(**asked):
            return [str(name) for _code, name in self.answer(**asked).context["cl"].library.fields["region"].choices]

        self.assertEqual(offered(), ["不限", "浙江省"])
        self.assertEqual(offered(region="330600"), ["不限", "浙江省", "绍兴市", "诸暨市"])


class DayTests(LibraryTestCase):
    def setUp(self):
        super().setUp()
        late = timezone.make_aware(datetime(2023, 3, 2, 23, 59))
        make_photo(caption="二日", taken_at=late)
        photo = make_photo(caption="三日上传")
        type(photo).objects.filter(pk=photo.pk).update(uploaded_at=late + timedelta(minutes=1))

    def test_is_the_one_of_the_picture_or_else_of_its_upload(self):
        self.assertEqual(self.found(since="2023-03-02", until="2023-03-02"), ["二日"])
        self.assertEqual(self.found(since="2023-03-03", until="2023-03-03"), ["三日上传"])
        self.assertEqual(self.found(until="2023-03-01"), [])
        self.assertEqual(len(self.found(since="2023-03-02")), 2)

    def test_an_odd_day_is_said_and_narrows_nothing(self):
        for odd in ("9999-12-31", "0001-01-01", "2023-02-30", "x" * 300):
            response = self.answer(since=odd)

            self.assertEqual(response.context["cl"].result_count, 2, odd[:10])
            self.assertContains(response, "errorlist")

    def test_a_day_that_there_is_not_is_printed_for_the_browser_drops_it(self):
        self.assertContains(self.answer(since="2023-02-30"), "“2023-02-30”不是有效的日期。")


class KindTests(LibraryTestCase):
    def test_rights(self):
        make_photo(caption="自有")
        make_photo(caption="通讯社", rights="agency")

        self.assertEqual(self.found(rights="agency"), ["通讯社"])

    def test_shape(self):
        make_photo(caption="竖", size=(48, 64))
        make_photo(caption="横")

        self.assertEqual((self.found(shape="upright"), self.found(shape="lying")), (["竖"], ["横"]))

    def test_time(self):
        now = timezone.now()
        make_photo(caption="禁发", embargo_until=now + timedelta(hours=1))
        make_photo(caption="到期", expires_at=now)
        make_photo(caption="可用", embargo_until=now - timedelta(days=2), expires_at=now + timedelta(hours=1))

        found = {time: self.found(time=time) for time in ("open", "embargo", "expired")}

        self.assertEqual(found, {"open": ["可用"], "embargo": ["禁发"], "expired": ["到期"]})

    def test_what_readers_see_now(self):
        story, ended = make_published(), timezone.now() - timedelta(minutes=1)
        illustrate(article=story, photo=make_photo(caption="可见"))
        illustrate(article=story, photo=make_photo(caption="到期", expires_at=ended))
        illustrate(article=make_article(), photo=make_photo(caption="草稿里"))

        self.assertEqual(self.found(use="shown"), ["可见"])

    def test_a_senseless_choice_narrows_nothing(self):
        make_photo(caption="图")

        for name in ("rights", "shape", "time", "use", "lacks", "whose", "region"):
            self.assertEqual(self.found(**{name: "burnt"}), ["图"], name)


class WallTests(LibraryTestCase):
    def test_says_what_is_chosen_and_how_to_let_it_go(self):
        make_photo(caption="店口的灯塔", rights="agency")

        response = self.answer(q="灯塔", rights="agency", since="2020-01-01")

        chosen = response.context["cl"].library.chosen()
        self.assertEqual(
            [(str(label), str(words)) for label, words, _address in chosen][1:],
            [
                ("拍摄日期自", "2020-01-01"),
                ("使用权", "通讯社供稿"),
            ],
        )
        self.assertEqual(chosen[0][2], "?rights=agency&since=2020-01-01")
        self.assertContains(response, "1张")

    def test_says_what_to_do_where_nothing_is_found(self):
        self.assertContains(self.answer(), "还没有图片。")
        make_photo()
        self.assertContains(self.answer(q="没有的"), "请去掉上面的一个条件")

    def test_marks_what_the_desk_must_know(self):
        hour = timezone.make_aware(datetime(2033, 7, 1, 8))
        make_photo(rights="agency", embargo_until=hour, digital_source_type="trainedAlgorithmicMedia")
        make_photo(expires_at=timezone.now())

        response = self.answer()

        for mark in ("禁发至2033-07-01 08:00", "通讯社供稿", "AI生成", "尚未使用", "已到期"):
            self.assertContains(response, f"{mark}</span>")

    def test_pages_by_key_latest_first_and_back(self):
        for number in range(5):
            make_photo(caption=str(number))
        with self.wall_of(2):
            first = self.answer().context["cl"]
            second = self.answer(before=first.older).context["cl"]
            third = self.answer(before=second.older).context["cl"]
            back = self.answer(after=third.newer).context["cl"]

        pages = [[photo.caption for photo in page.result_list] for page in (first, second, third, back)]
        self.assertEqual(pages, [["4", "3"], ["2", "1"], ["0"], ["2", "1"]])
        self.assertEqual((first.newer, third.older, third.result_count), (None, None, 5))

    def wall_of(self, size):
        return patch.object(IllustratingPhotoAdmin, "list_per_page", size)

    def test_keys_of_any_length_page_nothing(self):
        make_photo()

        for digits in ("9" * 5000, "x", "9" * 19):
            self.assertEqual(self.answer(before=digits, after=digits).status_code, 200)

    def test_asks_as_much_however_many_are_found_by_whatever_is_chosen(self):
        town = make_town()
        asked = {"q": "灯塔", "person": "马敏", "place": "店口", "region": "330000", "use": "used", "rights": "own"}
        asked |= {"since": "2020-01-01", "until": str(date(2090, 1, 1)), "time": "open", "shape": "lying"}

        def lit():
            photo = make_photo(caption="灯塔", by=[photographer("马敏")], region=town, uploaded_by=make_user())
            illustrate(article=make_article(), photo=photo)

        lit()
        one = self.queries(**asked)
        lit(), lit()
        self.assertEqual((self.queries(**asked), len(self.found(**asked))), (one, 3))

    def queries(self, **asked):
        with CaptureQueriesContext(connection) as captured:
            self.answer(**asked)
        return len(captured)


class LookTests(LibraryTestCase):
    def look(self, photo):
        return self.client.get(f"{LIST}{photo.pk}/look/")

    def test_shows_the_photo_large_with_all_its_words(self):
        words = {"headline": "灯塔", "alt": "白色的塔", "keywords": "海、塔", "source": "工会", "copyright": "报社"}
        photo = make_photo(caption="海边的灯塔。", by=[photographer("马敏")], **words)

        response = self.look(photo)

        for said in (photo.largest["url"], "海边的灯塔。", "马敏 摄", *words.values(), "海边.jpg"):
            self.assertContains(response, said)

    def test_is_for_whoever_may_see_photos(self):
        photo = make_photo()
        self.client.force_login(make_user())

        self.assertEqual(self.look(photo).status_code, 404)

    def test_a_photo_of_any_number_is_none(self):
        self.assertEqual(self.client.get(f"{LIST}{'9' * 30}/look/").status_code, 404)

    def test_leads_to_no_original_that_one_may_not_have(self):
        photo = make_photo(uploaded_by=make_user())
        self.assertContains(self.look(photo), "/original/")
        self.client.force_login(make_user(group="摄影"))

        self.assertNotContains(self.look(photo), "/original/")
