"""Words that were never saved, taken back where another window may still have them."""

from datetime import timedelta

from django.utils import timezone

from articles.models import OpenForm
from tests.articles.test_open_forms import KEY, OpenFormTestCase
from tests.opened import opened


class TakenTwiceTests(OpenFormTestCase):
    def setUp(self):
        super().setUp()
        self.beat(turn=5, _typed="1", body="没有保存的半句。")

    def crash(self):
        OpenForm.objects.update(seen_at=timezone.now() - timedelta(minutes=1))

    def take_back(self):
        """What the window then holds."""
        return opened(self.client.get(f"{self.form_address()}?typed={KEY}"))

    def test_a_window_that_is_gone_leaves_its_row(self):
        self.crash()

        self.assertEqual(self.take_back()["opening"], KEY)

    def test_while_the_first_window_is_open_the_second_has_a_row_of_its_own(self):
        taken = self.take_back()
        self.beat(key=taken["opening"], _typed="1", body="第二窗。")
        self.beat(turn=6, _typed="1", body="第一窗。")

        self.assertEqual(taken["body"], "没有保存的半句。")
        self.assertNotEqual(taken["opening"], KEY)
        self.assertEqual(
            [dict(form.fields)["body"] for form in OpenForm.objects.order_by("pk")], ["第一窗。", "第二窗。"]
        )

    def test_of_two_who_take_them_after_a_crash_the_second_has_its_own(self):
        self.crash()

        first, second = self.take_back(), self.take_back()

        self.assertEqual((first["body"], second["body"]), ("没有保存的半句。", "没有保存的半句。"))
        self.assertNotEqual(first["opening"], second["opening"])

    def test_a_save_of_the_second_closes_nothing_of_the_first(self):
        taken = self.take_back()
        self.save(opening=taken["opening"], body="保存了。")

        self.assertEqual(OpenForm.objects.with_words().get().key, KEY)
