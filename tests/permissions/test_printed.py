from django.test import SimpleTestCase

from tests.permissions.printed import FILE, printed


class PrintedTests(SimpleTestCase):
    def test_what_is_printed_is_what_is_tested(self):
        self.assertEqual(FILE.read_text(encoding="utf-8"), printed(), "make permissions")
