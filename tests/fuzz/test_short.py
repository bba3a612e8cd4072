"""
The short form of python -m tests.fuzz: every address there is and every form of its page, each once as it should be and
once with something wrong about it, always the same; and of each kind of file a few.
"""

from django.test import SimpleTestCase, TestCase

from tests.fuzz import stage
from tests.fuzz.door import open_house
from tests.fuzz.files import READERS
from tests.fuzz.lots import files
from tests.fuzz.places import places
from tests.fuzz.runs import Report, ask_addresses, ask_forms
from tests.hanging import does_not_hang

SEED = 20230302


def always():
    return True


class ShortTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.accounts = stage.furnished()

    def setUp(self):
        self.house, self.report = self.enterContext(open_house(self.accounts)), Report()


class AddressTests(ShortTestCase):
    def test_each_address_with_anything_about_it(self):
        count = len(places())
        self.assertGreater(count, 250)

        with does_not_hang(within=120):
            ask_addresses(self.house, self.report, SEED, range(count))

        self.assertEqual((self.report.found, self.report.cases), ({}, count))


class FormTests(ShortTestCase):
    def test_each_form_with_something_wrong_about_it(self):
        with does_not_hang(within=120):
            ask_forms(self.house, self.report, SEED, range(150), visitors=["root"])

        self.assertEqual(self.report.found, {})


class FileTests(SimpleTestCase):
    def test_each_kind_of_file_with_something_wrong_about_it(self):
        report = files(SEED, 0, 20 * len(READERS), always)

        self.assertEqual((report.found, report.cases.total()), ({}, 20 * len(READERS)))
