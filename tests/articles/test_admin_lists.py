from datetime import date

from django.db import connection, transaction
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Correction
from desk.models import AuditEntry
from newsroom.groups import CHIEF
from tests.factories import (
    correspondent,
    illustrate,
    make_article,
    make_channel,
    make_column,
    make_contributor,
    make_desk,
    make_issue,
    make_page,
    make_photo,
    make_region,
    make_user,
    photographer,
    place,
    reporter,
)


def an_article(number):
    article = make_article(by=[reporter("李凡"), correspondent("周永卫")], column=make_column(name=f"专栏{number}"))
    for label in ("02", "03"):
        place(article=article, page=make_page(issue=make_issue(on=date(2023, 3, number), edition=label), label=label))


def a_correction(number):
    page = make_page(issue=make_issue(on=date(2023, 3, number)))
    Correction.objects.create(article=make_article(), wrong="误", right="正", printed_on=page)


def a_region(number):
    county = make_region(code="330681", name="诸暨市")
    return make_region(code=f"33068110{number}", name=f"第{number}镇", level="town", parent=county)


def a_photo(number):
    photo = make_photo(by=[photographer("马敏")], uploaded_by=make_user())
    illustrate(article=make_article(), photo=photo)


# Each list of the admin, and how one more row of it is made.
LISTS = {
    "articles_article": an_article,
    "articles_issue": lambda number: make_issue(on=date(2023, 3, number)),
    "articles_page": lambda number: make_page(issue=make_issue(on=date(2023, 3, number))),
    "articles_correction": a_correction,
    "articles_column": lambda number: make_column(name=f"专栏{number}"),
    "articles_channel": lambda number: make_channel(name=f"频道{number}"),
    "media_photo": a_photo,
    "bylines_contributor": lambda number: make_contributor(region=a_region(number)),
    "regions_region": a_region,
    "desk_user": lambda number: make_user(desk=make_desk()),
    "desk_desk": lambda number: make_desk(),
    "desk_auditentry": lambda number: AuditEntry.note(verb="sign", record=make_article(), by=make_user()),
}


class CostOfAListTests(TestCase):
    def test_is_the_same_with_one_row_and_with_three(self):
        for name, make_row in LISTS.items():
            with self.subTest(list=name), transaction.atomic():
                self.assert_same_cost(name, make_row)
                transaction.set_rollback(True)  # the next list begins empty

    def assert_same_cost(self, name, make_row):
        self.client.force_login(make_user(is_superuser=True))
        make_row(1)
        self.queries(name)  # content types are remembered from here on
        one = self.queries(name)
        make_row(2)
        make_row(3)
        with self.assertNumQueries(one):
            self.see(name)

    def test_of_stories_costs_eleven_queries_for_the_chief(self):
        self.client.force_login(make_user(group=CHIEF))
        for number in (1, 2, 3):
            an_article(number)

        with self.assertNumQueries(11):
            self.see("articles_article")

    def queries(self, name):
        with CaptureQueriesContext(connection) as captured:
            self.see(name)
        return len(captured)

    def see(self, name):
        response = self.client.get(reverse(f"admin:{name}_changelist"))
        self.assertEqual(response.status_code, 200)
