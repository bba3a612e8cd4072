from datetime import date, timedelta
from unittest.mock import patch

from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.admin import story_list
from articles.models import Article
from newsroom.groups import REPORTER
from search.asking import Question, ask
from search.cursors import CursorError
from tests.factories import (
    make_article,
    make_desk,
    make_issue,
    make_page,
    make_published,
    make_town,
    make_user,
    reporter,
)


def found(words="", **asked):
    return ask(Question(words, **asked)).keys


class FindingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.cool = make_published(headline="工会送清凉", body="日前，诸暨市总工会为５Ｇ网络工人送去防暑用品3.5吨。")
        cls.law = make_published(headline="法院開庭", body="昨日，工会干部旁听了庭审。", by=[reporter("李凡")])

    def test_finds_a_word_of_any_length(self):
        for word in ("凉", "清凉", "送清凉", "工会送清凉", "为5g网络工人送去防暑用品"):
            with self.subTest(word):
                self.assertEqual(found(word), [self.cool.pk])

    def test_asks_for_every_word(self):
        self.assertEqual(found("工会 庭审"), [self.law.pk])
        self.assertEqual(found("工会 庭审 清凉"), [])

    def test_takes_a_phrase_as_it_stands(self):
        self.assertEqual(found("“总工会为”"), [self.cool.pk])
        self.assertEqual(found("“工会诸暨”"), [])
        self.assertEqual(found("会工"), [])

    def test_finds_names_words_of_other_scripts_and_numbers(self):
        self.assertEqual(found("李凡"), [self.law.pk])
        self.assertEqual(found("5G"), [self.cool.pk])
        self.assertEqual(found("3.5"), [self.cool.pk])

    def test_finds_one_script_by_the_other(self):
        self.assertEqual(found("開庭"), [self.law.pk])
        self.assertEqual(found("开庭"), [self.law.pk])
        self.assertEqual(found("諸暨"), [self.cool.pk])

    def test_puts_headlines_first_and_the_newest_first_on_request(self):
        older = make_published(headline="会议", body="工会。", at=timezone.now() - timedelta(days=9))

        self.assertEqual(found("工会"), [self.cool.pk, self.law.pk, older.pk])
        self.assertEqual(found("工会", newest=True), [self.law.pk, self.cool.pk, older.pk])

    def test_has_no_answer_to_no_question(self):
        for words in ("", "  ", "！！", "“”", "\x00", "\ud800"):
            with self.subTest(words):
                self.assertEqual(found(words), [])


class FilterTests(TestCase):
    def test_narrows_down_to_what_a_story_is_filed_under(self):
        page = make_page(issue=make_issue())
        town = make_published(regions=[make_town()], by=[reporter("李凡")], tags=["安全"], page=page)
        make_published()

        person, tag = town.bylines.get().contributor_id, town.tags.get().pk
        filters = ("region:330681104", "region:330000", f"contributor:{person}", f"tag:{tag}")
        for token in (*filters, f"issue:{page.issue_id}", "page:02"):
            with self.subTest(token):
                self.assertEqual(found(tokens=(token,)), [town.pk])
                self.assertEqual(found("工会", tokens=(token, "region:330600")), [town.pk])

    def test_narrows_down_to_dates(self):
        hour = timezone.make_aware(timezone.datetime(2023, 3, 2, 6))
        story = make_published(at=hour)

        self.assertEqual(found("工会", since=date(2023, 3, 2), until=date(2023, 3, 2)), [story.pk])
        self.assertEqual(found(until=date(2023, 3, 2)), [story.pk])
        self.assertEqual(found("工会", since=date(2023, 3, 3)), [])
        self.assertEqual(found("工会", until=date(2023, 3, 1)), [])

    def test_no_word_is_a_filter(self):
        make_published(regions=[make_town()])

        self.assertEqual(found("region:330681"), [])
        self.assertEqual(found(tokens=('region:3" OR "工会',)), [])


class ScreenfulTests(TestCase):
    def test_goes_on_where_the_last_one_ended(self):
        hour = timezone.now() - timedelta(days=1)
        bodies = [make_published(headline="会议", body="工会。", at=hour - timedelta(hours=age)).pk for age in range(3)]
        heads = [make_published(at=hour - timedelta(hours=9 + age)).pk for age in range(3)]

        seen, cursor = [], ""
        while True:
            screen = ask(Question("工会"), before=cursor, limit=2)
            seen.append(screen.keys)
            cursor = screen.next
            if not cursor:
                break

        self.assertEqual(seen, [heads[:2], [heads[2], bodies[0]], bodies[1:]])
        self.assertEqual((screen.count, screen.has_more), (6, False))

    def test_refuses_a_cursor_that_is_not_its_own(self):
        for cursor in ("x", "9-1", "1-zz", "1-fffffffffffffffff"):
            with self.subTest(cursor), self.assertRaises(CursorError):
                ask(Question("工会"), before=cursor)


