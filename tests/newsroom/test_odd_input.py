"""Addresses that nobody types by accident: they are answered, on both databases."""

from datetime import date

from django.contrib import admin
from django.test import RequestFactory, SimpleTestCase, TestCase
from django.urls import reverse

from articles.models import FrontBlock, Genre
from desk.models import User
from newsroom.groups import EDITOR
from tests.factories import compose, make_article, make_issue, make_page, make_town, make_user
from tests.hanging import does_not_hang
from tests.newsroom.rights import rows

LIST = reverse("admin:articles_article_changelist")
BOARD = reverse("admin:index")
ENDLESS = "9" * 5000


class OddInputTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=EDITOR))

    def test_a_number_of_any_length_finds_nothing_or_filters_nothing(self):
        for digits in (ENDLESS, "9" * 19, "9" * 18):
            for asked in ({"issue": digits}, {"issue": digits, "page_label": "02"}, {"column": digits}):
                with self.subTest(digits=len(digits), asked=list(asked)):
                    self.assertIn(self.client.get(LIST, asked).status_code, (200, 302))

    def test_a_story_of_any_number_is_none(self):
        for digits in (ENDLESS, "9" * 19):
            posted = {"pk": digits, "headline": "标题"}
            answers = [
                self.client.post(reverse("admin:articles_article_preview_body"), posted).status_code,
                self.client.get(f"/admin/articles/article/{digits}/preview/").status_code,
                self.client.post(f"/admin/articles/article/{digits}/change/", {}).status_code,
            ]
            with self.subTest(digits=len(digits)):
                self.assertEqual(set(answers) - {302, 403, 404}, set())

    def test_the_last_day_there_is_shows_the_issue_before_it(self):
        make_issue()

        for day in ("9999-12-31", "0001-01-01", "2023-02-30", "x" * 5000):
            self.assertEqual(self.client.get(BOARD, {"date": day, "edition": "\x00"}).status_code, 200, day[:10])


class AdminsOwnWordsTests(TestCase):
    """What Django's admin reads from every address."""

    def setUp(self):
        self.client.force_login(make_user(is_superuser=True))

    def test_an_empty_name_of_a_field_is_none(self):
        for address in ("admin:articles_genre_delete", "admin:articles_genre_change"):
            address = reverse(address, args=[Genre.objects.create(name="消息").pk])
            self.assertEqual(self.client.get(address, {"_to_field": ""}).status_code, 200)
            self.assertIn(self.client.post(address, {"_to_field": "", "post": "yes"}).status_code, (200, 302))

    def test_the_sign_of_a_wrong_address_beside_another_one(self):
        address = reverse("admin:intake_letter_changelist")

        self.assertRedirects(self.client.get(address, {"e": "1", "nothing": "x"}), f"{address}?e=1")

    def test_a_moment_that_an_address_fills_in(self):
        for model in ("media_photo", "articles_correction", "articles_issue"):
            for name in ("taken_at", "published_at"):
                address = reverse(f"admin:{model}_add")
                self.assertEqual(self.client.get(address, {name: "2023-03-02"}).status_code, 200)

    def test_rows_that_a_form_says_it_had(self):
        """Django holds that number to no bound: the memory of the machine was the bound."""
        page = make_page()
        counted = {"placements-TOTAL_FORMS": "1", "placements-INITIAL_FORMS": "4000000"}

        with does_not_hang(within=4):
            response = self.client.post(reverse("admin:articles_page_change", args=[page.pk]), counted)

        self.assertEqual(response.status_code, 200)

    def test_rows_ticked_by_what_is_no_key(self):
        for model in ("media_photo", "intake_letter", "django_tasks_database_dbtaskresult"):
            address = reverse(f"admin:{model}_changelist")
            for key in ("x", ENDLESS, "-1", "9" * 19, "\x00"):
                posted = {"action": "delete_selected", "_selected_action": [key, "1"]}
                self.assertIn(self.client.post(address, posted).status_code, (200, 302), model)

    def test_many_chosen_by_a_number_that_no_record_has(self):
        address = reverse("admin:auth_group_add")

        response = self.client.post(address, {"name": "校对", "permissions": ["9" * 30]})

        self.assertContains(response, "9" * 20)

    def test_a_block_of_the_front_page_without_its_list(self):
        compose(blocks=[{"kind": "picked"}])
        address = f"/admin/articles/frontblock/{FrontBlock.objects.get().pk}/change/"

        for kind in ("column", "channel", "region", "tag", "page", "", "nothing"):
            response = self.client.post(address, {"kind": kind, "number": 4, **rows(picks=(0, 0))})

            self.assertTrue(response.context["errors"], kind)
        self.assertEqual(FrontBlock.objects.get().kind, "picked")

    def test_a_button_that_no_form_has(self):
        response = self.client.post(reverse("admin:articles_issue_add"), {"_saveasnew": "1"})

        self.assertEqual(response.status_code, 200)

    def test_more_parameters_than_are_taken(self):
        for address in ("/", "/nowhere/", "/admin/", "/search/"):
            response = self.client.get(address, {f"a{number}": "" for number in range(10_001)})

            self.assertContains(response, "网址过长", status_code=414)


class ChoiceTests(SimpleTestCase):
    """Sought by typing, in every form of the admin: an address or a form may name them by anything."""

    def test_what_is_no_key_is_not_looked_up(self):
        for own in admin.site._registry.values():
            for one in (own, *(inline(own.model, admin.site) for inline in own.inlines)):
                for name in one.autocomplete_fields:
                    with self.subTest(of=one.__class__.__name__, field=name):
                        self.assert_takes_anything(one, name)

    def assert_takes_anything(self, one, name):
        asked = RequestFactory().get("/")
        asked.user = User(is_superuser=True)
        field = one.formfield_for_dbfield(one.model._meta.get_field(name), asked)

        for said in ("x", "9" * 30, "\x00", "-1", "²"):
            self.assertIn(f'name="{name}"', field.widget.render(name, [said]))


class NulTests(TestCase):
    """PostgreSQL takes no NUL in a text."""

    def setUp(self):
        self.client.force_login(make_user(group=EDITOR))

    def test_is_dropped_from_the_boards_address(self):
        extra = make_issue(on=date(2023, 3, 2), edition="extra")

        response = self.client.get(BOARD, {"date": "2023-03-02", "edition": "ex\x00tra"})

        self.assertEqual(response.context["board"].issue, extra)

    def test_is_dropped_from_a_search_for_a_region(self):
        make_town()
        asked = {"app_label": "articles", "model_name": "articleregion", "field_name": "region", "term": "\x00店口"}

        response = self.client.get(reverse("admin:autocomplete"), asked)

        self.assertEqual(len(response.json()["results"]), 1)

    def test_is_dropped_from_what_is_typed(self):
        story, to = make_article(), make_user(group=EDITOR)

        noted = {"words": "请\x00核对", "to": to.pk, "to_all": "1"}
        self.client.post(reverse("admin:articles_article_notes", args=[story.pk]), noted)

        self.assertEqual(story.notes.get().words, "请核对")

    def test_is_dropped_from_filters_and_searches(self):
        make_article(headline="工会送清凉")

        for asked in ({"q": "\x00送清凉"}, {"state": "dra\x00ft"}, {"region": "\x00"}, {"\x00": "x\x00"}):
            with self.subTest(asked=asked):
                self.assertIn(self.client.get(LIST, asked).status_code, (200, 302))
        self.assertContains(self.client.get(LIST, {"state": "dra\x00ft"}), "工会送清凉")
