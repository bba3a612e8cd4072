"""Dawn over the container quay."""

from newsroom.sample.canvas import Canvas, mix
from newsroom.sample.people import STAND, WALK, Look, person
from newsroom.sample.points import bar, box, limb, oval, ridge

INK = "#17303f"
SEA = 690
CARGO = ("#d9573a", "#e9a83b", "#3f7f8c", "#f0d9ae", "#9a3b33", "#5fa09a")


def harbour(canvas: Canvas):
    dawn(canvas)
    sea(canvas)
    far_quay(canvas)
    ship(canvas)
    crane(canvas, 40, 905, 1.24, mix(INK, "#f2a06b", 0.12), lifted=True)
    quay(canvas)


def dawn(canvas):
    canvas.sky("#24506b", "#4f8190", "#e9a274", "#f8c98a", "#fbe0a8")
    canvas.glow(480, 630, 720, "#ffcf87", 0.8)
    canvas.fill(oval(480, 588, 96), "#fff0c4")
    canvas.shade(oval(480, 588, 96), "#f7a35f", "bottom", 0.7, 0.7)
    for x, y, long, thick in (
        (1200, 220, 420, 34),
        (1390, 262, 330, 24),
        (620, 330, 380, 22),
        (860, 372, 260, 15),
        (300, 160, 330, 26),
    ):
        cloud = oval(x, y, long / 2, thick / 2)
        canvas.fill(cloud, "#f6c79a", 0.5)
        canvas.shade(cloud, "#e78a66", "bottom", 0.8, 0.6)
    far = ridge(canvas.width, canvas.height, SEA - 40, 70, canvas.chance)
    canvas.fade(far, "#8e8f92", "#eab083")
    near = ridge(canvas.width, canvas.height, SEA - 8, 46, canvas.chance)
    canvas.fade(near, "#5b7580", "#c99a83")


def sea(canvas):
    water = box(0, SEA, canvas.width, canvas.height - SEA)
    canvas.fade(water, "#f3bd88", "#7d9a98", "#2c5f70", "#1b4356")
    for step in range(46):
        y = SEA + 6 + step**1.32 * 2.3
        spread = 30 + step * 3.2
        x = 480 + canvas.chance.uniform(-spread, spread) * 0.55
        canvas.fill(limb(x - spread * 0.9, y, x + spread * 0.9, y, 3 + step * 0.16), "#ffe3a6", 0.75 - step * 0.011)
    for _ in range(120):
        y = SEA + 12 + canvas.chance.random() ** 1.4 * 330
        long = (y - SEA) * canvas.chance.uniform(0.15, 0.45) + 8
        x = canvas.chance.uniform(0, canvas.width)
        canvas.fill(
            limb(x, y, x + long, y, 1 + (y - SEA) / 90), "#f5c794" if canvas.chance.random() > 0.45 else INK, 0.22
        )


def far_quay(canvas):
    haze = mix(INK, "#f2a06b", 0.5)
    canvas.fill(box(960, SEA - 12, 640, 16), haze)
    for x, size in ((1030, 0.46), (1230, 0.52), (1440, 0.58)):
        crane(canvas, x, SEA - 8, size, haze)


def ship(canvas):
    """A container ship lying across the sun's path, its boxes in rows."""
    hull = [(560, 668), (1395, 668), (1440, 640), (1462, 640), (1425, 752), (590, 752)]
    canvas.soft([(600, 760), (1420, 760), (1390, 800), (640, 800)], INK, 0.5, 16)
    for column in range(13):
        high = (2, 3, 4, 4, 3, 4, 5, 4, 4, 3, 4, 3, 2)[column]
        for row in range(high):
            stack = box(700 + column * 52, 668 - (row + 1) * 27, 49, 25)
            canvas.fill(stack, mix(canvas.chance.choice(CARGO), "#c98a6c", 0.18))
            canvas.shade(stack, INK, "left", 0.8, 0.55)
    tower = box(602, 532, 74, 136)
    canvas.fill(tower, "#f4e2c4")
    canvas.shade(tower, INK, "left", 0.9, 0.6)
    canvas.fill(box(592, 518, 96, 20), "#f4e2c4")
    canvas.fill(box(596, 545, 86, 13), INK)
    canvas.fill(box(625, 470, 26, 50), "#d9573a")
    canvas.fade(hull, "#20475a", "#152c3a")
    canvas.shade(hull, "#d9703f", "right", 0.35, 0.5)
    canvas.fill([(585, 733), (1431, 733), (1425, 752), (590, 752)], "#a83f2e")


