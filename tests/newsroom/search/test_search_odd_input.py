"""What nobody types by accident is answered in words, and never by an error."""

from django.test import TestCase

from tests.factories import make_published, make_town

SEARCH = "/search/"


class OddInputTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make_published(headline="工会送清凉", regions=[make_town()])

    def test_says_what_it_does_not_understand(self):
        odd = {
            "日期请写成": ({"from": "2023-02-30"}, {"to": "昨天"}, {"from": "x" * 10_000}, {"from": "12023-01-01"}),
            "截止日期早于起始日期": ({"from": "2023-03-02", "to": "2023-03-01"},),
            "搜索词太长": ({"q": "工" * 500}, {"q": "x" * 101}),
            "期号请写日期": ({"issue": "2023-02-30"}, {"issue": "17"}, {"issue": "9" * 5000}),
            "没有这个版": ({"page": "封底"}, {"page": "9" * 5000}),
            "地址不完整": ({"before": "x"}, {"before": "9" * 5000}, {"before": "工会"}),
        }
        for words, cases in odd.items():
            for asked in cases:
                with self.subTest(asked=str(asked)[:60]):
                    response = self.client.get(SEARCH, {"q": "工会", **asked})
                    self.assertContains(response, words, status_code=400)
                    self.assertNotContains(response, "工会</mark>", status_code=400)

    def test_says_what_it_does_not_know(self):
        unknown = {
            "没有找到这个地区的稿件": (
                {"region": "火星"},
                {"region": "999999"},
                {"region": "9" * 5000},
                {"region": "浙江 火星"},
            ),
            "没有这一项": (
                {"column": "没有"},
                {"channel": "没有"},
                {"tag": "没有"},
                {"contributor": "0"},
                {"contributor": "李凡"},
                {"contributor": "9" * 5000},
                {"contributor": "9" * 19},
            ),
            "没有这一期报纸": ({"issue": "1999-01-01"}, {"issue": "2023-03-02-extra"}),
        }
        for words, cases in unknown.items():
            for asked in cases:
                with self.subTest(asked=str(asked)[:60]):
                    self.assertContains(self.client.get(SEARCH, {"q": "工会", **asked}), words)

    def test_takes_no_harm_from_any_text(self):
        for text in (
            "\0",
            "' OR 1=1 --",
            '"',
            "“",
            "AND NOT *",
            "NEAR(a b)",
            "%%",
            "\\",
            "👍",
            " ",
            "：。",
            "a:b ^c",
            "的",
        ):
            with self.subTest(text=text):
                self.assertEqual(self.client.get(SEARCH, {"q": text}).status_code, 200)
        names = ("region", "column", "tag", "contributor", "issue", "page", "order", "photo", "from", "before")
        for text in ("\0", "' OR \"1", "👍 工"):
            with self.subTest(text=text):
                for name in names:
                    self.assertIn(self.client.get(SEARCH, {"q": "工会", name: text}).status_code, (200, 400), name)

    def test_drops_what_no_database_takes(self):
        self.assertContains(self.client.get(SEARCH, {"q": "工\0会"}), "<mark>工会</mark>送清凉")

    def test_bears_any_day_there_is(self):
        for since, until in (("0001-01-01", "9999-12-31"), ("0001-01-01", ""), ("", "9999-12-31"), ("", "0001-01-01")):
            with self.subTest(since=since, until=until):
                response = self.client.get(SEARCH, {"q": "工会", "from": since, "to": until})
                self.assertEqual(response.status_code, 200)

    def test_reads_names_that_stand_twice_and_knows_no_others(self):
        self.assertContains(self.client.get("/search/?q=x&q=%E5%B7%A5%E4%BC%9A&sort=-pk&q__in=1"), "<mark>工会</mark>")

    def test_takes_no_other_method(self):
        self.assertEqual(self.client.post(SEARCH, {"q": "工会"}).status_code, 405)
