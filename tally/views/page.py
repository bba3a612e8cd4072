"""用稿统计: one page, on which an editor chooses what is counted."""

from django.contrib import admin
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from desk.numbers import key_of
from tally.asked import TallyForm
from tally.asking import ask
from tally.course import course_of
from tally.ready_made import ready_made
from tally.sight import sight_of
from tally.stepping import neighbours, steps
from tally.table import table_of
from tally.words import MEASURES, days_words, period_words


@require_safe
@never_cache
def tally(request):
    sight = sight_of(request.user)
    form = TallyForm(request.GET, own=sight.own)
    context = {**admin.site.each_context(request), "title": _("Contributions"), "form": form, "sight": sight}
    if not sight.is_empty and form.is_valid():
        context |= answered(form, sight, start=key_of(request.GET.get("start")) or 0)
    return TemplateResponse(request, "admin/tally/tally.html", context)


def answered(form, sight, start):
    """All that the page says when it understood what was asked."""
    answer = ask(form.question)
    earlier, later = neighbours(form)
    return {
        "answer": answer,
        "table": table_of(answer, form, start),
        "course": course_of(answer, form),
        "what": dict(form.fields["by"].choices)[form.cleaned_data["by"]],
        "measure": MEASURES[form.measure],
        "measures": MEASURES.items(),
        "period": period_words(form.period),
        "counted": days_words(answer.period),
        "compared": days_words(answer.compared_with) if answer.compared_with else "",
        "steps": steps(form),
        "earlier": earlier,
        "later": later,
        "ready_made": ready_made(form) if sight.is_whole else [],
        "address": form.address(),
        "sheets": sheets_address(form, sight),
    }


def sheets_address(form, sight):
    """Of the yearly statements: of one's own, of the person asked for, or of all whom the table would name."""
    year, person = form.period.first.year, form.question.only.person
    if person:
        return reverse("admin:tally_statement", args=[person, year])
    return reverse("admin:tally_statements") + form.address() if sight.is_whole else ""
