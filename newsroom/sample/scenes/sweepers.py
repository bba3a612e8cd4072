"""Before the city wakes: two street cleaners under the lamps on wet asphalt."""

from newsroom.sample.canvas import Canvas, mix
from newsroom.sample.people import SWEEP, Look, person
from newsroom.sample.points import bar, box, curve, limb, oval, ribbon

NIGHT, BLUE, LAMP, VEST = "#0e1a33", "#27406b", "#ffd88f", "#f2762e"
KERB = 760


def sweepers(canvas: Canvas):
    canvas.sky("#0e1a33", "#1b3157", "#35507c", "#6f6f8f")
    canvas.fill(oval(1310, 190, 58), "#f6ecd0")
    canvas.shade(oval(1310, 190, 58), "#8f9ab0", "left", 0.8, 0.7)
    canvas.glow(1310, 190, 260, "#c9d4e8", 0.5)
    houses(canvas)
    road(canvas)
    for x, size in ((1240, 0.62), (830, 0.8), (230, 1.12)):
        lamp(canvas, x, size)
    trees(canvas)
    canvas.reflect(KERB + 26, 300, 0.3)
    cart(canvas, 1180, 880)
    leaves(canvas)
    worker(canvas, 860, 930, 330, 1)
    worker(canvas, 420, 1015, 450, 1)


