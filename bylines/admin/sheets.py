"""
The register as a table, out and in. What comes in is shown line by line first: the rows travel with that page, signed
for the colleague who looks, and nothing is written before the second button is pressed.
"""

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from bylines import private
from bylines.models import Contributor, Role
from bylines.sealing import has_keys
from bylines.sheets.planning import ANOTHER, Outcome, counted, plan
from bylines.sheets.reading import Unreadable, read_table
from bylines.sheets.taking import ChangedMeanwhile, take_in
from bylines.sheets.writing import NAME, sheet_of
from desk.models import AuditEntry
from desk.sheets.delimited import delimited
from desk.sheets.excel import CONTENT_TYPE, book

FORMATS = {
    "xlsx": gettext_lazy("Excel (.xlsx)"),
    "utf-8": gettext_lazy("Text with commas, UTF-8 (.csv)"),
    "gb18030": gettext_lazy("Text with commas, GB18030 (.csv, for older programs)"),
}
SHOWN = 500
HOURS = 3
TOLD = (Outcome.WRONG, Outcome.UNCLEAR, Outcome.NEW, Outcome.CHANGED)


class ExportForm(forms.Form):
    format = forms.ChoiceField(label=gettext_lazy("format"), choices=FORMATS.items(), widget=forms.RadioSelect)
    private = forms.BooleanField(
        label=gettext_lazy("with phone, e-mail, ID number, bank and account"),
        required=False,
        help_text=gettext_lazy(
            "Each person's are noted in the audit log as looked at. Keep such a file as you keep money."
        ),
    )


class ImportForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("file"),
        help_text=gettext_lazy(
            "Excel (.xlsx) or text with commas (.csv, UTF-8 or GB18030); its first line names the columns."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
    )
    role = forms.ChoiceField(
        label=gettext_lazy("usual role of whoever is new"),
        choices=Role,
        initial=Role.CORRESPONDENT,
        help_text=gettext_lazy("Where the table says none. Whoever is in the register already keeps their own."),
    )
    private = forms.BooleanField(
        label=gettext_lazy("take phone, e-mail, ID number, bank and account too"), required=False
    )


