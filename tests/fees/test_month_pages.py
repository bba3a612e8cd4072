from django.contrib.auth.models import Permission
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.publishing import withdraw
from desk.models import AuditEntry
from fees.approving import approve
from fees.models import FeeMonth
from newsroom.groups import CHIEF, EDITOR, FINANCE
from tests.factories import correspondent, make_user
from tests.fees.makers import APRIL, MARCH, close, make_card, make_people, print_story, yuan

CLOSE = reverse("admin:fees_feemonth_close")


class ClosingPageTests(TestCase):
    def setUp(self):
        self.finance = make_user(group=FINANCE)
        self.client.force_login(self.finance)

    def test_shows_what_the_month_comes_to_and_writes_nothing(self):
        make_card()
        print_story(by=[correspondent("周永卫")])

        page = self.client.get(CLOSE, {"month": "2023-03"})

        self.assertContains(page, "周永卫")
        self.assertContains(page, "¥100.00")
        self.assertFalse(FeeMonth.objects.exists())

    def test_closes_it(self):
        make_card()
        print_story()

        answer = self.client.post(CLOSE, {"month": "2023-03"})

        month = FeeMonth.objects.get()
        self.assertRedirects(answer, month.get_absolute_url())
        self.assertEqual((month.first_day, month.closed_by, month.total), (MARCH, self.finance, yuan("100")))

    def test_names_what_no_card_pays_for_and_offers_no_button(self):
        print_story(headline="无处可依")

        page = self.client.get(CLOSE, {"month": "2023-03"})

        self.assertContains(page, "无处可依")
        self.assertNotContains(page, 'class="fees-acts"')

    def test_a_month_that_is_none_is_said_in_words(self):
        for nonsense in ("2023-13", "abc", "", "9999-12-31"):
            page = self.client.post(CLOSE, {"month": nonsense})

            self.assertEqual(page.status_code, 200, nonsense)
        self.assertFalse(FeeMonth.objects.exists())

    def test_sent_again_it_is_not_closed_again(self):
        make_card()
        for _time in range(2):
            self.client.post(CLOSE, {"month": "2023-03"})

        self.assertEqual(FeeMonth.objects.count(), 1)

    def test_is_not_for_editors(self):
        self.client.force_login(make_user(group=EDITOR))

        self.assertEqual(self.client.post(CLOSE, {"month": "2023-03"}).status_code, 403)


class MonthPageTests(TestCase):
    def setUp(self):
        make_card()
        self.story = print_story(by=[correspondent("周永卫")])
        self.maker, self.checker, self.chief = make_people()
        self.month = close(by=self.maker)

    def act(self, name, user, **fields):
        self.client.force_login(user)
        return self.client.post(reverse(f"admin:fees_feemonth_{name}", args=[self.month.pk]), fields)

    def page(self, user):
        self.client.force_login(user)
        return self.client.get(self.month.get_absolute_url())

    def state(self):
        return FeeMonth.objects.get(pk=self.month.pk).state

    def test_says_who_gets_what_and_the_whole_in_capitals(self):
        page = self.page(self.maker)

        self.assertContains(page, "周永卫")
        self.assertContains(page, "壹佰元整")
        self.assertContains(page, "2023-04-02")  # by when the law wants it paid

    def test_goes_through_its_steps(self):
        states = [self.state()]
        for name, user, fields in (
            ("check", self.checker, {"words": "无误"}),
            ("approve", self.chief, {}),
            ("pay", self.maker, {"on": timezone.localdate()}),
        ):
            self.act(name, user, **fields)
            states.append(self.state())

        self.assertEqual(states, ["closed", "checked", "approved", "paid"])

    def test_an_approval_by_whoever_closed_it_is_refused_in_words(self):
        page = self.act("check", self.maker)

        self.assertContains(page, "结账的人不能审核")
        self.assertEqual(self.state(), "closed")

    def test_taking_back_wants_a_reason(self):
        approve(self.month, by=self.checker)

        self.act("take-back", self.chief)
        self.assertEqual(self.state(), "checked")
        self.act("take-back", self.chief, reason="有误")

        self.assertEqual(self.state(), "closed")
        self.assertContains(self.page(self.chief), "有误")

    def test_a_step_whose_turn_it_is_not_is_not_there(self):
        self.assertEqual(self.act("approve", self.chief).status_code, 404)

    def test_a_line_says_how_it_came_about(self):
        self.client.force_login(self.maker)

        page = self.client.get(self.month.lines.get().get_absolute_url())

        self.assertContains(page, "800字，计1个单位")
        self.assertContains(page, "100.00 × 1")

    def test_corrections_lead_to_what_they_correct(self):
        withdraw(self.story)
        april = close(APRIL)
        self.client.force_login(self.maker)

        page = self.client.get(april.get_absolute_url())

        self.assertContains(page, self.month.lines.get().get_absolute_url())
        self.assertContains(page, "冲正")

    def test_what_is_taken_out_is_noted(self):
        self.client.force_login(self.maker)

        answer = self.client.get(reverse("admin:fees_feemonth_export", args=[self.month.pk, "xlsx"]))

        self.assertIn("attachment", answer["Content-Disposition"])
        self.assertIn("xlsx", AuditEntry.objects.get(verb="export", kind="feemonth").words)
        other = self.client.get(reverse("admin:fees_feemonth_export", args=[self.month.pk, "pdf"]))
        self.assertEqual(other.status_code, 404)

    def test_prints_the_sheet_and_one_persons_slip(self):
        self.client.force_login(self.maker)
        person = self.month.lines.get().contributor_id

        sheet = self.client.get(reverse("admin:fees_feemonth_sheet", args=[self.month.pk]))
        slip = self.client.get(reverse("admin:fees_feemonth_slip", args=[self.month.pk, person]))
        nobody = self.client.get(reverse("admin:fees_feemonth_slip", args=[self.month.pk, person + 1]))

        for page in (sheet, slip):
            self.assertContains(page, "壹佰元整")
        self.assertContains(slip, self.story.headline)
        self.assertEqual(nobody.status_code, 404)

    def test_whoever_only_looks_changes_nothing(self):
        looker = make_user()
        looker.user_permissions.add(Permission.objects.get(codename="view_feemonth"))

        self.assertEqual(self.page(looker).status_code, 200)
        self.assertEqual(self.act("check", looker).status_code, 403)

    def test_asks_as_often_for_three_people_as_for_one(self):
        for number, name in enumerate(("梁昊", "王际明", "郭建生")):
            print_story(on=APRIL.replace(day=number + 2), by=[correspondent(name)])
        april = close(APRIL)
        self.page(self.maker)

        self.assertEqual(self.asked_for(self.month.get_absolute_url()), self.asked_for(april.get_absolute_url()))

    def test_asks_as_often_for_three_corrections_as_for_one(self):
        first, *others = [print_story(on=APRIL, by=[correspondent(name)]) for name in ("梁昊", "王际明", "郭建生")]
        print_story(on=APRIL)
        april = close(APRIL)
        self.page(self.maker)
        self.asked_for(CLOSE)
        withdraw(first)
        draft_of_one = self.asked_for(CLOSE)
        for story in others:
            withdraw(story)

        self.assertEqual(self.asked_for(CLOSE), draft_of_one)
        may = close(APRIL.replace(month=5))
        self.assertEqual(self.asked_for(may.get_absolute_url()), self.asked_for(april.get_absolute_url()))

    def asked_for(self, address):
        with CaptureQueriesContext(connection) as asked:
            self.client.get(address)
        return len(asked)

    def test_the_lines_of_one_person_are_listed(self):
        print_story(on=APRIL, by=[correspondent("周永卫")])
        april = close(APRIL)
        line = april.lines.get()
        self.client.force_login(self.maker)
        asked = {"month__id__exact": april.pk, "contributor__id__exact": line.contributor_id}

        page = self.client.get(reverse("admin:fees_ledgerline_changelist"), asked)

        self.assertEqual([row.pk for row in page.context["cl"].result_list], [line.pk])


class CardPageTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=CHIEF))

    def test_the_next_card_begins_as_this_one(self):
        card = make_card()
        address = reverse("admin:fees_ratecard_copy", args=[card.pk])

        self.client.post(address, {"begins_on": "2023-05-01"})

        made = type(card).objects.get(begins_on=APRIL.replace(month=5))
        said = [sorted(rows.values_list("kind", "amount")) for rows in (card.rates, made.rates)]
        self.assertEqual(said[0], said[1])
        self.assertEqual((made.paid_roles.count(), made.grade_pays.count(), made.used_at), (3, 1, None))

    def test_none_begins_within_a_closed_month(self):
        card = make_card()
        close()

        page = self.client.post(reverse("admin:fees_ratecard_copy", args=[card.pk]), {"begins_on": "2023-03-31"})

        self.assertContains(page, "起用日要在它之后")
        self.assertEqual(type(card).objects.count(), 1)

    def test_a_used_card_is_only_looked_at(self):
        card = make_card()
        close()
        address = reverse("admin:fees_ratecard_change", args=[card.pk])

        self.assertNotContains(self.client.get(address), 'name="_save"')
        self.assertEqual(self.client.post(address, {"name": "改过"}).status_code, 403)

    def test_a_used_card_is_not_deleted_from_the_list_either(self):
        card = make_card()
        close()
        chosen = {"action": "delete_selected", "_selected_action": [card.pk], "post": "yes"}

        self.client.post(reverse("admin:fees_ratecard_changelist"), chosen)

        self.assertTrue(type(card).objects.filter(pk=card.pk).exists())

    def test_one_below_the_law_is_warned_of(self):
        card = make_card(story="80")
        rate = card.rates.get(kind="story")
        photo = card.rates.get(kind="photo")
        rows = {
            "rates-TOTAL_FORMS": 2,
            "rates-INITIAL_FORMS": 2,
            **{
                f"rates-0-{name}": value
                for name, value in (
                    ("id", rate.pk),
                    ("card", card.pk),
                    ("kind", "story"),
                    ("amount", "80"),
                    ("rule", rate.rule_id),
                )
            },
            **{
                f"rates-1-{name}": value
                for name, value in (("id", photo.pk), ("card", card.pk), ("kind", "photo"), ("amount", "30"))
            },
            **{f"{name}-{count}_FORMS": 0 for name in ("grade_pays", "paid_roles") for count in ("TOTAL", "INITIAL")},
        }
        form = {"name": "新标准", "begins_on": "2023-01-01", "unpaid": "lapses", **rows}

        page = self.client.post(reverse("admin:fees_ratecard_change", args=[card.pk]), form, follow=True)

        self.assertContains(page, "低于每千字100元")
