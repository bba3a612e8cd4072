from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from desk import jobs
from desk.models import AuditEntry, Job
from newsroom.groups import CHIEF, EDITOR
from tests.factories import make_user

LIST = reverse("admin:desk_job_changelist")


class JobListTests(TestCase):
    def setUp(self):
        now = timezone.now()
        failed = {"tries": 6, "failed_at": now, "error": "NotTaken: 403", "taken_by": "night-1"}
        self.failed = Job.objects.create(kind="push", due_at=now, **failed)
        jobs.plan("issue-out", issue=1)

    def press(self, *, group):
        self.client.force_login(make_user(group=group))
        return self.client.post(LIST, {"action": "try_again", "_selected_action": [self.failed.pk]}, follow=True)

    def test_shows_what_failed_and_why(self):
        self.client.force_login(make_user(group=CHIEF))

        page = self.client.get(LIST, {"state": "failed"})

        self.assertContains(page, "NotTaken: 403")
        self.assertEqual(page.context["cl"].result_count, 1)

    def test_a_chief_tries_a_failed_job_again_and_the_log_says_so(self):
        chief = self.press(group=CHIEF).wsgi_request.user

        self.failed.refresh_from_db()
        self.assertEqual(self.failed.state, "waiting")
        self.assertEqual(AuditEntry.objects.get(verb="try_again").by, chief)

    def test_an_editor_does_not_see_it(self):
        self.assertEqual(self.press(group=EDITOR).status_code, 403)

    def test_asks_no_more_for_many(self):
        self.client.force_login(make_user(group=CHIEF))
        asked = []
        for _round in range(3):
            with CaptureQueriesContext(connection) as queries:
                self.client.get(LIST)
            asked.append(len(queries))
            Job.objects.bulk_create([Job(kind="push", due_at=timezone.now()) for _job in range(5)])

        self.assertEqual(asked[1], asked[2])

    def test_nobody_changes_one(self):
        self.client.force_login(make_user(is_superuser=True))

        page = self.client.get(reverse("admin:desk_job_change", args=[self.failed.pk]))

        self.assertNotContains(page, 'name="_save"')
