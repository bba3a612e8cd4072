from django.test import TestCase
from django.urls import reverse

from media.models import Photo
from newsroom.groups import EDITOR
from tests.factories import make_photo, make_user


class FormTests(TestCase):
    def setUp(self):
        self.photo = make_photo(size=(700, 500))
        self.client.force_login(make_user(group=EDITOR))
        self.address = reverse("admin:media_photo_change", args=[self.photo.pk])

    def save(self, **fields):
        rows = {f"bylines-{name}_FORMS": 0 for name in ("TOTAL", "INITIAL")}
        with self.captureOnCommitCallbacks(execute=True):
            response = self.client.post(self.address, {"caption": "说明", "rights": "own", **rows, **fields})
        self.photo.refresh_from_db()
        return response

    def test_two_numbers_set_it_without_a_script(self):
        self.assertContains(self.client.get(self.address), 'name="focus_x"')

        self.save(focus_x=20, focus_y=80)

        self.assertEqual(self.photo.focus, (20, 80))
        self.assertEqual(self.photo.shown("list").largest["name"], "list-480-20x80.jpg")

    def test_an_empty_field_changes_nothing(self):
        self.save(focus_x="", focus_y=80)

        self.assertEqual(self.photo.focus, (50, 80))

    def test_a_form_without_the_fields_changes_nothing(self):
        self.save(focus_x=20, focus_y=80)

        self.save()

        self.assertEqual(self.photo.focus, (20, 80))

    def test_refuses_what_lies_outside(self):
        response = self.save(focus_x=101, focus_y=50)

        self.assertEqual((response.status_code, self.photo.focus), (200, (50, 50)))

    def test_the_page_holds_no_inline_style(self):
        response = self.client.get(self.address)

        self.assertContains(response, '<circle class="focal-spot" cx="50%" cy="50%" r="3"/>', html=True)
        self.assertNotContains(response, "style=")

    def test_costs_a_form_no_more_questions(self):
        photo = Photo.objects.get()

        with self.assertNumQueries(0):
            photo.frame("wide")
