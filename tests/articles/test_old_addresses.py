"""The addresses of the paper's former site still lead to their stories."""

from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.contrib.redirects.models import Redirect
from django.core.management import CommandError, call_command
from django.test import TestCase
from django.utils import timezone

from articles.old_addresses import take_in
from tests.factories import make_article, make_issue, make_page, make_published

HTML = "/html/2023-03/02"


class OldAddressTests(TestCase):
    def setUp(self):
        self.page = make_page(issue=make_issue(on=date(2023, 3, 2)), label="02", name="工会")
        self.story = make_published(headline="“工会”送清凉", subheadline="覆盖三百家企业", page=self.page)

    def taken(self, *rows, head="旧地址,日期,版次,标题"):
        return take_in("\n".join([head, *rows]))

    def assert_leads(self, old, new):
        self.assertRedirects(self.client.get(old), new, status_code=301, fetch_redirect_response=False)

    def test_a_story_is_found_by_day_page_and_headline(self):
        address = self.story.get_absolute_url()
        tally = self.taken(f"https://old.example{HTML}/content_123.htm,2023-03-02,第2版,工会送清凉")

        self.assertEqual((tally.made, tally.unmatched), (1, []))
        self.assert_leads(f"{HTML}/content_123.htm", address)
        self.assert_leads(f"{HTML}/content_123.htm?div=-1", f"{address}?div=-1")

    def test_the_day_may_stand_in_the_address_and_the_subheadline_beside_the_headline(self):
        self.taken(f"{HTML}/content_7.htm\t工会送清凉 覆盖三百家企业", head="url\ttitle")

        self.assert_leads(f"{HTML}/content_7.htm", self.story.get_absolute_url())

    def test_without_a_headline_it_is_the_page_and_without_a_page_the_issue(self):
        self.taken(f"{HTML}/node_2.htm,,02,", f"{HTML}/node_1.htm,,,")

        self.assert_leads(f"{HTML}/node_2.htm", self.page.get_absolute_url())
        self.assert_leads(f"{HTML}/node_1.htm", self.page.issue.get_absolute_url())

    def test_a_number_of_ours_needs_no_more(self):
        self.taken(f"/content_9.htm,{self.story.pk}", head="old,id")

        self.assert_leads("/content_9.htm", self.story.get_absolute_url())

    def test_addresses_that_differ_by_their_query_lead_apart(self):
        other = make_published(headline="另一篇", page=self.page)
        self.taken(f"/show.php?id=1,{self.story.pk}", f"/show.php?id=2,{other.pk}", head="old,id")

        self.assert_leads("/show.php?id=2", other.get_absolute_url())

    def test_a_chinese_address_is_found_however_it_was_escaped(self):
        number = self.story.pk
        self.taken(f"/工会/1.htm,{number}", f"/%B9%A4/2.htm,{number}", f"/s.asp?t=工会,{number}", head="old,id")
        address = self.story.get_absolute_url()

        for old in ("/%E5%B7%A5%E4%BC%9A/1.htm", "/%b9%a4/2.htm", "/s.asp?t=%e5%b7%a5%E4%BC%9A"):
            self.assert_leads(old, address)

    def test_large_letters_lead_where_small_ones_do_and_round_in_no_circle(self):
        self.taken(f"/html/content_9.htm,{self.story.pk}", head="old,id")
        Redirect.objects.create(site_id=1, old_path="/abc", new_path="/ABC")

        self.assert_leads("/HTML/Content_9.HTM", self.story.get_absolute_url())
        self.assertEqual(self.client.get("/ABC").status_code, 404)

    def test_its_query_is_added_to_one_that_the_new_address_has(self):
        Redirect.objects.create(site_id=1, old_path="/old", new_path="/search/?q=工会#top")

        self.assertEqual(self.client.get("/old?div=1")["Location"], "/search/?q=%E5%B7%A5%E4%BC%9A&div=1#top")

    def test_what_fits_nothing_is_named_with_its_reason(self):
        make_published(headline="双胞稿", page=self.page)
        make_published(headline="双胞稿", page=self.page)
        rows = {
            "/a.htm,2023-03-02,02,没有此稿": "没有",
            "/b.htm,2023-03-02,02,双胞稿": "不止",
            "/c.htm,,02,送清凉": "日期",
            f"/{'x' * 300},2023-03-02,02,": "200",
            ",2023-03-02,02,": "地址",
        }

        tally = self.taken(*rows)

        self.assertEqual([line for line, _old, _why in tally.unmatched], [2, 3, 4, 5, 6])
        for (_line, _old, why), word in zip(tally.unmatched, rows.values(), strict=True):
            self.assertIn(word, why)
        self.assertFalse(Redirect.objects.exists())

    def test_a_damaged_line_costs_none_of_the_others(self):
        story = f",{self.story.pk}"
        rows = [
            "http://[half/1.htm" + story,
            '"/2.htm' + story,
            "/3.htm",
            "",
            f"{'x' * 200_000}{story}",
            "/4.htm" + story,
        ]

        tally = self.taken(*rows, head="old,id")

        self.assertEqual((tally.made, [line for line, _old, _why in tally.unmatched]), (1, [2, 3, 4, 6]))
        self.assertEqual(self.taken("2023-03-02", head="日期,旧地址").unmatched[0][0], 2)
        self.assert_leads("/4.htm", self.story.get_absolute_url())

    def test_nothing_leads_to_what_is_not_out(self):
        later = make_published(headline="机密禁发", page=self.page, at=timezone.now() + timedelta(hours=1))
        draft = make_article(headline="机密草稿", page=self.page)
        by_words = self.taken(*(f"/{story.pk}.htm,2023-03-02,02,{story.headline}" for story in (later, draft)))
        by_number = self.taken(*(f"/{story.pk}.htm,{story.pk}" for story in (later, draft)), head="old,id")

        self.assertEqual((by_words.made, by_number.made), (0, 0))

    def test_again_it_changes_nothing_and_leaves_alone_what_somebody_set(self):
        rows = [f"{HTML}/content_1.htm,,,工会送清凉", f"{HTML}/content_2.htm,,,工会送清凉"]
        Redirect.objects.create(site_id=1, old_path=f"{HTML}/content_2.htm", new_path="/")
        first, again = self.taken(*rows), self.taken(*rows)

        self.assertEqual((first.made, first.known, again.made, again.known), (1, 0, 0, 1))
        self.assert_leads(f"{HTML}/content_2.htm", "/")

    def test_costs_the_same_however_many_rows_a_day_has(self):
        for rows in (1, 30):
            with self.assertNumQueries(3):  # the day, what leads on already, the write
                self.taken(*(f"{HTML}/content_{rows}{number}.htm,,02,工会送清凉" for number in range(rows)))

    def test_a_page_that_is_found_asks_no_redirect(self):
        Redirect.objects.create(site_id=1, old_path="/corrections/", new_path="/")

        with self.assertNumQueries(2):
            self.assertEqual(self.client.get("/corrections/").status_code, 200)


