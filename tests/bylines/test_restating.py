from django.test import SimpleTestCase

from bylines.credits import CORRESPONDENT, PHOTOGRAPHER, REPORTER, Credit
from bylines.restating import restated


class RestatedTests(SimpleTestCase):
    def test_a_writer_has_another_role(self):
        credit = restated(Credit("何菁", REPORTER), name="何青", word=CORRESPONDENT, unit="甲厂")

        self.assertEqual(credit, Credit("何青", CORRESPONDENT, unit="甲厂"))

    def test_who_took_a_picture_stands_as_somebody_else(self):
        taken = Credit("何菁", PHOTOGRAPHER, standing=REPORTER)

        self.assertEqual(restated(taken, name="何青", word=CORRESPONDENT, unit="").role, PHOTOGRAPHER)
        self.assertEqual(restated(taken, name="何青", word=CORRESPONDENT, unit="").standing, CORRESPONDENT)
        self.assertEqual(restated(taken, name="何菁", word=PHOTOGRAPHER, unit="").standing, "")

    def test_what_is_left_alone_stays(self):
        taken = Credit("何菁", PHOTOGRAPHER, standing=REPORTER, unit="甲厂")

        self.assertEqual(restated(taken, name="何菁", word=REPORTER, unit="甲厂"), taken)
