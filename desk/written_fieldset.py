"""The fields of a form, written out as the admin's template has them; only blanks between the tags differ."""

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe


def fieldset_written(fieldset, prefix, id_prefix, id_suffix, heading_level):
    heading = f"{prefix}-{id_prefix}-{id_suffix}-heading" if fieldset.name else ""
    folds = fieldset.name and fieldset.is_collapsible
    named = format_html(' aria-labelledby="{}"', heading) if heading else ""
    lines = "".join(map(line_written, fieldset))
    return mark_safe(  # noqa: S308 - every part is escaped
        f'<fieldset class="module aligned {conditional_escape(fieldset.classes)}"{named}>\n'
        f"{head(fieldset, heading, heading_level or 2, folds)}{lines}{'</details>' if folds else ''}</fieldset>"
    )


def head(fieldset, heading, level, folds):
    name = format_html('<h{0} id="{1}" class="fieldset-heading">{2}</h{0}>', level, heading, fieldset.name)
    told = f'<div class="description">{fieldset.description}</div>' if fieldset.description else ""
    return (f"<details><summary>{name}</summary>" if folds else name if heading else "") + told


def line_written(line):
    fields, alone = list(line), len(line.fields) == 1
    errors = line.errors() if alone else ""
    css = "form-row" + " errors" * bool(errors) + " hidden" * (not line.has_visible_field)
    css += "".join(f" field-{name}" for name in map(name_of, fields) if name)
    inside = "".join(field_written(field, alone) for field in fields)
    inside = f"{errors}{inside}" if alone else f'<div class="flex-container form-multiline">{inside}</div>'
    return f'<div class="{css}">{inside}</div>\n'


def field_written(field, alone):
    errors = "" if alone or field.is_readonly else field.errors()
    css = "flex-container" + ("" if alone else beside(field, errors)) + " checkbox-row" * bool(field.is_checkbox)
    return f'<div>{errors}<div class="{css}">{inside(field)}</div>{help_of(field)}</div>\n'


def beside(field, errors):
    name = name_of(field)
    return " fieldBox" + (f" field-{name}" if name else "") + " errors" * bool(errors) + " hidden" * is_hidden(field)


def inside(field):
    if field.is_checkbox:
        return f"{field.field}{field.label_tag()}"
    shown = f'<div class="readonly">{conditional_escape(field.contents())}</div>' if field.is_readonly else field.field
    return f"{field.label_tag()}\n{shown}"


def help_of(field):
    told = field.field["help_text"] if field.is_readonly else field.field.help_text
    if not told:
        return ""
    about = "" if field.is_readonly else field.field.id_for_label
    named = format_html(' id="{}_helptext"', about) if about else ""
    return f'<div class="help{" hidden" * is_hidden(field)}"{named}><div>{told}</div></div>'


def name_of(field):
    return field.field["name"] if field.is_readonly else field.field.name


def is_hidden(field):
    return not field.is_readonly and field.field.is_hidden
