"""
No page reads a large table whole, on either database: every query of every kind of page is explained. docs/PLANS.md
tells which index each of them walks along.
"""

import json
from datetime import date, timedelta
from urllib.parse import quote

from django.contrib.redirects.models import Redirect
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.corrections import enter
from articles.cursors import cursor_after
from articles.models import Correction, FrontPage
from articles.publishing import withdraw
from desk.models import AuditEntry, Paper
from media.admin.library_search import taken_by
from newsroom.search.named import pages_named
from tests.factories import (
    compose,
    illustrate,
    make_article,
    make_channel,
    make_column,
    make_desk,
    make_issue,
    make_page,
    make_photo,
    make_published,
    make_town,
    make_user,
    photographer,
    reporter,
)
from tests.plans import SORTED, only_by_index, plan_of, whole_readings

# Of these a bounded number is read, though no condition says so: tables of a house, and stretches of numbers or days.
BOUNDED = ("SELECT MAX(", '"articles_article"."id" >= 0 AND', '"articles_issue"."date" BETWEEN')


class PlanTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        Paper.current()
        cls.chief = make_user(is_superuser=True, username="zongbian")
        cls.page = make_page(issue=make_issue(on=date(2023, 3, 2)))
        make_page(issue=make_issue(on=date(2023, 3, 1)))
        filed = {"regions": [make_town()], "tags": ["劳模"], "column": make_column(), "channel": make_channel()}
        cls.story = make_published(by=[reporter("李凡")], page=cls.page, desk=make_desk(), **filed)
        cls.photo = make_photo(by=[photographer("马敏")])
        illustrate(article=cls.story, photo=cls.photo)
        cls.gone = make_published()
        withdraw(cls.gone)
        make_article()
        make_published(at=timezone.now() + timedelta(days=1))
        enter(Correction(article=cls.story, wrong="误", right="正"), by=cls.chief)
        Redirect.objects.create(site_id=1, old_path="/content_1.htm", new_path=cls.story.get_absolute_url())
        compose(lead=cls.story)
        FrontPage.current()

    def assert_reads_no_table_whole(self, *paths):
        for path in paths:
            with self.subTest(path):
                answers = []
                found = whole_readings(lambda path=path, answers=answers: answers.append(self.client.get(path)))
                self.assertLess(answers[0].status_code, 500)
                told = [(line, sql) for line, sql in found if not any(words in sql for words in BOUNDED)]
                self.assertEqual(told, [])

    def before(self, *values):
        return "before=" + quote(json.dumps([str(value) for value in values], separators=(",", ":")))

    def test_of_readers(self):
        story, person = self.story, self.story.bylines.get().contributor
        further = f"?before={cursor_after(story.published_at, story.pk)}"
        lists = ["/regions/330000/", person.get_absolute_url(), story.column.get_absolute_url(), "/tags/劳模/"]
        lists += [story.channel.get_absolute_url(), "/corrections/"]
        self.assert_reads_no_table_whole(
            *("/", "/issues/", "/issues/2023/", "/issues/2023-03-02/", "/issues/2023-03-02/02/"),
            *(story.get_absolute_url(), self.gone.get_absolute_url(), f"/articles/{story.pk}.ninjs.json"),
            *lists,
            *(path + further for path in lists),
            *(f"/issues/{timezone.localdate(story.published_at)}/", "/issues/1999-01-01/"),
            *("/regions/", "/contributors/", "/columns/", "/tags/", "/channels/", "/feeds/"),
            *("/content_1.htm", "/content_2.htm"),
        )

    def test_of_machines(self):
        part = self.story.pk >> 13
        self.assert_reads_no_table_whole(
            *("/feeds/latest.atom", "/feeds/corrections.atom", "/feeds/regions/330681.atom", "/feeds/tags/劳模.atom"),
            *("/sitemap.xml", "/sitemap-news.xml", f"/sitemaps/stories-{part}.xml", "/sitemaps/issues-2023.xml"),
            *(f"/sitemaps/{kind}-0.xml" for kind in ("region", "contributor", "column", "channel", "tag")),
        )

    def test_of_the_board_and_the_list_of_stories(self):
        self.client.force_login(self.chief)
        stories, story = "/admin/articles/article/", self.story
        states = ("draft", "submitted", "ready", "scheduled", "published", "withdrawn")
        desk, column = f"desk__id__exact={story.desk_id}", f"column={story.column_id}"
        person, issue = story.bylines.get().contributor_id, self.page.issue_id
        narrowed = [desk, column, "region=330000", f"contributor={person}", "issue=none", f"issue={issue}", "q=工会"]
        pairs = [f"{desk}&{column}", f"{desk}&state=published", f"{column}&state=withdrawn", f"region=330000&{column}"]
        pairs += [f"issue={issue}&page_label=02", f"q=工会&{desk}", f"{column}&state=published"]
        self.assert_reads_no_table_whole(
            *("/admin/", "/admin/?date=2023-03-01", stories, f"{stories}?o=1", f"{stories}?o=-8"),
            *(f"{stories}?state={state}" for state in states),
            *(f"{stories}?{asked}" for asked in [*narrowed, *pairs]),
            f"{stories}?{self.before(story.pk + 1)}",
            f"{stories}?o=1&{self.before(story.headline, story.pk)}",
            f"{stories}?{column}&{self.before(story.pk + 1)}",
            f"{stories}?state=published&{self.before(timezone.now(), story.pk)}",
            f"{stories}{story.pk}/history/",
            *("/admin/waiting/", "/admin/notices/"),
        )

    def test_of_the_other_lists(self):
        self.client.force_login(self.chief)
        issues, pages, photos = "/admin/articles/issue/", "/admin/articles/page/", "/admin/media/photo/"
        log, entry = "/admin/desk/auditentry/", AuditEntry.objects.latest("pk").pk
        library = (
            "q=工会",
            "person=马敏",
            "since=2023-01-01",
            "use=unused",
            "shape=upright",
            "lacks=words",
            "whose=mine",
        )
        self.assert_reads_no_table_whole(
            *(issues, f"{issues}?q=2023-03", f"{issues}?{self.before('2023-03-02', '', self.page.issue_id)}"),
            *(pages, f"{pages}?q=工会", f"{pages}?{self.before('2023-03-02', 0, '02', self.page.pk)}"),
            *(photos, f"{photos}?before={self.photo.pk + 1}", *(f"{photos}?{asked}" for asked in library)),
            *(log, f"{log}?verb=publish", f"{log}?kind=article", f"{log}?by={self.chief.pk}", f"{log}?q=7"),
            *(f"{log}?at__gte=2023-01-01+00:00:00%2B08:00", f"{log}?{self.before(entry)}"),
            *("/admin/bylines/contributor/", "/admin/taggit/tag/", "/admin/articles/correction/"),
            *("/admin/redirects/redirect/", "/admin/redirects/redirect/?q=/content"),
        )

    def test_the_newest_of_a_photographer_are_read_in_their_order(self):
        with CaptureQueriesContext(connection) as asked:
            self.assertEqual([list(part) for part in taken_by("马敏")], [[{"photo": self.photo.pk}]])

        with only_by_index():
            plan = plan_of(asked[-1]["sql"])
        self.assertFalse([line for line in plan if "Sort" in line or SORTED in line])

    def test_of_the_forms_and_what_their_fields_offer(self):
        self.client.force_login(self.chief)
        person = self.story.bylines.get().contributor
        offered = {"page": ("placement", "02"), "article": ("placement", "工会"), "photo": ("illustration", "工会")}
        self.assert_reads_no_table_whole(
            f"/admin/articles/article/{self.story.pk}/change/",
            f"/admin/articles/issue/{self.page.issue_id}/change/",
            f"/admin/articles/page/{self.page.pk}/change/",
            f"/admin/media/photo/{self.photo.pk}/change/",
            f"/admin/articles/column/{self.story.column_id}/delete/",
            f"/admin/bylines/contributor/{person.pk}/delete/",
            *(
                f"/admin/autocomplete/?app_label=articles&model_name={model}&field_name={field}&term={term}"
                for field, (model, term) in offered.items()
            ),
        )

    def test_places_that_begin_as_was_typed_lie_together(self):
        """Of 45,000: with one of two conditions in the way all of them were read for each search."""
        with CaptureQueriesContext(connection) as queries:
            pages_named("店口")

        (asked,) = [query["sql"] for query in queries if '"regions_region"."ended_on"' in query["sql"]]
        with only_by_index():
            plan = plan_of(asked)
        way = "name>? AND name<?" if connection.vendor == "sqlite" else "Index Cond: (((name)::text ~>=~"
        self.assertTrue(any(way in line for line in plan), plan)
