from django.contrib.auth.models import Permission
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Column, Doubt
from bylines.models import Byline, Contributor
from bylines.printing import print_byline
from desk.models import AuditEntry
from newsroom.groups import EDITOR, REPORTER
from tests.factories import (
    credit,
    illustrate,
    make_article,
    make_contributor,
    make_published,
    make_region,
    make_user,
    photographer,
    reporter,
)
from tests.opened import opened

UNKNOWN = {"name": "何青", "role": "correspondent", "standing": "", "unit": "", "order": 1}


def doubt_about(article, code="name-unknown", **about):
    return Doubt.objects.create(article=article, code=code, message="此人未列入作者库： 何青", about=about)


class StepTestCase(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR)
        self.client.force_login(self.editor)
        self.article = make_article(by=[reporter("林岚")])
        Byline.objects.create(
            article=self.article, contributor=make_contributor(name="江望"), role="correspondent", order=2
        )

    def address(self, article=None):
        return reverse("admin:articles_article_change", args=[(article or self.article).pk])

    def open(self, article=None):
        return opened(self.client.get(self.address(article)))

    def press(self, doubt, verb, form=None, **typed):
        form = form or self.open(doubt.article)
        return self.client.post(self.address(doubt.article), {**form, **typed, "_step": f"{doubt.pk}:{verb}"})

    def printed(self, article=None):
        return print_byline((article or self.article).bylines.all())


class UnknownNameTests(StepTestCase):
    def setUp(self):
        super().setUp()
        self.doubt = doubt_about(self.article, **UNKNOWN)

    def test_is_entered_credited_in_its_place_and_settled(self):
        response = self.press(self.doubt, "enter")

        self.assertRedirects(response, f"{self.address()}#doubts-group", fetch_redirect_response=False)
        self.assertEqual(self.printed(), "记者林岚 通讯员何青、江望")
        self.assertEqual(Contributor.objects.get(name="何青").usual_role, "correspondent")
        self.doubt.refresh_from_db()
        self.assertEqual(self.doubt.settled_by, self.editor)

    def test_every_act_of_it_is_in_the_audit_log(self):
        self.press(self.doubt, "enter")

        entries = AuditEntry.objects.filter(by=self.editor, verb__in=["enter", "credit"]).values_list(
            "verb", "kind", "words"
        )
        self.assertCountEqual(entries, [("enter", "contributor", "何青"), ("credit", "article", "何青")])

    def test_what_else_was_typed_is_saved_with_it(self):
        self.press(self.doubt, "enter", body="改过的正文。")

        self.article.refresh_from_db()
        self.assertEqual((self.article.body, self.article.version), ("改过的正文。", 3))

    def test_is_put_right_before_it_is_entered(self):
        typed = {"doubts-0-name": "何菁", "doubts-0-word": "reporter", "doubts-0-unit": "江畔区总工会"}

        self.press(self.doubt, "enter", **typed)

        self.assertEqual(self.printed(), "记者林岚、何菁 通讯员江望")
        self.assertEqual(str(Contributor.objects.get(name="何菁")), "何菁（江畔区总工会）")

    def test_what_is_no_name_is_refused(self):
        response = self.press(self.doubt, "enter", **{"doubts-0-name": "<script>", "doubts-0-word": "reporter"})

        self.assertContains(response, "姓名须含文字")
        self.assertEqual(self.printed(), "记者林岚 通讯员江望")

    def test_is_somebody_of_the_register_under_another_name(self):
        person = make_contributor(name="何菁", unit="甲厂")

        self.assertContains(self.client.get(self.address()), f'value="{self.doubt.pk}:is-{person.pk}"')
        self.press(self.doubt, f"is-{person.pk}")

        byline = self.article.bylines.get(contributor=person)
        self.assertEqual((byline.name, byline.role), ("何青", "correspondent"))
        self.assertFalse(Contributor.objects.filter(name="何青").exists())

    def test_is_anybody_whom_the_editor_looks_up(self):
        person = make_contributor(name="叶知秋")

        self.press(self.doubt, "is", **{"doubts-0-person": person.pk})

        self.assertTrue(self.article.bylines.filter(contributor=person, name="何青").exists())

    def test_who_was_entered_meanwhile_is_not_entered_again(self):
        form = self.open()
        person = make_contributor(name="何青", unit="甲厂")

        self.press(self.doubt, "enter", form)

        self.assertEqual(self.article.bylines.get(name="何青").contributor, person)

    def test_a_namesake_can_be_another_person(self):
        make_contributor(name="何青", unit="甲厂")

        self.assertContains(self.client.get(self.address()), f'value="{self.doubt.pk}:another"')
        self.press(self.doubt, "another", **{"doubts-0-unit": "乙厂"})

        self.assertEqual(self.article.bylines.get(name="何青").contributor.unit, "乙厂")

    def test_every_doubt_about_the_name_is_settled_at_once(self):
        doubt_about(self.article, "name-unsure", name="何青")
        doubt_about(self.article, **{**UNKNOWN, "role": "photographer", "standing": "correspondent", "order": 3})
        other = doubt_about(self.article, **{**UNKNOWN, "name": "何菁"})

        self.press(self.doubt, "enter")

        self.assertEqual(self.article.bylines.filter(name="何青").count(), 2)
        self.assertEqual(list(Doubt.objects.open()), [other])

    def test_a_published_story_is_listed_with_its_writer_at_once(self):
        article = make_published()

        self.press(doubt_about(article, **UNKNOWN), "enter")

        self.assertTrue(article.listings.filter(key=str(Contributor.objects.get(name="何青").pk)).exists())

    def test_a_name_outside_of_every_role_stands_behind_the_others(self):
        doubt = doubt_about(self.article, "name-unsure", name="叶知秋")

        self.press(doubt, "enter", **{"doubts-1-word": "author"})

        self.assertEqual(self.article.bylines.get(name="叶知秋").order, 3)
        self.assertEqual(self.printed(), "记者林岚 通讯员江望 叶知秋")


