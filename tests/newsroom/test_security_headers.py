import json

from django.conf import settings
from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import RequestFactory, SimpleTestCase, TestCase

from newsroom.csp import ContentSecurityPolicyMiddleware
from newsroom.security_headers import SecurityHeadersMiddleware
from tests.newsroom.test_settings import SECRET
from tests.servers.office import Office

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


FOR_ALL = {
    *("Content-Security-Policy", "Permissions-Policy", "Referrer-Policy", "X-Content-Type-Options", "X-Frame-Options"),
    *("Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "X-Permitted-Cross-Domain-Policies"),
}


class HeaderTests(TestCase):
    def test_readers_and_editors_get_the_same_strict_policy(self):
        self.client.force_login(get_user_model().objects.create_superuser("chief"))

        for address in ("/", "/admin/", "/admin/login/", "/healthz", "/nothing-here/"):
            with self.subTest(address):
                self.assertEqual(self.client.get(address).headers["Content-Security-Policy"], POLICY)

    def test_sends_what_browsers_are_to_keep(self):
        headers = self.client.get("/healthz").headers

        self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
        self.assertEqual(headers["X-Frame-Options"], "DENY")
        self.assertEqual(headers["Referrer-Policy"], "strict-origin-when-cross-origin")
        self.assertEqual(headers["Cross-Origin-Opener-Policy"], "same-origin")
        self.assertEqual(headers["Cross-Origin-Resource-Policy"], "same-origin")
        self.assertIn("camera=(), display-capture=()", headers["Permissions-Policy"])

    def test_what_is_refused_at_the_door_has_them_too(self):
        refused = {
            405: self.client.put("/"),
            413: self.client.generic("POST", "/search/", b"", CONTENT_LENGTH="9" * 12),
            400: self.client.generic("POST", "/search/", b"", CONTENT_LENGTH="x"),
            414: self.client.get("/" + "汉" * 2000),
        }
        usual = {name: said for name, said in self.client.get("/nothing-here/").headers.items() if name in FOR_ALL}

        self.assertEqual(usual.keys(), FOR_ALL)
        for status, response in refused.items():
            self.assertEqual(response.status_code, status)
            self.assertLessEqual(usual.items(), dict(response.headers).items(), status)

    def test_what_somebody_signed_in_gets_is_kept_by_nobody(self):
        self.client.force_login(get_user_model().objects.create_superuser("chief"))

        for address in ("/", "/search/", "/nothing-here/", "/corrections/"):
            with self.subTest(address):
                self.assertEqual(self.client.get(address).headers["Cache-Control"], "private, no-store")

    def test_cookies_are_closed_to_scripts_and_other_sites(self):
        get_user_model().objects.create_superuser("chief", password="night desk")
        self.client.get("/admin/login/")

        self.client.post("/admin/login/", {"username": "chief", "password": "night desk"})

        for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
            cookie = self.client.cookies[name]
            self.assertEqual((cookie["httponly"], cookie["samesite"]), (True, "Lax"), name)


class OwnWordTests(SimpleTestCase):
    def test_a_view_may_set_its_own_value(self):
        def view(request):
            return HttpResponse(
                headers={"Content-Security-Policy": "sandbox", "Cross-Origin-Resource-Policy": "cross-origin"}
            )

        response = SecurityHeadersMiddleware(ContentSecurityPolicyMiddleware(view))(RequestFactory().get("/"))

        self.assertEqual(response.headers["Content-Security-Policy"], "sandbox")
        self.assertEqual(response.headers["Cross-Origin-Resource-Policy"], "cross-origin")


ASK = """
import json
from django.test import Client
from django.conf import settings
client = Client(headers={"host": "paper.example"})
answers = [client.get("/admin/"), client.get("/healthz"), client.get("/healthz", secure=True)]
print(json.dumps({
    "answers": [[answer.status_code, dict(answer.headers)] for answer in answers],
    "cookies": [settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_SECURE,
                settings.CSRF_COOKIE_NAME, settings.CSRF_COOKIE_SECURE],
}))
"""


class ProductionHeaderTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        office = Office()
        cls.addClassCleanup(office.clear)
        result = office.manage(
            *("shell", "--no-imports", "-c", ASK),
            NEWSROOM_ENV="production",
            SECRET_KEY=SECRET,
            ALLOWED_HOSTS="paper.example",
            DATABASE_URL=f"sqlite:///{office.var}/production.sqlite3",
        )
        found = json.loads(result.stdout)
        (cls.plain, cls.inside, cls.secure), cls.cookies = found["answers"], found["cookies"]

    def test_plain_http_is_sent_to_https_with_all_headers(self):
        status, headers = self.plain

        self.assertEqual((status, headers["Location"]), (301, "https://paper.example/admin/"))
        self.assertEqual(headers["Content-Security-Policy"], POLICY)

    def test_the_watcher_inside_is_answered_without_tls(self):
        self.assertEqual(self.inside[0], 503)  # the database of this test has no tables

    def test_browsers_are_told_to_stay_with_https(self):
        self.assertEqual(self.secure[1]["Strict-Transport-Security"], "max-age=31536000")

    def test_cookies_travel_over_tls_only(self):
        self.assertEqual(self.cookies, ["__Host-sessionid", True, "__Host-csrftoken", True])
