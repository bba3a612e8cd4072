"""The front page as editors composed it."""

from datetime import date, timedelta

from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from taggit.models import Tag

from articles.models import Article, FrontBlock, Listing
from articles.publishing import withdraw
from desk.models import Paper
from newsroom.front.gathering import front_page_now
from tests.factories import (
    compose,
    make_channel,
    make_column,
    make_issue,
    make_page,
    make_published,
    make_town,
    place,
)

HOUR = timedelta(hours=1)


def top():
    """The lead, and what stands beside it."""
    found = front_page_now()
    return found["lead"], found["beside"]


def sections():
    """{name of a section: its stories}, from top to bottom."""
    return {
        section.name or str(section.page.name): [Article(pk=story.pk) for story in section.stories]
        for section in front_page_now()["sections"]
    }


class PinnedTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.page = make_page(label="01", name="要闻")
        cls.first = make_published(headline="版上头条", page=cls.page)
        cls.second = make_published(headline="版上次条", page=cls.page)
        cls.pinned = make_published(headline="人定头条")

    def test_leads_with_the_pinned_story_and_the_first_of_page_one_stands_beside_it(self):
        compose(lead=self.pinned)

        self.assertEqual(top(), (self.pinned, [self.first, self.second]))
        page = self.client.get("/")
        self.assertContains(page, f'<h2 class="lead-headline"><a href="{self.pinned.get_absolute_url()}">')
        self.assertContains(page, 'class="page-name">要闻', 1)

    def test_leads_by_itself_once_the_pin_is_over(self):
        compose(lead=self.pinned, until=timezone.now() - HOUR)
        self.assertEqual(top()[0], self.first)

        compose(lead=self.pinned, until=timezone.now() + HOUR)
        self.assertEqual(top()[0], self.pinned)

    def test_leads_by_itself_when_the_pinned_story_may_not_be_read(self):
        later = make_published(headline="明日稿", at=timezone.now() + HOUR)
        withdraw(self.pinned)

        for story in (later, self.pinned):
            compose(lead=story)
            page = self.client.get("/")
            self.assertEqual(page.context_data["lead"], self.first)
            self.assertNotContains(page, story.headline)

    def test_sets_those_beside_the_lead_that_are_pinned_and_fills_up_from_page_one(self):
        compose(seconds=[self.pinned])

        self.assertEqual(top(), (self.first, [self.pinned, self.second]))
        self.assertContains(self.client.get("/"), "今日看点")

    def test_shows_a_story_once_however_often_it_is_pinned(self):
        compose(lead=self.pinned, seconds=[self.pinned, self.first])

        self.assertEqual(top(), (self.pinned, [self.first, self.second]))

    def test_has_a_lead_without_any_issue(self):
        self.page.issue.published_at = None
        self.page.issue.save()
        compose(lead=self.pinned)

        self.assertContains(self.client.get("/"), "人定头条")
        self.assertEqual(top(), (self.pinned, []))

    def test_leads_with_what_is_pinned_beside_where_there_is_nothing_else(self):
        self.page.issue.published_at = None
        self.page.issue.save()
        compose(seconds=[self.pinned, self.second])

        self.assertEqual(top(), (self.pinned, [self.second]))
        self.assertContains(self.client.get("/"), "今日看点")


