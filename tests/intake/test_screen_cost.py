from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Column
from tests.factories import make_contributor
from tests.intake.screen import SCREEN, ScreenTestCase, typed
from tests.intake.test_screen_files import dropped

STORIES = [f"第{sign}家夜校\n\n本报讯 记者林岚报道 第{sign}家夜校今天开班，大家都说收获很大。" for sign in "一二三"]


class ScreenCostTests(ScreenTestCase):
    def setUp(self):
        super().setUp()
        make_contributor(name="林岚")
        Column.objects.create(name="一线故事")

    def show(self, texts):
        files = [dropped(f"{number}.txt", text.encode()) for number, text in enumerate(texts)]
        return self.client.post(SCREEN, {"text": "", "read": "1", "file": files})

    def queries(self, fields):
        with CaptureQueriesContext(connection) as captured:
            self.client.post(SCREEN, fields)
        return [query["sql"] for query in captured]

    def checking(self, texts):
        fields = typed(self.show(texts))
        del fields["draft"]
        return self.queries(fields | {"check": "1"})

    def test_reading_three_files_asks_no_more_than_reading_one(self):
        self.assertEqual(len(self.checking(STORIES)), len(self.checking(STORIES[:1])))

    def test_the_register_is_read_once_for_many_drafts(self):
        asked = self.queries(typed(self.show(STORIES)))

        names = [sql for sql in asked if 'FROM "bylines_contributor"' in sql and " IN (" not in sql]
        self.assertEqual(len([sql for sql in names if '"id" >' in sql]), 1)
