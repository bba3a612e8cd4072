import subprocess

from django.test import TransactionTestCase

from desk.doors.tries import PLACE
from desk.models import AuditEntry, Tries
from tests.factories import make_user
from tests.servers.workers import start_beside


class TwoProcessesTests(TransactionTestCase):
    def test_guesses_at_two_machines_at_once_are_counted_once_each(self):
        """Eight hands at two machines, and no more passwords are looked at than the door allows."""
        make_user(username="zhang")

        guessers = [
            start_beside("tests.desk.doors.guesser", 12, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for _machine in range(2)
        ]
        said = [guesser.communicate(timeout=300) for guesser in guessers]

        answers = " ".join(out for out, _errors in said).split()
        self.assertEqual(len(answers), 24, said)
        self.assertLessEqual(set(answers), {"200", "429"})
        typed = AuditEntry.objects.filter(verb="login_failed", words__startswith="输入")
        self.assertEqual((typed.count(), Tries.objects.get(door="account").count), (PLACE.limit, PLACE.limit))
