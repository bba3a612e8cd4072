"""A mountain town at the blue hour, climbing its own stairs."""

from newsroom.sample.canvas import Canvas, mix
from newsroom.sample.people import WALK, Look, person
from newsroom.sample.points import bar, box, curve, limb, oval, ribbon, ridge

NIGHT, BLUE, LAMP, WALL = "#16233f", "#3f5f86", "#ffd288", "#e6d7bd"


def town(canvas: Canvas):
    evening(canvas)
    for level, size, haze in ((560, 0.55, 0.55), (700, 0.75, 0.38), (860, 1.0, 0.2)):
        houses(canvas, level, size, haze)
        canvas.soft(box(-40, level + 40 * size, 1200, 60), "#7f93b0", 0.3, 30)
    stairs(canvas)
    front(canvas)
    walker(canvas)


def evening(canvas):
    canvas.sky("#1b2c52", "#35507f", "#7f86a8", "#e5a58f", "#f4c79a")
    canvas.glow(820, 520, 560, "#ffc792", 0.5)
    canvas.fill(oval(250, 190, 46), "#fdf3d8")
    canvas.fill(oval(272, 178, 42), "#23386a")
    for _ in range(46):
        canvas.fill(
            oval(canvas.chance.uniform(0, 1067), canvas.chance.uniform(0, 330), canvas.chance.uniform(1, 2.6)),
            "#fdf3d8",
            0.8,
        )
    for level, swing, near in ((430, 200, 0.2), (500, 190, 0.5), (590, 150, 0.8)):
        hills = ridge(canvas.width, canvas.height, level, swing, canvas.chance)
        canvas.fade(hills, mix("#8f93b4", "#22385c", near), mix("#d9a89a", "#3f5478", near))
        canvas.shade(hills, NIGHT, "top", 0.3, 0.4)


def houses(canvas, level, size, haze):
    x = -60.0
    while x < canvas.width:
        wide, high = canvas.chance.uniform(120, 190) * size, canvas.chance.uniform(110, 190) * size
        base = level + canvas.chance.uniform(-26, 40) * size + abs(x - 520) * 0.12
        house(canvas, x, base, wide, high, haze)
        x += wide * canvas.chance.uniform(0.82, 1.02)


