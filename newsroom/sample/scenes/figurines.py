"""The dough figures of the craft table, each about (x, y) on its stick."""

from newsroom.sample.canvas import mix
from newsroom.sample.points import curve, limb, oval

DARK = "#4a2430"


def dough(canvas, points, paint):
    canvas.fill(points, paint)
    canvas.shade(points, mix(paint, DARK, 0.65), "bottom", 0.85, 0.65)


def rabbit(canvas, x, y, size):
    for side in (-1, 1):
        dough(canvas, oval(x + side * 15 * size, y - 62 * size, 10 * size, 32 * size, lean=side * 14), "#fff6ea")
        canvas.fill(oval(x + side * 15 * size, y - 60 * size, 4 * size, 20 * size, lean=side * 14), "#f0a6a0")
    dough(canvas, oval(x, y + 4 * size, 36 * size, 30 * size), "#fff6ea")
    dough(canvas, oval(x, y - 24 * size, 27 * size, 25 * size), "#fff6ea")
    for side in (-1, 1):
        canvas.fill(oval(x + side * 10 * size, y - 28 * size, 3.4 * size), DARK)
        canvas.fill(oval(x + side * 15 * size, y - 18 * size, 5 * size, 3.4 * size), "#f0a6a0")
    canvas.fill(oval(x, y - 20 * size, 3 * size), "#d9573a")


def tiger(canvas, x, y, size):
    for side in (-1, 1):
        dough(canvas, oval(x + side * 27 * size, y - 48 * size, 13 * size), "#f2a23e")
    dough(canvas, oval(x, y - 18 * size, 40 * size, 38 * size), "#f2a23e")
    canvas.fill(oval(x, y - 4 * size, 19 * size, 14 * size), "#fff6ea")
    for dx in (-8, 0, 8):
        canvas.fill(limb(x + dx * size, y - 50 * size, x + dx * size * 0.8, y - 38 * size, 5 * size), DARK)
    for side in (-1, 1):
        canvas.fill(oval(x + side * 15 * size, y - 24 * size, 4 * size), DARK)
        for n in (0, 9):
            canvas.fill(
                limb(x + side * 38 * size, y - (12 + n) * size, x + side * 28 * size, y - (12 + n) * size, 4 * size),
                DARK,
            )
    canvas.fill(oval(x, y - 9 * size, 5 * size, 4 * size), "#d9573a")


def peach(canvas, x, y, size):
    dough(
        canvas,
        curve(
            [
                (x, y + 26 * size),
                (x - 42 * size, y - 6 * size),
                (x - 24 * size, y - 46 * size),
                (x, y - 62 * size),
                (x + 24 * size, y - 46 * size),
                (x + 42 * size, y - 6 * size),
            ],
            8,
            closed=True,
        ),
        "#f6b0a0",
    )
    canvas.shade(oval(x, y - 40 * size, 30 * size, 26 * size), "#e05a5a", "top", 0.9, 0.8)
    for side in (-1, 1):
        dough(canvas, oval(x + side * 28 * size, y + 20 * size, 24 * size, 9 * size, lean=side * -24), "#6fae6a")


def bird(canvas, x, y, size):
    dough(
        canvas,
        curve(
            [
                (x - 62 * size, y - 34 * size),
                (x - 24 * size, y - 26 * size),
                (x + 8 * size, y - 44 * size),
                (x + 36 * size, y - 16 * size),
                (x + 6 * size, y + 18 * size),
                (x - 26 * size, y + 2 * size),
            ],
            8,
            closed=True,
        ),
        "#5f93b8",
    )
    dough(canvas, oval(x + 26 * size, y - 38 * size, 21 * size), "#5f93b8")
    dough(canvas, oval(x - 8 * size, y - 12 * size, 25 * size, 14 * size, lean=-24), "#f2b63f")
    canvas.fill(
        [(x + 44 * size, y - 44 * size), (x + 66 * size, y - 37 * size), (x + 44 * size, y - 31 * size)], "#d9573a"
    )
    canvas.fill(oval(x + 31 * size, y - 42 * size, 4 * size), DARK)


def flower(canvas, x, y, size):
    for n in range(6):
        cx, cy = oval(x, y - 22 * size, 27 * size, start=n * 60, end=n * 60 + 1)[0]
        dough(canvas, oval(cx, cy, 22 * size), "#e0627a")
    dough(canvas, oval(x, y - 22 * size, 17 * size), "#f2c93f")
