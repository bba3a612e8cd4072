"""Line workers on a pylon above a sea of mist, the sun just up."""

import itertools

from newsroom.sample.canvas import Canvas, mix
from newsroom.sample.people import REACH, STAND, Look, person
from newsroom.sample.points import bar, curve, limb, oval, ribbon, ridge

STEEL, MIST, SUN, DARK = "#233a4f", "#f6dcc0", "#fff0c4", "#1a2c3f"
CLIMB = STAND | {
    "near_arm": [(0.12, 0.86), (0.13, 1.02)], "far_arm": [(0.14, 0.7), (0.2, 0.82)],
    "near_leg": [(0.16, 0.36), (0.1, 0.16)], "far_leg": [(0.03, 0.24), (0.04, 0.02)],
}  # fmt: skip
MIDDLE = 600


def pylon(canvas: Canvas):
    sunrise(canvas)
    far_line(canvas)
    tower(canvas)
    wires(canvas)
    crew(canvas)


def sunrise(canvas):
    canvas.sky("#3f6f8f", "#7fa3ae", "#f0b98a", "#f9d3a0", MIST)
    canvas.glow(300, 760, 640, "#ffdf9c", 0.9)
    canvas.fill(oval(300, 760, 120), SUN)
    canvas.shade(oval(300, 760, 120), "#f2915a", "bottom", 0.8, 0.8)
    for x, y, long in ((820, 240, 260), (200, 330, 190), (900, 430, 170)):
        canvas.fill(oval(x, y, long, 15), "#fbe3c4", 0.55)
    for level, swing, near in ((900, 170, 0.15), (1030, 160, 0.4), (1180, 150, 0.65), (1350, 140, 0.95)):
        hills = ridge(canvas.width, canvas.height, level, swing, canvas.chance)
        canvas.fade(hills, mix("#a9a9b0", "#2a4f5f", near), mix(MIST, "#6f9096", near * 0.8), MIST)
        canvas.shade(hills, DARK, "top", 0.25, 0.5 * near)
        canvas.soft([(-60, level + 110), (1130, level + 80), (1130, level + 170), (-60, level + 190)], MIST, 0.8, 40)


def far_line(canvas):
    for x, base, size in ((905, 1120, 0.17), (985, 1040, 0.1)):
        small = mix(STEEL, MIST, 0.45)
        for side in (-1, 1):
            canvas.fill(bar(x + side * 190 * size, base, x + side * 30 * size, base - 1200 * size, 26 * size), small)
        for y, half in ((700, 340), (900, 300), (1080, 240)):
            canvas.fill(bar(x - half * size, base - y * size, x + half * size, base - y * size, 26 * size), small)
        for n in range(5):
            canvas.fill(
                bar(x - 120 * size, base - n * 220 * size, x + 110 * size, base - (n + 1) * 220 * size, 14 * size),
                small,
            )


def half_width(y):
    """How wide the tower stands at a height: splayed feet, a slim neck."""
    return 62 + max(0, y - 560) ** 1.24 * 0.105


def tower(canvas):
    levels = [70, 170, 270, 370, 470, 570, 690, 830, 990, 1180, 1400, 1660]
    for top, low in itertools.pairwise(levels):
        a, b = half_width(top), half_width(low)
        for side in (-1, 1):
            canvas.fill(bar(MIDDLE + side * a * 0.55, top, MIDDLE + side * b * 0.55, low, 7), mix(STEEL, MIST, 0.3))
            canvas.fill(bar(MIDDLE - side * a, top, MIDDLE + side * b, low, 8), STEEL)
            canvas.fill(bar(MIDDLE + side * a, top, MIDDLE + side * b, low, 17), STEEL)
            canvas.fill(bar(MIDDLE + side * a - 5, top, MIDDLE + side * b - 5, low, 4), "#f2a66f")
        canvas.fill(bar(MIDDLE - b, low, MIDDLE + b, low, 9), STEEL)
    canvas.fill(bar(MIDDLE - 62, 76, MIDDLE, -60, 13), STEEL)
    canvas.fill(bar(MIDDLE + 62, 76, MIDDLE, -60, 13), STEEL)
    for y, reach in ((170, 360), (370, 430), (570, 380)):
        arm(canvas, y, reach)


def arm(canvas, y, reach):
    for side in (-1, 1):
        tip = MIDDLE + side * reach
        canvas.fill(bar(MIDDLE + side * 62, y, tip, y, 14), STEEL)
        canvas.fill(bar(MIDDLE + side * 62, y - 78, tip, y - 4, 11), STEEL)
        for n in range(5):
            x1, x2 = 62 + (reach - 62) * n / 5, 62 + (reach - 62) * (n + 0.5) / 5
            canvas.fill(bar(MIDDLE + side * x1, y, MIDDLE + side * x2, y - 78 * (1 - (n + 0.5) / 5), 6), STEEL)
            x3 = 62 + (reach - 62) * (n + 1) / 5
            canvas.fill(bar(MIDDLE + side * x2, y - 78 * (1 - (n + 0.5) / 5), MIDDLE + side * x3, y, 6), STEEL)
        for n in range(6):
            canvas.fill(
                limb(tip - 15, y + 20 + n * 15, tip + 15, y + 20 + n * 15, 10), "#8f4a3a" if n % 2 else "#b9664a"
            )
        canvas.fill(bar(tip, y, tip, y + 118, 4), STEEL)


def wires(canvas):
    for y, reach in ((290, 360), (490, 430), (690, 380)):
        left = curve([(MIDDLE - reach, y), (MIDDLE - reach - 170, y + 88), (-60, y + 120)], 10)
        right = curve([(MIDDLE + reach, y), (MIDDLE + reach + 60, y + 66), (1130, y + 100)], 10)
        across = curve([(MIDDLE - reach, y), (MIDDLE, y + 120), (MIDDLE + reach, y)], 12)
        for line, alpha in ((left, 0.9), (right, 0.9), (across, 0.25)):
            canvas.fill(ribbon(line, 5), DARK, alpha)


def crew(canvas):
    orange = Look(top="#e8622f", legs="#2f4a6a", hat="helmet", hat_colour="#ffd76a", vest="#fff0c4", shadow="#4a1d2a")
    blue = Look(top="#2f86a0", legs="#26405f", hat="helmet", hat_colour="#fbefd2", vest="#fff0c4", shadow=DARK)
    person(canvas, 812, 362, 250, REACH, orange, 1, "right")
    rope(canvas, (812, 240), (700, 312))
    person(canvas, 372, 562, 250, STAND | {"near_arm": [(0.1, 0.7), (0.22, 0.8)]}, blue, -1, "right")
    rope(canvas, (376, 438), (500, 512))
    person(canvas, 512, 930, 280, CLIMB, orange, 1, "right")
    rope(canvas, (520, 790), (560, 700))
    canvas.fill(bar(700, 372, 700, 760, 4), "#f6e3b4")
    canvas.fill(limb(700, 756, 700, 800, 46, 54), "#b9793f")
    canvas.shade(limb(700, 756, 700, 800, 46, 54), DARK, "right", 0.9, 0.7)


def rope(canvas, start, end):
    middle = ((start[0] + end[0]) / 2, max(start[1], end[1]) + 16)
    canvas.fill(ribbon(curve([start, middle, end], 8), 6), "#f2d06a")
