"""What the database refuses of the proofs, though somebody goes round the record."""

import unittest

from django.db import IntegrityError, connection, transaction
from django.db.models import QuerySet
from django.test import TestCase

from articles.models import Proof
from tests.factories import make_page, make_user


class ProofGuardTests(TestCase):
    def setUp(self):
        self.proof = Proof.objects.create(page=make_page(), round=1, by=make_user(), errors=3)
        self.rows = QuerySet(Proof)

    def refused(self, act, *args, **fields):
        with self.assertRaises(IntegrityError), transaction.atomic():
            act(*args, **fields)

    def test_what_was_found_stays(self):
        for name, value in {"errors": 0, "note": "没有错", "by": make_user()}.items():
            self.refused(self.rows.update, **{name: value})

    def test_none_is_skipped(self):
        third = Proof(page=self.proof.page, round=3, by=make_user(), errors=0)

        self.refused(self.rows.bulk_create, [third])

    def test_the_next_one_is_written(self):
        Proof.objects.create(page=self.proof.page, round=2, by=make_user(), errors=0)

        self.assertEqual(Proof.objects.count(), 2)

    @unittest.skipUnless(connection.vendor == "postgresql", "SQLite leaves deleting to Python")
    def test_none_is_deleted(self):
        self.refused(self.rows.filter(pk=self.proof.pk)._raw_delete, "default")
