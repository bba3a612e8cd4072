from django.test import TestCase
from django.urls import reverse

from desk.models import Notice
from desk.notices import tell
from newsroom.groups import PHOTOGRAPHER, REPORTER
from tests.factories import make_article, make_desk, make_published, make_user

PAGE = "/admin/notices/"


class NoticePageTests(TestCase):
    def setUp(self):
        self.user, self.other = make_user(group=REPORTER, name="林岚"), make_user(name="周敏")
        self.client.force_login(self.user)
        self.story = make_published(headline="工会送清凉")

    def tell(self, *users, story=None, **said):
        return tell(users or [self.user], kind="note", record=story or self.story, by=self.other, **said)

    def unread(self, user=None):
        return (user or self.user).notices.unread().count()

    def test_the_bell_rings_on_every_page_and_in_its_title(self):
        self.tell()
        for address in (PAGE, "/admin/", reverse("admin:articles_article_changelist")):
            response = self.client.get(address)

            self.assertContains(response, "bell-rings")
            self.assertRegex(response.content.decode(), r"<title>\s*\(1\)")

    def test_the_bell_is_quiet_where_nothing_waits(self):
        self.tell(self.other)

        self.assertNotContains(self.client.get("/admin/"), "bell-rings")

    def test_the_bell_asks_nothing_of_its_own(self):
        with self.assertNumQueries(2):  # the session, and who it is
            self.assertEqual(self.client.get(reverse("admin:unread_notices")).json(), {"unread": 0})

    def test_the_number_is_that_of_the_unread(self):
        self.tell()
        self.tell(story=make_published())
        self.tell(self.other)

        self.assertEqual(self.client.get(reverse("admin:unread_notices")).json(), {"unread": 2})

    def test_lists_who_said_what_of_which_story(self):
        self.tell(words="第三段请核实")

        for said in ("周敏", "第三段请核实", "工会送清凉"):
            self.assertContains(self.client.get(PAGE), said)

    def test_takes_the_same_queries_for_one_as_for_twenty(self):
        self.tell()
        with self.assertNumQueries(7) as asked:
            self.client.get(PAGE)
        for _time in range(20):
            self.tell(story=make_published())
        with self.assertNumQueries(len(asked)):
            self.client.get(PAGE)

    def test_leads_to_the_record_and_counts_as_read(self):
        self.tell(url=f"/admin/articles/article/{self.story.pk}/change/#notes")

        response = self.client.get(reverse("admin:open_notice", args=[Notice.objects.get().pk]))

        self.assertEqual(response.url, f"/admin/articles/article/{self.story.pk}/change/#notes")
        self.assertEqual(self.unread(), 0)

    def test_one_is_marked_as_read(self):
        self.tell()
        self.tell(story=make_published())

        self.client.post(reverse("admin:read_notices"), {"notice": self.user.notices.first().pk})

        self.assertEqual(self.unread(), 1)

    def test_all_that_the_page_showed_are_marked_as_read(self):
        self.tell()
        until = self.client.get(PAGE).context["until"].isoformat()
        self.tell(story=make_published())

        self.client.post(reverse("admin:read_notices"), {"until": until})

        self.assertEqual(self.unread(), 1)

    def test_nonsense_marks_nothing(self):
        self.tell()
        moments = ["gestern", "2023-13-45T00:00:00Z", "0001-01-01T00:00:00+14:00"]
        for said in (*({"until": moment} for moment in moments), {"notice": "x"}, {}):
            self.assertRedirects(self.client.post(reverse("admin:read_notices"), said), PAGE)

        self.assertEqual(self.unread(), 1)


class NoticeRightTests(TestCase):
    """What waits for one is nobody else's, and says nothing that one may not see."""

    def setUp(self):
        self.user = make_user(group=REPORTER)
        self.client.force_login(self.user)

    def test_nobody_reads_a_colleagues_notices(self):
        other = make_user(group=REPORTER)
        tell([other], kind="note", record=make_published(), words="给同事的话")
        notice = other.notices.get()

        self.assertNotContains(self.client.get(PAGE), "给同事的话")
        self.assertEqual(self.client.get(reverse("admin:open_notice", args=[notice.pk])).status_code, 404)
        self.client.post(reverse("admin:read_notices"), {"notice": notice.pk})
        self.assertEqual(other.notices.unread().count(), 1)

    def test_another_desks_draft_shows_neither_headline_nor_words_nor_who(self):
        by = make_user(name="告密人")
        tell([self.user], kind="note", record=make_article(headline="秘密稿", desk=make_desk()), words="密语", by=by)

        page = self.client.get(PAGE)

        for secret in ("秘密稿", "密语", "告密人"):
            self.assertNotContains(page, secret)
        notice = reverse("admin:open_notice", args=[self.user.notices.get().pk])
        self.assertRedirects(self.client.get(notice), PAGE)

    def test_everybody_at_the_desk_has_the_page(self):
        self.client.force_login(make_user(group=PHOTOGRAPHER))

        self.assertEqual(self.client.get(PAGE).status_code, 200)

    def test_strangers_are_sent_to_the_login(self):
        self.client.logout()

        for name in ("notices", "unread_notices", "read_notices"):
            self.assertIn("/login/", self.client.post(reverse(f"admin:{name}")).url)
