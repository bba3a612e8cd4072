from django.test import Client, TestCase, override_settings
from django.urls import reverse

from desk.doors.tries import ACCOUNT, ADDRESS, BROWSER, LOG, PLACE, forget_old_tries
from desk.models import AuditEntry, Tries
from tests.desk.doors.moved_clock import later
from tests.factories import make_user

LOGIN = reverse("admin:login")
HERE, THERE = "203.0.113.7", "198.51.100.9"


class DoorTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.user = make_user(username="zhang", password="secret-word")

    def sign_in(self, name="zhang", password="secret-word", address=HERE):
        return self.client.post(LOGIN, {"username": name, "password": password}, REMOTE_ADDR=address)

    def guess(self, times, name="zhang", address=HERE):
        return [self.sign_in(name, f"guess-{number}", address).status_code for number in range(times)]

    def refusals(self):
        return AuditEntry.objects.filter(verb="login_failed")


class TokenTests(DoorTestCase):
    def test_lets_nobody_in_who_brings_another_sites_form(self):
        strict = Client(enforce_csrf_checks=True)
        token = strict.get(LOGIN).context["csrf_token"]
        said = {"username": "zhang", "password": "secret-word"}

        refused = [strict.post(LOGIN, said | wrong).status_code for wrong in ({}, {"csrfmiddlewaretoken": "x" * 64})]

        self.assertEqual(refused, [403, 403])
        self.assertEqual(strict.post(LOGIN, said | {"csrfmiddlewaretoken": token}).status_code, 302)


class PlaceTests(DoorTestCase):
    def test_the_fifth_wrong_password_shuts_the_door_to_the_right_one(self):
        self.assertEqual(self.guess(5), [200, 200, 200, 200, 429])

        response = self.sign_in()

        self.assertContains(response, "请等待15分钟后再试", status_code=429)
        self.assertContains(response, "请联系管理账号的同事解锁", status_code=429)
        self.assertAlmostEqual(int(response["Retry-After"]), 900, delta=5)

    def test_says_what_was_wrong_and_not_which_of_the_two(self):
        for name, password in (("zhang", "guess"), ("nobody", "secret-word")):
            response = self.sign_in(name, password)

            self.assertEqual(response.context["form"].non_field_errors(), ["用户名或密码不正确，请注意区分大小写。"])

    def test_opens_again_by_itself_and_knocking_does_not_keep_it_shut(self):
        self.guess(5)
        with later(minutes=14):
            self.assertEqual(self.guess(3), [429] * 3)

        with later(minutes=15, seconds=1):
            self.assertEqual(self.sign_in().status_code, 302)

    def test_the_right_password_forgets_the_wrong_ones(self):
        self.guess(4)
        self.sign_in()
        self.client.cookies.clear()

        self.assertEqual(self.guess(4), [200] * 4)

    def test_elsewhere_the_account_still_opens(self):
        self.guess(9)

        self.assertEqual(self.sign_in(address=THERE).status_code, 302)

    def test_an_account_that_is_not_there_shuts_in_the_same_words(self):
        make_user(username="li", is_active=False)
        make_user(username="wang", is_staff=False)

        for name in ("zhang", "li", "wang", "nobody"):
            with self.subTest(name=name):
                address = f"203.0.113.{len(name)}{ord(name[0]) % 10}"
                said = [self.said(self.sign_in(name, f"guess-{number}", address)) for number in range(6)]
                self.said_first = getattr(self, "said_first", said)
                self.assertEqual(said, self.said_first)

    def said(self, response):
        return response.status_code, [str(one) for one in response.context["form"].non_field_errors()]

    def test_what_was_typed_is_not_kept(self):
        self.guess(5, name="moon-over-the-press")

        self.assertNotIn("moon", str(list(Tries.objects.values())))


class WiderTests(DoorTestCase):
    def already(self, door, address=HERE):
        """All tries but three are used up."""
        self.guess(1, address=address)
        Tries.objects.filter(door=door.name).update(count=door.limit - 3)
        Tries.objects.exclude(door=door.name).delete()

    def test_an_account_is_not_guessed_at_from_many_addresses(self):
        self.already(ACCOUNT)

        codes = [self.guess(1, address=f"203.0.113.{number}")[0] for number in range(4)]

        self.assertEqual(codes, [200, 200, 429, 429])
        self.assertEqual(self.sign_in(address=THERE).status_code, 429)

    def test_nor_many_accounts_from_one_address(self):
        self.already(ADDRESS)

        codes = [self.guess(1, name=f"name-{number}")[0] for number in range(4)]

        self.assertEqual(codes, [200, 200, 429, 429])
        self.assertEqual(self.sign_in().status_code, 429)
        self.assertEqual(self.sign_in(address=THERE).status_code, 302)

    def test_a_network_of_ipv6_is_one_address(self):
        self.already(ADDRESS, address="2001:db8:1:1::abcd")
        self.guess(3, address="2001:db8:1:1::1")

        self.assertEqual(self.sign_in(address="2001:db8:1:1:ffff::1").status_code, 429)
        self.assertEqual(self.sign_in(address="2001:db8:1:2::1").status_code, 302)

    def test_whoever_signed_in_with_this_browser_before_is_not_kept_out_by_strangers(self):
        self.sign_in()
        known = self.client.cookies["known"].value
        self.client.cookies.clear()
        self.already(ACCOUNT)
        self.guess(3)
        self.assertEqual(self.sign_in(address=THERE).status_code, 429)

        self.client.cookies["known"] = known

        self.assertEqual(self.sign_in().status_code, 302)

    def test_nor_does_that_browser_guess_without_end(self):
        self.sign_in()
        self.client.post(reverse("admin:logout"))

        self.assertEqual(self.guess(BROWSER.limit + 1)[-2:], [429, 429])

    def test_a_cookie_of_ones_own_making_opens_nothing(self):
        self.guess(PLACE.limit)
        self.client.cookies["known"] = '{"1": "x"}'

        self.assertEqual(self.sign_in().status_code, 429)


class LogTests(DoorTestCase):
    def test_names_each_wrong_password_and_the_shutting_once(self):
        self.guess(20)

        self.assertEqual(self.refusals().count(), 6)
        self.assertIn("锁定15分钟，来自203.0.113.7", self.refusals().first().words)

    def test_of_a_flood_it_names_the_beginning_and_that_there_is_more(self):
        Tries.objects.create(door=LOG.name, key=LOG.name, count=LOG.limit - 2)

        for number in range(4):
            self.guess(1, name=f"name-{number}")

        self.assertEqual(self.refusals().count(), 2)
        self.assertIn("后续的不再逐条记录", self.refusals().first().words)

    def test_what_is_over_is_forgotten(self):
        self.guess(5)

        with later(minutes=61):
            forget_old_tries()

        self.assertEqual(Tries.objects.count(), 0)


class ProxyTests(DoorTestCase):
    @override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"))
    def test_what_the_browser_says_of_its_address_makes_no_new_one(self):
        codes = [
            self.client.post(
                LOGIN,
                {"username": "zhang", "password": "guess"},
                headers={"X-Forwarded-For": f"10.0.0.{number}, {HERE}"},
            ).status_code
            for number in range(5)
        ]

        self.assertEqual(codes[-1], 429)
