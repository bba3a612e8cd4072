"""The forms of a page as a browser sees them, and what is sent in their place."""

import re
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import quote_from_bytes, urljoin, urlsplit

from tests.fuzz.door import Asked
from tests.fuzz.values import NUMBERS, hostile, twisted

EDGE = b"----newsroom"
MANAGED = re.compile(r"-(TOTAL|INITIAL|MIN_NUM|MAX_NUM)_FORMS$")


class Field(NamedTuple):
    name: str
    value: str
    kind: str
    choices: tuple = ()


class Form(NamedTuple):
    path: bytes
    query: bytes
    method: str
    is_in_parts: bool
    fields: tuple
    buttons: tuple

    @property
    def known_by(self):
        return self.path, self.buttons, tuple(sorted({field.name for field in self.fields}))


class FormReader(HTMLParser):
    """Collects the forms of one page. A field may stand outside and name its form."""

    def __init__(self):
        super().__init__()
        self.forms, self.form, self.select, self.area, self.apart = {}, None, None, None, []

    def handle_starttag(self, tag, pairs):
        at = {name: value or "" for name, value in pairs}
        if tag == "form":
            self.form = at.get("id") or f"#{len(self.forms)}"
            self.forms[self.form] = (at, [], [])
        elif tag in ("input", "textarea", "select", "button"):
            self.take(tag, at)
        elif tag == "option" and self.select is not None:
            self.select[2].append(at.get("value", ""))
            if "selected" in at:
                self.select[1] = at.get("value", "")

    def take(self, tag, at):
        form, name = at.get("form") or self.form, at.get("name")
        if not name or form is None:
            return
        if tag == "button" or at.get("type") in ("submit", "image"):
            self.apart.append((form, "button", (name, at.get("value", ""))))
        elif tag == "select":
            self.select = [name, "", []]
            self.apart.append((form, "select", self.select))
        elif tag == "textarea":
            self.area = [name, ""]
            self.apart.append((form, "textarea", self.area))
        else:
            self.take_input(form, name, at)

    def take_input(self, form, name, at):
        kind = at.get("type", "text")
        if kind in ("checkbox", "radio"):
            is_on = "checked" in at
            self.apart.append((form, kind if is_on else f"{kind}-off", (name, at.get("value", "on"))))
        else:
            self.apart.append((form, kind, (name, at.get("value", ""))))

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "select":
            self.select = None
        elif tag == "textarea":
            self.area = None

    def handle_data(self, data):
        if self.area is not None:
            self.area[1] += data


def forms_of(html, address):
    """address: that of the page, with its query."""
    reader = FormReader()
    reader.feed(html)
    for form, kind, said in reader.apart:
        if form in reader.forms:
            _at, fields, buttons = reader.forms[form]
            if kind == "button":
                buttons.append(tuple(said))
            else:
                fields.append(Field(said[0], said[1], kind, tuple(said[2]) if kind == "select" else ()))
    return [built(at, fields, buttons, address) for at, fields, buttons in reader.forms.values()]


def built(at, fields, buttons, address):
    target = urlsplit(urljoin(f"http://h{address}", at.get("action", "")))
    return Form(
        target.path.encode(),
        target.query.encode(),
        at.get("method", "get").upper(),
        at.get("enctype") == "multipart/form-data",
        tuple(fields),
        tuple(buttons),
    )


def filled(form, random):
    """[(name, value)] as the browser would send it, with one of its buttons; values are bytes, files (name, bytes)."""
    sent = [
        (field.name, (b"", b"") if field.kind == "file" else field.value.encode("utf-8", "replace"))
        for field in form.fields
        if not field.kind.endswith("-off")
    ]
    if form.buttons and random.random() < 0.9:
        name, value = random.choice(form.buttons)
        sent.append((name, value.encode()))
    return sent


def spoiled(form, random, sent_file):
    """The same with something wrong about it."""
    sent = filled(form, random)
    chosen = {field.name: field for field in form.fields}
    for _time in range(random.choice([1, 1, 1, 2, 3, 6])):
        spoil(sent, chosen, random, sent_file)
    return sent


