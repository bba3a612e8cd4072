"""
The rows of a form, written out as the admin's tabular template has them: a story's form has five kinds of rows, and
each cell passes through a template's loops three deep. Only blanks between the tags differ.
"""

from django.contrib.admin.helpers import InlineAdminFormSet
from django.contrib.admin.templatetags.admin_modify import cell_count
from django.contrib.admin.utils import quote
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import conditional_escape, format_html, format_html_join, strip_tags
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _

GROUP = """<div class="js-inline-admin-formset inline-group" id="{prefix}-group" data-inline-type="tabular"\
 data-inline-formset="{known}">
<div class="tabular inline-related {last}">
{counted}
<fieldset class="module {classes}" aria-labelledby="{prefix}-heading">
{fold}<h2 id="{prefix}-heading" class="inline-heading">{name}</h2>{folded}
{errors}
<table><thead><tr><th class="original"></th>{heads}<th>{delete}</th></tr></thead>
<tbody>
{rows}</tbody></table>{end}</fieldset></div></div>"""
HEAD = """<th class="column-{}{}{}">{}{}</th>\n"""
HELP = """ <img src="{}" class="help help-tooltip" width="10" height="10" alt="({})" title="{}">"""


class WrittenRows(InlineAdminFormSet):
    """Its rows are all of one kind: what one of them needs, all do."""

    @property
    def media(self):
        return self.opts.media + self.formset.media


def written(rows):
    if not hasattr(rows.formset, "composed"):
        return rows
    known = WrittenRows.__new__(WrittenRows)
    vars(known).update(vars(rows))
    return known


def group_written(rows, is_last):
    """rows: the admin's InlineAdminFormSet."""
    formset, opts = rows.formset, rows.opts
    deletes = formset.can_delete and rows.has_delete_permission
    fold = rows.is_collapsible
    return format_html(
        GROUP,
        prefix=formset.prefix,
        known=rows.inline_formset_data(),
        last="last-related" if is_last else "",
        counted=counted(formset.management_form),
        classes=rows.classes,
        fold=mark_safe("<details><summary>") if fold else "",
        folded=mark_safe("</summary>") if fold else "",
        end=mark_safe("</details>") if fold else "",
        name=capfirst(opts.verbose_name if formset.max_num == 1 else opts.verbose_name_plural),
        errors=errors_written(formset.non_form_errors()),
        heads=format_html_join("", HEAD, map(head, rows.fields())),
        delete=_("Delete?") if deletes else "",
        rows=mark_safe("".join(rows_written(rows, deletes))),  # noqa: S308 - every cell is escaped
    )


def counted(form):
    if form.errors:
        return form
    return mark_safe("".join(field.as_widget() for field in form.hidden_fields()))  # noqa: S308 - by the widgets


def errors_written(errors):
    return errors if errors else ""


def head(field):
    widget = field["widget"]
    is_hidden = widget["is_hidden"] if isinstance(widget, dict) else widget.is_hidden
    words = strip_tags(field["help_text"]) if field["help_text"] else ""
    told = format_html(HELP, static("admin/img/icon-unknown.svg"), words, words) if words else ""
    return field["name"], " required" * bool(field["required"]), " hidden" * is_hidden, capfirst(field["label"]), told


def rows_written(rows, deletes):
    forms = list(rows)
    for number, row in enumerate(forms):
        is_blank = rows.has_add_permission and number == len(forms) - 1
        if errors := row.form.non_field_errors():
            yield f'<tr class="row-form-errors"><td colspan="{cell_count(row)}">{errors}</td></tr>\n'
        has_original = bool(row.original or row.show_url)
        css = f"form-row {'has_original' if has_original else ''}{' empty-form' if is_blank else ''}"
        at = f"{rows.formset.prefix}-{'empty' if is_blank else number}"
        gone = row.deletion_field().field if deletes and row.original else ""
        cells = "".join(cell(field) for fieldset in row for line in fieldset for field in line)
        yield (
            f'<tr class="{css}" id="{at}"><td class="original">{original(rows, row) if has_original else ""}'
            f'{keys(row)}</td>{cells}<td class="delete">{gone}</td></tr>\n'
        )


def original(rows, row):
    words, admin = conditional_escape(row.original) if row.original else "", row.model_admin
    if row.original and admin.show_change_link and admin.has_registered_model:
        name = f"admin:{admin.opts.app_label}_{admin.opts.model_name}_change"
        may = rows.has_change_permission
        words += format_html(
            ' <a href="{}" class="{}">{}</a>',
            reverse(name, args=[quote(row.original.pk)]),
            "inlinechangelink" if may else "inlineviewlink",
            _("Change") if may else _("View"),
        )
    if row.show_url:
        words += format_html(' <a href="{}">{}</a>', row.absolute_url, _("View on site"))
    return f"<p>{words}</p>"


def keys(row):
    own = row.pk_field().field if row.needs_explicit_pk_field() else ""
    parent = row.fk_field()
    return f"{own}{parent.field if parent else ''}"


def cell(field):
    if field.is_readonly:
        name, inside, hidden = field.field["name"], f"<p>{conditional_escape(field.contents())}</p>", ""
    else:
        bound = field.field
        name, hidden = bound.name, " hidden" * bound.is_hidden
        inside = f"{bound.errors.as_ul() if bound.errors else ''}{bound}"
    return f'<td class="{f"field-{name}" if name else ""}{hidden}">{inside}</td>'