class OldOrderTests(TestCase):
    """数字报: node_3.htm and content_12_3.htm say nothing but a number."""

    def setUp(self):
        issue = make_issue(on=date(2023, 3, 2))
        self.pages = [
            make_page(issue=issue, label=label, name=name) for label, name in (("01", "要闻"), ("02", "工会"))
        ]
        self.stories = [make_published(headline=f"第{at}篇", page=self.pages[at // 2]) for at in range(3)]

    def leads(self, *rows, head="旧地址,版次,标题"):
        take_in("\n".join([head, *(f"{HTML}/{row}" for row in rows)]))
        return [Redirect.objects.get(old_path=f"{HTML}/{row.partition(',')[0]}").new_path for row in rows]

    def addresses(self, records):
        return [record.get_absolute_url() for record in records]

    def test_nodes_are_pages_in_the_order_of_their_numbers(self):
        self.assertEqual(self.leads("node_10.htm,,", "node_9.htm,,"), self.addresses(self.pages[::-1]))

    def test_the_first_node_of_one_too_many_is_the_issue(self):
        found = self.leads("node_1.htm,,", "node_2.htm,,", "node_3.htm,,")

        self.assertEqual(found, self.addresses([self.pages[0].issue, *self.pages]))

    def test_a_node_may_say_its_title(self):
        found = self.leads("node_7.htm,,第02版：工会", "node_8.htm,,要闻")

        self.assertEqual(found, self.addresses(self.pages[::-1]))

    def test_contents_are_stories_in_the_order_of_their_numbers(self):
        found = self.leads("content_12_10.htm,01,", "content_12_9.htm,01,", "content_12_20.htm,02,")

        self.assertEqual(found, self.addresses([self.stories[1], self.stories[0], self.stories[2]]))

    def test_where_they_do_not_come_out_even_it_is_the_page(self):
        self.assertEqual(self.leads("content_1.htm,01,"), self.addresses(self.pages[:1]))


class ImportOldAddressesTests(TestCase):
    def run_on(self, data, *options):
        with TemporaryDirectory() as folder:
            file = Path(folder) / "list.csv"
            file.write_bytes(data)
            out = StringIO()
            call_command("import_old_addresses", file, *options, stdout=out)
            return out.getvalue()

    def test_reads_what_a_chinese_spreadsheet_writes_and_says_what_it_did(self):
        make_published(headline="工会送清凉", page=make_page())
        data = "旧地址,日期,版次,标题\r\n/1.htm,2023-03-02,02,工会送清凉\r\n/2.htm,2023-03-02,02,无\r\n".encode(
            "gb18030"
        )

        tried, said = self.run_on(data, "--dry-run"), self.run_on(data)

        self.assertEqual(tried, said)
        self.assertIn("3\t/2.htm\t", said)
        self.assertEqual(list(Redirect.objects.values_list("old_path", flat=True)), ["/1.htm"])

    def test_refuses_a_list_without_names_of_columns(self):
        with self.assertRaises(CommandError):
            self.run_on("/1.htm,工会送清凉\n".encode())
