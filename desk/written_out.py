"""
Django's small widgets, written out with the same characters as its templates have: a story's form has a hundred and
forty of them, each of several templates, and as many lists of errors that are empty. Others are Django's own to render.
"""

from django.forms.renderers import DjangoTemplates
from django.utils.formats import localize
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

WIDGETS = "django/forms/widgets/"
LABEL = "django/forms/label.html"
ERRORS = {"django/forms/errors/list/default.html", "django/forms/errors/list/ul.html"}


def input_written(widget):
    value = "" if widget["value"] is None else f' value="{escaped(widget["value"])}"'
    kind, name = escaped(widget["type"]), escaped(widget["name"])
    return f'<input type="{kind}" name="{name}"{value}{attrs_of(widget)}>'


def select_written(widget):
    if any(name for name, _options, _index in widget["optgroups"]):
        return None
    options = "".join(f"\n  {option_written(one)}" for _name, options, _at in widget["optgroups"] for one in options)
    return f'<select name="{escaped(widget["name"])}"{attrs_of(widget)}>{options}\n</select>'


def option_written(option):
    label = option["label"] if isinstance(option["label"], str) else str(localize(option["label"]))
    return f'<option value="{escaped(option["value"])}"{attrs_of(option)}>{conditional_escape(label)}</option>\n'


def attrs_of(widget):
    return "".join(attr_written(name, value) for name, value in widget["attrs"].items() if value is not False)


def attr_written(name, value):
    return f" {escaped(name)}" if value is True else f' {escaped(name)}="{escaped(value)}"'


def escaped(value):
    return conditional_escape(value if isinstance(value, str) else str(value))


KINDS = ("text", "hidden", "number", "url", "email", "checkbox", "date", "time")
WRITTEN = {f"{WIDGETS}{kind}.html": input_written for kind in KINDS} | {f"{WIDGETS}select.html": select_written}


def label_written(said):
    label = conditional_escape(said["label"])
    if not said["use_tag"]:
        return label
    return f"<{said['tag']}{attrs_of(said) if said['attrs'] else ''}>{label}</{said['tag']}>"


class WrittenOut(DjangoTemplates):
    def render(self, template_name, context, request=None):
        if template_name == LABEL:
            return mark_safe(label_written(context))  # noqa: S308 - escaped
        if template_name in ERRORS and not context["errors"]:
            return ""
        write = WRITTEN.get(template_name)
        written = write(context["widget"]) if write else None
        return super().render(template_name, context, request) if written is None else mark_safe(written)  # noqa: S308


written_out = WrittenOut()
