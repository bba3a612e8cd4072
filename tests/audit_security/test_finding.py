from django.test import SimpleTestCase

from tests.audit_security.asked import questions
from tests.audit_security.finding import Decision, Finding, decisions, judged


class JudgingTests(SimpleTestCase):
    def test_what_nobody_decided_about_stays_open(self):
        known = [Decision("bandit", "B608", "search/", "names of our own tables")]
        ours, new = Finding("bandit", "B608", "search/gin.py"), Finding("bandit", "B608", "articles/new.py")

        open_ones, used = judged([ours, new, ours], known)

        self.assertEqual((open_ones, list(used.values())), ([new], [2]))

    def test_every_decision_has_its_reason(self):
        self.assertTrue(all(one.because.strip() for one in decisions()))

    def test_questions_have_names_of_their_own(self):
        asked = list(
            questions({"desk_story": "/admin/articles/article/1/change/", "desk_page": "/admin/articles/page/1/"})
        )

        self.assertEqual(len({one.name for one in asked}), len(asked))
