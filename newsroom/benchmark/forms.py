"""The admin's form as a browser sends it off: read out of its page, with another headline."""

from html.parser import HTMLParser

UNSENT = {"submit", "button", "reset", "image", "file"}
FORM = "article_form"
CHANGED = "headline"


def filled_in(html):
    """{name: values}"""
    reader = FormReader()
    reader.feed(html)
    reader.close()
    sent = reader.sent
    sent[CHANGED] = [sent[CHANGED][0] + "改"]
    return {**sent, "_save": "1"}


class FormReader(HTMLParser):
    """What stands in the fields of one form; a button sends nothing until it is pressed."""

    def __init__(self, form=FORM):
        super().__init__()
        self.form, self.sent, self.inside = form, {}, False
        self.select, self.options, self.is_single, self.area = None, [], True, None

    def handle_starttag(self, tag, attrs):
        known = {name: "" if value is None else value for name, value in attrs}
        if tag == "form":
            self.inside = known.get("id") == self.form
        elif self.inside and "disabled" not in known:
            getattr(self, f"begin_{tag}", self.nothing)(known)

    def begin_input(self, known):
        kind = known.get("type", "text")
        ticked = kind not in {"checkbox", "radio"} or "checked" in known
        if known.get("name") and kind not in UNSENT and ticked:
            self.add(known["name"], known.get("value", "on" if kind == "checkbox" else ""))

    def begin_select(self, known):
        self.select, self.options, self.is_single = known.get("name"), [], "multiple" not in known

    def begin_option(self, known):
        self.options.append((known.get("value", ""), "selected" in known))

    def begin_textarea(self, known):
        self.area = known.get("name")
        if self.area:
            self.add(self.area, "")

    def handle_data(self, data):
        if self.area:
            self.sent[self.area][-1] += data

    def handle_endtag(self, tag):
        if tag == "textarea" and self.area:
            self.sent[self.area][-1] = self.sent[self.area][-1].removeprefix("\n")
            self.area = None
        elif tag == "select" and self.select:
            self.end_select()
        elif tag == "form":
            self.inside = False

    def end_select(self):
        """Of a list that shows one line the first is chosen, unless another is."""
        values = [value for value, is_chosen in self.options if is_chosen]
        if self.is_single:
            values = values[-1:] or [value for value, _is_chosen in self.options[:1]]
        for value in values:
            self.add(self.select, value)
        self.select = None

    def nothing(self, known):
        pass

    def add(self, name, value):
        self.sent.setdefault(name, []).append(value)