class SheetPages:
    """Mixed into the admin of contributors."""

    def get_urls(self):
        def page(view):
            guarded = sensitive_post_parameters()(require_http_methods(["GET", "HEAD", "POST"])(view))
            return self.admin_site.admin_view(guarded)

        return [
            path("export/", page(self.export_page), name="bylines_contributor_export"),
            path("import/", page(self.import_page), name="bylines_contributor_import"),
            *super().get_urls(),
        ]

    def ways(self, request):
        """[(address, words)] of what else there is to do with the register."""
        asked = request.GET.urlencode()
        out = (reverse("admin:bylines_contributor_export") + (f"?{asked}" if asked else ""), _("Export"))
        into = (reverse("admin:bylines_contributor_import"), _("Import"))
        may = self.has_change_permission(request)
        return [*([out] if may else []), *([into] if may and self.has_add_permission(request) else [])]

    def export_page(self, request):
        """Of those whom the list shows by the same filters."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        shown = self.get_changelist_instance(request).queryset.order_by()
        people = Contributor.objects.filter(pk__in=shown.values("pk")).order_by("name", "pk")
        form = ExportForm(request.POST or None, initial={"format": "xlsx"})
        if not request.user.has_perm(private.LOOK):
            del form.fields["private"]
        if form.is_valid():
            return self.exported(request, people, form.cleaned_data)
        return self.sheet_page(request, "export", _("Export the register"), form=form, number=people.count())

    def exported(self, request, people, said):
        with_private = said.get("private", False)
        sheet = sheet_of(people, private_for=request.user if with_private else None)
        rows, code = list(sheet.rows), said["format"]
        words = f"{len(rows)} {code}" + (" +private" if with_private else "")
        AuditEntry.note(verb="export_register", record=Contributor(), by=request.user, words=words)
        content = book([sheet]) if code == "xlsx" else delimited(sheet, code)
        kind = CONTENT_TYPE if code == "xlsx" else f"text/csv; charset={code}"
        name = f"{NAME}-{timezone.localdate()}.{'xlsx' if code == 'xlsx' else 'csv'}"
        headers = {"Content-Disposition": content_disposition_header(True, name), "Cache-Control": "no-store"}
        return HttpResponse(content, content_type=kind, headers=headers)

    def import_page(self, request):
        if not (self.has_change_permission(request) and self.has_add_permission(request)):
            raise PermissionDenied
        if request.method == "POST" and "token" in request.POST:
            return self.looked_at(request)
        form = ImportForm(request.POST or None, request.FILES or None)
        if not may_keep(request):
            del form.fields["private"]
        if form.is_valid():
            try:
                table = read_table(form.cleaned_data["file"].read())
            except Unreadable as why:
                form.add_error("file", str(why))
            else:
                asked = {"role": form.cleaned_data["role"], "private": form.cleaned_data.get("private", False)}
                return self.look(request, table.rows, {}, asked, unknown=table.unknown)
        return self.sheet_page(request, "import", _("Import into the register"), form=form)

    def looked_at(self, request):
        """The second press: done as it was shown, or shown once more where an answer or the register is another."""
        try:
            token = signing.loads(request.POST["token"], salt=salt_of(request), max_age=HOURS * 3600)
        except signing.BadSignature:
            messages.error(request, _("This table was looked at too long ago: choose the file once more."))
            return HttpResponseRedirect(request.path)
        rows = token["rows"]
        asked = {"role": token["role"], "private": token["private"] and may_keep(request)}
        before = {int(number): answer for number, answer in token["answers"].items()}
        answers = before | answers_in(request.POST, rows)
        if "take" not in request.POST or answers != before:
            return self.look(request, rows, answers, asked)
        how = {"with_private": asked["private"], "role": asked["role"]}
        try:
            done = take_in(rows, answers=answers, seen=token["seen"], by=request.user, **how)
        except ChangedMeanwhile:
            messages.warning(request, _("The register has changed since you looked: this is how it would go now."))
            return self.look(request, rows, answers, asked)
        said = _("%(new)d people are new, %(changed)d were changed, %(same)d were so already, %(left)d were left out.")
        left = done[Outcome.WRONG] + done[Outcome.UNCLEAR]
        words = {"new": done[Outcome.NEW], "changed": done[Outcome.CHANGED], "same": done[Outcome.SAME], "left": left}
        messages.success(request, said % words)
        return HttpResponseRedirect(reverse("admin:bylines_contributor_changelist"))

    def look(self, request, rows, answers, asked, unknown=()):
        lines = plan(rows, answers=answers, with_private=asked["private"])
        token = {"rows": rows, "answers": answers, **asked, "seen": [line.mark for line in lines]}
        found, shown = counted(lines), [line for line in lines if line.outcome in TOLD or line.choices]
        context = {
            "lines": shown[:SHOWN],
            "more": max(0, len(shown) - SHOWN),
            "counts": [(outcome.label, outcome.value, found[outcome]) for outcome in Outcome],
            "has_work": bool(found[Outcome.NEW] + found[Outcome.CHANGED]),
            "has_questions": any(line.choices for line in shown),
            "another": ANOTHER,
            "unknown": unknown,
            "token": signing.dumps(token, salt=salt_of(request), compress=True),
        }
        return self.sheet_page(request, "import_look", _("Import into the register"), **context)

    def sheet_page(self, request, name, title, **context):
        context = {**self.admin_site.each_context(request), "opts": self.opts, "title": title, **context}
        return TemplateResponse(request, f"admin/bylines/contributor/{name}.html", context)


def may_keep(request):
    return has_keys() and request.user.has_perm(private.KEEP)


def salt_of(request):
    """Whoever is handed the page of somebody else cannot press its button."""
    return f"register of {request.user.pk}"


def answers_in(posted, rows):
    """{line: answer} of the selects that the page had."""
    asked = {number: posted.get(f"answer-{number}") for number, _row in rows}
    return {number: answer for number, answer in asked.items() if answer is not None}
