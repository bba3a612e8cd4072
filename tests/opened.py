"""A form as a browser holds it: what it would post if nobody typed anything."""

from html.parser import HTMLParser

UNPOSTED = {"submit", "button", "image", "reset", "file"}


class _Controls(HTMLParser):
    def __init__(self):
        super().__init__()
        self.values = {}
        self.select = self.area = None

    def handle_starttag(self, tag, pairs):
        given = dict(pairs)
        if tag == "textarea":
            self.area = given.get("name")
            self.values[self.area] = ""
        elif tag == "select":
            self.select = given["name"]
        elif tag == "option" and self.select and "selected" in given:
            self.values[self.select] = given.get("value", "")
        elif tag == "input":
            self._input(given)

    def _input(self, given):
        kind, is_ticked = given.get("type", "text"), "checked" in given
        if "name" in given and kind not in UNPOSTED and (is_ticked or kind not in ("checkbox", "radio")):
            self.values[given["name"]] = given.get("value", "on" if is_ticked else "")

    def handle_data(self, data):
        if self.area:
            self.values[self.area] += data.removeprefix("\n") if not self.values[self.area] else data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.area = None
        elif tag == "select":
            self.select = None


def opened(response):
    """{name: value} of every control on the page; of its many forms only the admin's own has fields that matter."""
    controls = _Controls()
    controls.feed(response.content.decode())
    return {name: value for name, value in controls.values.items() if name and "__prefix__" not in name}
