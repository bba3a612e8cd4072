"""What is done with a letter: its mail and its files are fetched, they go to the intake screen, or it is done with."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from intake.documents.refusal import DocumentRefused
from intake.mail.handing_on import hand_on
from intake.mail.keeping import opened_again, raw_of
from intake.messages import refusal_of
from media.imaging.filenames import cleaned


class LetterActs:
    """Mixed into the admin of letters. Everything asks get_queryset, which holds what the colleague may see."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/mail/", wrap(require_safe(self.mail)), name="intake_letter_mail"),
            path("<int:pk>/files/<int:number>/", wrap(require_safe(self.file)), name="intake_letter_file"),
            path("<int:pk>/hand-on/", wrap(require_POST(self.hand_on)), name="intake_letter_hand_on"),
            path("<int:pk>/settle/", wrap(require_POST(self.settle)), name="intake_letter_settle"),
            path("<int:pk>/take-up/", wrap(require_POST(self.take_up)), name="intake_letter_take_up"),
            *super().get_urls(),
        ]

    def mail(self, request, pk):
        letter = self._letter(request, pk)
        return download(raw_of(letter), f"{cleaned(letter.subject) or letter.pk}.eml")

    def file(self, request, pk, number):
        """Found by what it holds, so that a later way of taking mails apart hands out no other file."""
        letter = self._letter(request, pk)
        row = letter.attachments.filter(number=number).first()
        try:
            files = opened_again(letter).files if row else ()
        except DocumentRefused as refused:
            raise Http404 from refused
        file = next((file for file in files if file.digest == row.digest), None)
        if file is None:
            raise Http404
        return download(file.content, row.name)

    def hand_on(self, request, pk):
        letter = self._letter(request, pk)
        try:
            address = hand_on(letter, by=request.user)
        except DocumentRefused as refused:
            messages.error(request, refusal_of(refused, letter.subject))
            return self._back(letter)
        if not address:
            messages.warning(request, _("There is nothing in this letter that intake could read."))
        return HttpResponseRedirect(address) if address else self._back(letter)

    def settle(self, request, pk):
        letter = self._letter(request, pk)
        if not letter.settle(by=request.user):
            messages.warning(request, _("This letter does not wait any more."))
            return self._back(letter)
        messages.success(request, _("Done with: %s") % letter)
        return HttpResponseRedirect(reverse("admin:intake_letter_changelist"))

    def take_up(self, request, pk):
        letter = self._letter(request, pk)
        letter.take_up(by=request.user)
        return self._back(letter)

    def _letter(self, request, pk):
        letter = self.get_queryset(request).filter(pk=pk).first()
        if letter is None:
            raise Http404
        if not self.has_view_permission(request, letter):
            raise PermissionDenied
        return letter

    def _back(self, letter):
        return HttpResponseRedirect(reverse("admin:intake_letter_change", args=[letter.pk]))


def download(content, name):
    """Saved, never shown: a file out of a mail may be anything."""
    response = HttpResponse(content, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = content_disposition_header(True, name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