class BlockTests(TestCase):
    def test_shows_the_newest_of_a_column_a_channel_a_tag_and_a_region_with_all_below(self):
        town = make_town()
        column, channel = make_column(), make_channel()
        rows = {
            "column": make_published(column=column),
            "channel": make_published(channel=channel),
            "tag": make_published(tags=["技能"]),
            "region": make_published(regions=[town]),
        }
        kinds = {"column": column, "channel": channel, "tag": Tag.objects.get(), "region": town.parent}
        compose(blocks=[{"kind": kind, kind: record} for kind, record in kinds.items()])

        self.assertEqual(sections(), {record.name: [rows[kind]] for kind, record in kinds.items()})
        page = self.client.get("/")
        for address in (
            column.get_absolute_url(),
            reverse("tag_page", args=[Tag.objects.get().slug]),
            "/regions/330681/",
        ):
            self.assertContains(page, f'<a href="{address}">')

    def test_shows_a_page_of_the_latest_issue(self):
        compose(blocks=[{"kind": "page", "page_label": "04", "number": 1}])
        issues = [make_issue(on=date(2023, 3, day), number=day) for day in (1, 2)]
        of_day = {issue: make_page(issue=issue, label="04", name="副刊") for issue in issues}
        make_published(page=of_day[issues[0]])
        make_page(issue=issues[1], label="01")
        lead = make_published(page=make_page(issue=issues[1], label="03"))
        poem = make_published(page=of_day[issues[1]])
        make_published(page=of_day[issues[1]])

        self.assertEqual((top()[0], sections()), (lead, {"第04版": [poem]}))

    def test_sets_what_came_out_together_as_it_stands_on_its_pages(self):
        hour, channel, page = timezone.now() - HOUR, make_channel(), make_page(label="02")
        older = make_published(channel=channel, at=hour - HOUR)
        printed = [make_published(channel=channel, at=hour, page=page) for _at in range(3)]
        place(article=make_published(at=hour), page=make_page(issue=page.issue, label="01"))
        compose(blocks=[{"kind": "channel", "channel": channel}])

        self.assertEqual(sections(), {channel.name: [*printed, older]})

    def test_shows_what_was_picked_in_its_order(self):
        one, two = make_published(headline="甲"), make_published(headline="乙")
        compose(blocks=[{"kind": "picked", "title": "推荐", "picks": [two, one]}])

        self.assertEqual(sections(), {"推荐": [two, one]})

    def test_shows_no_story_twice_and_fills_up_with_the_next(self):
        column = make_column()
        oldest, older, newest = [
            make_published(column=column, at=timezone.now() - timedelta(days=days)) for days in (3, 2, 1)
        ]
        block = {"kind": "column", "column": column, "number": 1}
        compose(lead=newest, blocks=[{**block, "title": "上"}, {**block, "title": "下"}, {**block, "title": "空"}])

        self.assertEqual(sections(), {"上": [older], "下": [oldest]})

    def test_makes_up_for_all_that_may_stand_above(self):
        column = make_column()
        stories = [make_published(column=column, at=timezone.now() - timedelta(hours=age)) for age in range(24)]
        hand = [{"kind": "picked", "title": f"手{at}", "number": 5, "picks": stories[at : at + 5]} for at in (7, 12)]
        last = {"kind": "column", "column": column, "title": "专栏", "number": 6}
        compose(lead=stories[0], seconds=stories[1:7], blocks=[*hand, last])

        self.assertEqual(sections()["专栏"], stories[17:23])

    def test_hides_what_may_not_be_read_although_its_list_still_has_it(self):
        column = make_column()
        gone, there = make_published(headline="误报", column=column), make_published(column=column)
        withdraw(gone)
        Listing.objects.create(kind="column", key=column.pk, published_at=gone.published_at, article=gone)
        compose(blocks=[{"kind": "column", "column": column}, {"kind": "picked", "title": "手选", "picks": [gone]}])

        self.assertEqual(sections(), {column.name: [there]})
        self.assertNotContains(self.client.get("/"), "误报")

    def test_leaves_out_a_block_that_is_put_away(self):
        compose(blocks=[{"kind": "picked", "title": "推荐", "picks": [make_published()], "is_shown": False}])

        self.assertEqual(sections(), {})

    def test_goes_by_the_pages_where_every_block_is_empty(self):
        issue = make_issue()
        make_published(page=make_page(issue=issue, label="01"))
        story = make_published(page=make_page(issue=issue, label="02", name="工会"))
        compose(blocks=[{"kind": "column", "column": make_column()}])

        self.assertEqual(sections(), {"工会": [story]})

    def test_keeps_in_the_rest_what_no_block_shows(self):
        issue = make_issue()
        make_published(page=make_page(issue=issue, label="01"))
        left = make_published(page=make_page(issue=issue, label="02"))
        compose(blocks=[{"kind": "picked", "title": "推荐", "picks": [make_published()]}])

        self.assertEqual(front_page_now()["latest"], [left])


class CostTests(TestCase):
    def test_is_the_same_with_one_block_of_each_kind_and_with_three(self):
        Paper.current()
        page = make_page(label="01")
        make_published(page=page)
        front = compose(lead=make_published(), seconds=[make_published()])
        for number in (1, 2, 3):
            self.add_blocks(front, number)
            if number != 2:
                with self.assertNumQueries(16):
                    self.client.get("/")

    def add_blocks(self, front, number):
        town, column, channel = make_town(), make_column(name=f"栏{number}"), make_channel(name=f"道{number}")
        make_published(column=column, channel=channel, regions=[town], tags=[f"签{number}"])
        tag = Tag.objects.get(name=f"签{number}")
        for kind, record in {"column": column, "channel": channel, "region": town, "tag": tag}.items():
            make_published(column=column, channel=channel, regions=[town], tags=[tag.name])
            front.blocks.create(kind=kind, order=number, **{kind: record})
        front.blocks.create(kind="page", page_label="01", order=number)
        picked = front.blocks.create(kind="picked", title="手选", order=number)
        picked.picks.create(article=make_published(headline=f"选{number}"))

    def test_each_list_is_a_bounded_walk(self):
        column = make_column()
        blocks = [{"kind": "column", "column": column, "number": 2} for _at in range(3)]
        front = compose(blocks=blocks)
        for _at in range(3):
            make_published(column=column)

        with self.assertNumQueries(9) as asked:
            front_page_now()

        [walk] = [query["sql"] for query in asked if "UNION" in query["sql"]]
        self.assertEqual([walk.count(f"LIMIT {most})") for most in (9, 11, 13)], [1, 1, 1])
        self.assertEqual(front.blocks.count(), FrontBlock.objects.count())
