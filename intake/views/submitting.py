"""/submit/: a correspondent hands in words, photos and declarations, without an account and without a script."""

from secrets import token_urlsafe

from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from bylines.sealing import has_keys
from desk.doors.waiting import too_many
from desk.secret_addresses import guarded
from intake.contributing.doors import knock_to_hand_in, knock_with_form, refuse_another_site, too_often
from intake.contributing.form import ContributionForm
from intake.contributing.handing_in import hand_in
from intake.contributing.limits import LARGEST_WHOLE, MOST_PHOTOS
from intake.contributing.photos import Files, files_of
from intake.models import ConsentText
from intake.models.own_link import address_of

RECEIVED = "received"


# There is no sign-in that another site could use: a token would want a cookie, and run out while somebody writes.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def submit_page(request):
    consent = ConsentText.objects.in_force()
    if consent is None or not has_keys():
        return guarded(TemplateResponse(request, "intake/submit_closed.html"))
    if request.method == "POST":
        return taken(request, consent)
    form = ContributionForm(consent_text=consent, initial={"consent": consent.pk, "once": token_urlsafe(16)})
    return page(request, form, Files())


def taken(request, consent):
    refuse_another_site(request)
    wait = knock_with_form(request)
    # Before a shut door nothing is looked into, and nothing is kept.
    files = files_of(request.POST, {} if wait else request.FILES)
    form = ContributionForm(request.POST, consent_text=consent, has_document=bool(files.document.file))
    is_sound = form.is_valid() and files.are_sound
    if is_sound and not wait:
        wait = knock_to_hand_in(request, form.cleaned_data["phone"])
        if not wait and files.basket.has_room:
            return handed_in(form, files, consent)
    if wait:
        form.add_error(None, too_often(wait))
    elif not files.basket.has_room:
        form.add_error(None, _("There is no room for files just now. Please try again later, or send it by mail."))
    files.keep()
    return too_many(page(request, form, files, status=400), wait)


def handed_in(form, files, consent):
    said = form.declared
    sent = list(files.to_hand_in(said["name"]))
    try:
        receipt = hand_in(once=form.cleaned_data["once"], said=said, consent=consent, files=sent)
    finally:
        for _name, file, _caption in sent:
            file.close()
    files.basket.empty()
    return guarded(HttpResponseRedirect(f"{address_of(receipt.token)}?{RECEIVED}=1"))


def page(request, form, files, status=200):
    """A text that has changed is shown as it is now, to be agreed to anew."""
    context = {
        "form": form,
        "files": files,
        "consent": form.consent_text,
        "most_photos": MOST_PHOTOS,
        "most_bytes": LARGEST_WHOLE,
        "is_agreed": form["consent"].value() == str(form.consent_text.pk) and form["agreed"].value(),
    }
    return guarded(TemplateResponse(request, "intake/submit_page.html", context, status=status))
