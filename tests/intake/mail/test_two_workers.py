from django.test import TransactionTestCase, skipUnlessDBFeature

from articles.models import Article
from intake.mail.reading import read_mailbox
from intake.models import Letter
from tests.at_once import at_once
from tests.intake.mail.mailbox import WithMailbox
from tests.intake.mail.mails import STORY, mail


@skipUnlessDBFeature("has_select_for_update")
class TwoWorkersTests(WithMailbox, TransactionTestCase):
    def test_two_who_read_one_mailbox_at_once_double_nothing(self):
        for word in ("夜校", "学堂", "讲座"):
            self.receive(mail(subject=word, text=STORY.replace("夜校", word)))

        answers = at_once(read_mailbox, read_mailbox)

        self.assertEqual([read.trouble for read in answers], ["", ""])
        self.assertEqual((sum(read.came_in for read in answers), sum(read.drafted for read in answers)), (3, 3))
        self.assertEqual((Letter.objects.count(), Article.objects.count()), (3, 3))
