from django.test import TestCase

from media.models import Photo
from media.templatetags import pictures
from tests.factories import correspondent, make_contributor, make_photo, photographer


def picture(photo, **context):
    return pictures.picture(photo, **{"alt": "车间", "sizes": "40rem", **context})


class PictureTests(TestCase):
    def test_offers_every_width_in_webp_and_jpeg(self):
        photo = make_photo(size=(700, 500))

        html = picture(photo)

        at = f"/files/{photo.key}"
        self.assertInHTML(
            f'<source type="image/webp" srcset="{at}/320.webp 320w, {at}/640.webp 640w" sizes="40rem">', html
        )
        self.assertInHTML(
            f'<img class="photo" src="{at}/640.jpg" srcset="{at}/320.jpg 320w, {at}/640.jpg 640w" sizes="40rem"'
            ' width="640" height="457" alt="车间" loading="lazy" decoding="async">',
            html,
        )

    def test_loads_the_first_picture_of_a_page_at_once(self):
        html = picture(make_photo(), eager=True)

        self.assertNotIn("loading=", html)
        self.assertIn('fetchpriority="high"', html)

    def test_prints_no_markup_that_somebody_typed(self):
        self.assertIn('alt="&quot;&gt;&lt;script&gt;"', picture(make_photo(), alt='"><script>'))

    def test_prints_nothing_before_the_picture_is_developed(self):
        self.assertNotIn("<img", picture(Photo()))

    def test_asks_the_database_nothing(self):
        photo = make_photo()

        with self.assertNumQueries(0):
            picture(photo)


class PhotoTests(TestCase):
    def test_prints_who_took_it(self):
        photo = make_photo()
        photo.bylines.create(contributor=make_contributor(name="马敏"), role="photographer", standing="correspondent")

        self.assertEqual(photo.printed_credit, "通讯员马敏 摄")

    def test_asks_nothing_for_the_credit_where_bylines_are_loaded(self):
        make_photo(by=[photographer("马敏"), correspondent("梁昊")])
        photo = Photo.objects.prefetch_related("bylines").get()

        with self.assertNumQueries(0):
            self.assertIn("马敏", photo.printed_credit)

    def test_is_called_by_its_caption_or_its_file(self):
        self.assertEqual(str(Photo(caption="海边", filename="a.jpg")), "海边")
        self.assertEqual(str(Photo(filename="a.jpg")), "a.jpg")
        self.assertEqual(str(Photo(pk=5)), "图片 5")


class CroppedTests(TestCase):
    def test_shows_the_crop_that_is_asked_for(self):
        photo = make_photo(size=(700, 500))

        html = picture(photo, crop="list")

        at = f"/files/{photo.key}"
        self.assertInHTML(
            f'<img class="photo" src="{at}/list-480-50x50.jpg" srcset="{at}/list-240-50x50.jpg 240w,'
            f' {at}/list-480-50x50.jpg 480w" sizes="40rem" width="480" height="320" alt="车间" loading="lazy"'
            ' decoding="async">',
            html,
        )

    def test_shows_the_whole_picture_where_there_is_no_such_crop(self):
        photo = make_photo(size=(64, 48))

        self.assertIn(f"/files/{photo.key}/64.jpg", picture(photo, crop="wide"))

    def test_keeps_the_focal_point_in_frames_of_any_shape(self):
        places = [Photo(focus_x=x, focus_y=y).alignment for x, y in [(50, 50), (0, 100), (35, 20)]]

        self.assertEqual(places, ["xMidYMid slice", "xMinYMax slice", "xMidYMin slice"])