def crane(canvas, x, base, size, colour, lifted=False):
    """A quay crane: two legs, a long arm over the water, the stays above it."""

    def beam(x1, y1, x2, y2, width):
        canvas.fill(bar(x + x1 * size, base - y1 * size, x + x2 * size, base - y2 * size, width * size), colour)

    for leg in (70, 262):
        beam(leg - 12, 0, leg + 4, 520, 21)
        beam(leg + 26, 0, leg + 16, 520, 13)
        canvas.fill(box(x + (leg - 34) * size, base - 16 * size, 84 * size, 18 * size), colour)
    for y in (150, 360):
        beam(66, y, 284, y, 15)
    beam(70, 155, 266, 355, 8)
    beam(70, 365, 266, 505, 8)
    beam(-150, 528, 780, 528, 24)
    beam(-150, 556, 780, 556, 6)
    for rung in range(-150, 780, 31):
        beam(rung, 528, rung + 15, 556, 4)
        beam(rung + 15, 556, rung + 31, 528, 4)
    beam(74, 530, 172, 742, 14)
    beam(268, 530, 176, 742, 14)
    for foot in (-140, 430, 760):
        beam(174, 738, foot, 548, 6)
    canvas.fill(box(x - 120 * size, base - 606 * size, 150 * size, 58 * size), colour)
    canvas.fill(box(x + 452 * size, base - 515 * size, 52 * size, 50 * size, 6 * size), colour)
    if lifted:
        load(canvas, x + 590 * size, base - 515 * size, size)


def load(canvas, x, y, size):
    for offset in (-52, 52):
        canvas.fill(bar(x + offset * 0.6 * size, y, x + offset * size, y + 105 * size, 3), INK)
    canvas.fill(box(x - 78 * size, y + 102 * size, 156 * size, 14 * size), "#e9a83b")
    crate = box(x - 84 * size, y + 118 * size, 168 * size, 74 * size)
    canvas.fill(crate, "#d9573a")
    canvas.shade(crate, "#6d2326", "left", 0.9, 0.8)
    for rib in range(1, 9):
        canvas.fill(box(x + (-84 + rib * 18.5) * size, y + 122 * size, 3 * size, 66 * size), "#a83f2e", 0.7)


def quay(canvas):
    deck = [(0, 885), (700, 905), (930, 1067), (0, 1067)]
    canvas.fade(deck, "#3b5560", "#22343f")
    canvas.shade(deck, "#f2a06b", "right", 0.5, 0.55)
    canvas.fill([(700, 905), (712, 905), (950, 1067), (926, 1067)], "#e9a83b")
    canvas.fill([(712, 905), (740, 930), (975, 1067), (950, 1067)], "#142731")
    for x, y, size in ((640, 918, 1), (770, 1000, 1.5)):
        canvas.fill(limb(x, y, x, y - 26 * size, 22 * size), "#142731")
        canvas.fill(limb(x - 15 * size, y - 28 * size, x + 15 * size, y - 28 * size, 13 * size), "#142731")
    for x, y, tall, pose, facing, top in ((430, 985, 225, WALK, 1, "#d9573a"), (545, 968, 208, STAND, -1, "#2f6673")):
        canvas.soft([(x - 20, y - 6), (x - 190, y + 16), (x - 200, y + 30), (x + 10, y + 10)], "#0f1e27", 0.6, 8)
        look = Look(top=top, legs="#21404f", hat="helmet", hat_colour="#f2c14e", vest="#ffe9b0", shadow="#0f1e27")
        person(canvas, x, y, tall, pose, look, facing)
