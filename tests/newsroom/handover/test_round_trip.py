"""Out, in, and out again: the same bytes, on each database and across them."""

import unittest
from pathlib import Path
from tempfile import TemporaryDirectory

from django.apps import apps
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import IntegrityError, connection
from django.db.models import QuerySet
from django.test import TransactionTestCase
from django.utils import timezone

from articles.counting import wrong_counts
from articles.indexing import build_on, drift
from articles.models import Article, Issue, Listing, Review
from desk.models import AuditEntry, Desk, Job, User
from intake.models import Letter
from media.finishing import finish
from media.models import Photo, Unfinished
from newsroom.handover.contents import ACCOUNTS, HANDED_OVER, LETTERS, PRIVATE
from newsroom.handover.exporting import export_site
from newsroom.handover.importing import import_site
from tests.factories import make_user
from tests.newsroom.handover.rich import furnish
from tests.servers.office import Office

ALL = [ACCOUNTS, LETTERS, PRIVATE]


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def forget_the_import(office):
    """That it was brought in stands in its log, which is to be the log of before."""
    office.ask("DROP TRIGGER desk_audit_kept")
    office.ask("DELETE FROM desk_auditentry WHERE verb = 'bring_in'")
    office.ask("UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'desk_auditentry'")


class RoundTripTests(TransactionTestCase):
    def setUp(self):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_nothing_is_lost(self):
        furnish()
        self.assert_every_kind_is_there()
        listed = self.lists()
        before = self.exported("before")

        self.move_out()
        done = import_site(self.folder / "before")

        self.assertEqual(self.exported("after"), before)
        self.assertEqual(done.rows, sum(self.count(label) for label in HANDED_OVER))
        self.assertEqual(self.lists(), listed)
        self.assertEqual(wrong_counts(), [])
        self.assert_search_stands()
        self.assert_triggers_stand()
        self.assert_hours_are_awaited()
        self.assert_worker_makes_the_rest(before)

    def test_secrets_stay_behind_unless_asked_for(self):
        user = make_user(username="lufan", email="lufan@example.com", last_login=timezone.now())
        AuditEntry.note(verb="login", record=user, by=user, words="192.0.2.7")
        Letter.objects.create(key="mail", received_at=timezone.now(), size=1, raw="")
        export_site(self.folder / "bare.zip")
        self.move_out()

        import_site(self.folder / "bare.zip")

        found = User.objects.get(pk=user.pk)
        self.assertEqual((found.username, found.email, found.last_login), ("lufan", "", None))
        self.assertFalse(found.has_usable_password())
        self.assertFalse(Letter.objects.exists() or AuditEntry.objects.filter(verb="login").exists())

    @unittest.skipUnless(connection.vendor == "postgresql", "the way across begins on PostgreSQL")
    def test_across_the_databases_and_back(self):
        furnish()
        before = self.exported("postgresql")
        office = Office()
        self.addCleanup(office.clear)
        office.migrate()

        office.manage("import_site", str(self.folder / "postgresql"), "--search-later").check_returncode()
        forget_the_import(office)
        asked = ["--with-accounts", "--with-letters", "--with-private"]
        office.manage("export_site", str(self.folder / "sqlite"), *asked).check_returncode()
        self.move_out()
        import_site(self.folder / "sqlite")

        self.assertEqual(contents(self.folder / "sqlite"), before)
        self.assertEqual(self.exported("again"), before)

    def exported(self, name):
        export_site(self.folder / name, requested=ALL)
        return contents(self.folder / name)

    def move_out(self):
        """An empty, migrated site with another storage."""
        call_command("flush", interactive=False, verbosity=0)
        self.enterContext(self.settings(MEDIA_ROOT=self.folder / "uploads"))

    def count(self, label):
        return apps.get_model(label)._base_manager.count()

    def lists(self):
        return set(Listing.objects.values_list("kind", "key", "published_at", "article"))

    def assert_every_kind_is_there(self):
        self.assertEqual([label for label in HANDED_OVER if not self.count(label)], [])

    def assert_search_stands(self):
        list(build_on())

        self.assertTrue(drift().is_none)

    def assert_triggers_stand(self):
        with self.assertRaises(IntegrityError):
            QuerySet(Review).update(opinion="另一种意见")

    def assert_hours_are_awaited(self):
        ahead = Issue.objects.exclude(published_at=None).count() + Article.objects.scheduled().count()

        self.assertEqual(bool(Job.objects.filter(kind="out").count()), bool(ahead))

    def assert_worker_makes_the_rest(self, before):
        """Renditions under the addresses of old; and no number is given again."""
        keys = dict(Photo.objects.values_list("pk", "key"))
        for photo in list(Unfinished.objects.values_list("pk", flat=True)):
            finish.call(photo)

        for photo in Photo.objects.all():
            self.assertEqual(photo.key, keys[photo.pk])
            self.assertTrue(all(map(default_storage.exists, photo.stored_files)) and photo.renditions)
        self.assertEqual(self.exported("later"), before)
        self.assertGreater(Desk.objects.create(name="新部门").pk, max(Desk.objects.values_list("pk", flat=True)[1:]))
