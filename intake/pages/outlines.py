"""The outline of a story on its page, out of the boxes of its texts and pictures. Percent of the page throughout."""

from itertools import pairwise

from intake.documents.result import Box

GUTTER = 3.0  # wider white between two columns is crossed only where nobody else is near
NEAR = 1.5  # edges so close are one line: columns of one story are never set quite alike


def outline(boxes, others=()):
    """One polygon with right angles, clockwise from its upper right corner: the boxes and the white between them, not
    the ground of others. A part that lies apart from the rest, others all around it, is left out."""
    grid = Grid(even(boxes), others)
    return traced(largest(grid.filled()), grid)


def even(boxes):
    """Edges that are nearly on one line are moved onto it, outward."""
    sides = [
        moved([getattr(box, side) for box in boxes], outward)
        for side, outward in (("left", min), ("top", min), ("right", max), ("bottom", max))
    ]
    return [Box(*edges) for edges in zip(*sides, strict=True)]


def moved(edges, outward):
    groups = []
    for edge in sorted(set(edges)):
        if groups and edge - groups[-1][0] < NEAR:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    lines = {edge: outward(group) for group in groups for edge in group}
    return [lines[edge] for edge in edges]


class Grid:
    """The page in cells between all edges of the boxes; a cell is a pair of numbers, across and down."""

    def __init__(self, boxes, others):
        wide = [Box(box.left - NEAR, box.top - NEAR, box.right + NEAR, box.bottom + NEAR) for box in others]
        both = [*boxes, *others, *wide]
        self.xs = sorted({edge for box in both for edge in (box.left, box.right)})
        self.ys = sorted({edge for box in both for edge in (box.top, box.bottom)})
        self.across = {edge: place for place, edge in enumerate(self.xs)}
        self.down = {edge: place for place, edge in enumerate(self.ys)}
        self.own = {cell for box in boxes for cell in self.cells(box)}
        self.taken = {cell for box in others for cell in self.cells(box)} - self.own
        self.beside_taken = {cell for box in wide for cell in self.cells(box)} - self.own

    def cells(self, box):
        for x in range(self.across[box.left], self.across[box.right]):
            for y in range(self.down[box.top], self.down[box.bottom]):
                yield x, y

    def filled(self):
        """Also the white between two cells of one row, then of one column, where nobody else's ground lies between."""
        rows = self.own.union(self.between(self.own, 1))
        return rows.union(self.between(rows, 0))

    def between(self, cells, along):
        lines, edges = {}, self.xs if along else self.ys
        for cell in cells:
            lines.setdefault(cell[along], []).append(cell[1 - along])
        for line, places in lines.items():
            for before, after in pairwise(sorted(places)):
                gap = [(place, line) if along else (line, place) for place in range(before + 1, after)]
                width = edges[after] - edges[before + 1]
                if (self.taken if width < GUTTER else self.beside_taken).isdisjoint(gap):
                    yield from gap


def largest(cells):
    """The cells of the largest part that hangs together."""
    left, best = set(cells), set()
    while left:
        part, edge = set(), [left.pop()]
        while edge:
            x, y = cell = edge.pop()
            part.add(cell)
            near = {(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)} & left
            left -= near
            edge += near
        best = max(best, part, key=len)
    return best


def traced(cells, grid):
    """Around the cells from corner to corner, keeping them at the right hand."""
    steps = {}
    for x, y in cells:
        for start, end, beyond in (
            ((x, y), (x + 1, y), (x, y - 1)),
            ((x + 1, y), (x + 1, y + 1), (x + 1, y)),
            ((x + 1, y + 1), (x, y + 1), (x, y + 1)),
            ((x, y + 1), (x, y), (x - 1, y)),
        ):
            if beyond not in cells:
                steps.setdefault(start, []).append(end)
    first = min(cells, key=lambda cell: (cell[1], -cell[0]))
    path = walked(steps, (first[0] + 1, first[1]))
    corners = [
        place
        for before, place, after in zip([path[-1], *path], path, [*path[1:], path[0]], strict=False)
        if (before[0] == place[0]) != (place[0] == after[0])
    ]
    return [[round(grid.xs[x], 2), round(grid.ys[y], 2)] for x, y in corners]


def walked(steps, start):
    """Where two ways part, at a corner that two cells share, the sharper turn to the right stays with the same cell."""
    path, place, before = [start], start, None
    while True:
        ends = steps[place]
        after = ends[0] if len(ends) == 1 else next(end for end in ends if turns_right(before, place, end))
        path.append(after)
        before, place = place, after
        if place == start:
            return path[:-1]


def turns_right(before, place, after):
    ahead, aside = (place[0] - before[0], place[1] - before[1]), (after[0] - place[0], after[1] - place[1])
    return (-ahead[1], ahead[0]) == aside