class PhotoNameTests(StepTestCase):
    def setUp(self):
        super().setUp()
        self.photo = illustrate(article=self.article).photo
        about = {"name": "何青", "role": "photographer", "standing": "correspondent", "order": 0}
        self.doubt = doubt_about(self.article, **about, photo=self.photo.pk)

    def test_stands_under_the_photo(self):
        self.press(self.doubt, "enter")

        byline = self.photo.bylines.get()
        self.assertEqual((byline.name, byline.role, byline.standing), ("何青", "photographer", "correspondent"))
        self.assertFalse(self.article.bylines.filter(name="何青").exists())

    def test_of_a_photo_that_left_the_story_is_refused(self):
        self.article.illustrations.all().delete()

        response = self.press(self.doubt, "enter")

        self.assertContains(response, "图片已不在本稿中")
        self.assertFalse(Contributor.objects.filter(name="何青").exists())


class SharedNameTests(StepTestCase):
    def setUp(self):
        super().setUp()
        self.first = make_contributor(name="何青", unit="甲厂", region=make_region())
        self.other = make_contributor(name="何青", unit="乙厂")
        credit(by=[photographer("何青")], article=self.article)
        self.doubt = doubt_about(
            self.article, "name-shared", name="何青", role="photographer", order=0, contributor=self.first.pk
        )

    def test_shows_of_each_the_unit_region_and_work(self):
        response = self.client.get(self.address())

        self.assertContains(response, "何青（甲厂） · 诸暨市 · 记者 · 署名1次")
        self.assertContains(response, "何青（乙厂） · 记者 · 署名0次")

    def test_the_other_one_takes_the_place_of_the_first(self):
        self.press(self.doubt, f"is-{self.other.pk}")

        byline = self.article.bylines.get(name="何青")
        self.assertEqual((byline.contributor, byline.role, byline.order), (self.other, "photographer", 0))

    def test_the_first_one_can_be_the_right_one(self):
        before = self.article.bylines.get(name="何青")

        self.press(self.doubt, f"is-{self.first.pk}")

        self.assertEqual(self.article.bylines.get(name="何青"), before)
        self.assertQuerySetEqual(Doubt.objects.open(), [])

    def test_a_third_one_is_entered(self):
        self.press(self.doubt, "another", **{"doubts-0-unit": "丙厂"})

        self.assertEqual(self.article.bylines.get(name="何青").contributor.unit, "丙厂")


class UnknownColumnTests(StepTestCase):
    def setUp(self):
        super().setUp()
        self.doubt = doubt_about(self.article, "column-unknown", column="一线故事")

    def column(self):
        self.article.refresh_from_db()
        return self.article.column

    def test_is_founded_and_holds_the_story(self):
        self.press(self.doubt, "found")

        self.assertEqual(self.column().name, "一线故事")
        self.assertEqual(AuditEntry.objects.get(verb="found").by, self.editor)
        self.assertQuerySetEqual(Doubt.objects.open(), [])

    def test_is_one_that_runs_under_a_name_like_it(self):
        running = Column.objects.create(name="一线的故事")

        self.assertContains(self.client.get(self.address()), f'value="{self.doubt.pk}:file-{running.pk}"')
        self.press(self.doubt, f"file-{running.pk}")

        self.assertEqual(self.column(), running)

    def test_needs_letters(self):
        response = self.press(self.doubt, "found", **{"doubts-0-column": "！！"})

        self.assertContains(response, "专栏名须含文字")
        self.assertFalse(Column.objects.exists())


