"""The sheet on which editors compose the front page."""

from datetime import datetime, timedelta

from django.apps import apps
from django.forms import modelform_factory
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles.composing import end_of_pin
from articles.models import FrontBlock, FrontPage
from articles.publishing import withdraw
from desk.found_once import FoundOnce
from desk.models import AuditEntry
from newsroom.front.gathering import front_page_now
from newsroom.groups import EDITOR
from tests.factories import compose, make_article, make_column, make_page, make_published, make_user
from tests.newsroom.rights import rows

SHEET = "/admin/articles/frontpage/1/change/"
ADD = "/admin/articles/frontblock/add/"
EMPTY = {"lead": "", "lead_until_0": "", "lead_until_1": "", **rows(seconds=(0, 0), blocks=(0, 0))}


def hidden(response):
    """What the form carries along to be told from an older one."""
    form = response.context["adminform"].form
    sets = [inline.formset for inline in response.context["inline_admin_formsets"]]
    return {"seen": form["seen"].value()} | {f"{one.prefix}-SEEN": one.management_form["SEEN"].value() for one in sets}


class SheetTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.editor = make_user(group=EDITOR)
        FrontPage.current()

    def setUp(self):
        self.client.force_login(self.editor)

    def save(self, address=SHEET, **fields):
        return self.client.post(address, {**EMPTY, **fields})

    def front(self):
        return FrontPage.objects.get()


class LeadTests(SheetTestCase):
    def test_there_is_one_sheet_and_the_list_leads_to_it(self):
        self.assertRedirects(self.client.get("/admin/articles/frontpage/"), SHEET)
        self.assertRedirects(
            self.client.get("/admin/articles/frontblock/"), "/admin/articles/frontpage/", target_status_code=302
        )

    def test_a_pin_ends_with_the_next_paper_where_nobody_says_when(self):
        story = make_published()

        self.save(lead=story.pk)

        self.assertEqual((self.front().lead, self.front().lead_until), (story, end_of_pin()))
        self.assertContains(self.client.get(SHEET), "人工指定")

    def test_another_story_does_not_take_over_the_end_of_the_former(self):
        over = timezone.now() - timedelta(days=3)
        compose(lead=make_published(), until=over)
        story, was = make_published(), timezone.localtime(over)

        self.save(lead=story.pk, lead_until_0=f"{was:%Y-%m-%d}", lead_until_1=f"{was:%H:%M:%S}")

        self.assertEqual((self.front().lead, self.front().lead_until), (story, end_of_pin()))

    def test_says_that_a_pin_is_over_although_its_story_leads_by_itself(self):
        compose(lead=make_published(page=make_page(label="01")), until=timezone.now() - timedelta(days=1))

        self.assertContains(self.client.get(SHEET), "系统自动选：")

    def test_says_why_it_leads_of_what_is_stored(self):
        story = make_published(page=make_page(label="01"))

        response = self.save(lead=story.pk, lead_until_0="2023-03-02", lead_until_1="06:00")

        self.assertContains(response, '<span class="front-kind">系统自动选</span>')

    def test_a_pin_does_not_end_before_it_begins(self):
        response = self.save(lead=make_published().pk, lead_until_0="2023-03-02", lead_until_1="06:00")

        self.assertContains(response, "这个时间已经过去")

    def test_an_empty_lead_has_no_end(self):
        compose(lead=make_published(), until=timezone.now() + timedelta(days=1))

        self.save(lead="")

        self.assertEqual((self.front().lead, self.front().lead_until), (None, None))

    def test_only_what_is_out_may_be_pinned(self):
        for story in (make_article(), make_published(at=timezone.now() + timedelta(hours=1))):
            self.save(lead=story.pk)
            self.assertIsNone(self.front().lead)

    def test_only_what_is_out_is_offered_with_its_day_and_page(self):
        make_article(headline="夜校草稿")
        make_published(headline="夜校开课", page=make_page(label="02", name="工会"))
        make_published(headline="夜校结业", at=timezone.make_aware(datetime(2023, 3, 5)))
        asked = {"app_label": "articles", "model_name": "frontpage", "field_name": "lead", "term": "夜校"}

        offered = self.client.get(reverse("admin:autocomplete"), asked).json()["results"]

        texts = ["夜校结业（2023-03-05）", "夜校开课（2023-03-02 第02版：工会）"]
        self.assertEqual([one["text"] for one in offered], texts)

    def test_a_story_withdrawn_since_is_said_to_be_and_hinders_no_save(self):
        story = make_published(headline="误报")
        compose(lead=story, until=timezone.now() + timedelta(days=1))
        withdraw(story)

        page = self.client.get(SHEET)
        self.assertContains(page, "误报（已撤稿，不上首页）")
        until = timezone.localtime(self.front().lead_until)
        saved = self.save(lead=story.pk, lead_until_0=f"{until:%Y-%m-%d}", lead_until_1=f"{until:%H:%M:%S}")

        self.assertEqual((saved.status_code, self.front().lead), (302, story))

    def test_a_change_stands_in_the_log(self):
        self.save(lead=make_published(headline="夜校开课").pk)

        entry = AuditEntry.objects.get(kind="frontpage", verb="change")
        self.assertEqual(entry.by, self.editor)
        self.assertIn("— → 夜校开课", entry.words)


