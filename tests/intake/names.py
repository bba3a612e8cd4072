"""The lines about names on the intake screen, for tests: found by the name that was read."""

from tests.intake.screen import SCREEN, ScreenTestCase, typed

NEW = "工友过节\n本报讯 记者林岚 通讯员何青报道 昨日，工友们在江畔公园欢聚一堂，唱起了歌，度过了一个难忘的夜晚。"
UNSURE = "工友过节\n记者 林岚 通讯员 玲珑子\n昨日，工友们在江畔公园欢聚一堂，唱起了歌，度过了一个难忘的夜晚。"
BESIDE = "工友过节\n记者 林岚 通讯员 何青 ABC队\n昨日，工友们在江畔公园欢聚一堂，唱起了歌，度过了一个难忘的夜晚。"
ANOTHER = "夜校开班\n本报讯 通讯员何青报道 天热了，工会给工友送来凉茶，工友们说这个夏天不再难熬，还盼着夜校早日开班。"


class NamesTestCase(ScreenTestCase):
    def lines(self, response):
        return {line.question.said.name: line for form in response.context["stories"] for line in form.naming.names}

    def decide(self, text, name, /, **said):
        """Drafts the text, with something said on the line of that name."""
        response = self.read(text)
        line = self.lines(response)[name]
        fields = typed(response) | {line.add_prefix(field): words for field, words in said.items()}
        return self.client.post(SCREEN, fields)
