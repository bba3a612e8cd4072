from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Issue
from intake.models import Source, SourceStory
from newsroom.groups import REPORTER
from tests.factories import make_article, make_user
from tests.intake.screen import SCREEN, ScreenTestCase, typed
from tests.intake.test_corrections import TWO
from tests.intake.test_drafting import draft


class RecognitionTests(ScreenTestCase):
    def test_a_story_left_out_is_drafted_later(self):
        fields = typed(self.read(TWO))
        self.client.post(SCREEN, {name: value for name, value in fields.items() if name != "form-0-include"})

        self.draft(TWO)

        headlines = Article.objects.order_by("id").values_list("headline", flat=True)
        self.assertEqual(list(headlines), ["下了班上夜校", "送清凉"])
        self.assertEqual(Source.objects.count(), 1)

    def test_a_deleted_draft_is_made_again(self):
        draft(TWO).articles[0].delete()

        self.assertEqual([article.headline for article in draft(TWO).articles], ["送清凉"])

    def test_a_text_is_known_by_its_words_whatever_its_white_space(self):
        draft(TWO)

        self.assertFalse(draft(TWO.replace("\n\n", "\n \n\u3000\u3000").replace(" ", "\u3000")).is_new)

    def test_a_text_that_makes_nothing_makes_no_issue(self):
        fields = typed(self.read(TWO)) | {"date": "2024-05-06", "label": "02"}
        draft(TWO)

        response = self.client.post(SCREEN, fields, follow=True)

        self.assertContains(response, "此前已收到")
        self.assertEqual((Issue.objects.count(), Article.objects.count()), (0, 2))

    def test_a_draft_made_meanwhile_is_shown_at_its_story(self):
        draft(TWO)

        self.assertContains(self.read(TWO), "本篇已建稿", count=2)


class HiddenTests(ScreenTestCase):
    group = REPORTER

    def test_who_handed_a_text_in_before_is_not_told(self):
        Source.objects.create(name="别人的.txt", text=TWO, received_by=make_user(group=REPORTER))

        response = self.read(TWO)

        self.assertContains(response, "由其他同事交来")
        self.assertNotContains(response, "别人的.txt")

    def test_a_colleague_drafts_what_the_first_one_left_out(self):
        Source.objects.create(name="别人的.txt", text=TWO, received_by=make_user(group=REPORTER))

        self.draft(TWO)

        self.assertEqual(Article.objects.count(), 2)

    def test_a_source_names_no_story_of_another_desk(self):
        source = Source.objects.create(name="我的.txt", text="甲", received_by=self.editor)
        article = make_article(headline="别的部门的稿")
        SourceStory.objects.create(source=source, article=article, number=1, start=0, end=1)

        response = self.client.get(reverse("admin:intake_source_change", args=[source.pk]))

        self.assertNotContains(response, "别的部门的稿")


class QueryTests(ScreenTestCase):
    def queries_of(self, act):
        with CaptureQueriesContext(connection) as captured:
            act()
        return len(captured)

    def test_the_screen_asks_as_often_for_three_stories_as_for_one(self):
        story = "在诸暨市的{}里\n\n本报讯 记者林岚报道 天热了，诸暨市总工会给{}的工友送来凉茶。\n\n"
        one, three = ("".join(story.format(place, place) for place in places) for places in ("甲", "甲乙丙"))
        self.read(one)

        self.assertEqual(self.queries_of(lambda: self.read(one)), self.queries_of(lambda: self.read(three)))

    def test_the_list_asks_as_often_for_three_texts_as_for_one(self):
        address = reverse("admin:intake_source_changelist")
        Source.objects.create(name="甲", text="甲", received_by=self.editor)
        self.client.get(address)
        once = self.queries_of(lambda: self.client.get(address))
        for name in "乙丙":
            Source.objects.create(name=name, text=name, received_by=make_user())

        self.assertEqual(self.queries_of(lambda: self.client.get(address)), once)

    def test_a_source_asks_as_often_for_three_stories_as_for_one(self):
        source = Source.objects.create(name="甲", text="甲", received_by=self.editor)
        address = reverse("admin:intake_source_change", args=[source.pk])
        self.origin(source, 1)
        self.client.get(address)
        once = self.queries_of(lambda: self.client.get(address))
        self.origin(source, 2)
        self.origin(source, 3)

        self.assertEqual(self.queries_of(lambda: self.client.get(address)), once)

    def origin(self, source, number):
        article = make_article(created_by=self.editor)
        SourceStory.objects.create(source=source, article=article, number=number, start=0, end=1, digest=str(number))