def spoil(sent, chosen, random, sent_file):
    act = random.random()
    if not sent or act < 0.05:
        sent.insert(random.randrange(len(sent) + 1), (random.choice(ODD_NAMES), hostile(random)))
        return
    at = random.randrange(len(sent))
    name, value = sent[at]
    if act < 0.12:
        del sent[at]
    elif act < 0.18:
        sent.append((name, hostile(random, huge=0.01)))
    elif act < 0.22:
        sent.append((name, value))
    elif act < 0.27:
        other = random.choice(sent)
        sent[at] = (name, other[1])
    elif act < 0.31 and not MANAGED.search(name):
        off = [field for field in chosen.values() if field.kind.endswith("-off")]
        if off:
            field = random.choice(off)
            sent.append((field.name, field.value.encode()))
    elif act < 0.36:
        add_row(sent, random)
    elif act < 0.4:
        spoil_counts(sent, random)
    elif name in chosen and chosen[name].kind == "file":
        sent[at] = (name, sent_file(random))
    elif act < 0.44:
        sent[at] = (name, (hostile(random, huge=0), hostile(random)))
    elif name in chosen and chosen[name].choices and act < 0.7:
        sent[at] = (name, random.choice(chosen[name].choices).encode())
    else:
        plain = value if isinstance(value, bytes) else value[1]
        sent[at] = (name, twisted(random, plain) if random.random() < 0.35 else hostile(random))


ODD_NAMES = [
    *("_popup", "_to_field", "_changelist_filters", "_saveasnew"),
    *("_continue", "action", "index", "select_across", "_selected_action"),
    *("next", "q", "e", "p", "o", "all", "id", "", "\x00"),
    *("__class__", "form-0-id", "csrfmiddlewaretoken", "x" * 5000, "pk"),
]


def add_row(sent, random):
    """A row of a set of forms that the browser has only as a pattern."""
    sets = {name.split("-__prefix__-")[0] for name, _value in sent if "-__prefix__-" in name}
    if not sets:
        return
    prefix = random.choice(sorted(sets))
    counts = {name: value for name, value in sent if name == f"{prefix}-TOTAL_FORMS"}
    try:
        number = int(counts[f"{prefix}-TOTAL_FORMS"])
    except (KeyError, ValueError, TypeError):
        return
    for name, value in list(sent):
        if name.startswith(f"{prefix}-__prefix__-"):
            typed = random.choice([value, hostile(random, huge=0), b"1", b"1"])
            sent.append((name.replace("__prefix__", str(number)), typed))
    at = next(at for at, pair in enumerate(sent) if pair[0] == f"{prefix}-TOTAL_FORMS")
    sent[at] = (sent[at][0], str(number + 1).encode())


def spoil_counts(sent, random):
    managed = [at for at, pair in enumerate(sent) if MANAGED.search(pair[0])]
    if managed:
        at = random.choice(managed)
        sent[at] = (sent[at][0], random.choice([*NUMBERS, "2", "3", "1000", "1001", "x"]).encode())


def posted(form, sent, random):
    """On the wire; now and then in the other coding, or broken off."""
    if form.method == "GET":
        return Asked("GET", form.path, encoded([pair for pair in sent if isinstance(pair[1], bytes)]))
    has_files = any(not isinstance(value, bytes) for _name, value in sent)
    if form.is_in_parts or has_files or random.random() < 0.05:
        body, kind = in_parts(sent), f"multipart/form-data; boundary={EDGE.decode()}"
    else:
        body, kind = encoded(sent), "application/x-www-form-urlencoded"
    if random.random() < 0.03:
        body = body[: random.randrange(len(body) + 1)]
    if random.random() < 0.03:
        kind = random.choice([*ODD_KINDS, kind])
    return Asked("POST", form.path, form.query, body, kind)


ODD_KINDS = [
    *("", "x", "multipart/form-data", "multipart/form-data; boundary="),
    *("multipart/form-data; boundary=" + "b" * 300),
    *("application/x-www-form-urlencoded; charset=gb18030"),
    *("application/x-www-form-urlencoded; charset=x", "application/json"),
    *("text/plain", "multipart/form-data; boundary=----newsroom; charset=utf-16"),
    *("multipart/mixed; boundary=----newsroom"),
    *("application/x-www-form-urlencoded; charset=utf-7", "application/x-www-form-urlencoded; charset=idna"),
]


def encoded(sent):
    return b"&".join(
        quote_from_bytes(name.encode("utf-8", "surrogatepass")).encode()
        + b"="
        + quote_from_bytes(value if isinstance(value, bytes) else value[1]).encode()
        for name, value in sent
    )


def in_parts(sent):
    said = []
    for name, value in sent:
        head = b'Content-Disposition: form-data; name="' + name.encode("utf-8", "surrogatepass") + b'"'
        content = value
        if not isinstance(value, bytes):
            head += b'; filename="' + value[0].replace(b'"', b"%22") + b'"\r\nContent-Type: application/octet-stream'
            content = value[1]
        said += [b"--" + EDGE, head, b"", content]
    return b"\r\n".join([*said, b"--" + EDGE + b"--", b""])