def house(canvas, x, base, wide, high, haze):
    """White walls, dark roof, a few windows lit."""
    paint = mix(mix(WALL, BLUE, 0.45), "#7f93b0", haze)
    wall = box(x, base - high, wide, high + 160)
    canvas.fill(wall, paint)
    canvas.shade(wall, NIGHT, "left", 0.9, 0.65)
    roof = [
        (x - wide * 0.1, base - high + 4),
        (x + wide * 0.14, base - high - wide * 0.3),
        (x + wide * 0.86, base - high - wide * 0.3),
        (x + wide * 1.1, base - high + 4),
        (x + wide * 1.1, base - high + 14),
        (x - wide * 0.1, base - high + 14),
    ]
    canvas.fill(roof, mix("#26334d", "#7f93b0", haze))
    canvas.shade(roof, "#e5a58f", "right", 0.5, 0.4)
    pane = wide * 0.17
    for row in range(int(high // (pane * 1.9))):
        for column in range(3):
            lit = canvas.chance.random() < 0.42
            px, py = x + wide * (0.14 + column * 0.28), base - high + pane * (0.9 + row * 1.9)
            canvas.fill(box(px, py, pane, pane * 1.15), LAMP if lit else mix("#33486c", "#7f93b0", haze * 0.6))
            canvas.fill(bar(px + pane / 2, py, px + pane / 2, py + pane * 1.15, pane * 0.12), "#4a3a44", 0.7)
            if lit and pane > 18:
                canvas.glow(px + pane / 2, py + pane / 2, pane * 1.9, LAMP, 0.35)


def stairs(canvas):
    """Stone steps that wind up between the houses, a new rail along them."""
    middle = curve([(540, 1640), (570, 1400), (625, 1200), (570, 1020), (505, 890), (545, 790)], 22)
    halves = [(520 - 480 * n / len(middle)) / 2 for n in range(len(middle))]
    lane = [(x - half, y) for (x, y), half in zip(middle, halves, strict=True)]
    lane += [(x + half, y) for (x, y), half in zip(middle[::-1], halves[::-1], strict=True)]
    canvas.fade(lane, "#8f93a8", "#c9b49a", "#8a7f86")
    canvas.shade(lane, NIGHT, "left", 0.8, 0.6)
    for n in range(0, len(middle) - 1, 3):
        x, y = middle[n]
        half = halves[n]
        canvas.fill(bar(x - half, y, x + half, y, 7 - 5 * n / len(middle)), mix(NIGHT, "#8f93a8", 0.25), 0.75)
        canvas.fill(bar(x - half, y + 7 - n * 0.05, x + half, y + 7 - n * 0.05, 3), "#f4d9b0", 0.5)
    rail(canvas, middle)


def rail(canvas, middle):
    tops = []
    for n in range(2, len(middle) - 6, 8):
        x, y = middle[n]
        half, tall = (520 - 480 * n / len(middle)) * 0.4, 190 - 168 * n / len(middle)
        canvas.fill(bar(x + half, y, x + half, y - tall, 12 - 10 * n / len(middle)), "#5a3a2e")
        tops.append((x + half, y - tall))
    canvas.fill(ribbon(curve(tops), 20, 4), "#c9793f")
    canvas.fill(ribbon(curve([(x, y - 5) for x, y in tops]), 6, 1), "#ffd9a0")


def front(canvas):
    """The two houses nearest, with lanterns over their doors."""
    for x, wide, top, side in ((-170, 400, 930, 1), (830, 420, 860, -1)):
        wall = box(x, top, wide, 760)
        canvas.fade(wall, "#8a8796", "#5f6480")
        canvas.shade(wall, NIGHT, "right" if side > 0 else "left", 0.5, 0.3)
        canvas.shade(wall, NIGHT, "left" if side > 0 else "right", 0.9, 0.8)
        eave = [
            (x - 60, top + 10),
            (x + 60, top - 120),
            (x + wide - 60, top - 120),
            (x + wide + 60, top + 10),
            (x + wide + 60, top + 34),
            (x - 60, top + 34),
        ]
        canvas.fill(eave, "#202c47")
        canvas.shade(eave, "#e5a58f", "top", 0.7, 0.45)
        px = x + (wide - 160 if side > 0 else 50)
        canvas.fade(box(px, top + 110, 110, 150), "#fff0c4", "#f2b25f")
        canvas.fill(box(px + 50, top + 110, 9, 150), "#5a3a2e")
        canvas.fill(box(px, top + 180, 110, 8), "#5a3a2e")
        canvas.glow(px + 55, top + 185, 240, LAMP, 0.6)
        lantern(canvas, x + (wide + 26 if side > 0 else -26), top + 40)


def lantern(canvas, x, y):
    canvas.fill(bar(x, y - 10, x, y + 34, 4), NIGHT)
    canvas.glow(x, y + 74, 210, "#ff9a4f", 0.85)
    canvas.fill(oval(x, y + 74, 40, 44), "#e0472f")
    canvas.shade(oval(x, y + 74, 40, 44), "#ffd288", "bottom", 0.8, 0.6)
    for cap in (34, 112):
        canvas.fill(limb(x - 17, y + cap, x + 17, y + cap, 12), "#e9a83b")
    canvas.fill(bar(x, y + 116, x, y + 150, 7), "#e9a83b")


def walker(canvas):
    canvas.soft([(500, 1470), (600, 1470), (560, 1520), (420, 1520)], "#0d1628", 0.7, 10)
    look = Look(top="#c9563a", legs="#2a3556", hair="#cfc9bf", shadow="#2a1a34")
    arm = WALK | {"near_arm": [(0.13, 0.68), (0.25, 0.62)]}
    person(canvas, 590, 1490, 370, arm, look, 1, "left")
    canvas.fill(limb(545, 1330, 500, 1360, 10), "#5a3a2e")
    canvas.fill(box(474, 1352, 52, 62, 10), "#5f9a7a")
    canvas.shade(box(474, 1352, 52, 62, 10), NIGHT, "left", 0.9, 0.7)
