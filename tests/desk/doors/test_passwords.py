from django.contrib.auth.hashers import check_password, identify_hasher, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import SimpleTestCase, override_settings

from desk.models import User
from newsroom import settings


class RuleTests(SimpleTestCase):
    def refusal(self, password):
        user = User(username="limeihua", name="李梅花", email="limeihua@paper.example")
        try:
            validate_password(password, user)
        except ValidationError as refusal:
            return " ".join(refusal.messages)
        return ""

    def test_what_everybody_thinks_of_is_refused(self):
        for password in (
            *("woaini1314520", "Woaini@13141314", "qwertyuiop1234", "1qaz2wsx3edc!", "zhongguo19491001"),
            *(
                "zongbian2026!!",
                "admin@12345678",
                "我爱中国我爱中国",
                "aaaaaaaaaaaaaa",
                "Password20262026",
                "123456789012",
            ),
        ):
            with self.subTest(password=password):
                self.assertNotEqual(self.refusal(password), "")

    def test_a_phrase_is_taken(self):
        for password in ("夜班的灯照着油墨", "blue-lamp-over-ink", "7#9x!2@4q%1&", "mo qiu chuan he 7"):
            self.assertEqual(self.refusal(password), "", password)

    def test_is_refused_in_chinese(self):
        self.assertIn("至少12个字母、数字或符号，或者6个汉字的短语。", self.refusal("x7#k"))
        self.assertIn("大家都会先想到", self.refusal("woaini1314520"))

    def test_is_not_ones_own_name(self):
        for password in ("limeihua-2026", "Limeihua!!!!", "李梅花20261123!", "20261123limeihua"):
            self.assertNotEqual(self.refusal(password), "", password)


@override_settings(PASSWORD_HASHERS=settings.PASSWORD_HASHERS)
class HashTests(SimpleTestCase):
    def test_is_kept_by_what_takes_memory_to_guess(self):
        self.assertEqual(identify_hasher(make_password("blue-lamp-over-ink")).algorithm, "scrypt")

    def test_an_older_one_still_opens_and_is_written_anew(self):
        written = []

        kept = make_password("blue-lamp-over-ink", hasher="pbkdf2_sha256")

        self.assertTrue(check_password("blue-lamp-over-ink", kept, setter=written.append))
        self.assertEqual(written, ["blue-lamp-over-ink"])
