"""From a record at the desk to its page: whoever may not see the record is led nowhere."""

from django.contrib.contenttypes.models import ContentType
from django.test import TestCase

from newsroom.groups import EDITOR, PHOTOGRAPHER
from tests.articles.test_preview_links import make_link
from tests.factories import make_issue, make_published, make_user


def address_of(record):
    return f"/admin/r/{ContentType.objects.get_for_model(record).pk}/{record.pk}/"


class ViewOnSiteTests(TestCase):
    def test_leads_to_a_story_that_is_out(self):
        self.client.force_login(make_user(group=EDITOR))
        story = make_published()

        answer = self.client.get(address_of(story))

        self.assertRedirects(answer, story.get_absolute_url(), fetch_redirect_response=False)

    def test_gives_nobody_the_secret_address_of_a_preview(self):
        link = make_link()
        for user in (make_user(), make_user(group=EDITOR), make_user(is_superuser=True)):
            self.client.force_login(user)

            self.assertEqual(self.client.get(address_of(link)).status_code, 404)

    def test_tells_nobody_of_an_issue_who_sees_none(self):
        self.client.force_login(make_user(group=PHOTOGRAPHER))

        self.assertEqual(self.client.get(address_of(make_issue(published=False))).status_code, 404)

    def test_what_is_no_record_is_not_found(self):
        self.client.force_login(make_user(is_superuser=True))
        for said in ("x/y", f"{'9' * 30}/1", "1/1/2", f"1/{'9' * 30}"):
            self.assertEqual(self.client.get(f"/admin/r/{said}/").status_code, 404, said)
