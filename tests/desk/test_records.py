from django.test import SimpleTestCase

from desk.models import AuditEntry, Heartbeat


class VerbTests(SimpleTestCase):
    def test_no_template_writes_into_the_audit_log_or_beats_for_the_worker(self):
        self.assertTrue(AuditEntry.note.alters_data)
        self.assertTrue(Heartbeat.beat.alters_data)
