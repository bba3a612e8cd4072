"""Forms that no page has sent: a sentence answers them, and what they name besides stays as it is."""

from django.urls import reverse

from articles.models import Article, Illustration, PreviewLink
from articles.models.article import Stage
from bylines.models import Byline, Contributor
from desk.models import User
from media.models import Photo
from newsroom.groups import CHIEF, DESK_EDITOR, REPORTER
from tests.factories import story_form
from tests.newsroom.rights import rows
from tests.permissions.addresses import one_a_route
from tests.permissions.asking import form_in
from tests.permissions.table import ROWS
from tests.permissions.test_matrix import MatrixTestCase
from tests.permissions.visitors import SUPERUSER

# Words, signs that only look like figures, more than a database takes for a number.
NO_KEYS = ("abc", "²", "9" * 19)


class ForgedFormTests(MatrixTestCase):
    """A form carries more than its fields: what is not asked for is not taken. One world for all of them."""

    def send(self, visitor, story, **fields):
        story.refresh_from_db()
        form = {**story_form(story), "headline": "改过的标题", **fields}
        return self.client_of(visitor).post(reverse("admin:articles_article_change", args=[story.pk]), form)

    def own_draft(self, visitor=REPORTER):
        return Article.objects.get(pk=self.world.key("an own draft", visitor))

    def test_a_key_that_no_record_has_is_refused_in_words(self):
        for row in one_a_route(ROWS, self.address):
            if row.address.endswith(("/add/", "/change/")) and row.cells[-1] == "w":
                page = self.ask(row, SUPERUSER, printed=True)[0]
                for no_key in NO_KEYS:
                    form = {name: no_key if is_key(name, value) else value for name, value in form_in(page).items()}
                    answer, _written = self.ask(row, SUPERUSER, "post", form)
                    with self.subTest(address=row.address, key=no_key[:3]):
                        self.assertIn(answer.status_code, (200, 302))

    def test_nor_is_one_of_many(self):
        address = reverse("admin:desk_user_change", args=[self.world.keys["a colleague"]])
        for field in ("groups", "desks", "user_permissions"):
            for no_key in NO_KEYS:
                answer = self.client_of(SUPERUSER).post(address, {"username": "colleague", field: [no_key]})

                self.assertIn(field, answer.context["adminform"].form.errors, no_key[:3])

    def test_takes_no_field_that_it_does_not_ask_for(self):
        story, somebody = self.own_draft(), self.world.somebody
        forged = {
            **{"stage": Stage.READY, "published_at": "2023-03-02", "published_at_0": "2023-03-02"},
            **{
                "published_at_1": "06:00",
                "withdrawn_at": "2023-03-02",
                "created_by": somebody.pk,
                "version": 9,
                "id": 1,
            },
            **{"id": 1, "length": 9, "created_at": "2001-01-01", "pk": self.world.keys["published, of the desk"]},
        }

        self.send(REPORTER, story, **forged)

        story.refresh_from_db()
        said = (story.headline, story.stage, story.published_at, story.withdrawn_at, story.created_by)
        self.assertEqual(said, ("改过的标题", Stage.DRAFT, None, None, self.users[REPORTER]))

    def test_takes_no_row_of_another_story(self):
        """By its hidden number, be it to change it, to take it over or to delete it."""
        theirs = self.world.made["published, of another desk"].bylines.get()
        before = Byline.objects.filter(pk=theirs.pk).values().get()
        for visitor in (REPORTER, DESK_EDITOR):
            story = self.own_draft(visitor)
            taken = {"bylines-0-id": theirs.pk, "bylines-0-article": story.pk, "bylines-0-contributor": 1}
            for more in ({"bylines-0-role": "author", "bylines-0-name": "冒名"}, {"bylines-0-DELETE": "on"}):
                self.send(visitor, story, **rows(bylines=(1, 1)), **taken, **more)

                self.assertEqual(Byline.objects.filter(pk=theirs.pk).values().get(), before)

    def test_hangs_no_row_on_another_story(self):
        """The row's own field says whose it is: the form does not listen to it."""
        other, story = self.world.made["a draft of another desk"], self.own_draft()
        photo, count = self.world.keys["a colleague's photo"], other.illustrations.count()
        row = {"illustrations-0-article": other.pk, "illustrations-0-photo": photo, "illustrations-0-order": 0}

        self.send(REPORTER, story, **rows(illustrations=(1, 0)), **row)

        self.assertEqual(other.illustrations.count(), count)
        self.assertFalse(Illustration.objects.filter(article=other, photo=photo).exists())

    def test_places_nothing_on_a_page_without_the_right(self):
        story, page = self.own_draft(), self.world.keys["page being planned"]

        self.send(REPORTER, story, **rows(placements=(1, 0)), **{"placements-0-page": page, "placements-0-order": 0})

        self.assertFalse(story.placements.exists())

    def test_enters_no_correction_without_the_right(self):
        story = self.own_draft()
        row = {"corrections-0-wrong": "甲", "corrections-0-right": "乙", "corrections-0-published_at_0": "2023-03-02"}

        self.send(REPORTER, story, **rows(corrections=(1, 0)), **row, **{"corrections-0-published_at_1": "06:00"})

        self.assertFalse(story.corrections.exists())

    def test_revokes_no_link_of_another_story(self):
        link = PreviewLink.objects.live().get(article=self.world.made["a draft of another desk"])
        address = reverse("admin:articles_article_preview_links", args=[self.own_draft().pk])

        answer = self.client_of(REPORTER).post(address, {"_revoke": link.pk})

        link.refresh_from_db()
        self.assertEqual((answer.status_code, link.revoked_at), (404, None))

    def test_a_photo_is_not_given_to_somebody_else(self):
        photo = self.world.own[REPORTER]["an own photo"]
        address = reverse("admin:media_photo_change", args=[photo])

        self.client_of(REPORTER).post(address, {"uploaded_by": self.world.somebody.pk, "key": "x", "caption": "改过"})

        self.assertEqual(Photo.objects.get(pk=photo).uploaded_by, self.users[REPORTER])

    def test_a_contributor_is_nobodys_login_by_a_forged_field_of_a_list(self):
        contributor = Contributor.objects.get(name="李凡")
        listed = {**rows(form=(1, 1)), "form-0-id": contributor.pk, "form-0-name": "改过", "_save": "1"}

        self.client_of(DESK_EDITOR).post(reverse("admin:bylines_contributor_changelist"), listed)

        contributor.refresh_from_db()
        self.assertEqual(contributor.name, "李凡")

    def test_my_settings_change_nothing_else_of_me(self):
        before = User.objects.filter(username=REPORTER).values("is_superuser", "email", "username").get()
        forged = {"is_superuser": "on", "email": "x@evil.example", "username": "x", "groups": [1, 2, 3], "pk": 1}

        self.client_of(REPORTER).post("/admin/my-settings/", {"notices_by_mail": "never", **forged})

        user = User.objects.get(pk=self.users[REPORTER].pk)
        self.assertEqual({name: getattr(user, name) for name in before}, before)
        self.assertEqual([group.name for group in user.groups.all()], [REPORTER])

    def test_a_chief_gives_an_account_no_right_by_the_form_for_new_ones(self):
        secret = {"password1": "moon-over-the-press", "password2": "moon-over-the-press", "usable_password": "true"}
        forged = {"is_superuser": "on", "user_permissions": [1, 2], "is_staff": "on"}

        self.client_of(CHIEF).post(reverse("admin:desk_user_add"), {"username": "new", **secret, **forged})

        made = User.objects.get(username="new")
        self.assertEqual((made.is_superuser, made.user_permissions.count()), (False, 0))


def is_key(name, value):
    return not name.endswith("_FORMS") and (value.isdecimal() or name.split("-")[-1] in CHOSEN)


CHOSEN = ("lead", "article", "column", "channel", "region", "tag", "contributor", "photo", "page", "user", "parent")
