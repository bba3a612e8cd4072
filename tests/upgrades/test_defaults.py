from django.db import connection
from django.test import TestCase


class DefaultsTests(TestCase):
    def test_a_version_that_does_not_know_of_a_mark_can_write_stories(self):
        if connection.vendor != "postgresql":
            self.skipTest("On SQLite the column stays as it is: articles 0027 says why.")
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT column_default FROM information_schema.columns"
                " WHERE table_name = 'articles_article' AND column_name = 'ai_use'"
            )
            self.assertEqual(cursor.fetchone()[0], "''::character varying")
