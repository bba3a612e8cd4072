"""A folk artist and two children at the table of coloured dough."""

from newsroom.sample.canvas import Canvas, mix
from newsroom.sample.people import Look, person
from newsroom.sample.points import bar, box, curve, limb, oval, ribbon
from newsroom.sample.scenes.figurines import bird, dough, flower, peach, rabbit, tiger

WARM, WOOD, DARK, CREAM = "#f2c98f", "#a8623a", "#4a2430", "#fdf1d4"
TABLE = 760
MAKE = {
    "head": (0.06, 0.9), "neck": (0.02, 0.8), "hip": (0.0, 0.48),
    "near_arm": [(0.05, 0.62), (0.2, 0.66)], "far_arm": [(0.12, 0.63), (0.23, 0.69)],
    "near_leg": [(0.03, 0.25), (0.03, 0.02)], "far_leg": [(-0.03, 0.25), (-0.05, 0.02)],
}  # fmt: skip


def craft(canvas: Canvas):
    wall(canvas)
    people(canvas)
    table(canvas)
    stand(canvas)
    for x, paint in ((180, "#e05a4a"), (300, "#f2b63f"), (420, "#6fae6a"), (540, "#f0a6a0"), (650, "#5f93b8")):
        bowl(canvas, x, 872, paint)
    tools(canvas)
    canvas.glow(800, 210, 760, "#ffdf9c", 0.5)


def wall(canvas):
    canvas.sky("#7d3f3a", "#c9764a", "#eab574", "#eab574")
    lattice(canvas, 90, 110)
    lattice(canvas, 1210, 110)
    canvas.fill(bar(800, 0, 800, 120, 5), DARK)
    shade = curve([(690, 196), (730, 140), (800, 120), (870, 140), (910, 196)], 8)
    canvas.fill(shade, "#c9432f")
    canvas.shade(shade, DARK, "left", 0.8, 0.6)
    canvas.fill(oval(800, 196, 110, 15), "#fff6da")
    canvas.soft([(720, 200), (880, 200), (1280, 780), (320, 780)], "#ffe9b0", 0.26, 36)
    canvas.fill(box(470, 392, 660, 14), WOOD)
    for n, x in enumerate((510, 590, 668, 930, 1010, 1086)):
        jar(canvas, x, 392, 30 + n % 3 * 6, ("#2f7f7a", "#d9a23f", "#8f4a62")[n % 3])


def lattice(canvas, x, y):
    canvas.fill(box(x - 14, y - 14, 328, 408), "#6a3430")
    canvas.fade(box(x, y, 300, 380), "#bcd9c9", "#f0ecc4", "#8fb88f")
    for _ in range(15):
        canvas.fill(
            oval(
                x + canvas.chance.uniform(20, 280), y + canvas.chance.uniform(210, 360), canvas.chance.uniform(18, 40)
            ),
            mix("#5f9a6a", "#a8c46a", canvas.chance.random()),
            0.8,
        )
    for n in range(1, 4):
        canvas.fill(box(x + n * 75 - 4, y, 8, 380), "#6a3430")
    for n in range(1, 5):
        canvas.fill(box(x, y + n * 76 - 4, 300, 8), "#6a3430")


def jar(canvas, x, y, size, paint):
    pot = curve(
        [
            (x - size * 0.5, y),
            (x - size * 0.75, y - size),
            (x - size * 0.4, y - size * 1.9),
            (x + size * 0.4, y - size * 1.9),
            (x + size * 0.75, y - size),
            (x + size * 0.5, y),
        ],
        6,
    )
    canvas.fill(pot, paint)
    canvas.shade(pot, DARK, "left", 0.9, 0.7)
    canvas.fill(
        limb(x - size * 0.4, y - size * 1.95, x + size * 0.4, y - size * 1.95, size * 0.35), mix(paint, CREAM, 0.4)
    )


def people(canvas):
    elder = Look(top="#2f6673", legs="#2f6673", hair="#b9b4ac", shadow="#12303f")
    person(canvas, 640, 1090, 760, MAKE, elder, 1, "left")
    canvas.fill(limb(806, 588, 832, 478, 8), "#d9a86a")
    rabbit(canvas, 836, 470, 1.0)
    girl = Look(top="#d9573a", legs="#d9573a", hair="#2a2230", shadow="#5a1d2a")
    person(canvas, 1110, 1030, 560, MAKE, girl, -1, "right", thick=1.2)
    for dx in (-58, 44):
        canvas.fill(oval(1104 + dx, 502, 25), "#2a2230")
        canvas.fill(oval(1104 + dx * 0.8, 512, 10), "#f2b63f")
    boy = Look(top="#e9b83f", legs="#e9b83f", hair="#2a2230", shadow="#6a3a20")
    person(canvas, 1370, 1060, 570, MAKE, boy, -1, "right", thick=1.2)


def table(canvas):
    top = [(60, TABLE), (1540, TABLE), (1640, 1000), (-40, 1000)]
    canvas.fade(top, "#d9945a", "#b06a3c")
    canvas.shade(top, "#6a3224", "bottom", 0.7, 0.6)
    for n in range(4):
        y = TABLE + 24 + n * 58
        canvas.fill(bar(30 - n * 26, y, 1570 + n * 26, y, 3), "#8f4f30", 0.5)
    canvas.fill(box(-40, 1000, 1700, 80), "#7a4028")
    canvas.soft(oval(800, 830, 420, 60), "#ffe9b0", 0.4, 40)


def stand(canvas):
    """A wooden rack with the finished figures on their sticks."""
    rack = box(1000, 905, 520, 50, 10)
    canvas.soft([(990, 950), (1530, 950), (1560, 980), (980, 980)], DARK, 0.6, 9)
    for x, figure in ((1056, bird), (1156, peach), (1258, tiger), (1360, rabbit), (1462, flower)):
        canvas.fill(limb(x, 915, x, 800, 7), "#e3bd84")
        figure(canvas, x, 792, 0.92)
    canvas.fill(rack, "#8a4a2c")
    canvas.shade(rack, DARK, "bottom", 0.9, 0.6)


def bowl(canvas, x, y, paint):
    canvas.soft([(x - 40, y + 30), (x + 50, y + 30), (x + 70, y + 46), (x - 50, y + 46)], DARK, 0.55, 7)
    canvas.fill(oval(x, y, 52, 40, 0, 180), CREAM)
    canvas.shade(oval(x, y, 52, 40, 0, 180), DARK, "left", 0.9, 0.45)
    canvas.fill(oval(x, y, 52, 15), mix(CREAM, DARK, 0.15))
    dough(canvas, oval(x, y - 6, 42, 19), paint)


def tools(canvas):
    canvas.fill(limb(720, 900, 850, 920, 9, 4), "#e3bd84")
    canvas.fill(limb(740, 935, 880, 935, 7, 3), "#b9c7c2")
    canvas.fill(limb(180, 960, 330, 950, 10, 5), "#e3bd84")
    for x, y, paint in ((470, 955, "#e05a4a"), (530, 968, "#f2b63f"), (590, 950, "#fff6ea")):
        dough(canvas, oval(x, y, 21, 17), paint)
    canvas.fill(ribbon(curve([(800, 968), (850, 958), (900, 972), (940, 962)]), 10, 8), "#6fae6a")
