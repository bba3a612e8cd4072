"""What was handed in is read by the worker, as a mail is."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk import jobs
from intake.mail.drafting import read_letter
from intake.models import Letter


@jobs.kind("contribution", label=gettext_lazy("reading what was handed in"))
def read_contribution(details):
    letter = Letter.objects.filter(pk=details["letter"], read_at=None).first()
    if letter is None:
        return _("It was read already.")
    read_letter(letter)
    return letter.reason or _("drafted")
