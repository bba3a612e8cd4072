from unittest.mock import patch

from django.conf import settings
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from bylines.models import Byline, Contributor
from bylines.printing import print_byline
from desk.models import AuditEntry
from intake.screen.name_form import NameForm
from intake.screen.questions import MOST_LINES
from intake.screen.story_form import StoryForm
from intake.screen.text_form import MOST_STORIES
from newsroom.groups import REPORTER
from tests.factories import make_contributor, make_region
from tests.intake.names import ANOTHER, BESIDE, NEW, UNSURE, NamesTestCase
from tests.intake.screen import SCREEN, typed


def printed():
    return print_byline(Article.objects.get().bylines.all())


class NewNameTests(NamesTestCase):
    def test_stands_with_its_role_and_unit_ready_to_be_taken_in(self):
        line = self.lines(self.read(NEW.replace("通讯员", "江畔晚报记者")))["何青"]

        self.assertEqual(
            (line["name"].value(), line["word"].value(), line["unit"].value()), ("何青", "reporter", "江畔晚报")
        )
        self.assertTrue(line["take"].value())

    def test_is_not_asked_about_where_the_register_has_it(self):
        make_contributor(name="何青")

        self.assertEqual(list(self.lines(self.read(NEW))), ["林岚"])

    def test_is_entered_with_the_draft_and_not_before(self):
        response = self.read(NEW)
        self.assertFalse(Contributor.objects.exists())

        self.client.post(SCREEN, typed(response))

        self.assertEqual(printed(), "记者林岚 通讯员何青")
        self.assertEqual(AuditEntry.objects.filter(verb="enter", by=self.editor).count(), 2)

    def test_that_is_left_out_stays_a_doubt(self):
        self.decide(NEW, "何青", take="")

        self.assertEqual(printed(), "记者林岚")
        doubt = Article.objects.get().doubts.get()
        self.assertEqual((doubt.code, doubt.about["name"], doubt.about["order"]), ("name-unknown", "何青", 1))

    def test_is_put_right_before_it_is_entered(self):
        self.decide(NEW, "何青", name="何菁", word="reporter", unit="江畔区总工会")

        self.assertEqual(printed(), "记者林岚、何菁")
        self.assertEqual(str(Contributor.objects.get(name="何菁")), "何菁（江畔区总工会）")

    def test_that_is_put_right_to_one_of_the_register_is_not_entered(self):
        known = make_contributor(name="何菁")

        self.decide(NEW, "何青", name="何菁")

        self.assertEqual(Byline.objects.get(name="何菁").contributor, known)

    def test_is_somebody_of_the_register_under_another_name(self):
        known = make_contributor(name="何菁", unit="甲厂")

        self.decide(NEW, "何青", instead=str(known.pk))

        byline = Byline.objects.get(contributor=known)
        self.assertEqual((byline.name, byline.role), ("何青", "correspondent"))
        self.assertFalse(Contributor.objects.filter(name="何青").exists())

    def test_that_is_none_leaves_no_trace(self):
        self.decide(NEW, "何青", instead="none")

        self.assertEqual(printed(), "记者林岚")
        self.assertFalse(Article.objects.get().doubts.exists())

    def test_of_several_stories_is_entered_once(self):
        response = self.read(f"{NEW}\n\n{ANOTHER}")
        self.assertEqual(len(response.context["stories"]), 2)

        self.client.post(SCREEN, typed(response))

        self.assertEqual(Contributor.objects.filter(name="何青").count(), 1)
        self.assertEqual(Contributor.objects.get(name="何青").bylines.count(), 2)

    def test_that_a_colleague_entered_meanwhile_is_not_entered_again(self):
        fields = typed(self.read(NEW))
        known = make_contributor(name="何青", unit="甲厂")

        self.client.post(SCREEN, fields)

        self.assertEqual(Byline.objects.get(name="何青").contributor, known)

    def test_of_who_also_took_the_pictures_is_asked_about_once(self):
        text = NEW.replace("通讯员何青报道", "通讯员何青 摄影报道")

        self.decide(text, "何青", name="何菁")

        roles = Byline.objects.filter(name="何菁").values_list("role", "standing")
        self.assertIn(("photographer", "correspondent"), roles)
        self.assertEqual(Contributor.objects.filter(name="何菁").count(), 1)


