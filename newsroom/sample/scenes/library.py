"""The window seat of a library in the rain: a reader, a lamp, a cat."""

from newsroom.sample.canvas import Canvas, mix
from newsroom.sample.people import SIT, Look, person
from newsroom.sample.points import bar, box, curve, limb, oval, ribbon

WOOD, DARK, LAMP, CREAM = "#8a4f34", "#2b2233", "#ffd998", "#fbefd2"
SPINES = ("#c9563a", "#2f7a78", "#e0a23c", "#6b4a62", "#8fa58a", "#3f5f86", "#d9c49a", "#a83f2e", "#4f6f5a")
READ = SIT | {
    "head": (0.07, 0.68), "near_arm": [(0.08, 0.41), (0.2, 0.47)], "far_arm": [(0.1, 0.42), (0.22, 0.48)],
    "near_leg": [(0.2, 0.42), (0.33, 0.27)], "far_leg": [(0.3, 0.3), (0.44, 0.27)],
}  # fmt: skip


def library(canvas: Canvas):
    canvas.sky("#5a3a3c", "#8f5a44", "#6a3f3a")
    window(canvas)
    shelves(canvas, 0, 236)
    shelves(canvas, 831, 236)
    seat(canvas)
    person(
        canvas,
        470,
        1442,
        760,
        READ,
        Look(top="#d9673a", legs="#2f4f6a", shadow="#4a1d34", hair="#26222f"),
        1,
        "left",
        thick=0.95,
    )
    book(canvas, 650, 1076)
    lamp(canvas, 836, 1240)
    cat(canvas, 330, 1244)


def window(canvas):
    arched = [*oval(533, 420, 258, start=180, end=360), (791, 1180), (275, 1180)]
    canvas.fill([*oval(533, 420, 288, start=180, end=360), (821, 1210), (245, 1210)], WOOD)
    canvas.fade(arched, "#6f98a0", "#a9c4b4", "#d9dfba")
    canvas.glow(620, 460, 420, "#f6f0cf", 0.5)
    for level, paint in ((800, "#8fb3a4"), (890, "#6f9a86"), (990, "#4f8068")):
        hill = [
            (275, level + 60),
            *curve([(275, level + 30), (380, level - 20), (540, level + 40), (690, level - 30), (791, level + 10)]),
            (791, 1180),
            (275, 1180),
        ]
        canvas.fade(hill, paint, mix(paint, CREAM, 0.4))
    for n in range(30):
        x, y = canvas.chance.uniform(320, 750), canvas.chance.uniform(1010, 1150)
        canvas.fill(oval(x, y, 40, 32), mix("#3f7560", "#a8b85a", n / 30))
        canvas.shade(oval(x, y, 40, 32), "#1f4a48", "bottom", 0.9, 0.8)
    for _ in range(90):
        x, y, long = canvas.chance.uniform(290, 770), canvas.chance.uniform(240, 1150), canvas.chance.uniform(20, 60)
        canvas.fill(limb(x, y, x - long * 0.22, y + long, 3), "#f3f6ea", 0.4)
    for x in (404, 533, 662):
        canvas.fill(bar(x, 200 if x == 533 else 250, x, 1184, 13), WOOD)
    for y in (430, 680, 930):
        canvas.fill(bar(275, y, 791, y, 11), WOOD)
    canvas.fill(ribbon([*arched, *arched[:2]], 22), "#6a3a2c")


def shelves(canvas, x, wide):
    canvas.fill(box(x, 0, wide, 1600), "#5a3028")
    for row in range(7):
        y = 190 + row * 200
        canvas.fill(box(x + 14, y - 168, wide - 28, 168), "#3a2028")
        spines(canvas, x + 20, y, wide - 40)
        canvas.fill(box(x, y, wide, 20), WOOD)
        canvas.shade(box(x, y, wide, 20), "#f2b27a", "top", 0.9, 0.45)
    canvas.shade(box(x, 0, wide, 1600), DARK, "left" if x < 500 else "right", 0.9, 0.75)


