"""A story goes out, or is withdrawn, while its credits are changed: the rows are those of what stands there."""

from functools import partial

from django.db import transaction
from django.test import TransactionTestCase

from articles.history.acts import Why
from articles.holding import held
from articles.models import Article, Printed
from articles.printed_proof import put_prints_right, wrong_prints
from articles.publishing import Refusal, publish, restore, withdraw
from bylines.models import Byline
from tests.at_once import at_once
from tests.factories import make_article, make_contributor, make_published, reporter

TIMES = 4


class PrintedAtOnceTests(TransactionTestCase):
    def test_published_while_a_name_comes_to_it(self):
        for number in range(TIMES):
            story = make_article(stage="ready", by=[reporter("李凡")])
            story.keep_as_found()
            person = make_contributor(name=f"何青{number}")

            acts = [partial(publish, story), partial(credited, story, person)]
            refused = any(isinstance(came, Refusal) for came in at_once(*acts, refusals=Refusal))

            # Whose name comes first has it read again before it is out.
            self.assertEqual(Printed.objects.filter(article=story).count(), 0 if refused else 2)
            self.assertEqual(list(wrong_prints()), [])

    def test_withdrawn_and_back_while_names_come_and_somebody_recounts(self):
        story = make_published(by=[reporter("李凡")])
        people = [make_contributor(name=f"何青{number}") for number in range(TIMES)]

        def out_and_back():
            for _time in range(TIMES):
                withdraw(Article.objects.get())
                restore(Article.objects.get())

        at_once(out_and_back, lambda: [credited(story, person) for person in people], put_prints_right)

        self.assertEqual(list(wrong_prints()), [])
        self.assertEqual(Printed.objects.count(), 1 + TIMES)


@transaction.atomic
def credited(story, person):
    stored = held(story)
    Byline.objects.create(article=stored, contributor=person, role="reporter", order=9)
    stored.keep_version(why=Why.CREDITED)