def houses(canvas):
    x = -20
    for n in range(9):
        wide, top = canvas.chance.uniform(170, 250), canvas.chance.uniform(330, 500)
        wall = box(x, top, wide, KERB - top)
        canvas.fade(wall, mix(NIGHT, BLUE, 0.55 + 0.3 * (n % 2)), mix(NIGHT, BLUE, 0.3))
        canvas.fill(
            [(x - 12, top + 4), (x + 26, top - 40), (x + wide - 26, top - 40), (x + wide + 8, top + 4)], "#101c36"
        )
        for row in range(int((KERB - top - 150) // 70)):
            for column in range(int(wide // 62)):
                lit = canvas.chance.random() < 0.16
                canvas.fill(box(x + 20 + column * 60, top + 30 + row * 70, 30, 40), LAMP if lit else "#16284a")
                canvas.fill(box(x + 34 + column * 60, top + 30 + row * 70, 3, 40), "#101c36")
        shutter = box(x + 16, KERB - 110, wide - 34, 110)
        canvas.fill(shutter, "#1b2f55")
        for slat in range(9):
            canvas.fill(box(x + 16, KERB - 106 + slat * 12, wide - 34, 3), NIGHT, 0.7)
        x += wide + 6


def road(canvas):
    canvas.fade(box(0, KERB, 1600, 307), "#33456b", "#1a2746", "#0e162c")
    canvas.fill(box(0, KERB - 4, 1600, 30), "#46587f")
    canvas.shade(box(0, KERB - 4, 1600, 30), NIGHT, "bottom", 0.9, 0.7)
    for x in range(-40, 1640, 64):
        canvas.fill(box(x, KERB - 4, 3, 30), NIGHT, 0.5)


def lamp(canvas, x, size):
    """A post with one arm; its cone of light and the pool on the road."""
    top, head = KERB - 560 * size, (x + 120 * size, KERB - 566 * size)
    canvas.soft(
        [(head[0] - 20, head[1]), (head[0] + 20, head[1]), (head[0] + 260 * size, 900), (head[0] - 260 * size, 900)],
        "#e8964a",
        0.24,
        26,
    )
    canvas.glow(head[0], KERB + 120 * size, 420 * size, "#f2a65a", 0.85, flat=0.32)
    canvas.fill(bar(x, KERB + 10, x, top, 13 * size), "#0a1428")
    canvas.fill(
        ribbon(
            curve([(x, top + 4), (x + 12 * size, top - 30 * size), (x + 110 * size, top - 14 * size)]),
            10 * size,
            8 * size,
        ),
        "#0a1428",
    )
    canvas.fill(limb(head[0] - 34 * size, head[1], head[0] + 34 * size, head[1] + 6 * size, 22 * size), "#0a1428")
    canvas.fill(
        limb(head[0] - 26 * size, head[1] + 10 * size, head[0] + 26 * size, head[1] + 14 * size, 12 * size), "#fff3cf"
    )
    canvas.glow(head[0], head[1] + 12, 230 * size, LAMP, 1.0)


def trees(canvas):
    for x, size in ((560, 0.9), (1050, 0.72), (1490, 1.05)):
        canvas.fill(
            ribbon(
                curve([(x, KERB + 6), (x - 8, KERB - 180 * size), (x + 8, KERB - 330 * size)]), 40 * size, 18 * size
            ),
            "#0d1830",
        )
        for _ in range(26):
            cx, cy = (
                x + canvas.chance.uniform(-1, 1) * 108 * size,
                KERB - (400 + canvas.chance.uniform(-1, 1) * 84) * size,
            )
            crown = oval(cx, cy, canvas.chance.uniform(36, 66) * size)
            canvas.fill(crown, mix("#1b3a4a", "#4a5a3f", canvas.chance.random() * 0.6))
            canvas.shade(crown, "#d98a3f", "left", 0.45, 0.5)
            canvas.shade(crown, NIGHT, "right", 0.9, 0.7)


def worker(canvas, x, ground, tall, facing):
    canvas.soft(
        [(x - 20, ground - 8), (x + 60, ground - 8), (x + 420, ground + 26), (x + 300, ground + 40)], "#060b18", 0.75, 9
    )
    top, low = (x + 0.26 * tall * facing, ground - 0.82 * tall), (x + 0.44 * tall * facing, ground - 0.12 * tall)
    canvas.fill(limb(*top, *low, 0.026 * tall), "#c99a5f")
    tip = 0.2 * tall
    brush = [
        (low[0] - tip * 0.14, low[1] - 4),
        (low[0] + tip * 0.2, low[1] - 8),
        (low[0] + tip * 0.95, ground + 4),
        (low[0] - tip * 0.05, ground + 6),
    ]
    canvas.fill(brush, "#b57a35")
    canvas.shade(brush, "#4a2a1d", "bottom", 0.9, 0.7)
    for n in range(5):
        canvas.fill(bar(low[0] + n * 3, low[1], low[0] + tip * (0.05 + n * 0.18), ground + 4, 2), "#5f3a20", 0.8)
    look = Look(
        top=VEST, legs="#24365a", hat="cap", hat_colour="#f2a23e", vest="#f4f0c8", tail=tall < 400, shadow="#3a1a2e"
    )
    person(canvas, x, ground, tall, SWEEP, look, facing, "left")


def cart(canvas, x, y):
    canvas.soft([(x - 120, y + 4), (x + 150, y + 4), (x + 260, y + 34), (x - 60, y + 34)], "#060b18", 0.7, 9)
    canvas.fill(bar(x + 120, y - 130, x + 190, y - 190, 9), "#c9d2c8")
    tub = [(x - 120, y - 150), (x + 130, y - 150), (x + 104, y - 34), (x - 96, y - 34)]
    canvas.fill(tub, "#2f8f7a")
    canvas.shade(tub, NIGHT, "right", 0.9, 0.75)
    canvas.fill(box(x - 128, y - 164, 266, 20, 8), "#3fa58c")
    canvas.fill(box(x - 112, y - 104, 224, 12), "#f4f0c8")
    for cx in (x - 66, x + 70):
        canvas.fill(oval(cx, y - 24, 36), "#0a1226")
        canvas.fill(oval(cx, y - 24, 17), "#8f9ab0")
    canvas.fill(ribbon(curve([(x - 60, y - 160), (x - 50, y - 250), (x - 66, y - 330)]), 8), "#c99a5f")


def leaves(canvas):
    for _ in range(150):
        heap = canvas.chance.random() < 0.55
        x = canvas.chance.gauss(700, 42) if heap else canvas.chance.uniform(0, 1600)
        y = (
            1012 - abs(canvas.chance.gauss(0, 16)) + abs(x - 700) * 0.1
            if heap
            else canvas.chance.uniform(KERB + 40, 1050)
        )
        leaf = oval(
            x, y, canvas.chance.uniform(5, 13), canvas.chance.uniform(2.5, 5), lean=canvas.chance.uniform(0, 180)
        )
        canvas.fill(leaf, canvas.chance.choice(("#e9a83b", "#c9632f", "#f2c76a", "#8f5a2f")))