class PreviewTests(SheetTestCase):
    def test_shows_the_page_as_composed_and_keeps_nothing_of_it(self):
        story = make_published(headline="夜校开课")
        lines = AuditEntry.objects.count()

        page = self.save(lead=story.pk, _preview="1")

        self.assertContains(page, '<meta name="robots" content="noindex">')
        self.assertContains(page, f'<h2 class="lead-headline"><a href="{story.get_absolute_url()}">夜校开课</a></h2>')
        self.assertIn("no-store", page.headers["Cache-Control"])
        self.assertEqual((self.front().lead, AuditEntry.objects.count()), (None, lines))

    def test_leaves_no_row_no_job_and_nothing_to_do_behind(self):
        story = make_published()
        compose(seconds=[story])
        tables = [model._base_manager for model in apps.get_models()]
        before = [table.count() for table in tables]

        with self.captureOnCommitCallbacks() as to_do:
            self.save(lead=story.pk, _preview="1")

        self.assertEqual(([table.count() for table in tables], to_do), (before, []))

    def test_shows_a_block_that_is_being_made(self):
        make_published(headline="夜校开课", column=make_column())
        fields = {"kind": "column", "column": make_column().pk, "number": 4, "is_shown": "on", "_preview": "1"}

        page = self.client.post(ADD, {**fields, **rows(picks=(0, 0))})

        self.assertContains(page, "夜校开课")
        self.assertContains(page, 'class="front-page"')
        self.assertFalse(FrontBlock.objects.exists())


class BlockSheetTests(SheetTestCase):
    def add(self, picks=(), **fields):
        typed = rows(picks=(len(picks), 0))
        typed |= {f"picks-{at}-article": story.pk for at, story in enumerate(picks)}
        typed |= {f"picks-{at}-order": 0 for at, story in enumerate(picks)}
        return self.client.post(ADD, {"number": 4, "is_shown": "on", **fields, **typed})

    def test_what_lacks_in_a_field_that_a_form_does_not_have_is_said_of_the_whole(self):
        form = modelform_factory(FrontBlock, FoundOnce, fields=["number"])({"number": 3})

        self.assertEqual(form.errors.keys(), {"__all__"})

    def test_a_new_block_comes_last(self):
        compose(blocks=[{"kind": "picked", "title": "推荐", "order": 5}])

        response = self.add(kind="column", column=make_column().pk)

        self.assertRedirects(response, "/admin/articles/frontblock/", fetch_redirect_response=False)
        self.assertEqual([block.name for block in FrontBlock.objects.all()], ["推荐", make_column().name])

    def test_a_list_by_hand_keeps_its_order_and_has_no_end(self):
        stories = [make_published(), make_published()]

        self.add(kind="picked", title="推荐", picks=stories)

        picks = FrontBlock.objects.get().picks.values_list("article", "order", "until")
        self.assertEqual(list(picks), [(stories[0].pk, 1, None), (stories[1].pk, 2, None)])

    def test_says_what_is_missing(self):
        for kind in ("column", "channel", "region", "tag", "page"):
            self.assertContains(self.add(kind=kind), "请选择是哪一个")

    def test_takes_no_label_that_no_page_may_have(self):
        self.assertContains(self.add(kind="page", page_label="4"), "版号写作02或A02。")
        self.assertEqual(self.add(kind="picked", page_label="4").status_code, 302)

    def test_lets_go_of_what_another_kind_asked_for(self):
        self.add(kind="page", page_label="04", column=make_column().pk)

        self.assertIsNone(FrontBlock.objects.get().column)

    def test_refuses_more_than_a_page_can_hold(self):
        compose(blocks=[{"kind": "picked"} for _at in range(20)])

        self.assertContains(self.add(kind="picked"), "首页已有20个版块")


