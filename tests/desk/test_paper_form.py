from django.core.files.storage import default_storage
from django.forms import model_to_dict
from django.test import TestCase

from desk.models import Paper
from tests.factories import make_user
from tests.pictures import encoded, upload


class MastheadTests(TestCase):
    def setUp(self):
        self.paper = Paper.current()
        self.client.force_login(make_user(is_superuser=True))

    def save(self, **fields):
        form = model_to_dict(self.paper, exclude=["masthead", "ranking_since", "version"])
        with self.captureOnCommitCallbacks(execute=True):
            response = self.client.post("/admin/desk/paper/1/change/", form | fields)
        self.paper.refresh_from_db()
        return response

    def put(self, *, format="PNG", name="报头.png"):
        return self.save(masthead=upload(encoded(format=format), name=name))

    def test_is_a_format_that_readers_get(self):
        for format, name in [("PNG", "报头.png"), ("WEBP", "报头.webp"), ("JPEG", "报头.jpeg")]:
            self.assertEqual(self.put(format=format, name=name).status_code, 302, format)
            response = self.client.get(f"/paper/{self.paper.version}/masthead")
            self.assertEqual(response.headers["Content-Type"], f"image/{format.lower()}")
            b"".join(response.streaming_content)  # read to its end, which closes the file

    def test_goes_by_the_file_and_not_by_its_name(self):
        for format, name in [("GIF", "报头.gif"), ("BMP", "报头.bmp"), ("GIF", "报头.png")]:
            self.assertContains(self.put(format=format, name=name), f"报头要用PNG、WebP或JPEG文件，不能用{format}。")

        self.put(format="WEBP", name="报头.png")
        self.assertTrue(self.paper.masthead.name.endswith(".webp"))

    def test_leaves_no_file_behind_when_it_is_replaced_or_taken_away(self):
        self.put()
        first = self.paper.masthead.name
        self.put()
        second = self.paper.masthead.name
        self.assertEqual([default_storage.exists(name) for name in (first, second)], [False, True])

        self.save(**{"masthead-clear": "on"})

        self.assertFalse(default_storage.exists(second))

    def test_stays_when_something_else_is_changed(self):
        self.put()

        self.save(motto="新的一天")

        self.assertTrue(default_storage.exists(self.paper.masthead.name))

    def test_says_how_many_reviews_there_may_be(self):
        self.assertContains(self.save(number_of_reviews=4), "审次为一至三次。")

    def test_says_which_changes_need_no_new_review(self):
        self.save(harmless_fields=["tags", "desk"])
        self.assertEqual(self.paper.harmless_fields, ["tags", "desk"])

        self.assertContains(self.save(harmless_fields=["body"]), "body")
        self.assertEqual(self.paper.harmless_fields, ["tags", "desk"])

    def test_may_let_every_change_be_read_again(self):
        self.save(harmless_fields=[])

        self.assertEqual(self.paper.harmless_fields, [])
