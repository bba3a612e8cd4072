"""Evening class: lamps over the desks, the city's windows behind the glass."""

from newsroom.sample.canvas import Canvas, mix
from newsroom.sample.people import POINT, Look, person
from newsroom.sample.points import bar, box, curve, limb, oval, ribbon

NIGHT, WOOD, CREAM = "#182440", "#8f4f35", "#fbe9c4"
SHIRTS = ("#2f7f86", "#c9563a", "#e0a23c", "#6b7f9a", "#9a4a5a", "#4f8f6a", "#d8c9a2", "#3f5f8a")


def classroom(canvas: Canvas):
    room(canvas)
    window(canvas)
    board(canvas)
    lamps(canvas)
    for row, (y, size, seats) in enumerate(((690, 0.62, 6), (820, 0.86, 5), (1000, 1.25, 4))):
        desks(canvas, y, size, seats, row)


def room(canvas):
    canvas.fade(box(0, 0, 1600, 1067), "#3a2f48", "#b9714a", "#8f5540")
    wall = box(330, 90, 1270, 560)
    canvas.fade(wall, "#e3a768", "#f3c98a", "#d08a55")
    canvas.fade([(0, -40), (330, 90), (330, 650), (0, 820)], "#6f4a50", "#b97752", across=True)
    canvas.fade([(330, 650), (1600, 650), (1600, 1067), (0, 1067), (0, 820)], "#a8623f", "#5a3440")


def window(canvas):
    glass = [(14, 60), (290, 150), (290, 520), (14, 600)]
    canvas.fade(glass, "#101a38", "#2c3c6a", "#7a5a80")
    for _ in range(26):
        x = canvas.chance.uniform(20, 270)
        top = canvas.chance.uniform(380, 470)
        canvas.fill(box(x, top, 26, 560 - x * 0.2 - top - 14), mix(NIGHT, "#3a4a7a", canvas.chance.random() * 0.5))
        for _ in range(5):
            canvas.fill(box(x + canvas.chance.uniform(2, 18), canvas.chance.uniform(top + 6, 510), 5, 7), "#ffd184")
    canvas.fill(oval(150, 215, 34), "#fdf0cf")
    canvas.fill(oval(164, 206, 32), "#17244a")
    for x in (104, 196):
        canvas.fill(bar(x, 60 + x * 0.3, x, 606 - x * 0.28, 10), CREAM)
    canvas.fill(bar(14, 330, 290, 336, 9), CREAM)
    for (x1, y1), (x2, y2) in zip(glass, [*glass[1:], glass[0]], strict=True):
        canvas.fill(limb(x1, y1, x2, y2, 15), CREAM)


def board(canvas):
    """A chalk drawing of a gear train, and the teacher beside it."""
    frame = box(520, 170, 800, 360, 6)
    canvas.soft(box(530, 190, 800, 360), "#4a2434", 0.5, 16)
    canvas.fill(frame, WOOD)
    canvas.fade(box(536, 186, 768, 328), "#2c5f5a", "#1d4648")
    for x, y, r, teeth in ((730, 340, 96, 16), (884, 296, 58, 10), (990, 372, 66, 11)):
        gear(canvas, x, y, r, teeth)
    for x, y, long in ((1090, 240, 160), (1090, 282, 120), (1090, 324, 150), (570, 476, 140)):
        canvas.fill(limb(x, y, x + long, y, 6), CREAM, 0.75)
    canvas.fill(ribbon(curve([(1090, 470), (1130, 430), (1170, 446), (1220, 380), (1262, 372)]), 6), "#f0b24a")
    look = Look(top="#c94f35", legs="#26304f", shadow="#4a1d34", hair="#22202c")
    canvas.soft([(1330, 690), (1470, 690), (1480, 712), (1320, 712)], "#4a2434", 0.6, 10)
    person(canvas, 1390, 700, 430, POINT, look, -1, "right")


