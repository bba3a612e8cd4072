from datetime import datetime, time, timedelta
from unittest import mock

from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Correction, Note, OpenForm, Review
from media.models import Photo
from newsroom.groups import CHIEF, EDITOR, PHOTOGRAPHER, REPORTER
from tests.articles.writing import WritingTestCase
from tests.factories import make_contributor, make_desk, make_issue, make_page, make_user
from tests.pictures import draw, encoded

HEADLINE, CAPTION = "工会送清凉到工地", "工人在工地上领到西瓜。"
WITHOUT_TIME = "日前，工会干部把西瓜送到工地，340人领到清凉包。"
PRINTED = "7月3日，工会干部把西瓜送到工地，340人领到清凉包。"


class LifeOfAStoryTests(WritingTestCase):
    """From the first word to the tombstone, by reporter, photographer, editors and chief, each in a real browser."""

    def setUp(self):
        super().setUp()
        self.shift, real = timedelta(0), timezone.now
        clock = mock.patch("django.utils.timezone.now", side_effect=lambda: real() + self.shift)
        clock.start()  # for the threads of the live server too
        self.addCleanup(clock.stop)
        self.hire()
        self.issue = make_issue(on=timezone.localdate() + timedelta(days=1), published=False, number=12345)
        self.sheet = make_page(issue=self.issue, label="02", name="工会", duty_editor="毕佳音")

    def tearDown(self):
        """No form says that it is open while the tables are emptied."""
        self.page.goto("about:blank")
        self.settle()

    def hire(self):
        desk = make_desk(name="要闻部")
        self.reporter, self.photographer, self.first, self.second, self.chief = (
            make_user(group=group, desk=desk, name=name)
            for group, name in [
                (REPORTER, "陆知远"),
                (PHOTOGRAPHER, "马敏"),
                (EDITOR, "毕佳音"),
                (EDITOR, "闻人清"),
                (CHIEF, "言守正"),
            ]
        )
        make_contributor(name="陆知远", user=self.reporter)
        make_contributor(name="马敏", user=self.photographer)

    # Going about

    def sit_down(self, user):
        """A form that is left says so, and has to say it under the name it was opened with."""
        self.visit(reverse("admin:my_settings"))
        self.settle()
        self.log_in(user)

    def as_user(self, user, article):
        self.sit_down(user)
        return self.open_form(article)

    def press(self, label):
        self.page.get_by_role("button", name=label, exact=True).last.click()
        self.page.locator(".messagelist").wait_for()
        self.settle()

    def pass_on_to(self, hour):
        self.shift += hour - timezone.now()

    def read(self, address):
        """As somebody who was never here: (status, all that stands there)."""
        context = self.chromium.new_context(viewport=self.viewport, locale="zh-CN")
        page = context.new_page()
        response = page.goto(self.live_server_url + address)
        words = page.locator("body").inner_text()
        context.close()
        return response.status, words

    # The steps

    def write(self):
        """The words are safe on the server before anybody saves."""
        self.sit_down(self.reporter)
        area = self.open_form()
        self.page.locator("#id_headline").fill(HEADLINE)
        area.press_sequentially(WITHOUT_TIME)
        kept = OpenForm.objects.with_words()
        self.wait_until(lambda: any(WITHOUT_TIME in dict(form.fields)["body"] for form in kept.all()))
        self.add_a_byline()
        self.save()
        return Article.objects.get()

    def add_a_byline(self):
        self.page.get_by_role("tab", name="署名").click()
        self.page.locator("#bylines-group .add-row a").click()
        self.page.locator("#id_bylines-0-role").select_option(label="记者")
        self.page.locator("#bylines-0 .field-contributor .select2-selection").click()
        self.page.locator(".select2-search__field").fill("陆知远")
        self.page.locator(".select2-results__option[role=option]", has_text="陆知远").click()

    def photograph(self):
        self.sit_down(self.photographer)
        self.visit(reverse("admin:media_photo_upload"))
        picture = {"name": "DSC_0001.jpg", "mimeType": "image/jpeg", "buffer": encoded(draw(size=(640, 480)))}
        self.page.locator("#id_files").set_input_files(picture)
        self.page.locator(".drop-line.is-done").wait_for(timeout=60_000)
        self.page.locator("[name=_save]").click()
        self.page.locator('.photo-row [data-cell="caption"] textarea').fill(CAPTION)
        self.page.locator("[name=_save]").click()
        self.page.locator(".messagelist").wait_for()
        self.settle()
        return Photo.objects.get()

    def put_in(self, article, photo):
        self.as_user(self.reporter, article)
        self.page.get_by_role("tab", name="配图").click()
        self.page.locator(".picker-open button").click()
        self.page.locator(f'.picker .wall-card[data-photo="{photo.pk}"] .action-select').check()
        self.page.locator("[data-picker-put]").click()
        self.page.locator("#illustrations-group .select2-selection__rendered", has_text=CAPTION[:4]).wait_for()
        self.press("送审")

    def review(self, user, article, button, words):
        """From the queue, as a reviewer comes to it."""
        self.sit_down(user)
        self.visit(reverse("admin:waiting"))
        self.page.get_by_role("link", name=article.headline, exact=True).click()
        self.page.get_by_label("意见", exact=True).fill(words)
        self.press(button)

    def hear_of_it_and_mend(self, article):
        self.sit_down(self.reporter)
        self.visit(reverse("admin:index"))
        self.assertEqual(self.page.locator(".bell-number").inner_text(), "1")
        self.page.locator(".bell").click()
        self.page.locator(".notice-unread", has_text="缺时间").locator(".notice-record").click()
        self.page.wait_for_url(f"**{reverse('admin:articles_article_change', args=[article.pk])}**")
        self.settle()
        self.page.locator(".bell-number").wait_for(state="hidden")
        self.page.get_by_role("tab", name="稿件").click()  # the form opens where it was left: at the pictures
        self.page.locator("#id_body").fill(PRINTED)
        self.press("送审")

    def leave_a_note(self, article):
        self.as_user(self.first, article)
        panel = self.page.locator("[data-notes]")
        panel.locator(".notes-new > summary").click()
        panel.locator("[data-note-words]").fill("@闻人清 请核对人数。")
        panel.locator(".note-send .button").click()
        panel.locator(".note").wait_for()
        self.settle()

    def put_on_the_page(self, article):
        self.sit_down(self.second)
        self.visit(reverse("admin:index"))
        card = self.page.locator(".board-unplaced .board-card", has_text=article.headline)
        card.locator("summary").click()
        card.locator("select").select_option(label="第02版：工会")
        card.get_by_role("button", name="移过去").click()
        self.page.locator("[data-told]", has_text="已上第02版").wait_for()
        self.settle()

    def sign_the_issue(self):
        self.sit_down(self.chief)
        self.visit(reverse("admin:articles_issue_changelist"))
        self.page.locator(".action-select").check()
        self.page.locator("select[name=action]").select_option(label="签发整期并按时出版")
        self.page.locator(".actions button[type=submit]").click()
        self.page.locator(".messagelist .success").wait_for()
        self.settle()

    def correct(self, article):
        self.as_user(self.second, article)
        self.page.get_by_role("link", name="录入更正").click()
        self.page.locator("#id_wrong").fill("340人")
        self.page.locator("#id_right").fill("240人")
        self.page.locator("[name=_save]").click()
        self.page.locator(".messagelist .success").wait_for()
        self.settle()

    def withdraw(self, article):
        self.as_user(self.chief, article)
        self.page.get_by_role("button", name="撤稿", exact=True).click()
        self.page.locator("#id_reason").fill("事实有误。")
        self.press("撤稿")

    # What is seen

    def assert_nobody_reads(self, article):
        self.assertEqual(self.read(article.get_absolute_url())[0], 404)
        self.assertEqual(self.read(self.sheet.get_absolute_url())[0], 404)
        self.assertNotIn(HEADLINE, self.read("/")[1])

    def assert_a_reader_finds(self, article):
        """From the front page to the page to the story, by links."""
        context = self.chromium.new_context(viewport=self.viewport, locale="zh-CN")
        page = context.new_page()
        page.goto(self.live_server_url)
        self.assertIn(HEADLINE, page.locator("main").inner_text())
        page.locator(f"a[href='{self.sheet.get_absolute_url()}']").first.click()
        page.wait_for_url(f"**{self.sheet.get_absolute_url()}")
        page.locator(".page-stories").get_by_role("link", name=HEADLINE, exact=True).click()
        page.wait_for_url(f"**{article.get_absolute_url()}")
        words = page.locator("main").inner_text()
        for printed in (HEADLINE, PRINTED, CAPTION, "记者陆知远", "马敏 摄"):
            self.assertIn(printed, words)
        picture = page.locator("figure img").first
        picture.scroll_into_view_if_needed()
        self.wait_until(lambda: picture.evaluate("(picture) => picture.complete && picture.naturalWidth > 0"))
        context.close()

    def assert_corrected(self, article):
        for address in (article.get_absolute_url(), "/corrections/"):
            words = self.read(address)[1]
            for said in (HEADLINE, "340人", "240人", "第02版"):
                self.assertIn(said, words)

    def assert_gone(self, article):
        status, words = self.read(article.get_absolute_url())
        self.assertEqual(status, 410)
        for hidden in (HEADLINE, "西瓜", "陆知远", "马敏"):
            self.assertNotIn(hidden, words)
        for address in ("/", self.sheet.get_absolute_url(), "/corrections/"):
            self.assertNotIn(HEADLINE, self.read(address)[1])

    def test_from_the_first_word_to_the_tombstone(self):
        article = self.write()
        self.put_in(article, self.photograph())
        self.review(self.first, article, "退回并说明理由", "导语缺时间，请补。")
        self.hear_of_it_and_mend(article)
        self.review(self.first, article, "通过", "已补时间，同意。")
        self.leave_a_note(article)
        self.review(self.second, article, "通过", "同意。")
        self.review(self.chief, article, "通过并签发", "同意签发。")
        self.put_on_the_page(article)
        self.sign_the_issue()

        hour = timezone.make_aware(datetime.combine(self.issue.date, time(6)))
        self.pass_on_to(hour - timedelta(minutes=5))
        self.assert_nobody_reads(article)
        self.pass_on_to(hour)
        self.assert_a_reader_finds(article)
        self.correct(article)
        self.assert_corrected(article)
        self.withdraw(article)
        self.assert_gone(article)

        self.assertEqual([review.step for review in Review.objects.order_by("pk")], [1, 1, 2, 3])
        self.assertEqual((Note.objects.count(), Correction.objects.count()), (1, 1))
        self.assertEqual(self.complaints, [])
