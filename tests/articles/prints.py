from django.test import TestCase

from articles.models import Printed
from articles.printed_proof import wrong_prints


class PrintedTestCase(TestCase):
    def prints(self, article, *fields):
        rows = Printed.objects.filter(article=article).order_by("photo", "contributor__name")
        return list(rows.values_list(*(fields or ["contributor__name"]), flat=len(fields) < 2))

    def assert_as_recounted(self, *, rows):
        """rows: how many there are altogether."""
        self.assertEqual(list(wrong_prints()), [])
        self.assertEqual(Printed.objects.count(), rows)
