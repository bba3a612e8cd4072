from django.contrib.auth.models import Permission
from django.test import TestCase
from django.urls import reverse

from bylines.models import Byline, Role
from newsroom.groups import EDITOR
from tests.factories import credit, make_article, make_contributor, make_photo, make_user, reporter, story_form
from tests.media.test_photo_admin import change as photo_address


def typed(*rows):
    """What a form sends of its credits: rows of (byline or None, contributor, what else differs)."""
    stored = [byline for byline, _contributor, _fields in rows if byline]
    form = {"bylines-TOTAL_FORMS": len(rows), "bylines-INITIAL_FORMS": len(stored)}
    for number, (byline, contributor, fields) in enumerate(rows):
        printed = {"id": byline.pk, "name": byline.name, "unit": byline.unit} if byline else {}
        row = {"role": Role.REPORTER, "order": number, **printed, "contributor": contributor.pk, **fields}
        form |= {f"bylines-{number}-{name}": value for name, value in row.items()}
    return form


class BylineRowsTestCase(TestCase):
    def setUp(self):
        self.client.force_login(make_user(group=EDITOR))
        self.article = make_article(by=[reporter("王一"), reporter("王二")])
        self.first, self.second = self.article.bylines.all()
        self.one, self.two = self.first.contributor, self.second.contributor

    def save(self, *rows):
        address = reverse("admin:articles_article_change", args=[self.article.pk])
        return self.client.post(address, {**story_form(self.article), **typed(*rows)})

    def printed(self):
        return [(byline.contributor.name, byline.name, byline.unit) for byline in self.article.bylines.all()]


class AnotherContributorTests(BylineRowsTestCase):
    def setUp(self):
        super().setUp()
        self.three = make_contributor(name="王三", unit="总工会")
        self.second.delete()

    def test_is_printed_by_the_own_name(self):
        self.save((self.first, self.three, {}))

        self.assertEqual(self.printed(), [("王三", "王三", "")])

    def test_is_printed_with_the_own_unit_where_one_was_printed(self):
        Byline.objects.update(unit="机床厂")
        self.first.refresh_from_db()

        self.save((self.first, self.three, {}))

        self.assertEqual(self.printed(), [("王三", "王三", "总工会")])

    def test_is_printed_as_the_editor_says(self):
        self.save((self.first, self.three, {"name": "三羊", "unit": "文工团"}))

        self.assertEqual(self.printed(), [("王三", "三羊", "文工团")])

    def test_the_same_one_stays_as_printed(self):
        make = self.one
        make.name = "王壹"
        make.save()

        self.save((self.first, self.one, {"order": 3}))

        self.assertEqual(self.printed(), [("王壹", "王一", "")])


class TwoOfOneTests(BylineRowsTestCase):
    refusal = "王一已在此以“记者”署名。"

    def test_in_the_same_form_are_refused_by_name(self):
        response = self.save((self.first, self.one, {}), (None, self.one, {}))

        self.assertContains(response, self.refusal)
        self.assertEqual(self.article.bylines.count(), 2)

    def test_are_refused_when_one_was_added_meanwhile(self):
        response = self.save((None, self.one, {}))

        self.assertContains(response, self.refusal)

    def test_are_no_two_when_one_of_them_goes(self):
        self.save((self.first, self.two, {}), (self.second, self.two, {"DELETE": "on"}))

        self.assertEqual(self.printed(), [("王二", "王二", "")])

    def test_are_allowed_in_two_roles(self):
        self.save((self.first, self.one, {}), (None, self.one, {"role": Role.PHOTOGRAPHER}))

        self.assertEqual(self.article.bylines.filter(contributor=self.one).count(), 2)

    def test_are_refused_under_a_photo_too(self):
        photo = make_photo()
        credit(by=[(Role.PHOTOGRAPHER, "马敏")], photo=photo)
        taken = photo.bylines.get().contributor

        response = self.client.post(
            photo_address(photo), {"caption": "", **typed((None, taken, {"role": Role.PHOTOGRAPHER}))}
        )

        self.assertContains(response, "马敏已在此以“摄影”署名。")


class LookedAtTests(BylineRowsTestCase):
    def test_whoever_may_only_look_at_credits_still_saves_the_story(self):
        looker = make_user()
        for name in (
            "change_article",
            "edit_others_article",
            "see_all_desks_article",
            "all_desks_article",
            "view_byline",
        ):
            looker.user_permissions.add(Permission.objects.get(codename=name))
        self.client.force_login(looker)

        response = self.save((self.first, self.two, {}), (self.second, self.one, {}))

        self.assertEqual(response.status_code, 302)
        self.assertEqual(self.printed(), [("王一", "王一", ""), ("王二", "王二", "")])


class ChangingPlacesTests(BylineRowsTestCase):
    def test_two_contributors_change_places(self):
        self.save((self.first, self.two, {}), (self.second, self.one, {}))

        self.assertEqual(self.printed(), [("王二", "王二", ""), ("王一", "王一", "")])
        self.assertEqual([row.pk for row in self.article.bylines.all()], [self.first.pk, self.second.pk])
