"""
/my/<token>/: a correspondent's own printed work, and what became of what was handed in, without an account. Whatever is
wrong with the token, the answer is the same. /my/: another link by mail, for whom the old one is over.
"""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from bylines.sealing import seal
from desk import jobs
from desk.doors.waiting import too_many
from desk.numbers import key_of
from desk.secret_addresses import unlisted
from intake.contributing.doors import knock_for_link, refuse_another_site, too_often
from intake.contributing.form import Phone
from intake.models import Contribution, OptOut, OwnLink
from newsroom.my.links import contributions_of
from newsroom.my.work import year_of

MOST_SHOWN = 100  # submissions


# The token in the address is all that anybody needs here, and no other site knows it.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def my_page(request, token):
    links = OwnLink.objects.opened_by(token).select_related("contributor", "contribution__letter")
    link = links.first()
    if link is None:
        return unlisted(TemplateResponse(request, "newsroom/my/gone.html", status=410))
    if request.method == "POST":
        set_letters(link, wanted="again" in request.POST)
        return unlisted(HttpResponseRedirect(request.path))
    if request.method == "GET":
        link.note_opening()
    person = link.contributor.as_it_stands() if link.contributor_id else None
    handed_in = list(contributions_of(link)[:MOST_SHOWN])
    context = {
        "own": link,
        "name": (person or link.contribution).name,
        "unit": (person or link.contribution).unit,
        "year": year_of(person, key_of(request.GET.get("year"))) if person else None,
        "handed_in": handed_in,
        "receipt": link.contribution if "received" in request.GET else None,
        "wants_letters": wants_letters(link),
        "address": request.build_absolute_uri(request.path),
    }
    return unlisted(TemplateResponse(request, "newsroom/my/page.html", context))


def wants_letters(link):
    if link.contributor_id:
        return not OptOut.objects.filter(contributor=link.contributor.as_it_stands()).exists()
    return link.contribution.opted_out_at is None


def set_letters(link, *, wanted):
    """Of all that the link shows."""
    if link.contributor_id:
        person = link.contributor.as_it_stands()
        if wanted:
            OptOut.objects.filter(contributor=person).delete()
        else:
            OptOut.objects.get_or_create(contributor=person)
        return
    at = None if wanted else timezone.now()
    keys = [link.contribution_id, *contributions_of(link).order_by().values_list("pk", flat=True)]
    Contribution.objects.filter(pk__in=keys).update(opted_out_at=at)


class AskForm(forms.Form):
    phone = Phone(help_text=_("The one that you gave with your submissions."))
    use_required_attribute = False


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def ask_for_link(request):
    """Known or not, the answer is one; who it is is looked up by the worker, so that no time tells either."""
    refuse_another_site(request)
    form, wait = AskForm(request.POST or None), None
    if request.method == "POST" and form.is_valid() and settings.EMAIL_HOST:
        phone = form.cleaned_data["phone"]
        wait = knock_for_link(request, phone)
        if not wait:
            jobs.plan("own_link", phone=seal(phone))
            return unlisted(TemplateResponse(request, "newsroom/my/asked.html"))
        form.add_error(None, ValidationError(too_often(wait)))
    context = {"form": form, "is_mailed": bool(settings.EMAIL_HOST)}
    status = 400 if form.is_bound and form.errors else 200
    return unlisted(too_many(TemplateResponse(request, "newsroom/my/ask.html", context, status=status), wait))
