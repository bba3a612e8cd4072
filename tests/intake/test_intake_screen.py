from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.urls import reverse

from articles.models import Article, Issue
from intake.models import Source
from newsroom.groups import EDITOR, PHOTOGRAPHER, REPORTER
from tests.factories import make_page, make_region, make_user
from tests.intake.screen import SCREEN, typed
from tests.intake.test_drafting import STORY

PAGE = f"送清凉\n\n本报讯 记者林岚报道 天热了，工会给工友送来凉茶。\n\n{STORY}"


class IntakeScreenTests(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR)
        self.client.force_login(self.editor)

    def read(self, text=PAGE, **fields):
        return self.client.post(SCREEN, {"text": text, "read": "1", **fields})

    def test_shows_each_story_beside_its_source(self):
        response = self.read()

        self.assertContains(response, '<mark class="intake-kind-headline" title="主题">送清凉</mark>', html=True)
        self.assertContains(response, 'value="记者林岚 通讯员何青"')
        self.assertContains(response, "已读出2篇稿件")

    def test_saves_nothing_before_the_editor_says_so(self):
        self.read()

        self.assertEqual((Article.objects.count(), Source.objects.count()), (0, 0))

    def test_makes_drafts_on_the_chosen_page(self):
        page = make_page(issue=Issue.objects.create(date=date.today()))

        response = self.client.post(SCREEN, {**typed(self.read()), "page": page.pk})

        self.assertRedirects(response, f"{reverse('admin:index')}?date={page.issue.date:%Y-%m-%d}")
        self.assertEqual([p.article.headline for p in page.placements.order_by("order")], ["送清凉", "下了班上夜校"])
        self.assertEqual(Source.objects.get().received_by, self.editor)

    def test_makes_the_new_page_that_is_named(self):
        fields = {"date": "2024-05-06", "label": "02", "page_name": "工会"}

        self.client.post(SCREEN, {**typed(self.read()), **fields})

        self.assertEqual(str(Article.objects.first().pages.get()), "2024-05-06 第02版：工会")

    def test_takes_every_correction(self):
        make_region(code="330681", name="诸暨市")
        fields = typed(self.read()) | {
            "form-1-headline": "上夜校去",
            "form-1-byline": "记者林岚、江望",
            "form-1-body": "第一段。\n## 小标题\n第二段。",
            "form-1-regions": "330681 诸暨市",
            "form-1-photos": "夜校现场。通讯员何青 摄",
            "form-1-column": "职工故事",
        }

        self.client.post(SCREEN, fields)

        article = Article.objects.get(headline="上夜校去")
        self.assertEqual([byline.name for byline in article.bylines.all()], ["林岚", "江望", "何青"])
        self.assertEqual(article.body, "第一段。\n## 小标题\n第二段。")
        self.assertEqual([region.code for region in article.regions.all()], ["330681"])
        self.assertEqual(article.column.name, "职工故事")

    def test_leaves_out_a_story_that_is_not_wanted(self):
        fields = typed(self.read())
        del fields["form-0-include"]

        self.client.post(SCREEN, fields)

        article = Article.objects.get()
        self.assertEqual(article.headline, "下了班上夜校")
        self.assertEqual(Source.objects.get().text[article.source_stories.get().start :], STORY)

    def test_gives_back_what_was_typed_when_something_is_wrong(self):
        response = self.client.post(
            SCREEN, typed(self.read()) | {"form-0-byline": "一二三", "form-0-regions": "999999"}
        )

        self.assertContains(response, 'value="一二三"')
        self.assertContains(response, "没有区划代码为999999的地区")
        self.assertEqual(Article.objects.count(), 0)

    def test_reads_a_file_in_another_encoding(self):
        file = SimpleUploadedFile("二版.txt", STORY.encode("gb18030"))

        response = self.read(text="", file=file)

        self.assertContains(response, "下了班上夜校")
        self.assertEqual(response.context["name"], "二版.txt")

    def test_refuses_a_file_that_is_no_text(self):
        response = self.read(text="", file=SimpleUploadedFile("photo.jpg", b"\xff\xd8\xff\x00"))

        self.assertContains(response, "不是可读的文字")

    def test_asks_for_a_text(self):
        self.assertContains(self.read(text=" "), "请粘贴版面文字")

    def test_recognises_a_text_that_came_before(self):
        self.client.post(SCREEN, typed(self.read()))

        response = self.read()

        self.assertContains(response, "此前已收到")
        self.assertNotContains(response, 'name="draft"')

    def test_warnings_stand_before_the_text(self):
        response = self.read("（上接第1版）工友们在江畔公园欢聚一堂。")

        self.assertContains(response, "未找到主题（标题）。")


class RightsTests(TestCase):
    def test_a_reporter_drafts_without_touching_the_pages(self):
        self.client.force_login(make_user(group=REPORTER))

        response = self.client.post(SCREEN, {"text": STORY, "read": "1"})
        self.assertNotContains(response, 'name="page"')
        self.client.post(SCREEN, {**typed(response), "date": "2024-05-06", "label": "02"})

        self.assertEqual((Article.objects.count(), Issue.objects.count()), (1, 0))

    def test_a_photographer_stays_outside(self):
        self.client.force_login(make_user(group=PHOTOGRAPHER))

        self.assertEqual(self.client.get(SCREEN).status_code, 403)
        self.assertEqual(self.client.get(reverse("admin:intake_source_changelist")).status_code, 403)

    def test_a_reporter_sees_the_own_texts_only(self):
        reporter = make_user(group=REPORTER)
        Source.objects.create(name="我的.txt", text="甲", received_by=reporter)
        Source.objects.create(name="别人的.txt", text="乙")
        self.client.force_login(reporter)

        response = self.client.get(reverse("admin:intake_source_changelist"))

        self.assertContains(response, "我的.txt")
        self.assertNotContains(response, "别人的.txt")

    def test_a_text_is_looked_up_and_never_changed(self):
        source = Source.objects.create(name="二版.txt", text="原文如此")
        self.client.force_login(make_user(group=EDITOR))
        address = reverse("admin:intake_source_change", args=[source.pk])

        self.assertContains(self.client.get(address), "原文如此")
        self.assertEqual(self.client.post(address, {"name": "改名"}).status_code, 403)

    def test_add_leads_to_the_screen(self):
        self.client.force_login(make_user(group=EDITOR))

        self.assertRedirects(self.client.get(reverse("admin:intake_source_add")), SCREEN)