def spines(canvas, x, shelf, wide):
    place = 0.0
    while place < wide - 16:
        thick, tall = canvas.chance.uniform(13, 30), canvas.chance.uniform(96, 148)
        if place + thick > wide:
            return
        if canvas.chance.random() < 0.08:
            place += 22
            continue
        cover = box(x + place, shelf - tall, thick - 1.5, tall)
        canvas.fill(cover, canvas.chance.choice(SPINES))
        canvas.shade(cover, DARK, "left", 0.9, 0.5)
        canvas.fill(box(x + place + 3, shelf - tall + 16, thick - 7.5, 7), CREAM, 0.75)
        canvas.fill(box(x + place + 3, shelf - 28, thick - 7.5, 4), CREAM, 0.6)
        place += thick


def seat(canvas):
    canvas.fill(box(190, 1236, 690, 36, 10), "#c98a4f")
    canvas.shade(box(190, 1236, 690, 36, 10), DARK, "bottom", 0.9, 0.5)
    canvas.fill(box(205, 1272, 660, 260), "#7a4430")
    for x in (215, 435, 655):
        canvas.fill(box(x, 1296, 200, 206, 8), "#8f5438")
        canvas.shade(box(x, 1296, 200, 206, 8), DARK, "bottom", 0.9, 0.6)
    canvas.fade(box(-10, 1530, 1090, 80), "#7a3f38", "#4a2430")
    cushion = curve([(226, 1236), (236, 1130), (262, 1030), (330, 1030), (356, 1130), (350, 1236)], 8)
    canvas.fill(cushion, "#2f7a78")
    canvas.shade(cushion, DARK, "left", 0.9, 0.6)


def book(canvas, x, y):
    for side, paint in ((-1, CREAM), (1, "#f3dfb4")):
        leaf = [(x, y + 8), (x + side * 62, y - 34), (x + side * 68, y + 34), (x, y + 78)]
        canvas.fill([(px, py + 8) for px, py in leaf], "#a83f2e")
        canvas.fill(leaf, paint)
        canvas.shade(leaf, "#a8713f", "bottom", 0.8, 0.4)


def lamp(canvas, x, y):
    canvas.glow(x - 60, y - 230, 460, LAMP, 0.75)
    canvas.fill(limb(x - 44, y - 6, x + 44, y - 6, 18), DARK)
    canvas.fill(ribbon(curve([(x, y - 8), (x + 12, y - 150), (x - 20, y - 270)]), 12, 9), DARK)
    shade = [(x - 116, y - 216), (x - 58, y - 300), (x + 14, y - 300), (x + 50, y - 216)]
    canvas.fill(shade, "#e0a23c")
    canvas.shade(shade, "#7a3a22", "right", 0.9, 0.7)
    canvas.fill(oval(x - 33, y - 216, 82, 12), "#fffaf0")


def cat(canvas, x, y):
    """Asleep by the reader's back, tail hanging over the edge."""
    x += 60
    canvas.fill(
        ribbon(curve([(x - 96, y - 20), (x - 128, y + 20), (x - 118, y + 90), (x - 140, y + 130)]), 24, 14), "#e08a3c"
    )
    body = curve([(x - 110, y), (x - 104, y - 62), (x - 40, y - 92), (x + 40, y - 66), (x + 62, y)], 8, closed=True)
    canvas.fill(body, "#e8963f")
    canvas.shade(body, "#7a3a22", "bottom", 0.9, 0.7)
    for n in range(4):
        canvas.fill(
            ribbon(
                curve([(x - 76 + n * 26, y - 84 + n % 2 * 4), (x - 84 + n * 26, y - 58), (x - 76 + n * 26, y - 44)]),
                8,
                4,
            ),
            "#b9602a",
        )
    for side in (-1, 1):
        canvas.fill(
            [(x + 44 + side * 30, y - 58), (x + 44 + side * 12, y - 66), (x + 44 + side * 30, y - 92)], "#e8963f"
        )
    canvas.fill(oval(x + 44, y - 38, 38, 33), "#f0a04a")
    canvas.shade(oval(x + 44, y - 38, 38, 33), "#7a3a22", "bottom", 0.8, 0.5)
    for side in (-1, 1):
        canvas.fill(ribbon(oval(x + 44 + side * 15, y - 40, 8, 6, 10, 170), 3), DARK)
    canvas.fill(oval(x + 44, y - 29, 4, 3), "#d9573a")
