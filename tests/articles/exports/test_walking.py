"""One walk over a story as it prints: its parts, their styles, and what it takes from the database."""

from datetime import date, timedelta

from django.test import TestCase
from django.utils import timezone

from articles.exports.gathering import on_pages
from articles.exports.parts import Style, line, plain, printable
from articles.models import Correction
from newsroom.groups import EDITOR, REPORTER
from tests.articles.exports.stories import make_full_story, parts_of
from tests.factories import (
    illustrate,
    make_article,
    make_issue,
    make_page,
    make_photo,
    make_published,
    make_user,
    photographer,
    place,
    reporter,
)


def texts(parts, *styles):
    return [part.text for part in parts if part.style in styles]


class StoryPartsTests(TestCase):
    def test_stand_in_printing_order(self):
        story = make_full_story()
        photo = story.illustrations.get().photo

        parts = parts_of(story)

        day = timezone.localtime(photo.uploaded_at).strftime("%Y-%m-%d")
        self.assertEqual(
            [(part.style.value, part.text) for part in parts],
            [
                ("稿件", "2023年3月2日 第02版：工会 工会送清凉（63字，图1张，尚未签发）"),
                ("栏目", "基层见闻"),
                ("引题", "高温下的牵挂"),
                ("主题", "工会送清凉"),
                ("副题", "三百名职工参加"),
                (
                    "正文",
                    "本报讯 记者林岚 通讯员何青报道 日前，“送清凉”活动在广场举行，三百名职工参加。",
                ),
                ("图片", "[图1]"),
                ("图片说明", "职工领取凉茶。 何青 摄"),
                ("图片文件", f"[图1]{day} 职工领取凉茶 P{photo.pk}.jpg（900×600）"),
                ("小标题", "把清凉送到一线"),
                ("引文", "天再热，心里是凉爽的。"),
                ("表格", ""),
                ("正文", "活动将持续到九月。"),
                ("责任编辑", "责任编辑：周宁"),
            ],
        )

    def test_a_table_keeps_its_head_and_its_rows(self):
        [table] = [part for part in parts_of(make_full_story()) if part.rows]

        self.assertEqual((table.has_head, table.rows), (True, (("单位", "人数"), ("店口镇", "128"), ("枫桥镇", "172"))))

    def test_without_a_dateline_the_byline_has_its_own_line(self):
        parts = parts_of(make_article(by=[reporter("林岚")]))

        self.assertEqual(texts(parts, Style.BYLINE, Style.PARAGRAPH), ["记者林岚", "日前，活动在广场举行。"])

    def test_a_reprint_says_where_it_comes_from(self):
        story = make_article(source="新华社", original_title="原来的题目", original_author="江望")

        self.assertEqual(texts(parts_of(story), Style.SOURCE), ["来源：新华社　原题：原来的题目　原作者：江望"])

    def test_what_was_corrected_goes_along(self):
        story = make_published()
        Correction.objects.create(article=story, wrong="三百人", right="三千人")

        self.assertEqual(texts(parts_of(story), Style.CORRECTION), ["更正：误：三百人", "正：三千人"])

    def test_a_correction_says_where_mistake_and_correction_were_printed(self):
        issue = make_issue()
        stood, printed = make_page(issue=issue, label="01"), make_page(issue=issue, label="02")
        to_come = make_page(issue=make_issue(on=date(2023, 3, 3), published=False), label="02")
        story = make_published()
        for page in (printed, to_come):
            Correction.objects.create(article=story, wrong="误", right="正", stood_on=stood, printed_on=page)

        told = [text for text in texts(parts_of(story), Style.CORRECTION) if text.startswith("原刊")]

        self.assertEqual(told, ["原刊2023年3月2日第01版；更正刊于2023年3月2日第02版", "原刊2023年3月2日第01版"])

    def test_a_picture_made_by_ai_says_so(self):
        story = make_article()
        illustrate(article=story, photo=make_photo(caption="示意图。", digital_source_type="trainedAlgorithmicMedia"))

        self.assertEqual(texts(parts_of(story), Style.CAPTION), ["示意图。 （AI生成）"])

    def test_an_embargo_is_told_and_an_expired_photo_is_not_to_be_used(self):
        story, hour = make_article(), timezone.now() + timedelta(hours=2)
        illustrate(article=story, photo=make_photo(embargo_until=hour))
        illustrate(article=story, photo=make_photo(expires_at=timezone.now() - timedelta(hours=2)))

        parts = parts_of(story)

        held, ended = texts(parts, Style.FILE)
        self.assertIn(f"【限发：{timezone.localtime(hour):%Y-%m-%d %H:%M}以后】", held)
        self.assertIn("【授权已到期，不得使用】", ended)
        self.assertEqual([part.picture.may_be_shown for part in parts if part.picture], [True, False])

    def test_a_story_that_runs_on_says_where(self):
        first, second = make_page(label="01"), make_page(issue=make_issue(edition="extra"), label="04")
        story = make_article(page=first)
        place(article=story, page=second, continued_from=story.placements.get())

        self.assertIn("下转第04版", texts(parts_of(story), Style.ITEM)[0])


class TextTests(TestCase):
    def test_no_part_has_a_break_or_a_control_character(self):
        [first, second] = line(Style.CAPTION, "一\x0b\r\n\n二\x00\t\ud800\ufffe三\u2028")[:1] + line(
            Style.CAPTION, "二"
        )

        self.assertEqual((first.text, second.text), ("一", "二"))
        self.assertEqual(printable("二\x00\t\ud800\ufffe三\U0001f600\u3000"), "二 三\U0001f600\u3000")

    def test_of_markup_the_words_stay(self):
        self.assertEqual(plain("见**[报告](https://example.org)**和[它](javascript:x)"), "见报告和[它](javascript:x)")


class PageTests(TestCase):
    """Stories of a page in the order of their placements, and only what that colleague may see."""

    def setUp(self):
        self.page = make_page()
        self.second = make_article(headline="第二篇")
        place(article=self.second, page=self.page, order=2)
        place(article=make_article(headline="头条"), page=self.page, order=1)

    def headlines(self, user):
        stories, hidden = on_pages([self.page], user)[self.page.pk]
        return [story.article.headline for story in stories], hidden

    def test_stand_in_the_order_of_their_placements(self):
        self.assertEqual(self.headlines(make_user(group=EDITOR)), (["头条", "第二篇"], 0))

    def test_of_other_desks_are_only_counted(self):
        self.assertEqual(self.headlines(make_user(group=REPORTER)), ([], 2))

    def test_what_was_withdrawn_is_left_out_without_a_word(self):
        gone = make_published(headline="撤下的稿件", page=self.page)
        type(gone).objects.filter(pk=gone.pk).update(withdrawn_at=timezone.now())

        self.assertEqual(self.headlines(make_user(group=EDITOR)), (["头条", "第二篇"], 0))

    def test_take_as_many_queries_for_twelve_as_for_one(self):
        editor = make_user(group=EDITOR)
        editor.has_perm("articles.see_all_desks_article")
        counts = []
        for wanted in (1, 12):
            page = make_page(issue=make_issue(edition=f"e{wanted}"))
            for _number in range(wanted):
                story = make_article(page=page, by=[reporter("林岚")])
                illustrate(article=story, photo=make_photo(by=[photographer("何青")]))
            with self.assertNumQueries(6):
                counts.append(len(on_pages([page], editor)[page.pk][0]))
        self.assertEqual(counts, [1, 12])
