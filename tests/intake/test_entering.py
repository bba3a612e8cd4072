from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.urls import reverse

from articles.models import Article, Column
from bylines.credits import Credit
from bylines.models import Contributor
from bylines.printing import print_byline
from intake.drafting.entering import EVERYTHING
from intake.drafting.making import unmarked
from intake.reading.doubts import NAME_UNSURE
from intake.reading.result import Doubt
from intake.receiving import read_text, receive
from newsroom.groups import EDITOR, REPORTER
from tests.factories import make_user
from tests.intake.screen import SCREEN, ScreenTestCase, typed
from tests.intake.test_drafting import STORY, draft
from tests.intake.test_word_intake import illustrated
from tests.opened import opened
from wording.markup import blocks


class RegisterTests(TestCase):
    def test_a_reporter_leaves_unknown_names_as_doubts(self):
        known = Contributor.objects.create(name="林岚")

        [article] = draft(STORY, by=make_user(group=REPORTER)).articles

        self.assertEqual([byline.contributor for byline in article.bylines.all()], [known])
        self.assertEqual(article.doubts.get().message, "此人未列入作者库，署名中暂缺，请补： 通讯员何青")

    def test_an_editor_enters_them(self):
        draft(STORY, by=make_user(group=EDITOR))

        self.assertEqual(Contributor.objects.count(), 2)

    def test_what_is_no_name_stays_a_doubt(self):
        reading = read_text(STORY)
        reading.stories[0].credits = (Credit("<b>", "reporter"),)

        [article] = receive(STORY, reading, name="page.txt", by=make_user(group=EDITOR)).articles

        self.assertEqual([doubt.code for doubt in article.doubts.all()], ["name-unknown"])

    def test_nobody_enters_nothing_unless_it_is_said(self):
        reading = read_text(STORY)
        reading.stories[0].column = "一线故事"

        [article] = receive(STORY, reading, name="page.txt").articles

        self.assertEqual((Contributor.objects.count(), Column.objects.count()), (0, 0))
        self.assertEqual(
            [doubt.code for doubt in article.doubts.all()], ["name-unknown", "name-unknown", "column-unknown"]
        )

    def test_an_unsure_name_never_enters_the_register(self):
        reading = read_text(STORY)
        reading.stories[0].doubts.append(Doubt(NAME_UNSURE, "何青"))

        [article] = receive(STORY, reading, name="page.txt", entering=EVERYTHING).articles

        self.assertFalse(Contributor.objects.filter(name="何青").exists())
        self.assertEqual([doubt.code for doubt in article.doubts.all()], ["name-unsure", "name-unknown"])


class StepAfterwardsTests(TestCase):
    """A reporter drafts, an editor settles on the draft what the reporter might not."""

    def setUp(self):
        self.article = draft("【一线故事】\n" + STORY, by=make_user(group=REPORTER)).articles[0]
        self.client.force_login(make_user(group=EDITOR))
        self.address = reverse("admin:articles_article_change", args=[self.article.pk])

    def press(self, doubt, verb):
        self.client.post(self.address, {**opened(self.client.get(self.address)), "_step": f"{doubt.pk}:{verb}"})

    def test_names_and_column_are_taken_in_one_by_one(self):
        for doubt in self.article.doubts.all():
            self.press(doubt, "found" if doubt.code == "column-unknown" else "enter")

        self.article.refresh_from_db()
        self.assertEqual(print_byline(self.article.bylines.all()), "记者林岚 通讯员何青")
        self.assertEqual(self.article.column.name, "一线故事")
        self.assertFalse(self.article.doubts.open().exists())


class PhotographerAfterwardsTests(ScreenTestCase):
    group = REPORTER

    def test_a_name_under_a_photo_is_taken_in_there(self):
        self.client.post(SCREEN, typed(self.read("", file=SimpleUploadedFile("来稿.docx", illustrated()))))
        article = Article.objects.get()
        doubt = article.doubts.get(about__name="何青")
        self.client.force_login(make_user(group=EDITOR))
        address = reverse("admin:articles_article_change", args=[article.pk])

        self.client.post(address, {**opened(self.client.get(address)), "_step": f"{doubt.pk}:enter"})

        self.assertEqual(article.illustrations.get().photo.printed_credit, "通讯员何青 摄")


class ColumnTests(TestCase):
    def columned(self, column, **who):
        reading = read_text(STORY)
        reading.stories[0].column = column
        return receive(STORY, reading, name="page.txt", **(who or {"entering": EVERYTHING})).articles[0]

    def test_a_reporter_founds_no_column(self):
        article = self.columned("【一线故事】", by=make_user(group=REPORTER))

        self.assertIsNone(article.column)
        self.assertEqual(article.doubts.filter(code="column-unknown").count(), 1)

    def test_of_two_rubrics_the_first_is_the_column(self):
        article = self.columned("【一线故事】\n【职工风采】")

        self.assertEqual([column.name for column in Column.objects.all()], ["一线故事"])
        self.assertEqual(article.doubts.get(code="column-unknown").message, "本报尚无此专栏： 职工风采")

    def test_a_column_without_letters_is_none(self):
        self.columned("！！")

        self.assertFalse(Column.objects.exists())

    def test_names_that_differ_by_their_marks_live_side_by_side(self):
        Column.objects.create(name="枫桥经验")

        self.assertEqual(self.columned("“枫桥经验”").column.slug, "枫桥经验-2")


class MarkTests(TestCase):
    def test_no_line_of_a_source_is_a_mark(self):
        for line in ("## 不是小标题", "> 不是引文", "| 甲 | 乙 |", "见[图2]所示", "**粗**", "[字](https://a.example/)"):
            with self.subTest(line):
                self.assertEqual([block.kind for block in blocks(unmarked(line))], ["paragraph"])
                self.assertNotIn("<", blocks(unmarked(line))[0].html)
                self.assertEqual(len(unmarked(line)), len(line))

    def test_a_draft_keeps_the_signs(self):
        draft(STORY + "\n> 工友们都说，这样的夜校办到了大家的心坎上，今后还要常来。")

        self.assertIn("＞ 工友们都说", Article.objects.get().body)
