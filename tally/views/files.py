"""What the page shows as a file: this table for Excel, a whole book of tables, or plain text in either encoding."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from desk.sheets.delimited import ENCODINGS, delimited
from desk.sheets.excel import CONTENT_TYPE, book
from tally.asked import TallyForm
from tally.asking import ask
from tally.sheets import book_of, file_name, sheet_of, table_of
from tally.sight import sight_of


@require_safe
@never_cache
def tally_file(request, code):
    sight = sight_of(request.user)
    if code not in WRITERS:
        raise Http404
    form = TallyForm(request.GET, own=sight.own)
    if sight.is_empty or not form.is_valid():
        return HttpResponseRedirect(reverse("admin:tally") + form.address())
    content, content_type, ending = WRITERS[code](form)
    disposition = content_disposition_header(True, file_name(form, ending))
    return HttpResponse(content, content_type=content_type, headers={"Content-Disposition": disposition})


def table(form):
    return book(table_of(form)), CONTENT_TYPE, "xlsx"


def whole_book(form):
    return book(book_of(form)), CONTENT_TYPE, "xlsx"


def text_in(encoding):
    def written(form):
        return delimited(sheet_of(ask(form.question), form), encoding), f"text/csv; charset={encoding}", "csv"

    return written


WRITERS = {"table": table, "book": whole_book, **{f"csv-{encoding}": text_in(encoding) for encoding in ENCODINGS}}
