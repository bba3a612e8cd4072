from django.contrib.redirects.models import Redirect
from django.test import TestCase
from django.urls import reverse

from tests.factories import make_user

LIST, ADD = "admin:redirects_redirect_changelist", "admin:redirects_redirect_add"


class RedirectAdminTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(is_superuser=True))

    def add(self, old, new):
        return self.client.post(reverse(ADD), {"old_path": old, "new_path": new})

    def test_finds_an_address_by_a_part_of_either_end(self):
        self.add("/html/content_1.htm", "/articles/1/")
        self.add("/html/content_2.htm", "/articles/2/")

        response = self.client.get(reverse(LIST), {"q": "articles/2"})

        self.assertEqual([row.old_path for row in response.context["cl"].result_list], ["/html/content_2.htm"])
        self.assertContains(response, "旧地址")

    def test_what_was_added_leads_on(self):
        self.add("/old/", "/issues/")

        self.assertRedirects(self.client.get("/old/"), "/issues/", status_code=301)

    def test_refuses_a_circle(self):
        self.add("/a/", "/b/")
        self.add("/b/", "/c/")

        self.assertEqual(self.add("/c/", "/a/").status_code, 200)
        self.assertFalse(Redirect.objects.filter(old_path="/c/").exists())

    def test_refuses_a_circle_by_large_and_small_letters(self):
        self.add("/a", "/B")

        self.assertEqual(self.add("/b", "/A").status_code, 200)
        self.assertEqual(Redirect.objects.count(), 1)

    def test_leads_for_an_hour_in_one_query_and_no_further_where_it_is_gone(self):
        self.add("/old/", "/issues/")
        self.add("/gone", "")

        self.client.logout()
        with self.assertNumQueries(2):  # with the paper's own record, for the page that nobody sees
            response = self.client.get("/old")
        self.assertEqual((response["Location"], response["Cache-Control"]), ("/issues/", "max-age=3600"))
        self.assertEqual([self.client.get(path).status_code for path in ("/gone", "/GONE")], [410, 410])

    def test_sends_nobody_on_twice(self):
        self.add("/a/", "/b/")
        self.add("/b/", "/issues/")
        self.add("/c/", "/b/")

        self.assertEqual(
            dict(Redirect.objects.values_list("old_path", "new_path")), dict.fromkeys(["/a/", "/b/", "/c/"], "/issues/")
        )

    def test_refuses_what_would_lead_nowhere(self):
        self.add("/old/", "/issues/")
        for old, new in (
            ("old", "/"),
            ("/old/", "/"),
            ("/a/", "/a/"),
            ("/a/", "javascript:x"),
            ("/a/", "a"),
            ("/a/", "//b.c/"),
        ):
            self.assertEqual(self.add(old, new).status_code, 200, (old, new))

        self.assertEqual(Redirect.objects.count(), 1)
