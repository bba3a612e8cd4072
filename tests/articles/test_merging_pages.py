from datetime import date

from django.test import TestCase
from django.urls import reverse

from articles.merging import merge
from bylines import private
from bylines.models import Contributor, Merging, TwoPeople
from newsroom.groups import DESK_EDITOR, EDITOR, REPORTER
from tests.factories import (
    correspondent,
    make_article,
    make_contributor,
    make_photo,
    make_published,
    make_user,
    photographer,
    reporter,
)
from tests.newsroom.rights import rows

LIST = "/admin/bylines/contributor/"


class MergingPagesTestCase(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=EDITOR))
        self.one = make_contributor(name="周永玮", unit="诸暨总工会")
        self.other = make_contributor(name="周永卫", unit="诸暨市总工会")
        self.address = f"{LIST}merge/?first={self.one.pk}&second={self.other.pk}"

    def form_of(self, person):
        return reverse("admin:bylines_contributor_change", args=[person.pk])


class ComparisonTests(MergingPagesTestCase):
    def test_counts_what_would_move_and_lets_the_fuller_record_stay(self):
        make_published(by=[reporter("周永玮")])
        make_article(by=[reporter("周永玮")])
        self.one.terms.create(since=date(2023, 3, 2))

        shown = self.client.get(self.address).context

        [side, empty] = shown["sides"]
        self.assertEqual((side.stories, side.photos, empty.stories), (2, 0, 0))
        self.assertEqual([number for _label, number in side.rows[:2]], [1, 0])
        self.assertEqual(shown["left"], self.one)

    def test_says_that_both_have_one_phone_without_a_look_at_it(self):
        for person in (self.one, self.other):
            private.keep(person, None, phone="13900000001")

        response = self.client.get(self.address)

        self.assertTrue(response.context["is_same_phone"])
        self.assertNotContains(response, "13900000001")

    def test_merges_into_the_one_that_was_chosen(self):
        response = self.client.post(self.address, {"merge": "1", "into": self.other.pk})

        self.assertRedirects(response, self.form_of(self.other))
        self.assertEqual(Contributor.objects.standing().get(), self.other)

    def test_refuses_in_words_what_the_credits_forbid(self):
        story = make_article(by=[correspondent("周永玮"), correspondent("周永卫")])
        photo = make_photo(by=[photographer("周永玮"), photographer("周永卫")])

        shown = self.client.get(self.address)
        response = self.client.post(self.address, {"merge": "1", "into": self.other.pk}, follow=True)

        self.assertContains(shown, reverse("admin:articles_article_change", args=[story.pk]))
        self.assertContains(shown, reverse("admin:media_photo_change", args=[photo.pk]))
        self.assertEqual(len(response.context["messages"]), 1)
        self.assertFalse(Merging.objects.exists())

    def test_of_nobody_chosen_merges_nobody(self):
        for said in ({}, {"into": "1e9"}, {"into": "0"}):
            self.client.post(self.address, {"merge": "1", **said})

        self.assertFalse(Merging.objects.exists())

    def test_remembers_that_they_are_two(self):
        self.client.post(self.address, {"two": "1"})

        self.assertEqual(TwoPeople.objects.count(), 1)
        self.assertEqual(self.client.get(f"{LIST}doubles/").context["doubles"], [])

    def test_is_not_there_for_one_person_or_none(self):
        for query in (
            "",
            f"first={self.one.pk}&second={self.one.pk}",
            f"first={self.one.pk}&second=99999999999999999999",
        ):
            self.assertEqual(self.client.get(f"{LIST}merge/?{query}").status_code, 404, query)

    def test_is_for_those_who_may_merge(self):
        for group in (DESK_EDITOR, REPORTER):
            self.client.force_login(make_user(group=group))
            self.assertEqual(self.client.get(self.address).status_code, 403)
            self.assertEqual(self.client.post(self.address, {"merge": "1", "into": self.one.pk}).status_code, 403)
            self.assertEqual(self.client.get(f"{LIST}doubles/").status_code, 403)
        self.assertFalse(Merging.objects.exists())

    def test_is_reached_from_two_that_are_ticked(self):
        ticked = {"action": "compare_two", "_selected_action": [self.one.pk, self.other.pk]}

        self.assertRedirects(self.client.post(LIST, ticked), self.address)


class DoublesPageTests(MergingPagesTestCase):
    def test_names_both_and_leads_to_their_comparison(self):
        self.assertContains(self.client.get(f"{LIST}doubles/"), self.address.replace("&", "&amp;"))

    def test_asks_no_more_for_many_than_for_one(self):
        self.client.get(f"{LIST}doubles/")
        with self.assertNumQueries(10):
            self.client.get(f"{LIST}doubles/")
        for name in ("何青", "江望"):
            for _time in range(2):
                make_contributor(name=name)
        with self.assertNumQueries(10):
            self.assertEqual(len(self.client.get(f"{LIST}doubles/").context["doubles"]), 3)


class DoublesOnTheFormTests(MergingPagesTestCase):
    def test_stand_there_with_the_way_to_their_comparison(self):
        self.assertContains(self.client.get(self.form_of(self.one)), self.address.replace("&", "&amp;"))
        TwoPeople.objects.create(first=self.one, second=self.other)

        self.assertNotContains(self.client.get(self.form_of(self.one)), self.address.replace("&", "&amp;"))

    def test_are_told_to_whoever_enters_somebody_again(self):
        for group, is_there in ((EDITOR, True), (DESK_EDITOR, False)):
            self.client.force_login(make_user(group=group))
            form = {
                "name": "周永卫",
                "unit": "诸暨总工会",
                "usual_role": "reporter",
                **rows(terms=(0, 0), pen_names=(0, 0)),
            }
            response = self.client.post(f"{LIST}add/", form, follow=True)
            told = [str(message) for message in response.context["messages"] if message.level_tag == "warning"]
            self.assertEqual((len(told), "merge/?" in told[0]), (1, is_there), group)


class UndoTests(MergingPagesTestCase):
    def setUp(self):
        super().setUp()
        self.merging = merge(self.one, self.other)
        self.undo = f"{LIST}{self.other.pk}/unmerge/"

    def test_stands_on_the_form_of_who_is_left(self):
        self.assertContains(self.client.get(self.form_of(self.other)), self.undo)

    def test_lets_both_stand_again(self):
        self.client.post(self.undo, {"merging": self.merging.pk})

        self.assertEqual(Contributor.objects.standing().count(), 2)
        self.assertNotContains(self.client.get(self.form_of(self.other)), self.undo)

    def test_is_done_by_a_press_only_and_by_those_who_may(self):
        self.assertEqual(self.client.get(self.undo).status_code, 405)
        self.client.force_login(make_user(group=DESK_EDITOR))

        self.assertNotContains(self.client.get(self.form_of(self.other)), self.undo)
        self.assertEqual(self.client.post(self.undo, {"merging": self.merging.pk}).status_code, 403)
        self.assertEqual(Contributor.objects.standing().count(), 1)
