"""How the database finds the rows of the list of stories: by an index, never by reading them all."""

from datetime import timedelta

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.admin.narrowing import NEWEST
from articles.models import Article
from articles.models.article import Stage
from articles.publishing import withdraw
from newsroom.groups import CHIEF
from tests.factories import make_article, make_column, make_desk, make_published, make_town, make_user, reporter

LIST = reverse("admin:articles_article_changelist")
# As many as make a planner who may choose take the index, as it does of an archive.
MANY = NEWEST + 1000
SCANS = {"sqlite": "SCAN articles_article", "postgresql": "Seq Scan on articles_article"}
OF_FEW = "USING INDEX articles_article_gone"  # which has the withdrawn ones and no others


class PlanTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.chief = make_user(group=CHIEF, is_superuser=True)
        cls.column, cls.desk, cls.town = make_column(), make_desk(), make_town()
        Article.objects.bulk_create(
            Article(headline=f"第{number}篇", stage=Stage.READY, published_at=timezone.now()) for number in range(MANY)
        )
        one = make_published(by=[reporter("李凡")], regions=[cls.town], column=cls.column, desk=cls.desk)
        cls.writer = one.bylines.get().contributor
        withdraw(make_published())
        make_article(stage=Stage.DRAFT)
        make_published(at=timezone.now() + timedelta(days=1))
        connection.cursor().execute("ANALYZE")

    def scans(self, **asked):
        """What is asked of the stories so that all are read. Counts, which end at a thousand, may begin anywhere."""
        self.client.force_login(self.chief)
        with CaptureQueriesContext(connection) as queries:
            found = self.client.get(LIST, asked).context["cl"].result_list
        self.assertTrue(found)
        asked_for = [query["sql"] for query in queries if query["sql"].startswith('SELECT "articles_article"')]
        plans = [plan for sql in asked_for for plan in plan_of(sql)]
        return [plan for plan in plans if SCANS[connection.vendor] in plan and OF_FEW not in plan]

    def assert_no_scans(self, **asked):
        with self.subTest(**asked):
            self.assertEqual(self.scans(**asked), [])

    def test_of_the_states(self):
        for state in ("draft", "scheduled", "published", "withdrawn"):
            self.assert_no_scans(state=state)

    def test_of_a_desk_and_of_a_column(self):
        self.assert_no_scans(desk__id__exact=self.desk.pk)
        self.assert_no_scans(column=self.column.pk)

    def test_of_a_region_and_of_a_contributor(self):
        self.assert_no_scans(region=self.town.code)
        self.assert_no_scans(contributor=self.writer.pk)


def plan_of(sql):
    ask = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    with connection.cursor() as cursor:
        cursor.execute(f"{ask} {sql}")
        return [str(row[-1]) for row in cursor.fetchall()]
