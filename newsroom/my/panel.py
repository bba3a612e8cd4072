"""On a contributor's form: the way to the links to the own work, and what was handed in of late."""

from django.template.loader import render_to_string

from intake.models import Contribution, Letter

SHOWN = 5


def own_links_panel(request, contributor):
    if contributor is None or not request.user.has_perm("intake.add_ownlink"):
        return ""
    handed_in = Contribution.objects.of(contributor).filter(letter__in=letters_seen_by(request.user))
    context = {"contributor": contributor, "handed_in": handed_in.select_related("letter__article")[:SHOWN]}
    return render_to_string("admin/intake/own_links/_panel.html", context)


def letters_seen_by(user):
    return Letter.objects.visible_to(user).values("pk")
