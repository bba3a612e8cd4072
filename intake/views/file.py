"""One file of the intake screen: it is laid down and read, its pictures are made ready; and those pictures."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from intake.documents.refusal import DocumentRefused
from intake.incoming import pick_up
from intake.messages import refusal_of
from intake.recognising import read_all
from intake.screen.prepared import content_of_upload, developed_of, developed_once, take_apart

PAGE_WIDTH, PICTURE_WIDTH = 1280, 320


@require_POST
def intake_file(request):
    """What was read in the file, in a sentence; or why it was refused. Drafting finds all of the slow work done."""
    demand_right(request)
    file = request.FILES.get("file")
    if not file:
        return JsonResponse({"refusal": _("The upload broke off. Try again.")}, status=400)
    try:
        digest, unpacked = take_apart(file.name, content_of_upload(file), by=request.user)
    except DocumentRefused as refused:
        return JsonResponse({"refusal": refusal_of(refused, file.name)})
    read_ones = read_all(unpacked.manuscripts)
    for one in read_ones:
        developed_once(one.manuscript, one.number, by=request.user)
    not_read = [refusal_of(part, part.name) for part in unpacked.not_read]
    return JsonResponse({"digest": digest, "said": said_of(read_ones), "notRead": not_read})


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
    made = developed_of(digest=digest, number=number, by=request.user)
    if made is None and which == "page":
        made = developed_now(digest, number, request.user)
    prints = made and (made.page if which == "page" else picture_in(made, which))
    if not prints:
        raise Http404
    wanted = PAGE_WIDTH if which == "page" else PICTURE_WIDTH
    large = [one for one in prints.renditions if one.format == "webp" and one.width >= wanted]
    shown = large[0] if large else prints.renditions[-1]
    return HttpResponse(shown.content, content_type=f"image/{shown.format}")


def developed_now(digest, number, user):
    file = pick_up(digest=digest, by=user)
    manuscripts = take_apart(*file, by=user)[1].manuscripts if file else ()
    return developed_once(manuscripts[number], number, by=user) if number < len(manuscripts) else None


def picture_in(made, which):
    return made.prints[int(which)] if which.isdecimal() and int(which) < len(made.prints) else None


def demand_right(request):
    if not request.user.has_perm("articles.add_article"):
        raise PermissionDenied
