"""How the paper looks: one style sheet, with the paper's own colours behind it where it has any."""

from functools import cache
from hashlib import sha256

from django.templatetags.static import static
from django.urls import reverse

from newsroom.static_files import whole_sheet

NEWSPAPER = "css/newspaper.css"
COLOURS = ":root{{--accent:{0};--accent-dark:{1}}}\n"


def sheet_address(paper):
    """The usual colours stand in the file that is served without us; others come from paper_sheet."""
    if not paper.has_own_colours:
        return static(NEWSPAPER)
    return reverse("paper_sheet", args=[fingerprint(*paper.colours)])


def coloured_sheet(*colours):
    return whole_sheet(NEWSPAPER) + COLOURS.format(*colours)


@cache
def fingerprint(*colours):
    """Of all that is in the sheet: its address changes with a colour as with a line of ours, and with nothing else."""
    return sha256(coloured_sheet(*colours).encode()).hexdigest()[:12]
