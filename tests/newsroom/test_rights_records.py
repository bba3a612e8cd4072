from django.forms import model_to_dict
from django.urls import reverse
from django.utils import timezone

from articles.models import Channel, Genre, Phrase
from bylines.models import Contributor
from bylines.private import of_phone
from desk.models import Desk, Paper, User
from intake.models import ConsentText, OwnLink, PrintNotice, Routing
from media.models import Photo
from newsroom.groups import CHIEF, EDITOR, PHOTOGRAPHER, REPORTER
from tests.factories import (
    illustrate,
    make_article,
    make_column,
    make_contributor,
    make_desk,
    make_photo,
    make_published,
    make_region,
    make_user,
)
from tests.media.test_photo_admin import typed as photo_form
from tests.newsroom.rights import RightsTestCase, rows
from tests.pictures import upload


class PhotoRightTests(RightsTestCase):
    def test_uploading(self):
        self.assert_open_to("photos", lambda user: self.add(Photo, **photo_form(picture=upload())))

    def test_captioning_the_own_photo(self):
        self.assert_open_to("photos", lambda user: self.caption(make_photo(uploaded_by=user)))

    def test_deleting_the_own_photo_that_no_story_uses(self):
        self.assert_open_to("photos", lambda user: self.delete(make_photo(uploaded_by=user)))

    def test_captioning_the_photo_of_a_colleague(self):
        self.assert_open_to("edit_others", lambda user: self.caption(make_photo(uploaded_by=make_user())))

    def test_deleting_the_photo_of_a_colleague_that_no_story_uses(self):
        self.assert_open_to("edit_others", lambda user: self.delete(make_photo(uploaded_by=make_user())))

    def test_nobody_deletes_a_photo_that_a_story_uses(self):
        for name in (REPORTER, EDITOR, CHIEF, PHOTOGRAPHER):
            user = make_user(group=name)
            photo = illustrate(article=make_article(), photo=make_photo(uploaded_by=user)).photo
            self.client.force_login(user)
            with self.subTest(group=name):
                self.assertFalse(self.delete(photo))

    def caption(self, photo):
        return self.change(photo, "caption", "改过的图片说明。", photo_form())


class RegisterRightTests(RightsTestCase):
    def test_entering_a_contributor(self):
        form = {"name": "林岚", "usual_role": "reporter", **rows(terms=(0, 0), pen_names=(0, 0))}

        self.assert_open_to("register", lambda user: self.add(Contributor, **form))

    def test_renaming_a_contributor(self):
        form = {"usual_role": "reporter", **rows(terms=(0, 0), pen_names=(0, 0))}

        self.assert_open_to("register", lambda user: self.change(make_contributor(), "name", "林兰", form))

    def test_merging_two_records(self):
        self.assert_open_to("merge", lambda user: self.merge(make_contributor(), make_contributor()))

    def test_private_details(self):
        self.assert_open_to("private", lambda user: self.keep_phone(make_contributor()))

    def merge(self, one, other):
        address = f"{reverse('admin:bylines_contributor_merge')}?first={one.pk}&second={other.pk}"
        self.client.post(address, {"merge": "1", "into": one.pk})
        return not Contributor.objects.standing().filter(pk=other.pk).exists()

    def keep_phone(self, person):
        number = f"1390000{person.pk:04}"
        self.client.post(reverse("admin:bylines_contributor_private", args=[person.pk]), {"keep": "1", "phone": number})
        return of_phone(number) == person


class CorrespondentRightTests(RightsTestCase):
    def test_making_a_link_to_the_own_work(self):
        person = make_contributor()

        def make(user):
            before = OwnLink.objects.count()
            self.client.post(f"/admin/own-links/{person.pk}/", {"_make": "1", "days": "90"})
            return OwnLink.objects.count() > before

        self.assert_open_to("correspondents", make)

    def test_ticking_off_who_was_told(self):
        def tick_off(user):
            story, person = make_published(), make_contributor()
            notice = PrintNotice.objects.create(article=story, contributor=person, untold_since=timezone.now())
            self.choose("tick_off", notice)
            return notice.settled_at

        self.assert_open_to("correspondents", tick_off)


class SettingsRightTests(RightsTestCase):
    def test_the_papers_own_record(self):
        form = model_to_dict(Paper.current(), exclude=["masthead", "ranking_since"])

        self.assert_open_to("settings", lambda user: self.change(Paper.current(), "name", f"{user}报", form))

    def test_a_new_consent_text(self):
        form = {"text": "同意。", "since_0": "2026-03-02", "since_1": "08:00:00"}

        self.assert_open_to("settings", lambda user: self.add(ConsentText, **form))

    def test_a_new_way_of_submissions(self):
        self.assert_open_to(
            "settings", lambda user: self.add(Routing, column=make_column(name=f"{user}栏").pk, desk=make_desk().pk)
        )

    def test_a_new_phrase(self):
        form = {"text": "涉及到", "kind": "fixed", "suggestion": "涉及", "level": "warning"}

        self.assert_open_to("settings", lambda user: self.add(Phrase, **{**form, "text": f"涉及到{user.pk}"}))

    def test_a_new_desk(self):
        self.assert_open_to("settings", lambda user: self.add(Desk, name=f"{user}部", order=1))

    def test_a_new_account(self):
        secret = {"password1": "moon-over-the-press", "password2": "moon-over-the-press", "usable_password": "true"}

        self.assert_open_to("settings", lambda user: self.add(User, username=f"new-{user.pk}", **secret))

    def test_a_new_genre_and_a_new_channel(self):
        for model in (Genre, Channel):
            self.assert_open_to("settings", lambda user, model=model: self.add(model, name=f"新{user.pk}", order=1))

    def test_deleting_a_column_that_no_story_uses(self):
        self.assert_open_to("settings", lambda user: self.delete(make_column(name=f"专栏{user.pk}")))

    def test_a_short_name_of_a_region(self):
        region = make_region()

        self.assert_open_to("settings", lambda user: self.call(region, f"暨阳{user.pk}"))

    def test_looking_into_the_audit_log(self):
        self.assert_open_to("settings", lambda user: self.client.get("/admin/desk/auditentry/").status_code == 200)

    def call(self, region, name):
        fixed = {"code": region.code, "level": region.level, "parent": region.parent_id}
        self.change(region, "name", region.name, {**fixed, **rows(aliases=(1, 0)), "aliases-0-name": name})
        return region.aliases.filter(name=name).exists()
