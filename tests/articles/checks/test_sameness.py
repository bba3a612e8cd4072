from django.test import TestCase

from articles.checks import check_stories
from tests.articles.checks.checking import codes, only
from tests.factories import make_article, make_published

BODY = "店口镇总工会送来清凉，三百名职工参加活动。{}镇总工会副主席到场，为职工发放了毛巾和茶叶。"


class SamenessTests(TestCase):
    def test_knows_a_story_that_ran_before(self):
        make_published(headline="送清凉", body=BODY.format("昨天"))
        again = make_article(headline="送清凉", body=BODY.format("前天下午"))

        [hit] = only("same-story", again)

        self.assertIn("送清凉", hit.message)

    def test_lets_a_standing_headline_have_other_words_every_day(self):
        make_published(headline="今日天气", body="多云转晴，东北风三到四级，最高气温八度。")

        self.assertNotIn(
            "same-story", codes(make_article(headline="今日天气", body="有时有小雨，偏南风二到三级，路面湿滑。"))
        )

    def test_knows_a_story_under_another_headline_in_the_same_issue(self):
        first = make_article(headline="送清凉", body=BODY.format("昨天"))
        second = make_article(headline="清凉到车间", body=BODY.format("前天下午"))

        found = [
            [hit.code for hit in hits if hit.code == "same-story"] for _article, hits in check_stories([first, second])
        ]

        self.assertEqual(found, [["same-story"], ["same-story"]])