def gear(canvas, x, y, r, teeth):
    canvas.fill(ribbon(oval(x, y, r), 6), CREAM, 0.9)
    canvas.fill(ribbon(oval(x, y, r * 0.3), 5), CREAM, 0.9)
    for n in range(teeth):
        turn = 360 / teeth * n
        (ix, iy), (ox, oy) = (
            oval(x, y, r, start=turn, end=turn + 1)[0],
            oval(x, y, r * 1.16, start=turn, end=turn + 1)[0],
        )
        canvas.fill(limb(ix, iy, ox, oy, r * 0.14), CREAM, 0.9)


def lamps(canvas):
    for x, y, size in ((560, 120, 0.8), (930, 120, 0.8), (1300, 120, 0.8)):
        canvas.fill(bar(x, 0, x, y - 30, 4), "#2b2434")
        shade = [(x - 74 * size, y + 14), (x - 30 * size, y - 34), (x + 30 * size, y - 34), (x + 74 * size, y + 14)]
        canvas.fill(shade, "#2f5f66")
        canvas.shade(shade, "#142c3a", "left", 0.9, 0.7)
        canvas.fill(oval(x, y + 14, 70 * size, 10), "#fff6da")
        canvas.soft([(x - 60, y + 14), (x + 60, y + 14), (x + 240, 640), (x - 240, 640)], "#ffe3a0", 0.2, 24)
        canvas.glow(x, y + 30, 250, "#ffdf9c", 0.7)


def desks(canvas, y, size, seats, row):
    """One row seen from behind: heads, shoulders, chair backs, the desk's edge before them."""
    gap = 1500 / seats
    canvas.fade(box(110 - row * 90, y - 92 * size, 1600, 26 * size), "#d98f52", "#8f4f35")
    for seat in range(seats):
        x = 240 + seat * gap - row * 40 + canvas.chance.uniform(-16, 16)
        paper = [
            (x - 66 * size, y - 82 * size),
            (x - 10 * size, y - 84 * size),
            (x - 18 * size, y - 98 * size),
            (x - 62 * size, y - 97 * size),
        ]
        canvas.fill(paper, "#fff6dc")
        student(canvas, x, y, size, SHIRTS[(seat * 3 + row * 2) % 8], canvas.chance.uniform(-9, 9) * size)


def student(canvas, x, y, size, shirt, lean):
    back = curve(
        [
            (x - 92 * size, y + 70 * size),
            (x - 88 * size, y - 70 * size),
            (x - 46 * size, y - 118 * size),
            (x + 46 * size, y - 118 * size),
            (x + 88 * size, y - 70 * size),
            (x + 92 * size, y + 70 * size),
        ],
        8,
    )
    canvas.fill(limb(x + lean, y - 120 * size, x + lean, y - 150 * size, 34 * size), "#c98a60")
    canvas.fill(back, shirt)
    canvas.shade(back, "#2a1d3a", "bottom", 0.9, 0.6)
    canvas.shade(back, "#2a1d3a", "left", 0.5, 0.5)
    hair = "#26222f" if shirt != "#d8c9a2" else "#6a6470"
    head = oval(x + lean, y - 176 * size, 43 * size, 50 * size)
    for ear in (-43, 43):
        canvas.fill(oval(x + lean + ear * size, y - 170 * size, 8 * size, 12 * size), "#c98a60")
    canvas.fill(head, hair)
    canvas.shade(head, "#e0935a", "top", 0.4, 0.45)
    if shirt in ("#c9563a", "#9a4a5a", "#4f8f6a"):
        canvas.fill(limb(x + lean, y - 160 * size, x + lean * 0.5, y - 92 * size, 62 * size, 44 * size), hair)
    chair = box(x - 74 * size, y - 22 * size, 148 * size, 112 * size, 18 * size)
    canvas.fill(chair, "#5f3434")
    canvas.shade(chair, "#c97a4a", "top", 0.5, 0.6)
