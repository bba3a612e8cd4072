"""What is done with what came by the readers' form: it becomes a story, it is declined, its sender is asked."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.models import Article
from bylines.private import LOOK
from bylines.sealing import unsealed
from desk.models import AuditEntry
from desk.numbers import key_of
from intake.models.contribution import LONGEST_WORDS


class SubmissionActs:
    """Mixed into the admin of letters, as LetterActs is."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/become/", wrap(require_POST(self.become)), name="intake_letter_become"),
            path("<int:pk>/decline/", wrap(require_POST(self.decline)), name="intake_letter_decline"),
            path("<int:pk>/contact/", wrap(require_POST(self.contact)), name="intake_letter_contact"),
            *super().get_urls(),
        ]

    def become(self, request, pk):
        """An editor has typed the story by hand, out of a scan or a photo; or it was none after all."""
        letter = self._letter(request, pk)
        contribution = self._contribution(letter)
        number = request.POST.get("story", "").strip()
        article = Article.objects.visible_to(request.user).filter(pk=key_of(number)).first()
        if number and article is None:
            messages.error(request, _("There is no story of that number."))
        elif contribution.become(article, by=request.user):
            messages.success(request, _("The correspondent sees on the own page how it stands."))
        else:
            messages.warning(request, _("This was drafted by itself, and stays with its draft."))
        return self._back(letter)

    def decline(self, request, pk):
        """What was handed in will not be printed; or it may be after all."""
        letter = self._letter(request, pk)
        contribution = self._contribution(letter)
        words = request.POST.get("words", "").strip()[:LONGEST_WORDS]
        if "_take_back" in request.POST:
            contribution.take_back_declining(by=request.user)
        elif words:
            contribution.decline(by=request.user, words=words)
            messages.success(request, _("The correspondent reads these words on the own page."))
        else:
            messages.error(request, _("Say to the correspondent in a sentence why it will not be printed."))
        return self._back(letter)

    def contact(self, request, pk):
        """Telephone and mail address, for whoever may see such; each look stands in the audit log."""
        letter = self._letter(request, pk)
        contribution = self._contribution(letter)
        if not request.user.has_perm(LOOK):
            raise PermissionDenied
        AuditEntry.note(verb="look_private", record=letter, by=request.user, words=str(contribution))
        told = "，".join(filter(None, [unsealed(contribution.phone), unsealed(contribution.email)]))
        context = {**self.admin_site.each_context(request), "title": _("Phone and e-mail"), "opts": self.opts}
        context |= {"letter": letter, "contribution": contribution, "told": told}
        response = TemplateResponse(request, "admin/intake/letter/contact.html", context)
        response.headers["Cache-Control"] = "private, no-store"
        return response

    def _contribution(self, letter):
        contribution = getattr(letter, "contribution", None)
        if contribution is None:
            raise Http404
        return contribution
