"""
The sheet of a month as a file: Excel with numbers that are numbers, or text with commas. Identity card, bank and
account stand in it for whoever may see private details, and each person looked at is in the audit log; without that
right the columns are left out, and the file says so.
"""

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bylines.models import Contributor
from bylines.private import look_at_all
from desk.sheets import Sheet
from desk.sheets.delimited import delimited
from desk.sheets.excel import CONTENT_TYPE, book
from fees.payroll import payees, sum_of
from fees.reckoning.capitals import in_capitals

TEXT = "text/csv; charset="
FORMATS = {"xlsx": CONTENT_TYPE, "utf-8": f"{TEXT}utf-8", "gb18030": f"{TEXT}gb18030"}


class Taken(NamedTuple):
    body: bytes
    name: str
    kind: str
    words: str  # for the audit log


def file_of(month, form, *, by):
    sees_private = by.has_perm("bylines.view_privatedetails")
    sheet = sheet_of(month, by=by if sees_private else None)
    body = book([sheet]) if form == "xlsx" else delimited(as_text(sheet), form)
    suffix = "xlsx" if form == "xlsx" else "csv"
    name = _("Fees %(month)s") % {"month": month}
    words = _("with private details") if sees_private else _("without private details")
    return Taken(body, f"{name}.{suffix}", FORMATS[form], f"{month} {form} {words}")


def sheet_of(month, *, by):
    """by: whoever may see private details, or None."""
    found = payees(month.lines.order_by("number"))
    private = look_at_all(Contributor.objects.filter(pk__in=[payee.person for payee in found]), by) if by else {}
    head = [
        _("No."),
        _("Name"),
        _("Unit"),
        _("Stories"),
        _("Photos"),
        _("Fees"),
        pgettext("fees", "Corrections"),
        _("Yuan"),
    ]
    head += [_("Identity card"), _("Bank"), _("Account")] if by else []
    rows = [row_of(number, payee, private.get(payee.person)) for number, payee in enumerate(found, 1)]
    total = sum_of(found)
    rows.append([None, _("Total"), in_capitals(total), None, None, None, None, total])
    if not by:
        rows.append([None, _("Without identity card, bank and account: these take the right to private details.")])
    return Sheet(str(month), head, rows)


def row_of(number, payee, details):
    row = [number, payee.name, payee.unit, payee.stories, payee.photos, payee.fees, payee.corrections, payee.amount]
    return row + ([details.id_number, details.bank, details.account] if details else [])


def as_text(sheet):
    """With both places behind the point, as money is written."""
    rows = [[f"{value:.2f}" if hasattr(value, "quantize") else value for value in row] for row in sheet.rows]
    return sheet._replace(rows=rows)
