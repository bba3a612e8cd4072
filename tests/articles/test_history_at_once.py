"""Several who change one story at the same moment: every change has a number of its own, and none is lost."""

from django.db import transaction
from django.test import TransactionTestCase

from articles.acting import Refusal
from articles.history.acts import Why
from articles.history.restoring import bring_back
from articles.models import Article
from bylines.models import Byline
from newsroom.groups import EDITOR
from tests.at_once import at_once
from tests.factories import make_article, make_contributor, make_user


class VersionsAtOnceTests(TransactionTestCase):
    def crediting(self, article, contributor):
        """As a doubt's step does it: a row, and then the version, of a record of its own."""

        def act():
            with transaction.atomic():
                story = Article.objects.get(pk=article.pk)
                Byline.objects.create(article=story, contributor=contributor, role="reporter")
                return story.keep_version(why=Why.CREDITED).version

        return act

    def test_numbers_never_clash_and_the_latest_has_all(self):
        article = make_article()
        article.keep_version(why=Why.ENTERED)
        people = [make_contributor(name=f"记者{number}") for number in range(6)]

        versions = at_once(*(self.crediting(article, person) for person in people))

        numbers = list(article.revisions.order_by("version").values_list("version", flat=True))
        article.refresh_from_db()
        self.assertEqual(numbers, list(range(1, article.version + 1)))
        self.assertEqual(max(versions), article.version)
        self.assertEqual(len(article.revisions.first().snapshot.story["bylines"]), 6)

    def test_a_story_is_found_once(self):
        article = make_article()

        at_once(*(Article.objects.get(pk=article.pk).keep_as_found for _editor in range(4)))

        self.assertEqual([row.why for row in article.revisions.all()], ["found"])

    def test_of_two_who_bring_a_version_back_one_has_done_it(self):
        editor, article = make_user(group=EDITOR), make_article()
        old = article.keep_version(why=Why.ENTERED)
        Article.objects.update(body="新正文。")
        article.keep_version(why=Why.EDITED)

        def act():
            return bring_back(Article.objects.get(pk=article.pk), old, by=editor, seen=2)[0].version

        came = at_once(act, act, act, refusals=Refusal)

        self.assertEqual([one for one in came if not isinstance(one, Refusal)], [3])
