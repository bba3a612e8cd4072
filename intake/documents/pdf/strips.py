"""Pictures in pieces: programs that flatten transparency cut a photo into strips or tiles, edge to edge."""

from intake.documents.pdf.shapes import Area

TOUCHING = 1.0  # points
FEWEST = 3  # two photos may touch each other; three pieces and more are one


def put_together(pictures, is_photo):
    """Pairs of an area and its pieces. pictures: pairs of an area and PDFium's object."""
    rows = joined([(area, [found]) for area, found in pictures], is_photo, "top", "bottom", "left", "right")
    return joined(rows, is_photo, "left", "right", "top", "bottom")


def joined(parts, is_photo, near, far, start, end):
    """Those that touch one another along one direction and are as wide across it."""
    groups = {}
    for part in parts:
        groups.setdefault((round(getattr(part[0], start)), round(getattr(part[0], end))), []).append(part)
    return [whole for group in groups.values() for whole in touching(group, is_photo, near, far)]


def touching(group, is_photo, near, far):
    runs = []
    for part in sorted(group, key=lambda part: getattr(part[0], near)):
        if runs and abs(getattr(part[0], near) - getattr(runs[-1][-1][0], far)) <= TOUCHING:
            runs[-1].append(part)
        else:
            runs.append([part])
    for run in runs:
        if len(run) >= FEWEST or not all(is_photo(area) for area, _ in run):
            yield around([area for area, _ in run]), [piece for _, pieces in run for piece in pieces]
        else:
            yield from run


def around(areas):
    return Area(
        min(area.left for area in areas),
        min(area.top for area in areas),
        max(area.right for area in areas),
        max(area.bottom for area in areas),
    )