class RefusedStepTests(StepTestCase):
    def setUp(self):
        super().setUp()
        self.doubt = doubt_about(self.article, **UNKNOWN)

    def assert_nothing_done(self):
        self.assertFalse(Contributor.objects.filter(name="何青").exists())
        self.assertTrue(Doubt.objects.open().filter(pk=self.doubt.pk).exists())
        self.assertEqual(self.article.bylines.count(), 2)

    def test_without_the_right_to_enter_names(self):
        self.editor.groups.clear()
        rights = ["view_article", "change_article", "edit_others_article", "see_all_desks_article"]
        rights += ["all_desks_article"]
        rights += ["view_doubt", "change_doubt", "view_byline", "change_byline", "view_contributor"]
        self.editor.user_permissions.set(Permission.objects.filter(codename__in=rights))

        self.assertContains(self.client.get(self.address()), "您无权将姓名列入作者库")
        response = self.press(self.doubt, "enter")

        self.assertContains(response, "由维护作者库的同事录入")
        self.assert_nothing_done()

    def test_of_a_reporter(self):
        reporting = make_user(group=REPORTER)
        Article.objects.update(created_by=reporting)
        self.client.force_login(reporting)

        self.assertNotContains(self.client.get(self.address()), 'name="_step"')
        self.press(self.doubt, "enter")

        self.assert_nothing_done()

    def test_on_a_page_that_somebody_has_overtaken_keeps_both_texts(self):
        form = self.open()
        Article.objects.update(version=7, headline="别人的主题")

        response = self.press(self.doubt, "enter", form, body="我的正文。")

        self.assertContains(response, "别人的主题")
        self.assertContains(response, "我的正文。")
        self.assert_nothing_done()

    def test_by_the_second_of_two_editors(self):
        first, second = self.open(), self.open()
        self.press(self.doubt, "enter", first)

        response = self.press(self.doubt, "enter", second)

        self.assertContains(response, "您打开之后，有人改过这些行", count=1)
        self.assertEqual(Contributor.objects.filter(name="何青").count(), 1)
        self.assertEqual(self.article.bylines.count(), 3)

    def test_with_hostile_words(self):
        for words in ("长" * 300, " "):
            response = self.press(self.doubt, "enter", **{"doubts-0-name": words})

            self.assertEqual(response.status_code, 200)
            self.assertContains(response, "errorlist")
            self.assert_nothing_done()

    def test_with_buttons_that_no_page_has(self):
        for step in ("", "x", f"{self.doubt.pk}:found", f"{self.doubt.pk}:is-999999", f"{self.doubt.pk}:is", "9" * 40):
            self.client.post(self.address(), {**self.open(), "_step": step})

            self.assert_nothing_done()


class StepPageTests(StepTestCase):
    def test_prints_no_word_of_a_name_as_a_command(self):
        doubt_about(self.article, **{**UNKNOWN, "name": '"><b>何青</b>'})

        response = self.client.get(self.address())

        self.assertNotContains(response, "<b>何青")
        self.assertContains(response, "&quot;&gt;&lt;b&gt;何青")

    def test_an_old_doubt_has_its_tick_only(self):
        doubt_about(self.article)

        self.assertNotContains(self.client.get(self.address()), 'name="_step"')

    def test_words_typed_without_a_step_are_kept(self):
        doubt = doubt_about(self.article, **UNKNOWN)

        self.client.post(self.address(), {**self.open(), "doubts-0-unit": "甲厂"})

        self.assertEqual(self.open()["doubts-0-unit"], "甲厂")
        self.assertQuerySetEqual(Doubt.objects.open(), [doubt])

    def test_costs_the_same_for_one_name_and_for_five(self):
        counts = []
        for count in (1, 5):
            article = make_article()
            for name in ["何青", "何菁", "江望", "叶知秋", "林岚"][:count]:
                doubt_about(article, **{**UNKNOWN, "name": name})
            with CaptureQueriesContext(connection) as captured:
                self.client.get(self.address(article))
            counts.append(len(captured))

        self.assertEqual(*counts)

    def test_two_doubts_about_one_name_are_asked_once(self):
        unsure = doubt_about(self.article, "name-unsure", name="何青")
        unknown = doubt_about(self.article, **UNKNOWN)

        response = self.client.get(self.address())

        self.assertNotContains(response, f'value="{unsure.pk}:enter"')
        self.assertContains(response, f'value="{unknown.pk}:enter"')