class OrderingTests(SheetTestCase):
    def typed(self, **orders):
        """The sheet's rows of blocks with these numbers, by title."""
        blocks = list(FrontBlock.objects.all())
        fields = rows(seconds=(0, 0), blocks=(len(blocks), len(blocks)))
        for at, block in enumerate(blocks):
            order = orders.get(block.title, block.order)
            row = {"id": block.pk, "front": 1, "order": order, "number": block.number, "is_shown": "on"}
            fields |= {f"blocks-{at}-{name}": value for name, value in row.items()}
        return fields

    def test_goes_by_the_numbers_that_are_typed(self):
        compose(blocks=[{"kind": "picked", "title": title} for title in "甲乙丙"])

        self.save(**self.typed(丙=1))

        self.assertEqual([block.title for block in FrontBlock.objects.all()], ["丙", "甲", "乙"])

    def test_who_saves_second_is_shown_both(self):
        compose(blocks=[{"kind": "picked", "title": title} for title in "甲乙丙"])
        seen, typed = hidden(self.client.get(SHEET)), self.typed(甲=3)
        FrontBlock.objects.filter(title="甲").update(order=2)

        response = self.save(**seen, **typed)

        self.assertContains(response, "有人")
        self.assertEqual(FrontBlock.objects.get(title="甲").order, 2)

    def test_says_which_block_is_empty(self):
        compose(blocks=[{"kind": "picked", "title": "推荐"}])

        self.assertContains(self.client.get(SHEET), '<span class="front-empty">现在没有稿件，不显示</span>')

    def test_costs_the_same_with_one_row_and_with_three(self):
        self.client.get(SHEET)
        front = compose()
        for number in (1, 2, 3):
            column = make_column(name=f"栏{number}")
            front.seconds.create(article=make_published(column=column), order=number)
            front.blocks.create(kind="column", column=column, order=number)
            if number != 2:
                with self.assertNumQueries(18):
                    self.client.get(SHEET)

    def test_saves_seconds_with_an_end(self):
        make_published(page=make_page(label="01"))
        story = make_published()
        row = {"seconds-0-article": story.pk, "seconds-0-order": 0, "seconds-0-front": 1}

        self.save(**{**rows(seconds=(1, 0), blocks=(0, 0)), **row})

        second = self.front().seconds.get()
        self.assertEqual((second.article, second.order, second.until), (story, 1, end_of_pin()))
        self.assertEqual(front_page_now()["beside"], [story])


class ExchangeTests(SheetTestCase):
    def setUp(self):
        super().setUp()
        self.stories = [make_published(headline=headline) for headline in "甲乙丙"]
        self.rows = list(compose(seconds=self.stories[:2]).seconds.all())

    def type(self, *chosen, **more):
        typed = rows(seconds=(2, 2), blocks=(0, 0))
        for at, story in enumerate(chosen):
            row = {"id": self.rows[at].pk, "front": 1, "order": at + 1, "article": story.pk}
            typed |= {f"seconds-{at}-{name}": value for name, value in row.items()}
        self.save(**typed, **more)
        return [str(second) for second in self.front().seconds.all()]

    def test_two_rows_exchange_their_stories(self):
        first, second, _third = self.stories

        self.assertEqual(self.type(second, first), ["乙", "甲"])

    def test_a_row_takes_the_story_of_one_that_is_deleted(self):
        _first, second, _third = self.stories

        self.assertEqual(self.type(second, second, **{"seconds-1-DELETE": "on"}), ["乙"])
        self.assertEqual(AuditEntry.objects.filter(kind="frontsecond", verb="delete").count(), 1)

    def test_a_row_takes_the_story_that_another_gives_up(self):
        _first, second, third = self.stories

        self.assertEqual(self.type(second, third), ["乙", "丙"])
