from articles.models import Article, Column
from newsroom.groups import REPORTER
from tests.intake.names import NEW, NamesTestCase
from tests.intake.screen import SCREEN, typed

COLUMNED = "【一线故事】\n" + NEW


class ColumnLineTestCase(NamesTestCase):
    def column_line(self, response):
        [form] = response.context["stories"]
        return form.naming.column

    def draft_with(self, **said):
        response = self.read(COLUMNED)
        line = self.column_line(response)
        return self.client.post(SCREEN, typed(response) | {line.add_prefix(name): word for name, word in said.items()})


class ColumnLineTests(ColumnLineTestCase):
    def test_an_unknown_column_is_founded_with_the_draft_and_not_before(self):
        fields = typed(self.read(COLUMNED))
        self.assertFalse(Column.objects.exists())

        self.client.post(SCREEN, fields)

        self.assertEqual(Article.objects.get().column.name, "一线故事")

    def test_without_its_tick_it_stays_a_doubt(self):
        self.draft_with(found="")

        doubt = Article.objects.get().doubts.get()
        self.assertEqual((doubt.code, doubt.about), ("column-unknown", {"column": "一线故事"}))
        self.assertFalse(Column.objects.exists())

    def test_it_can_be_one_that_runs_under_a_name_like_it(self):
        running = Column.objects.create(name="一线的故事")

        self.draft_with(instead="一线的故事")

        self.assertEqual(Article.objects.get().column, running)
        self.assertEqual(Column.objects.count(), 1)

    def test_what_the_editor_types_stands_above_a_choice(self):
        Column.objects.create(name="一线的故事")

        response = self.read(COLUMNED)
        line = self.column_line(response)
        choice = {line.add_prefix("instead"): "一线的故事", "form-0-column": "夜校来信"}
        self.client.post(SCREEN, typed(response) | choice)

        self.assertEqual(Article.objects.get().column.name, "夜校来信")

    def test_a_column_that_runs_is_not_asked_about(self):
        Column.objects.create(name="一线故事")

        self.assertIsNone(self.column_line(self.read(COLUMNED)))


class ReporterColumnTests(ColumnLineTestCase):
    group = REPORTER

    def test_a_reporter_founds_none_and_reads_why(self):
        self.assertContains(self.read(COLUMNED), "您无权新设专栏")

        self.draft_with(found="on")

        self.assertFalse(Column.objects.exists())
