from django.test import TestCase
from django.urls import reverse

from desk.models import AuditEntry
from intake.models import Contribution, Letter
from intake.models.contribution import State
from newsroom.groups import EDITOR
from newsroom.my.noticing import people_of
from tests.factories import make_article, make_published, make_user
from tests.intake.contributing.forms import TEXT, AtTheForm, document
from tests.intake.screen import typed


class ByHandTests(AtTheForm, TestCase):
    """What the reading could not make a story of, and an editor did."""

    def setUp(self):
        self.open_the_form()
        self.client.force_login(make_user(group=EDITOR))

    def waiting(self, **sent):
        """A submission that was read, and of which no story came."""
        contribution = self.hand_in(**sent)
        contribution.letter.article.delete()
        Letter.objects.update(source=None, article=None)
        return Contribution.objects.get(pk=contribution.pk)

    def become(self, contribution, number):
        address = reverse("admin:intake_letter_become", args=[contribution.letter_id])
        return self.client.post(address, {"story": number}, follow=True)

    def state(self, contribution):
        return Contribution.objects.get(pk=contribution.pk).state

    def test_an_editor_says_which_story_it_became(self):
        contribution, article = self.waiting(), make_article()

        self.become(contribution, article.pk)

        self.assertEqual(self.state(contribution), State.EDITED)
        self.assertEqual(AuditEntry.objects.latest("pk").verb, "become")

    def test_whoever_handed_it_in_is_told_that_it_is_printed(self):
        contribution, story = self.waiting(), make_published()

        self.become(contribution, story.pk)

        self.assertEqual(self.state(contribution), State.PRINTED)
        self.assertEqual(people_of([story.pk])[story.pk], [(None, contribution)])

    def test_a_wrong_number_is_taken_back(self):
        contribution = self.waiting()
        self.become(contribution, make_article().pk)

        self.become(contribution, "")

        self.assertEqual(self.state(contribution), State.RECEIVED)

    def test_a_number_of_no_story_changes_nothing(self):
        contribution = self.waiting()

        for number in ("999999999", "十二", "9" * 40):
            self.assertContains(self.become(contribution, number), "没有这个编号的稿件。")
        self.assertEqual(self.state(contribution), State.RECEIVED)

    def test_what_was_drafted_by_itself_stays_with_its_draft(self):
        contribution = self.hand_in()
        draft = contribution.letter.article

        self.become(contribution, make_article().pk)

        self.assertEqual(Letter.objects.get().article, draft)

    def test_a_draft_of_its_file_on_the_screen_is_known(self):
        contribution = self.waiting(text="请看附件。", document=document("劳模进校园", TEXT))
        screen = self.client.post(reverse("admin:intake_letter_hand_on", args=[contribution.letter_id]), follow=True)

        self.client.post(reverse("admin:intake"), typed(screen))

        self.assertEqual(self.state(contribution), State.EDITED)
