"""复制到公众号: what the HTML has and has not, and how its address is shut in."""

import re
from base64 import b64decode
from datetime import timedelta
from html.parser import HTMLParser

from django.test import TestCase
from django.utils import timezone

from articles.exports import wechat
from articles.models import Correction
from desk.models import AuditEntry, Paper
from newsroom.groups import EDITOR
from tests.articles.exports.stories import exported, make_full_story
from tests.factories import illustrate, make_article, make_photo, make_published, make_user
from tests.pictures import draw, encoded, upload

SOURCES = re.compile(r'src="data:image/jpeg;base64,([^"]+)"')
TOMORROW = timezone.now() + timedelta(days=1)


def html_of(article, **options):
    return str(wechat.section(exported(article, for_readers=True), Paper.current(), **options))


def pictures_in(html):
    return [b64decode(found) for found in SOURCES.findall(html)]


class Tags(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


class SectionTests(TestCase):
    def test_has_the_story_with_its_credits_and_its_picture(self):
        html = html_of(make_full_story())

        said = ["基层见闻", "高温下的牵挂", "三百名职工参加", "记者林岚 通讯员何青报道", "职工领取凉茶。 何青 摄"]
        for words in [*said, "把清凉送到一线", "店口镇", "来源：我们的报纸", "责任编辑：周宁"]:
            self.assertIn(words, html)
        [picture] = pictures_in(html)
        self.assertTrue(picture.startswith(b"\xff\xd8"))

    def test_has_the_headline_only_when_asked(self):
        story = make_full_story()

        self.assertNotIn("工会送清凉<", html_of(story))
        self.assertIn("工会送清凉<", html_of(story, with_headline=True))

    def test_has_inline_looks_alone_and_nothing_that_acts(self):
        tags = Tags(html_of(make_full_story())).found

        self.assertLessEqual(
            {tag for tag, _attrs in tags}, {"section", "p", "strong", "img", "table", "tbody", "tr", "td"}
        )
        self.assertLessEqual({name for _tag, attrs in tags for name in attrs}, {"style", "src", "alt"})
        self.assertTrue(all(attrs["style"] for tag, attrs in tags if tag not in ("tbody", "tr")))

    def test_says_nothing_of_files_and_marks_of_the_desk(self):
        html = html_of(make_full_story())

        for words in ("[图1]", "900×600", "尚未签发", "〖"):
            self.assertNotIn(words, html)

    def test_escapes_all_that_was_typed(self):
        bad = '<script>alert("x")</script> & <img src=x onerror=y>'
        story = make_article(
            headline=bad, kicker=bad, body=f"{bad}\n## {bad}\n> {bad}\n| {bad} |\n**{bad}**", source=bad[:90]
        )
        illustrate(article=story, photo=make_photo(caption=bad), alt=f'" onload="{bad}')

        tags = Tags(html_of(story, with_headline=True)).found

        self.assertNotIn("script", {tag for tag, _attrs in tags})
        self.assertLessEqual({name for _tag, attrs in tags for name in attrs}, {"style", "src", "alt"})

    def test_says_what_ai_made(self):
        story = make_article()
        illustrate(article=story, photo=make_photo(caption="示意图。", digital_source_type="trainedAlgorithmicMedia"))

        self.assertIn("示意图。 （AI生成）", html_of(story))

    def test_says_what_was_corrected(self):
        story = make_published()
        Correction.objects.create(article=story, wrong="三百人", right="三千人")

        self.assertIn("更正：误：三百人", html_of(story))

    def test_has_no_photo_that_readers_may_not_see(self):
        story = make_article(body="[图1]\n正文。\n[图2]\n[图3]")
        illustrate(article=story, photo=make_photo(caption="限发的图。", embargo_until=TOMORROW))
        illustrate(article=story, photo=make_photo(caption="到期的图。", expires_at=timezone.now()))
        illustrate(article=story, photo=make_photo(caption="可用的图。"))

        html = html_of(story)

        self.assertEqual(len(pictures_in(html)), 1)
        self.assertIn("可用的图。", html)
        self.assertNotIn("限发", html)
        self.assertNotIn("到期", html)

    def test_keeps_each_picture_and_all_together_within_bounds(self):
        story = make_article()
        for _number in range(3):
            noise = draw(size=(1400, 900)).effect_spread(900)
            illustrate(article=story, photo=make_photo(file=upload(encoded(noise, quality=95))))

        sizes = [len(picture) for picture in pictures_in(html_of(story))]

        self.assertEqual(len(sizes), 3)
        self.assertLessEqual(max(sizes), wechat.MOST_BYTES)


class WeChatPageTests(TestCase):
    def setUp(self):
        self.story = make_full_story()
        self.address = f"/admin/articles/article/{self.story.pk}/wechat/"
        self.client.force_login(make_user(group=EDITOR))

    def test_allows_the_frame_and_nothing_else_more(self):
        policy = self.client.get(self.address).headers["Content-Security-Policy"]

        self.assertIn("frame-src 'self'", policy)
        self.assertIn("style-src 'self';", policy)
        self.assertNotIn("unsafe", policy)

    def test_the_content_allows_style_attributes_and_data_pictures_alone(self):
        response = self.client.get(f"{self.address}content/")

        self.assertEqual(
            response.headers["Content-Security-Policy"],
            "default-src 'none'; img-src data:; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
            "frame-ancestors 'self'; sandbox allow-same-origin",
        )
        self.assertEqual(response.headers["X-Frame-Options"], "SAMEORIGIN")
        self.assertIn("no-store", response.headers["Cache-Control"])

    def test_without_a_script_it_is_downloaded(self):
        response = self.client.get(f"{self.address}content/", {"download": "1"})

        self.assertIn("attachment", response.headers["Content-Disposition"])
        self.assertContains(response, "<title>工会送清凉</title>")

    def test_is_not_noted_when_it_is_looked_at(self):
        self.client.get(self.address)
        self.client.get(f"{self.address}content/")

        self.assertFalse(AuditEntry.objects.filter(verb="export").exists())

    def test_is_noted_when_it_is_downloaded(self):
        self.client.get(f"{self.address}content/", {"download": "1"})

        self.assertEqual(AuditEntry.objects.get(verb="export").words, "2023-03-02 第02版 工会送清凉 公众号.html")

    def test_is_noted_when_it_is_copied(self):
        self.client.post(f"{self.address}copied/")

        entry = AuditEntry.objects.get(verb="export")
        self.assertEqual((entry.kind, entry.words), ("article", "2023-03-02 第02版 工会送清凉 公众号.html"))

    def test_warns_of_what_is_not_signed_off(self):
        self.assertContains(self.client.get(self.address), "本稿尚未签发，不得推送。")

    def test_warns_of_an_embargo_of_the_story_and_of_photos(self):
        story = make_published(at=TOMORROW)
        illustrate(article=story, photo=make_photo(embargo_until=TOMORROW))

        response = self.client.get(f"/admin/articles/article/{story.pk}/wechat/")

        self.assertContains(response, "之前不得推送")
        self.assertContains(response, "未收入：")

    def test_a_withdrawn_story_is_nowhere_in_it(self):
        story = make_published(headline="撤下的标题")
        type(story).objects.filter(pk=story.pk).update(withdrawn_at=timezone.now())

        for part in ("", "content/"):
            response = self.client.get(f"/admin/articles/article/{story.pk}/wechat/{part}")
            self.assertIn(response.status_code, (302, 404))
            self.assertNotIn("撤下的标题", response.content.decode())
