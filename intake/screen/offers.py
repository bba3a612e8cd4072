"""The places that are offered: as heads and file names say, or in their order."""

from intake.pages.labels import label_behind, label_of, name_of, printed_label


def offers(read_ones, label, name):
    """Label and name of each, as a page of a PDF says or in their order; label and name: what was chosen for all."""
    sheets = [one for one in read_ones if one.manuscript.sheet]
    before, found = "", []
    for one in read_ones:
        if not one.manuscript.sheet or (label and one is sheets[0]):
            own, called = label, name
        else:
            own, called = own_label(one, label), name_of(one.heads)
            own = own or (label_behind(before, 1) if before else "01" if len(sheets) > 1 else "")
        before = own if one.manuscript.sheet and own[-2:].isdecimal() else before
        found.append({"label": own, "name": called or (name_of(one.heads) if one.manuscript.sheet else "")})
    return found


def own_label(one, chosen):
    """Where a page was chosen for the first sheet of a PDF, the number of another in its file is not its label."""
    if chosen and not one.manuscript.is_whole_file:
        return printed_label(one.heads)
    return label_of(one.manuscript, one.heads)
