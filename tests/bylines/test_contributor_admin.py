from datetime import timedelta

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from newsroom.groups import CHIEF, DESK_EDITOR, EDITOR
from tests.factories import make_contributor, make_desk, make_region, make_town, make_user

LIST = "/admin/bylines/contributor/"


def form_of(person, **said):
    fields = {"name": person.name, "unit": person.unit, "usual_role": person.usual_role}
    management = {f"{rows}-{count}_FORMS": 0 for rows in ("terms", "pen_names") for count in ("TOTAL", "INITIAL")}
    return {**fields, **management, **said}


class ContributorListTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=EDITOR))

    def names(self, **asked):
        return [person.name for person in self.client.get(LIST, asked).context["cl"].result_list]

    def test_shows_nobody_who_was_merged_away(self):
        left = make_contributor(name="何青")
        make_contributor(name="江望", merged_into=left)

        self.assertEqual(self.names(), ["何青"])

    def test_leads_to_the_doubles_and_to_the_table_with_its_own_filters(self):
        for group, expected in ((CHIEF, 3), (DESK_EDITOR, 2)):
            self.client.force_login(make_user(group=group))
            ways = [address for address, _words in self.client.get(f"{LIST}?unit=甲").context["ways"]]
            self.assertEqual(len(ways), expected)
            self.assertIn(f"{LIST}export/?unit=%E7%94%B2", ways)

    def test_is_narrowed_by_place_and_all_below_it(self):
        make_contributor(name="何青", region=make_town())
        make_contributor(name="江望", region=make_region(code="340000", name="安徽省", level="province"))

        self.assertEqual(self.names(region="330600"), ["何青"])

    def test_is_narrowed_by_unit_desk_role_and_engagement(self):
        desk, today = make_desk(), timezone.localdate()
        person = make_contributor(name="何青", unit="县总工会", desk=desk, usual_role="correspondent")
        person.terms.create(since=today, until=today + timedelta(days=30))
        make_contributor(name="江望")

        for asked in (
            {"unit": "县总工会"},
            {"desk__id__exact": desk.pk},
            {"usual_role__exact": "correspondent"},
            {"engagement": "serving"},
            {"engagement": "ending"},
            {"q": "heqing"},
        ):
            self.assertEqual(self.names(**asked), ["何青"], asked)

    def test_takes_no_more_queries_for_many_than_for_one(self):
        self.client.get(LIST)
        counts = []
        for number in (1, 2):
            for _person in range(number):
                person = make_contributor(unit="县总工会", region=make_town(), desk=make_desk())
                person.terms.create(since=timezone.localdate())
                person.pen_names.create(name="越溪")
            with CaptureQueriesContext(connection) as asked:
                self.client.get(LIST)
            counts.append(len(asked))

        self.assertEqual(counts[0], counts[1])

    def test_offers_a_row_of_any_unit_as_a_filter(self):
        make_contributor(name="何青", unit="县总工会")

        self.assertContains(self.client.get(LIST), f'href="{LIST}?unit=')

    def test_finds_whom_a_choice_is_typed_for_by_sound(self):
        left = make_contributor(name="何青")
        make_contributor(name="何卿", merged_into=left)

        found = self.client.get(
            reverse("admin:autocomplete"),
            {"term": "heqing", "app_label": "bylines", "model_name": "byline", "field_name": "contributor"},
        ).json()["results"]

        self.assertEqual([row["id"] for row in found], [str(left.pk)])


class ContributorFormTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=EDITOR))
        self.person = make_contributor(name="何青", unit="县总工会")
        self.address = reverse("admin:bylines_contributor_change", args=[self.person.pk])

    def test_enters_terms_and_pen_names(self):
        said = form_of(
            self.person,
            **{"terms-TOTAL_FORMS": 1, "terms-0-since": "2023-03-02", "terms-0-number": "SH-1"},
            **{"pen_names-TOTAL_FORMS": 1, "pen_names-0-name": " 越 溪", "pen_names-0-kind": "pen_name"},
        )

        self.client.post(self.address, said)

        self.assertEqual(self.person.terms.get().number, "SH-1")
        self.assertEqual(self.person.pen_names.get().name, "越溪")

    def test_refuses_a_term_that_ends_before_it_begins_and_keeps_what_was_typed(self):
        term = {"terms-TOTAL_FORMS": 1, "terms-0-since": "2023-03-02", "terms-0-until": "2023-03-01"}

        response = self.client.post(self.address, form_of(self.person, **term))

        self.assertEqual(response.status_code, 200)
        self.assertContains(response, "2023-03-01")
        self.assertFalse(self.person.terms.exists())

    def test_of_somebody_merged_away_leads_to_who_they_are(self):
        gone = make_contributor(name="江望", merged_into=self.person)

        response = self.client.get(reverse("admin:bylines_contributor_change", args=[gone.pk]))

        self.assertRedirects(response, self.address)
