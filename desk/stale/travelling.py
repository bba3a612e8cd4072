"""The questions of a form, as they come back with it: under names of their own, beside the field they are about."""

from desk.stale import questions
from desk.stale.posted import label_of


class Questions:
    """Reads them, and writes what was answered into the form's data. `open` is {field: its questions}."""

    def __init__(self, form, stored):
        self.form = form
        self.open, self.unreadable = {}, set()
        for name in stored:
            token = form.data.get(names(form, name)["token"])
            if token and list(stored[name]) == [name]:
                self._read(name, token)

    @property
    def are_open(self):
        return bool(self.open or self.unreadable)

    def _read(self, name, token):
        form, key = self.form, self.form.add_prefix(name)
        text = plain(form.data.get(key, ""))
        try:
            came = questions.came_back(text, token, answers(form, name), form.data.get(names(form, name)["places"], ""))
        except questions.UnreadableError:
            self.unreadable.add(name)
            return
        if came.is_overruled:
            form.overruled.append(label_of(form, name))
        if came.open:
            self.open[name] = came.open
        if came.text != text:
            form.data = form.data.copy()
            form.data[key] = came.text


def answers(form, name):
    """{number: answer}, of those that were given."""
    lead = names(form, name)["answer"]
    given = {key.removeprefix(lead): form.data[key] for key in form.data if key.startswith(lead)}
    known = (questions.MINE, questions.THEIRS, questions.BOTH)
    return {int(key): answer for key, answer in given.items() if key.isdecimal() and len(key) < 9 and answer in known}


def names(form, name):
    lead = form.add_prefix(f"merging-{name}")
    return {"token": lead, "places": f"{lead}-places", "answer": f"{lead}-answer-"}


def plain(text):
    return text.replace("\r\n", "\n")
