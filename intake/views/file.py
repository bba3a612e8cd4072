"""One file of the intake screen: it is laid down and read, its pictures are made ready; and those pictures."""

import logging
import re
import time

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from intake.documents.refusal import DocumentRefused
from intake.drafting.enclosures import PAGE
from intake.incoming import lay_down, pick_up, put_away
from intake.manuscripts import digest_of_file
from intake.messages import refusal_of
from intake.recognising import read_all
from intake.screen.prepared import (
    NOTHING,
    SECONDS_OF_WORK,
    content_of_upload,
    done_once,
    prepare,
    prints_of,
    take_apart,
)
from intake.screen.text_form import LONGEST_TEXT
from intake.screen.workbench import place
from media.reasons import UNSTORED

logger = logging.getLogger(__name__)

PAGE_WIDTH, PICTURE_WIDTH = 1280, 320
PART = re.compile(rf"{PAGE}|[0-9]{{1,4}}")
MOST_NUMBER = 9999  # of a manuscript in its file
WAIT_FOR_A_PLACE = 1  # seconds; a thread that waits serves nobody
WAIT = 3  # seconds until a file asks again for its turn


@require_POST
def intake_file(request):
    """
    What was read in the file, in a sentence; or why it was refused. Drafting finds all of the slow work done.

    Where others are read just now, or there is more work than one request may take, the answer says in how many seconds
    (wait) the browser is to ask again, by the digest: the file lies here by then.
    """
    demand_right(request)
    until = time.monotonic() + SECONDS_OF_WORK
    file = request.FILES.get("file")
    name = file.name if file else ""
    try:
        found = (name, content_of_upload(file)) if file else laid_down_before(request)
        if not found:
            return JsonResponse({"refusal": _("The upload broke off. Try again.")}, status=400)
        name, data = found
        return JsonResponse(worked_on(name, data, request.user, until))
    except DocumentRefused as refused:
        return JsonResponse({"refusal": refusal_of(refused, name)})
    except OSError:
        logger.exception("A file could not be laid down, or what was made of it.")
        return JsonResponse({"refusal": UNSTORED}, status=503)


def laid_down_before(request):
    return pick_up(digest=request.POST.get("incoming", ""), by=request.user)


def worked_on(name, data, user, until):
    try:
        with place(seconds=WAIT_FOR_A_PLACE):
            return read_and_prepared(name, data, user, until)
    except DocumentRefused as refused:
        if refused.code == "busy":
            return {"digest": lay_down(name=name, data=data, by=user), "wait": WAIT, "said": _("waiting its turn")}
        put_away(digests=[digest_of_file(data)], by=user)
        raise


def read_and_prepared(name, data, user, until):
    digest, unpacked = take_apart(name, data, by=user, longest=LONGEST_TEXT)
    done, works = prepare(unpacked.manuscripts, by=user, until=until)
    if done < works:
        said = _("%(done)d of %(all)d pictures and pages are ready") % {"done": done, "all": works}
        return {"digest": digest, "wait": 0, "said": said}
    not_read = [refusal_of(part, part.name) for part in unpacked.not_read]
    return {"digest": digest, "said": said_of(read_all(unpacked.manuscripts)), "notRead": not_read}


def said_of(read_ones):
    stories = sum(len(one.stories) for one in read_ones)
    before = sum(len(one.drafted) for one in read_ones)
    said = [ngettext("%d story", "%d stories", stories) % stories]
    if len(read_ones) > 1:
        said.insert(0, ngettext("%d page or text", "%d pages or texts", len(read_ones)) % len(read_ones))
    if before:
        said.append(ngettext("%d of them is a draft already", "%d of them are drafts already", before) % before)
    return _(", ").join(said)


@require_safe
def intake_picture(request, digest, number, which):
    """A page that is still to be drawn is drawn now."""
    demand_right(request)
    if not PART.fullmatch(which) or number > MOST_NUMBER:
        raise Http404
    prints = prints_of(digest=digest, number=number, part=which, by=request.user)
    if prints is NOTHING:
        prints = drawn_now(digest, number, request.user) if which == PAGE else None
    if not prints:
        raise Http404
    wanted = PAGE_WIDTH if which == PAGE else PICTURE_WIDTH
    large = [one for one in prints.renditions if one.format == "webp" and one.width >= wanted]
    shown = large[0] if large else prints.renditions[-1]
    return HttpResponse(shown.content, content_type=f"image/{shown.format}")


def drawn_now(digest, number, user):
    """None for what is no page, and where others are worked on just now."""
    file = pick_up(digest=digest, by=user)
    try:
        manuscripts = take_apart(*file, by=user)[1].manuscripts if file else ()
        is_page = number < len(manuscripts) and manuscripts[number].file
        return done_once(manuscripts[number], number, PAGE, by=user)[0] if is_page else None
    except DocumentRefused:
        return None


def demand_right(request):
    if not request.user.has_perm("articles.add_article"):
        raise PermissionDenied