class UnsureNameTests(NamesTestCase):
    def test_is_entered_only_by_a_tick(self):
        self.decide(UNSURE, "玲珑子")

        self.assertFalse(Contributor.objects.filter(name="玲珑子").exists())
        self.assertEqual(
            list(Article.objects.get().doubts.values_list("code", flat=True)), ["name-unsure", "name-unknown"]
        )

    def test_that_is_ticked_is_sure(self):
        self.decide(UNSURE, "玲珑子", take="on")

        self.assertEqual(printed(), "记者林岚 通讯员玲珑子")
        self.assertFalse(Article.objects.get().doubts.exists())

    def test_beside_the_credits_is_credited_by_a_tick(self):
        self.decide(BESIDE, "ABC队", take="on", name="江望", word="reporter")

        self.assertEqual(printed(), "记者林岚、江望 通讯员何青")

    def test_beside_the_credits_is_no_name(self):
        self.decide(BESIDE, "ABC队", instead="none")

        self.assertFalse(Article.objects.get().doubts.exists())


class SharedNameTests(NamesTestCase):
    def setUp(self):
        super().setUp()
        self.first = make_contributor(name="何青", unit="甲厂", region=make_region(), usual_role="correspondent")
        self.other = make_contributor(name="何青", unit="乙厂")

    def test_shows_of_each_the_unit_region_and_work(self):
        labels = [label for _key, label in self.lines(self.read(NEW))["何青"].fields["instead"].choices]

        self.assertIn("何青（甲厂） · 诸暨市 · 通讯员 · 署名0次", labels)
        self.assertIn("何青（乙厂） · 记者 · 署名0次", labels)

    def test_undecided_credits_the_first_and_stays_a_doubt(self):
        self.decide(NEW, "何青")

        self.assertEqual(Byline.objects.get(name="何青").contributor, self.first)
        doubt = Article.objects.get().doubts.get()
        self.assertEqual((doubt.code, doubt.about["contributor"]), ("name-shared", self.first.pk))

    def test_decided_leaves_no_doubt(self):
        self.decide(NEW, "何青", instead=str(self.other.pk))

        self.assertEqual(Byline.objects.get(name="何青").contributor, self.other)
        self.assertFalse(Article.objects.get().doubts.exists())

    def test_can_be_a_third_person(self):
        self.decide(NEW, "何青", take="on", unit="丙厂")

        self.assertEqual(Byline.objects.get(name="何青").contributor.unit, "丙厂")

    def test_of_a_unit_that_the_register_knows_is_not_asked_about(self):
        self.assertNotIn("何青", self.lines(self.read(NEW.replace("通讯员", "乙厂记者"))))

    def test_of_another_unit_than_the_one_person_known_is_asked_about(self):
        self.other.delete()
        text = NEW.replace("通讯员", "江畔晚报记者")

        self.assertFalse(self.lines(self.read(text))["何青"]["take"].value())
        self.decide(text, "何青", take="on")

        self.assertEqual(Byline.objects.get(name="何青").contributor.unit, "江畔晚报")


class RightsTests(NamesTestCase):
    group = REPORTER

    def test_a_reporter_has_no_tick_and_reads_why(self):
        response = self.read(NEW)

        self.assertNotIn("take", self.lines(response)["何青"].fields)
        self.assertContains(response, "您无权将姓名列入作者库")

    def test_a_tick_that_no_page_has_enters_nobody(self):
        self.decide(NEW, "何青", take="on")

        self.assertFalse(Contributor.objects.exists())

    def test_a_reporter_says_who_it_is_and_what_is_no_name(self):
        known = make_contributor(name="何菁")

        self.decide(NEW, "何青", instead=str(known.pk))

        self.assertEqual(Byline.objects.get().contributor, known)

    def test_who_lost_the_right_meanwhile_enters_nobody(self):
        self.editor.user_permissions.add(Permission.objects.get(codename="add_contributor"))
        fields = typed(self.read(NEW))
        self.editor.user_permissions.clear()

        self.client.post(SCREEN, fields)

        self.assertEqual((Article.objects.count(), Contributor.objects.count()), (1, 0))


