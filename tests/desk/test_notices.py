from datetime import timedelta

from django.db import connection
from django.test import TestCase, TransactionTestCase, skipUnlessDBFeature
from django.utils import timezone

from desk import notices
from desk.duties import DUTIES
from desk.models import Notice
from desk.notice_list import lines_for
from desk.notices import clear_old_notices, settle, tell
from newsroom.groups import CHIEF, REPORTER
from tests.factories import make_article, make_desk, make_published, make_user


class TellingTests(TestCase):
    def setUp(self):
        self.user, self.story = make_user(), make_article()

    def told(self, **which):
        return list(Notice.objects.filter(**which).order_by("pk").values_list("user", "words", "times"))

    def test_tells_each_colleague_once(self):
        other = make_user()

        tell([self.user, other, self.user], kind="note", record=self.story, words="看一下")

        self.assertEqual(self.told(), [(self.user.pk, "看一下", 1), (other.pk, "看一下", 1)])

    def test_tells_neither_whoever_did_it_nor_closed_accounts(self):
        gone = make_user(is_active=False)

        tell([self.user, gone], kind="note", record=self.story, by=self.user)

        self.assertEqual(self.told(), [])

    def test_an_unread_notice_is_renewed_and_counts(self):
        for words in ("一", "二", "三"):
            tell([self.user], kind="note", record=self.story, words=words)

        self.assertEqual(self.told(), [(self.user.pk, "三", 3)])

    def test_after_reading_it_begins_anew(self):
        tell([self.user], kind="note", record=self.story, words="一")
        self.user.notices.read()

        tell([self.user], kind="note", record=self.story, words="二")

        self.assertEqual(self.told(read_at=None), [(self.user.pk, "二", 1)])

    def test_another_kind_and_another_record_have_their_own(self):
        tell([self.user], kind="note", record=self.story)
        tell([self.user], kind="signed", record=self.story)
        tell([self.user], kind="note", record=make_article())

        self.assertEqual(Notice.objects.unread().count(), 3)

    def test_asks_as_much_for_ten_colleagues_as_for_one(self):
        many = [make_user() for _ in range(10)]
        with self.assertNumQueries(4):
            tell(many, kind="note", record=self.story)
        with self.assertNumQueries(4):
            tell([self.user], kind="note", record=self.story)

    def test_what_is_settled_waits_no_longer(self):
        other = make_user()
        tell([self.user, other], kind="to-review", record=self.story)

        settle(self.story, kinds=["to-review"], users=[self.user])
        self.assertEqual(self.told(read_at=None), [(other.pk, "", 1)])
        settle(self.story, kinds=["to-review"])

        self.assertEqual(self.told(read_at=None), [])

    def test_old_ones_go(self):
        tell([self.user], kind="note", record=self.story)
        Notice.objects.update(at=timezone.now() - timedelta(days=61))

        self.assertEqual(clear_old_notices(), 1)
        self.assertIn(clear_old_notices, [duty.call for duty in DUTIES])


class ReadingTests(TestCase):
    """Each list is read with the rights of that moment."""

    def setUp(self):
        self.user = make_user(group=REPORTER)

    def line(self):
        [line] = lines_for(self.user)
        return line

    def test_names_the_record_as_it_is_called_now(self):
        story = make_published(headline="旧题")
        tell([self.user], kind="note", record=story, words="看一下")
        type(story).objects.update(headline="新题")

        self.assertEqual((self.line().record, self.line().words), ("新题", "看一下"))

    def test_says_nothing_of_another_desks_draft(self):
        tell([self.user], kind="note", record=make_article(headline="秘密", desk=make_desk()), words="秘密的话")

        line = self.line()

        self.assertEqual((line.record, line.words, line.address, line.is_hidden), ("", "", "", True))

    def test_says_nothing_of_what_is_gone(self):
        story = make_article(created_by=self.user)
        tell([self.user], kind="note", record=story, words="秘密")
        story.delete()

        self.assertTrue(self.line().is_hidden)

    def test_says_nothing_of_a_record_that_one_has_no_right_to(self):
        tell([self.user], kind="note", record=make_desk(name="夜班"))

        self.assertTrue(self.line().is_hidden)

    def test_a_kind_may_choose_its_words_by_the_reader(self):
        notices.register("tried", "试", lambda user, told: {notice.pk: f"给{user}" for notice in told})
        self.addCleanup(notices.KINDS.pop, "tried")
        tell([self.user], kind="tried", record=make_published(), words="一般的话")

        self.assertEqual((self.line().label, self.line().words), ("试", f"给{self.user}"))

    def test_asks_as_much_for_twenty_as_for_one(self):
        chief = make_user(group=CHIEF)
        tell([chief], kind="note", record=make_article(), by=self.user)
        with self.assertNumQueries(5):  # the user, notices, the two of permissions, stories
            lines_for(type(chief).objects.get(pk=chief.pk))
        for _time in range(20):
            tell([chief], kind="note", record=make_article(), by=self.user)
        with self.assertNumQueries(5):
            lines_for(type(chief).objects.get(pk=chief.pk))


class ReadingDuringAnActTests(TransactionTestCase):
    @skipUnlessDBFeature("has_select_for_update_skip_locked")
    def test_reading_waits_for_no_act_and_leaves_to_it_what_it_holds(self):
        user = make_user()
        tell([user], kind="note", record=make_published())
        tell([user], kind="note", record=make_published())
        act = connection.copy()
        self.addCleanup(act.close)
        act.set_autocommit(False)
        with act.cursor() as cursor:
            cursor.execute("SELECT id FROM desk_notice ORDER BY id LIMIT 1 FOR UPDATE")

        self.assertEqual(user.notices.read(), 1)
        act.rollback()
        self.assertEqual(user.notices.read(), 1)
