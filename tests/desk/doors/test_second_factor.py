from unittest import mock

from django.contrib.auth.models import Group
from django.test import Client, SimpleTestCase, TestCase
from django.urls import reverse

from desk.doors import one_time, second_factor
from desk.models import AuditEntry, FactorDemand, RecoveryCode, SecondFactor
from newsroom.groups import CHIEF, EDITOR
from tests.desk.doors.moved_clock import later
from tests.factories import group_of, make_user

LOGIN, CODE = reverse("admin:login"), reverse("admin:login_code")
SET_UP, MINE = reverse("admin:second_factor"), reverse("admin:my_security")
HOME = reverse("admin:index")  # where one is led to; opening MINE costs less


class OneTimeCodeTests(SimpleTestCase):
    # RFC 6238, Appendix B: the secret is the ASCII text 12345678901234567890.
    SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

    def test_reckons_as_the_standard_does(self):
        for seconds, code in [
            (59, "94287082"),
            (1111111109, "07081804"),
            (1111111111, "14050471"),
            (1234567890, "89005924"),
            (2000000000, "69279037"),
            (20000000000, "65353130"),
        ]:
            self.assertEqual(one_time.code_at(self.SECRET, seconds // 30, digits=8), code)

    def test_a_telephone_may_be_half_a_minute_wrong_and_no_more(self):
        with mock.patch("desk.doors.one_time.time", return_value=3000.0):
            found = [one_time.step_of(self.SECRET, one_time.code_at(self.SECRET, step)) for step in range(98, 103)]

        self.assertEqual(found, [None, 99, 100, 101, None])

    def test_says_to_the_app_whose_it_is(self):
        said = one_time.address_for_apps("ABC", account="zhang", paper="越州日报")

        self.assertEqual(
            said,
            "otpauth://totp/%E8%B6%8A%E5%B7%9E%E6%97%A5%E6%8A%A5:zhang"
            "?secret=ABC&issuer=%E8%B6%8A%E5%B7%9E%E6%97%A5%E6%8A%A5&digits=6&period=30",
        )


class FactorTestCase(TestCase):
    def setUp(self):
        self.user = make_user(username="zhang", password="secret-word", group=EDITOR)

    def with_factor(self):
        """Gives the recovery codes."""
        self.secret = one_time.new_secret()
        return second_factor.set_up(self.user, secret=self.secret, step=0, by=self.user)

    def first_step(self, **more):
        return self.client.post(LOGIN, {"username": "zhang", "password": "secret-word", **more})

    def second_step(self, code=None):
        return self.client.post(CODE, {"code": code or self.code_now()})

    def code_now(self):
        return one_time.code_at(self.secret, one_time.step_now())

    def is_in(self):
        return self.client.get(MINE).status_code == 200

    def verbs(self):
        return list(AuditEntry.objects.filter(kind="user").order_by("pk").values_list("verb", flat=True))


class SecondStepTests(FactorTestCase):
    def test_the_password_alone_lets_nobody_in(self):
        self.with_factor()

        self.assertRedirects(self.first_step(), CODE)
        self.assertFalse(self.is_in())

    def test_the_code_does_and_leads_to_where_one_wanted_to_go(self):
        self.with_factor()
        self.first_step(next=MINE)

        self.assertRedirects(self.second_step(), MINE)
        self.assertEqual(self.verbs()[-1], "login")

    def test_no_address_of_strangers_is_led_to(self):
        self.with_factor()
        self.first_step(next="https://elsewhere.example/")

        self.assertRedirects(self.second_step(), HOME, fetch_redirect_response=False)

    def test_a_code_is_good_once(self):
        self.with_factor()
        with mock.patch("desk.doors.one_time.time", return_value=1_900_000_000.0):
            code = self.code_now()
            self.first_step()
            self.second_step(code)
            self.client.post(reverse("admin:logout"))
            self.first_step()

            self.assertContains(self.second_step(code), "已经用过")

    def test_is_read_as_it_is_typed_on_a_chinese_keyboard(self):
        self.with_factor()
        self.first_step()
        wide = self.code_now().translate({ord("0") + n: ord("０") + n for n in range(10)})

        self.assertRedirects(self.second_step(f"{wide[:3]} {wide[3:]}"), HOME, fetch_redirect_response=False)

    def test_a_recovery_code_is_good_once(self):
        code = self.with_factor()[0]
        for is_good in (True, False):
            self.first_step()
            self.second_step(f" {code.upper()} ")
            self.assertEqual(self.is_in(), is_good)
            self.client.post(reverse("admin:logout"))

        self.assertIn("factor_used", self.verbs())
        self.assertFalse(RecoveryCode.objects.filter(fingerprint__contains=code[:5]).exists())

    def test_five_wrong_codes_shut_it(self):
        self.with_factor()
        self.first_step()
        codes = [self.second_step("000000x").status_code for _number in range(5)]

        self.assertEqual(codes, [200, 200, 200, 200, 429])
        self.assertEqual(self.second_step().status_code, 429)
        self.assertIn("锁定", AuditEntry.objects.filter(verb="login_failed").first().words)

    def test_waits_ten_minutes(self):
        self.with_factor()
        self.first_step()

        with later(minutes=11):
            self.assertRedirects(self.second_step(), LOGIN)

    def test_a_password_changed_meanwhile_begins_anew(self):
        self.with_factor()
        self.first_step()
        self.user.set_password("another-word")
        self.user.save()

        self.assertRedirects(self.second_step(), LOGIN)

    def test_nobody_comes_here_without_the_first_step(self):
        self.assertRedirects(self.client.get(CODE), LOGIN)


class SettingUpTests(FactorTestCase):
    def set_up(self, **fields):
        page = self.client.get(SET_UP)
        self.secret = "".join(page.context["letters"])
        return self.client.post(SET_UP, {"code": self.code_now(), **fields})

    def test_is_confirmed_by_a_code_and_gives_ten_others(self):
        self.client.force_login(self.user)

        page = self.set_up()

        codes = page.context["codes"]
        self.assertEqual((len(set(codes)), RecoveryCode.objects.count()), (10, 10))
        self.assertContains(page, codes[0])
        self.assertIn("no-store", page["Cache-Control"])
        self.assertEqual(SecondFactor.objects.get().secret, self.secret)
        self.assertTrue(self.is_in())

    def test_is_not_without_the_right_code(self):
        self.client.force_login(self.user)

        response = self.set_up(code="123")

        self.assertContains(response, "手机的时间准吗")
        self.assertFalse(SecondFactor.objects.exists())

    def test_the_picture_is_drawn_into_the_page(self):
        self.client.force_login(self.user)

        page = self.client.get(SET_UP)

        self.assertContains(page, page.context["code"].path)
        self.assertNotContains(page, "style=")

    def test_asks_for_the_password_of_whoever_came_long_ago(self):
        self.client.force_login(self.user)
        with later(minutes=20):
            self.assertIn("password", self.set_up().context["form"].errors)
            self.assertIn("密码不对", str(self.set_up(password="guess").context["form"].errors))
            self.assertIn("codes", self.set_up(password="secret-word").context)

    def test_ends_the_sign_ins_that_came_without(self):
        elsewhere = Client()
        elsewhere.force_login(self.user)
        self.client.force_login(self.user)

        self.set_up()

        self.assertEqual((elsewhere.get(MINE).status_code, self.is_in()), (302, True))

    def test_is_switched_off_by_its_owner(self):
        self.with_factor()
        self.client.force_login(self.user)

        self.client.post(MINE, {"act": "off"})

        self.assertFalse(SecondFactor.objects.exists() or RecoveryCode.objects.exists())
        self.assertEqual(self.verbs()[-1], "factor_off")

    def test_not_by_whoever_finds_the_desk_left(self):
        self.with_factor()
        self.client.force_login(self.user)
        with later(hours=1):
            self.client.post(MINE, {"act": "off"})
            self.client.post(MINE, {"act": "off", "password": "guess"})

        self.assertTrue(SecondFactor.objects.exists())

    def test_new_recovery_codes_make_the_old_ones_worthless(self):
        old = self.with_factor()
        self.client.force_login(self.user)

        new = self.client.post(MINE, {"act": "renew"}).context["codes"]

        self.assertFalse(second_factor.takes(self.user, old[0]))
        self.assertTrue(second_factor.takes(self.user, new[0]))


class DemandTests(FactorTestCase):
    def setUp(self):
        super().setUp()
        self.client.force_login(self.user)
        FactorDemand.objects.create(group=group_of(EDITOR))

    def test_leads_to_setting_up_before_anything_else(self):
        response = self.client.get(reverse("admin:articles_article_changelist"), follow=True)

        self.assertEqual(response.request["PATH_INFO"], SET_UP)
        self.assertContains(response, "您所在的组须两步登录")
        self.assertContains(response, reverse("admin:articles_article_changelist"))

    def test_gives_the_words_back_that_were_on_their_way(self):
        response = self.client.post(reverse("admin:articles_article_add"), {"body": "夜里写完的八百字。"})

        self.assertContains(response, "夜里写完的八百字。", status_code=403)

    def test_lets_in_whoever_has_one(self):
        self.with_factor()

        self.assertTrue(self.is_in())

    def test_leaves_other_groups_alone(self):
        self.client.force_login(make_user(group=CHIEF))

        self.assertTrue(self.is_in())

    def test_superusers_have_to_as_soon_as_any_group_has_to(self):
        self.client.force_login(make_user(is_superuser=True))

        self.assertFalse(self.is_in())

    def test_whoever_has_to_does_not_switch_it_off(self):
        self.with_factor()

        self.client.post(MINE, {"act": "off"})

        self.assertTrue(SecondFactor.objects.exists())

    def test_lets_go_whoever_will_not(self):
        self.client.post(SET_UP, {"_leave": "1"})

        self.assertRedirects(self.client.get(SET_UP), LOGIN)

    def test_is_said_on_the_group(self):
        self.client.force_login(make_user(is_superuser=True))
        second_factor.set_up(make_user(), secret="A", step=0, by=None)
        FactorDemand.objects.all().delete()
        group = Group.objects.get(name=CHIEF)
        address = reverse("admin:auth_group_change", args=[group.pk])

        self.client.post(address, {"name": CHIEF, "second_factor": "on", "permissions": []})

        self.assertEqual(list(FactorDemand.objects.values_list("group", flat=True)), [group.pk])
        self.assertEqual(AuditEntry.objects.filter(verb="factor_demanded").count(), 1)