class HostileTests(NamesTestCase):
    def test_words_that_no_name_has_come_back_with_an_error_and_save_nothing(self):
        for words in ("长" * 300, "  "):
            response = self.decide(NEW, "何青", name=words)

            self.assertContains(response, "errorlist")
            self.assertEqual((Article.objects.count(), Contributor.objects.count()), (0, 0))

    def test_what_is_no_name_is_refused(self):
        for words in ("<script>", "……"):
            self.assertContains(self.decide(NEW, "何青", name=words), "姓名须含文字")

        self.assertFalse(Contributor.objects.exists())

    def test_a_name_typed_with_spaces_is_entered_and_printed_without(self):
        self.decide(NEW, "何青", name="何 菁")

        self.assertEqual(printed(), "记者林岚 通讯员何菁")

    def test_somebody_who_was_not_offered_is_refused(self):
        stranger = make_contributor(name="江望")
        for key in (str(stranger.pk), "999999", "9" * 40, "x"):
            self.assertContains(self.decide(NEW, "何青", instead=key), "errorlist")

        self.assertFalse(Article.objects.exists())

    def test_a_story_that_is_not_wanted_asks_nothing(self):
        response = self.read(f"{NEW}\n\n{ANOTHER}")
        fields = typed(response) | {self.lines(response)["林岚"].add_prefix("name"): "长" * 300}
        del fields["form-0-include"]

        self.client.post(SCREEN, fields)

        self.assertEqual(Article.objects.get().headline, "夜校开班")

    def test_words_are_printed_as_words(self):
        make_contributor(name="何菁", unit="<script>x</script>")

        self.assertNotContains(self.read(NEW), "<script>x")

    def test_html_that_is_typed_comes_back_as_words(self):
        response = self.decide(NEW, "何青", name='"><b>' + "长" * 300)

        self.assertNotContains(response, '"><b>')


class TooManyTests(NamesTestCase):
    def test_names_without_a_line_stay_doubts(self):
        with patch("intake.screen.questions.MOST_LINES", 1):
            response = self.read(NEW)
            self.client.post(SCREEN, typed(response))

        self.assertEqual(list(self.lines(response)), ["林岚"])
        self.assertEqual(Article.objects.get().doubts.get().about["name"], "何青")

    def test_the_most_that_is_asked_can_be_sent(self):
        fields = MOST_STORIES * len(StoryForm.base_fields) + MOST_LINES * len(NameForm.base_fields)

        self.assertLess(fields + 500, settings.DATA_UPLOAD_MAX_NUMBER_FIELDS)


class OneGoTests(NamesTestCase):
    def test_a_draft_that_fails_enters_nobody(self):
        fields = typed(self.read(NEW))

        with patch("intake.drafting.making.note_enclosed", side_effect=OSError), self.assertRaises(OSError):
            self.client.post(SCREEN, fields)

        self.assertEqual((Article.objects.count(), Contributor.objects.count()), (0, 0))


class ScreenCostTests(NamesTestCase):
    def test_asks_no_more_for_many_names_than_for_one(self):
        for name in ("王文停", "林小岚", "何青"):
            make_contributor(name=name)
        counts = []
        for names in ("林岚", "林岚、王文婷、江望、叶知秋、周永卫、陈小雨"):
            with CaptureQueriesContext(connection) as captured:
                self.read(NEW.replace("林岚", names))
            counts.append(len(captured))

        self.assertEqual(*counts)
