from functools import partial

from django.test import Client, TransactionTestCase, skipUnlessDBFeature
from django.urls import reverse

from intake.models import Contribution, Letter
from tests.at_once import at_once
from tests.intake.contributing.forms import AtTheForm


@skipUnlessDBFeature("has_select_for_update")
class TwoPressesTests(AtTheForm, TransactionTestCase):
    def test_two_presses_at_one_moment_are_one_submission(self):
        self.open_the_form()
        said = self.fields()

        answers = at_once(*[partial(Client().post, reverse("submit_page"), said)] * 2)

        self.assertEqual(len({answer["Location"] for answer in answers}), 1)
        self.assertEqual((Contribution.objects.count(), Letter.objects.count()), (1, 1))
