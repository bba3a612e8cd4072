"""Tea terraces in the first sun, pickers between the rows."""

from newsroom.sample.canvas import Canvas, mix
from newsroom.sample.people import BEND, STAND, Look, person
from newsroom.sample.points import bar, curve, limb, oval, paced, ridge, turned

MIST, DEEP, LEAF, HAZE = "#f3ead0", "#1f4a3f", "#6fa257", "#d3dca6"


def tea(canvas: Canvas):
    morning(canvas)
    slope(canvas, [(-40, 690), (260, 560), (620, 520), (980, 600), (1640, 720)], 7, 26, 9, 0.55)
    canvas.soft([(-40, 690), (700, 640), (1640, 720), (1640, 800), (-40, 780)], MIST, 0.55, 40)
    slope(canvas, [(-40, 860), (300, 800), (700, 800), (1100, 690), (1640, 560)], 9, 48, 17, 0.2)
    pickers(canvas, ((1270, 806, 151, BEND, -1), (1150, 838, 156, STAND, 1), (1420, 890, 170, BEND, 1)))
    slope(canvas, [(-40, 880), (250, 850), (620, 920), (1000, 1000), (1640, 1030)], 5, 84, 30, 0.0)
    pickers(canvas, ((330, 1010, 330, BEND, 1),))
    slope(canvas, [(-40, 1000), (250, 985), (620, 1050), (1000, 1130), (1640, 1180)], 2, 90, 34, -0.08)
    pickers(canvas, ((800, 1090, 352, BEND, -1),))
    slope(canvas, [(-40, 1095), (300, 1080), (700, 1120), (1100, 1180), (1640, 1230)], 1, 90, 40, -0.12)


def morning(canvas):
    canvas.sky("#9cc3b4", "#d7dfb9", "#fbe6ae", "#fbd18c", "#f6e3b6")
    canvas.glow(420, 330, 620, "#fff0b4", 0.8)
    canvas.fill(oval(420, 330, 88), "#fff6da")
    canvas.shade(oval(420, 330, 88), "#f6bd6a", "bottom", 0.8, 0.7)
    for level, swing, near in ((420, 150, 0.15), (500, 130, 0.4), (590, 110, 0.65)):
        hills = ridge(canvas.width, canvas.height, level, swing, canvas.chance)
        canvas.fade(hills, mix("#b6cdb4", "#4a7f72", near), mix(MIST, "#8fb092", near), MIST)
        canvas.shade(hills, DEEP, "top", 0.35, 0.3 * near)
        canvas.soft([(-60, level + 60), (1660, level + 40), (1660, level + 110), (-60, level + 120)], MIST, 0.6, 34)
    for x, y in ((880, 220), (940, 190), (1010, 232), (1120, 170)):
        for side in (-1, 1):
            canvas.fill(limb(x, y, x + side * 19, y - 10, 5, 2), "#3a5f5a")


def slope(canvas, crest, rows, step, bush, haze):
    """Rows of clipped bushes that follow the crest down the hill; the nearer, the fuller."""
    line = curve(crest, 24)
    canvas.fill([*line, (1700, 1300), (-100, 1300)], mix(DEEP, HAZE, max(haze, 0)))
    for row in range(rows):
        grown = 1 + row * 0.1
        shifted = [(x, y + row * step * grown + bush * 0.4) for x, y in line]
        hedge(canvas, shifted, bush * grown, haze)


def hedge(canvas, line, bush, haze):
    lit, dim = mix(LEAF, HAZE, max(haze, 0)), mix(DEEP, HAZE, max(haze, 0))
    lit, dim = (mix(lit, DEEP, -haze * 2), mix(dim, "#0c2a28", -haze * 4)) if haze < 0 else (lit, dim)
    under = [*line, *[(x, y + bush * 1.6) for x, y in line[::-1]]]
    canvas.fill(under, dim)
    for x1, y1 in paced(line, bush * 0.95):
        wide, high = bush * canvas.chance.uniform(0.85, 1.15), bush * canvas.chance.uniform(0.7, 0.9)
        clump = oval(x1, y1 + bush * 0.45, wide, high)
        canvas.fill(clump, mix(lit, "#d7c35a", canvas.chance.random() * 0.3))
        if bush > 12:
            canvas.shade(clump, dim, "bottom", 0.95, 0.95)


def pickers(canvas, group):
    tops = ("#d9573a", "#3b6f8f", "#f0c65a", "#c4617a", "#e8e0c8")
    for n, (x, y, tall, pose, facing) in enumerate(group):
        look = Look(
            top=tops[(n + int(tall)) % 5], legs="#2b3f4f", hat="cone", hat_colour="#e8c27a", tail=True, shadow="#27324a"
        )
        basket(canvas, x, y, tall, pose, facing)
        person(canvas, x, y, tall, pose, look, facing, "right")


def basket(canvas, x, y, tall, pose, facing):
    """On the back: upright behind someone standing, leaning forward with someone bent."""
    bent = pose is BEND
    cx, cy = x + (0.0 if bent else -0.14) * tall * facing, y - (0.7 if bent else 0.62) * tall

    def woven(points, paint):
        points = turned(points, cx, cy, 32 * facing if bent else 0)
        canvas.fill(points, paint)
        return points

    half, low, top, end = 0.1 * tall, 0.075 * tall, cy - 0.09 * tall, cy + 0.12 * tall
    woven(oval(cx, top, half, 0.045 * tall), LEAF)
    pot = woven([(cx - half, top), (cx + half, top), (cx + low, end), (cx - low, end)], "#b9793f")
    canvas.shade(pot, "#5a3524", "bottom", 0.9, 0.7)
    for share in (-0.03, 0.03):
        woven(bar(cx - 0.09 * tall, cy + share * tall, cx + 0.09 * tall, cy + share * tall, 0.012 * tall), "#e8c27a")