class LookingInVainTests(TestCase):
    """Every pair of 工会计划 stands in these stories, and none says it."""

    @classmethod
    def setUpTestData(cls):
        hour = timezone.now() - timedelta(days=9)
        body = "工会会见，会计，计划。"
        cls.stories = [make_published(headline="会", body=body, at=hour - timedelta(days=age)).pk for age in range(5)]
        cls.said = make_published(headline="会", body="工会计划。", at=hour - timedelta(days=400)).pk

    def test_ends_after_so_many_texts_and_goes_on_from_there(self):
        with patch("search.asking.MOST_LOOKED_AT", 2):
            screens = [self.screen()]
            while screens[-1].next:
                screens.append(self.screen(before=screens[-1].next))

        self.assertEqual([screen.keys for screen in screens if screen.keys], [[self.said]])
        self.assertTrue(all(screen.back_to and screen.has_more for screen in screens[:-1]))
        self.assertIsNone(screens[-1].back_to)

    def screen(self, **asked):
        return ask(Question("工会计划"), **asked)

    def test_is_said_on_the_page(self):
        with patch("search.asking.MOST_LOOKED_AT", 2):
            page = self.client.get(reverse("search_page"), {"q": "工会计划"})

        self.assertContains(page, "继续查更早的")
        self.assertNotContains(page, "没有找到")

    def test_is_not_needed_by_few(self):
        self.assertEqual((self.screen().keys, self.screen().back_to), ([self.said], None))


class OutTests(TestCase):
    def test_finds_nothing_before_its_hour(self):
        soon = timezone.now() + timedelta(minutes=5)
        make_published(at=soon)

        self.assertEqual(found("工会"), [])
        self.assertEqual(ask(Question("工会")).count, 0)

    def test_finds_no_draft_and_nothing_withdrawn_or_deleted(self):
        draft, gone = make_article(), make_published()
        draft.keep_version(why="entered")
        publishing.withdraw(gone)

        self.assertEqual(found("工会"), [])

    def test_finds_again_what_is_restored(self):
        story = make_published()
        publishing.withdraw(story)
        publishing.restore(story)

        self.assertEqual(found("工会"), [story.pk])

    def test_finds_a_corrected_text_and_the_old_one_no_more(self):
        story = make_published(body="共有340人。")
        story.body = "共有240人。"
        story.save()
        story.keep_version(why="edited")

        self.assertEqual((found("240"), found("340")), ([story.pk], []))


class DeskTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(is_superuser=True))

    def found(self, words):
        rows = self.client.get(reverse("admin:articles_article_changelist"), {"q": words}).context["cl"].result_list
        return {story.headline for story in rows}

    def test_finds_drafts_waiting_and_withdrawn_stories_by_any_word(self):
        for headline in ("待发", "已撤"):
            make_published(
                headline=headline, at=timezone.now() + timedelta(hours=1) * (headline == "待发") - timedelta(seconds=1)
            )
        publishing.withdraw(Article.objects.get(headline="已撤"))
        make_article(headline="草稿", by=[reporter("马敏")]).keep_version(why="entered")

        self.assertEqual(self.found("广场举行"), {"待发", "已撤", "草稿"})
        self.assertEqual(self.found("马敏 活动"), {"草稿"})
        self.assertEqual(self.found("“举行活动”"), set())

    def test_misses_no_own_draft_however_many_others_say_the_same(self):
        desk, user = make_desk(), make_user(group=REPORTER)
        user.desks.add(desk)
        for story in ({"headline": "自己的草稿", "created_by": user}, {"headline": "部门的草稿", "desk": desk}, {}, {}):
            make_article(**story).keep_version(why="entered")
        self.client.force_login(user)

        with patch.object(story_list, "FOUND", 1):
            self.assertEqual(self.found("广场举行"), {"自己的草稿", "部门的草稿"})

    def test_asks_the_index_for_what_the_list_is_narrowed_to(self):
        page = make_page(issue=make_issue())
        make_published(headline="这一版", page=page, at=timezone.now() - timedelta(days=9))
        make_published(headline="更新的")

        with patch.object(story_list, "FOUND", 1):
            rows = {"q": "广场举行", "issue": page.issue_id, "page_label": "02"}
            page = self.client.get(reverse("admin:articles_article_changelist"), rows)

        self.assertEqual([story.headline for story in page.context["cl"].result_list], ["这一版"])

    def test_shows_nobody_the_drafts_of_another_desk(self):
        make_article(headline="别部门的草稿", desk=make_desk()).keep_version(why="entered")

        self.client.force_login(make_user(group=REPORTER, desk=make_desk()))

        self.assertEqual(self.found("草稿"), set())

    def test_finds_a_story_by_the_new_label_of_its_page(self):
        page = make_page(issue=make_issue())
        story = make_published(page=page)
        address = reverse("admin:articles_page_change", args=[page.pk])
        form = self.client.get(address).context["adminform"].form
        sets = {"placements-TOTAL_FORMS": 0, "placements-INITIAL_FORMS": 0}
        fields = {name: form[name].value() or "" for name in form.fields if name not in ("picture_file", "pdf_file")}

        self.client.post(address, {**fields, **sets, "label": "03"})

        self.assertEqual(found(tokens=("page:03",)), [story.pk])

    def test_finds_a_story_by_the_label_that_its_page_got_in_the_form_of_the_issue(self):
        page = make_page(issue=make_issue())
        story = make_published(page=page)
        row = {"id": page.pk, "issue": page.issue_id, "position": page.position, "label": "05", "name": page.name}
        rows = {f"pages-0-{name}": value for name, value in row.items()}
        sets = {"pages-TOTAL_FORMS": 1, "pages-INITIAL_FORMS": 1}
        issue = {"date": page.issue.date, "edition": "", "number": "", "last_number": ""}

        self.client.post(reverse("admin:articles_issue_change", args=[page.issue_id]), {**issue, **sets, **rows})

        self.assertEqual(found(tokens=("page:05",)), [story.pk])
