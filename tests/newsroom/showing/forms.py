"""A form of the admin as a browser sends it: all that stands there, with some of it changed."""

from django.forms import TextInput
from django.urls import reverse


def saved(client, record, **changes):
    """changes: by the names of the form's fields, rows among them (bylines-0-name). Fails where the form is refused."""
    meta = record._meta
    address = reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])
    shown = client.get(address)
    answer = client.post(address, {**typed(shown), **changes})
    if answer.status_code != 302:
        context = answer.context or {}
        errors = context.get("errors") or answer.content.decode()[:2000]
        raise AssertionError(f"{address}: {answer.status_code} {errors}")


def deleted(client, record):
    meta = record._meta
    address = reverse(f"admin:{meta.app_label}_{meta.model_name}_delete", args=[record.pk])
    answer = client.post(address, {"post": "yes"})
    if answer.status_code != 302:
        raise AssertionError(f"{address}: {answer.status_code}")


def typed(response):
    found = values_of(response.context["adminform"].form)
    for inline in response.context["inline_admin_formsets"]:
        rows = inline.formset
        found |= values_of(rows.management_form)
        for form in rows.forms:
            found |= values_of(form)
    return found


def values_of(form):
    found = {}
    for bound in form:
        value, widget = bound.value(), bound.field.widget
        if hasattr(widget, "decompress") and hasattr(widget, "widgets"):
            for number, part in enumerate(widget.decompress(value)):
                found[f"{bound.html_name}_{number}"] = "" if part is None else str(part)
        elif isinstance(value, bool):
            found |= {bound.html_name: "on"} if value else {}
        elif isinstance(value, (list, tuple)) and not isinstance(widget, TextInput):
            found[bound.html_name] = [getattr(one, "pk", one) for one in value]
        elif not getattr(widget, "needs_multipart_form", False):
            found[bound.html_name] = "" if value is None else widget.format_value(value) or ""
    return {name: value for name, value in found.items() if value != ""}
