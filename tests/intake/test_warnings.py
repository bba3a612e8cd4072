from articles.models import Article
from newsroom.groups import REPORTER
from tests.factories import make_contributor
from tests.intake.dropping import DroppingTestCase
from tests.intake.names import ANOTHER, NEW, UNSURE, NamesTestCase
from tests.intake.screen import SCREEN, typed
from tests.intake.test_column_lines import COLUMNED
from tests.intake.test_corrections import TWO
from tests.intake.test_dropping import BROKEN
from tests.intake.test_screen_files import dropped

SLOGAN = "团结奋斗开新局 喜迎江畔大会\n" + NEW


class WarningsTestCase(NamesTestCase):
    def check(self, text, /, **said):
        response = self.read(text)
        fields = typed(response) | said
        del fields["draft"]
        return self.client.post(SCREEN, {**fields, "check": "1"})

    def warned(self, response, number=0):
        [bundle] = response.context["bundles"]
        return [warned.message for warned in bundle.sheets[number].warnings]

    def addresses(self, response):
        return {warned.address for bundle in response.context["bundles"] for warned in bundle.sheets[0].warnings}


class NewNameWarningTests(WarningsTestCase):
    def test_whom_an_editor_enters_troubles_nobody(self):
        self.assertEqual(self.warned(self.read(NEW)), [])

    def test_a_tick_that_is_taken_off_is_a_warning(self):
        line = self.lines(self.read(NEW))["何青"]

        response = self.check(NEW, **{line.add_prefix("take"): ""})

        self.assertEqual(self.warned(response), ["何青：作者库中没有，署名将暂缺"])
        self.assertContains(response, f'id="{line["name"].id_for_label}"')

    def test_no_name_is_no_warning(self):
        line = self.lines(self.read(NEW))["何青"]

        self.assertEqual(self.warned(self.check(NEW, **{line.add_prefix("instead"): "none"})), [])


class ReporterWarningTests(WarningsTestCase):
    group = REPORTER

    def test_new_names_that_nobody_enters_are_warnings(self):
        response = self.read(NEW)

        self.assertEqual(self.warned(response), ["林岚：作者库中没有，署名将暂缺", "何青：作者库中没有，署名将暂缺"])
        self.assertNotContains(response, "没有疑点")

    def test_a_name_put_right_to_one_of_the_register_is_none(self):
        make_contributor(name="林岚")
        make_contributor(name="何菁")
        line = self.lines(self.read(NEW))["何青"]

        self.assertEqual(self.warned(self.check(NEW, **{line.add_prefix("name"): "何菁"})), [])


class ColumnWarningTests(WarningsTestCase):
    def found(self, response):
        return response.context["stories"][0].naming.column["found"].value()

    def test_a_marked_rubric_is_ticked_and_said(self):
        response = self.read(COLUMNED)

        self.assertTrue(self.found(response))
        self.assertEqual(self.warned(response), ["将新设专栏“一线故事”，并有公开网址"])

    def test_a_slogan_is_not_founded_by_itself(self):
        response = self.read(SLOGAN)

        self.assertFalse(self.found(response))
        self.assertIn("专栏“团结奋斗开新局 喜迎江畔大会”尚未设立，将作为疑点留在草稿上", self.warned(response))
        self.assertContains(response, f'id="{response.context["stories"][0].naming.column["found"].id_for_label}"')


class ErrorWarningTests(WarningsTestCase):
    def test_an_error_leads_the_list_and_its_link_leads_to_the_field(self):
        fields = typed(self.read(f"{UNSURE}\n\n{ANOTHER}")) | {"form-1-headline": ""}

        response = self.client.post(SCREEN, fields)

        self.assertEqual(self.warned(response, 1), ["主题：草稿须有主题（标题）。"])
        html = response.content.decode()
        self.assertLess(html.index('<li value="2" class="is-wrong">'), html.index('<li value="1">'))
        self.assertContains(response, '<a href="#id_form-1-headline" data-warning>', count=1)
        self.assertNotContains(response, "⚠ 0")

    def test_an_error_of_a_name_leads_to_that_name(self):
        line = self.lines(self.read(NEW))["何青"]

        response = self.client.post(SCREEN, typed(self.read(NEW)) | {line.add_prefix("name"): "长" * 300})

        self.assertEqual(self.addresses(response), {line["name"].id_for_label})
        self.assertFalse(Article.objects.exists())


class RefusedTests(WarningsTestCase):
    def test_a_file_refused_before_is_still_named_beside_the_stories(self):
        sent = {"text": "", "read": "1", "file": dropped("甲.txt", TWO.encode()), "refused": "“坏<b>”已损坏。"}

        response = self.client.post(SCREEN, sent)

        self.assertContains(response, "“坏&lt;b&gt;”已损坏。")
        again = self.client.post(SCREEN, {**typed(response), "form-0-headline": "", "refused": "“坏”已损坏。"})
        self.assertContains(again, '<input type="hidden" name="refused" value="“坏”已损坏。">', html=True)

    def test_one_refused_with_the_others_is_named_once(self):
        files = [dropped("甲.txt", TWO.encode()), dropped(*BROKEN)]

        response = self.client.post(SCREEN, {"text": "", "read": "1", "file": files})

        self.assertContains(response, 'name="refused"', count=1)


class RefusedInBrowserTests(DroppingTestCase):
    def test_the_form_waits_for_eyes_and_names_the_file_again(self):
        self.drop(("甲.txt", TWO.encode()), BROKEN)
        self.page.locator("[name=read]").click()
        self.line("坏.docx", "refused")
        self.line("甲.txt")
        self.settle()
        self.assertEqual(self.page.locator(".intake-summary").count(), 0)

        self.read()

        self.assertIn("坏.docx", self.page.locator(".intake-note").first.inner_text())
        self.assertEqual(self.complaints, [])

    def test_f8_stops_at_an_error(self):
        self.drop(("甲.txt", TWO.encode()))
        self.line("甲.txt")
        self.read()
        self.page.locator("#id_form-1-headline").fill("")
        self.page.locator("[name=draft]").last.click()
        self.page.locator(".is-wrong").wait_for()
        self.page.keyboard.press("F8")

        self.assertEqual(self.page.evaluate("document.activeElement.hash"), "#id_form-1-headline")
