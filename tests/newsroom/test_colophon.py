"""What the law wants at the foot of every page: from the paper's record, and only what is filled."""

import json
import re

from django.test import SimpleTestCase, TestCase

from articles.on_pages.colophon import facts
from desk.models import Paper

FILED = {
    "supervisor": "江畔市委宣传部",
    "sponsor": "江畔市总工会",
    "editor_in_chief": "陈总编",
    "report_line": "0571-8888 0000（24小时）",
    "report_email": "jubao@paper.example",
    "icp_number": "浙ICP备00000001号-1",
    "police_number": "浙公网安备33010602000001号",
}
POLICY = "本报发现差错，次日在同等版位更正。\n\n读者指出差错请拨举报电话。"


class FactTests(SimpleTestCase):
    def leads(self, **filled):
        return [fact.address for fact in facts(Paper(**filled), " ".join(filled))]

    def test_filings_lead_to_where_they_can_be_looked_up(self):
        police = "https://beian.mps.gov.cn/#/query/webSearch?code=33010602000001"

        self.assertEqual(self.leads(icp_number="浙ICP备1号"), ["https://beian.miit.gov.cn/"])
        self.assertEqual(self.leads(police_number=FILED["police_number"]), [police])

    def test_a_telephone_is_dialled_and_an_address_written_to(self):
        found = self.leads(report_line=FILED["report_line"], report_email=FILED["report_email"])

        self.assertEqual(found, ["tel:057188880000", "mailto:jubao@paper.example"])

    def test_of_two_telephones_the_first_is_dialled(self):
        found = self.leads(report_line="0571-88880000 88880001", duty_desk="12377、0571-88880001")

        self.assertEqual(found, ["tel:057188880000", "tel:12377"])

    def test_words_without_a_number_lead_nowhere(self):
        self.assertEqual(self.leads(report_line="值班室", police_number="办理中", sponsor="总工会"), ["", "", ""])


class ColophonTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        Paper.objects.update_or_create(pk=1, defaults={"name": "江畔日报", **FILED})

    def told(self):
        [block] = re.findall(r'application/ld\+json">(.*?)</script>', self.client.get("/").content.decode())
        return json.loads(block)

    def test_every_page_has_it_with_its_ways(self):
        for path in ("/", "/corrections/", "/regions/", "/issues/", "/nowhere/"):
            response = self.client.get(path)
            self.assertContains(response, 'href="https://beian.miit.gov.cn/"', status_code=response.status_code)
            self.assertContains(response, ">jubao@paper.example</a>", status_code=response.status_code)

    def test_what_is_not_filled_is_not_there(self):
        response = self.client.get("/corrections/")

        for label in ("国内统一连续出版物号", "互联网新闻信息服务许可证", "邮发代号", "更正办法"):
            self.assertNotContains(response, label)
        self.assertNotIn("correctionsPolicy", self.told())

    def test_the_policy_stands_above_the_corrections_and_search_engines_are_led_there(self):
        Paper.objects.update(corrections_policy=POLICY)

        response = self.client.get("/corrections/")

        self.assertContains(response, "<p>本报发现差错，次日在同等版位更正。</p>", html=True)
        self.assertContains(response, 'id="policy"')
        self.assertEqual(self.told()["correctionsPolicy"], "http://testserver/corrections/#policy")

    def test_search_engines_are_told_whose_paper_it_is_and_where_to_report(self):
        told = self.told()

        self.assertEqual(told["ownershipFundingInfo"], "主管：江畔市委宣传部；主办：江畔市总工会")
        self.assertEqual(told["parentOrganization"]["name"], "江畔市总工会")
        self.assertEqual(told["masthead"], "http://testserver/#colophon")
        self.assertEqual(told["contactPoint"]["email"], "jubao@paper.example")
