"""Outlines for the painter: each function returns a list of (x, y), in pixels of the finished picture."""

import itertools
import math


def box(x, y, width, height, corner=0.0):
    """A rectangle from its upper left corner, with rounded corners when asked for."""
    if not corner:
        return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    right, bottom = x + width - corner, y + height - corner
    centres = [(right, bottom), (x + corner, bottom), (x + corner, y + corner), (right, y + corner)]
    return [
        (
            cx + corner * math.cos(math.radians(quarter * 90 + step * 15)),
            cy + corner * math.sin(math.radians(quarter * 90 + step * 15)),
        )
        for quarter, (cx, cy) in enumerate(centres)
        for step in range(7)
    ]


def oval(x, y, rx, ry=None, start=0, end=360, lean=0.0):
    """An ellipse, or the part of it between two angles (0 points right, 90 down)."""
    ry = rx if ry is None else ry
    steps = max(28, int(max(rx, ry) / 3))
    cos, sin = math.cos(math.radians(lean)), math.sin(math.radians(lean))
    outline = []
    for step in range(steps + 1):
        angle = math.radians(start + (end - start) * step / steps)
        dx, dy = rx * math.cos(angle), ry * math.sin(angle)
        outline.append((x + dx * cos - dy * sin, y + dx * sin + dy * cos))
    return outline


def limb(x1, y1, x2, y2, w1, w2=None):
    """A bar with round ends, w1 thick where it begins and w2 where it ends."""
    w2 = w1 if w2 is None else w2
    angle = math.degrees(math.atan2(y2 - y1, x2 - x1))
    return oval(x1, y1, w1 / 2, start=angle + 90, end=angle + 270) + oval(
        x2, y2, w2 / 2, start=angle - 90, end=angle + 90
    )


def bar(x1, y1, x2, y2, width):
    """A straight beam with square ends."""
    length = math.hypot(x2 - x1, y2 - y1) or 1
    dx, dy = (y1 - y2) / length * width / 2, (x2 - x1) / length * width / 2
    return [(x1 + dx, y1 + dy), (x2 + dx, y2 + dy), (x2 - dx, y2 - dy), (x1 - dx, y1 - dy)]


def curve(knots, steps=12, closed=False):
    """A smooth line through the knots (Catmull-Rom)."""
    ends = [knots[-1], *knots, knots[0], knots[1]] if closed else [knots[0], *knots, knots[-1]]
    line = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        line += [_between(a, b, c, d, step / steps) for step in range(steps)]
    return line if closed else [*line, knots[-1]]


def _between(a, b, c, d, t):
    def mix(p, q, r, s):
        return 0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t**2 + (3 * q - p - 3 * r + s) * t**3)

    return mix(a[0], b[0], c[0], d[0]), mix(a[1], b[1], c[1], d[1])


def ribbon(line, w1, w2=None):
    """A line with a body: w1 thick at its beginning, w2 at its end."""
    w2 = w1 if w2 is None else w2
    left, right = [], []
    for index, (x, y) in enumerate(line):
        (ax, ay), (bx, by) = line[max(index - 1, 0)], line[min(index + 1, len(line) - 1)]
        length = math.hypot(bx - ax, by - ay) or 1
        half = (w1 + (w2 - w1) * index / max(len(line) - 1, 1)) / 2
        left.append((x - (by - ay) / length * half, y + (bx - ax) / length * half))
        right.append((x + (by - ay) / length * half, y - (bx - ax) / length * half))
    return left + right[::-1]


def ridge(width, height, level, swing, chance, waves=5):
    """A hill line across the picture at `level`, swinging up and down, closed along the lower edge."""
    parts = [(chance.uniform(0.6, 1.4) * (n + 1), chance.uniform(0, math.tau), 1 / (n + 1)) for n in range(waves)]
    line = []
    for x in range(-20, width + 40, 10):
        lift = sum(share * math.sin(x / width * math.tau * speed * 0.7 + phase) for speed, phase, share in parts)
        line.append((x, level - swing * lift * 0.6))
    return [*line, (width + 40, height + 20), (-20, height + 20)]


def turned(points, x, y, degrees):
    """The same outline turned clockwise about (x, y)."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [(x + (px - x) * cos - (py - y) * sin, y + (px - x) * sin + (py - y) * cos) for px, py in points]


def paced(line, gap):
    """Points along the line, one every `gap` pixels: for whatever stands in a row."""
    marks, owed = [], 0.0
    for (x1, y1), (x2, y2) in itertools.pairwise(line):
        long = math.hypot(x2 - x1, y2 - y1)
        while owed < long:
            marks.append((x1 + (x2 - x1) * owed / long, y1 + (y2 - y1) * owed / long))
            owed += gap
        owed -= long
    return marks
