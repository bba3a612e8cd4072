"""Ripe rice in the valley: a drone goes up, two growers look on."""

import itertools

from newsroom.sample.canvas import Canvas, mix
from newsroom.sample.people import POINT, REACH, Look, person
from newsroom.sample.points import bar, box, curve, limb, oval, paced, ribbon, ridge

GOLD, GREEN, DARK, CREAM, METAL = "#e9b23f", "#7f9a3f", "#3f3324", "#fbedc9", "#2b3540"


def field(canvas: Canvas):
    canvas.sky("#5f9fb5", "#a5cbc0", "#f0e3b4", "#fbd694")
    canvas.glow(300, 380, 700, "#fff0b4", 0.8)
    for x, y, long, thick in ((1180, 170, 250, 34), (1300, 200, 170, 26), (480, 120, 210, 24), (820, 270, 150, 15)):
        canvas.fill(oval(x, y, long, thick), "#fbf3dc", 0.8)
        canvas.shade(oval(x, y, long, thick), "#e0b08a", "bottom", 0.8, 0.5)
    for level, swing, near in ((470, 120, 0.2), (540, 90, 0.6)):
        hills = ridge(canvas.width, canvas.height, level, swing, canvas.chance)
        canvas.fade(hills, mix("#a8c4b0", "#4f8068", near), mix("#f0e3b4", "#a8b87a", near))
        canvas.shade(hills, "#2f5a54", "top", 0.4, 0.4 * near)
    village(canvas)
    paddies(canvas)
    growers(canvas)
    drone(canvas, 640, 300)


def village(canvas):
    for n in range(7):
        x, y = 980 + n * 78, 596 - (n % 3) * 14
        canvas.fill(box(x, y - 46, 66, 60), CREAM)
        canvas.shade(box(x, y - 46, 66, 60), "#b98a5c", "right", 0.9, 0.6)
        canvas.fill([(x - 8, y - 44), (x + 14, y - 74), (x + 52, y - 74), (x + 74, y - 44)], "#4f5a64")
        canvas.fill(box(x + 24, y - 26, 14, 18), "#5f6f74")


def paddies(canvas):
    """Curving strips of gold and green, the ears drawn in on the near ones."""
    edges = (590, 624, 664, 716, 790, 890, 1090)
    for n, (top, low) in enumerate(itertools.pairwise(edges)):
        swing = (12, 16, 22, 30, 40, 50)[n]
        crest = curve(
            [
                (-40, top + swing),
                (380, top - swing * 0.4),
                (840, top + swing * 0.6),
                (1240, top - swing * 0.5),
                (1640, top + swing * 0.3),
            ],
            20,
        )
        strip = [*crest, (1700, low + 120), (-100, low + 120)]
        paint = (GREEN, GOLD, "#c9a83f", GOLD, "#d9a53a", GOLD)[n]
        canvas.fade(strip, mix(paint, CREAM, 0.25), mix(paint, DARK, 0.15))
        canvas.fill(ribbon(crest, 4 + n * 2), mix(GREEN, DARK, 0.25))
        if n > 1:
            ears(canvas, crest, n)


def ears(canvas, crest, depth):
    for row in range(3 if depth < 5 else 5):
        for x, y in paced(crest, 13 + depth * 4):
            x, y = (
                x + canvas.chance.uniform(-1, 1) * (6 + depth * 2),
                y + 8 + (row + canvas.chance.uniform(-0.4, 0.4)) * (8 + depth * 6),
            )
            size = 1.5 + depth * 1.9
            bent = canvas.chance.uniform(0.6, 1.5)
            stalk = [(x, y + size * 3.4), (x + size * 0.4, y), (x + size * 1.6 * bent, y - size * 0.5)]
            canvas.fill(ribbon(stalk, size * 0.3), "#a8903a", 0.6)
            canvas.fill(
                limb(
                    x + size * 0.8 * bent,
                    y - size * 0.6,
                    x + size * 2.1 * bent,
                    y + size * 0.7,
                    size * 0.72,
                    size * 0.3,
                ),
                mix("#f6cf5f", "#b97f26", canvas.chance.random() * 0.6),
            )


def growers(canvas):
    for x, y, tall, pose, facing, top, hat in (
        (1010, 1040, 430, POINT, -1, "#d9573a", "cone"),
        (1240, 1050, 440, REACH, -1, "#2f6f86", "cap"),
    ):
        look = Look(
            top=top, legs="#3a4456", hat=hat, hat_colour="#ecca86" if hat == "cone" else "#f0d9ae", shadow="#3a2430"
        )
        person(canvas, x, y, tall, pose, look, facing, "right")
    x, y = 1240 - 0.29 * 440, 1050 - 0.7 * 440
    canvas.fill(box(x - 40, y - 22, 74, 40, 8), "#26303a")
    canvas.fill(box(x - 26, y - 16, 46, 24, 3), "#a5d4c8")
    for side in (-30, 24):
        canvas.fill(limb(x + side, y - 22, x + side * 1.2, y - 52, 5), "#26303a")
    for n in range(70):
        px = 820 + n * 9 + canvas.chance.uniform(-6, 6)
        top = 925 + canvas.chance.uniform(0, 60)
        canvas.fill(
            ribbon(curve([(px, 1090), (px + 4, top + 50), (px + canvas.chance.uniform(10, 30), top)], 5), 5, 3),
            mix(GREEN, GOLD, canvas.chance.random()),
        )
        canvas.fill(
            limb(px + 14, top, px + 36, top + 24, 13, 5), mix("#f6cf5f", "#b97f26", canvas.chance.random() * 0.5)
        )


def drone(canvas, x, y):
    canvas.soft(oval(x - 40, 880, 150, 20), DARK, 0.4, 14)
    for side in (-1, 1):
        rotor(canvas, x + side * 40, y + 6, x + side * 210, y - 34)
        rotor(canvas, x + side * 40, y + 6, x + side * 150, y + 6)
    half = [(x - 44, y + 34), (x - 78, y + 6), (x - 48, y - 40)]
    hull = curve([*half, *[(2 * x - px, py) for px, py in half[::-1]]], 8, closed=True)
    canvas.fill(hull, "#f2762e")
    canvas.shade(hull, "#5a2420", "right", 0.9, 0.7)
    tank = box(x - 58, y + 26, 116, 62, 16)
    canvas.fill(tank, "#f6f0dc")
    canvas.shade(tank, "#7d6a54", "right", 0.9, 0.6)
    for side in (-1, 1):
        canvas.fill(ribbon([(x + side * 52, y + 40), (x + side * 92, y + 128)], 9), METAL)
        canvas.fill(limb(x + side * 66, y + 130, x + side * 122, y + 130, 9), METAL)
        spray(canvas, x + side * 110, y + 120)


def rotor(canvas, x, y, hub_x, hub_y):
    canvas.fill(bar(x, y, hub_x, hub_y, 12), METAL)
    canvas.fill(box(hub_x - 10, hub_y - 26, 20, 34, 5), METAL)
    canvas.fill(oval(hub_x, hub_y - 28, 96, 8), "#f6f0dc", 0.55)
    canvas.fill(bar(hub_x - 92, hub_y - 31, hub_x + 92, hub_y - 25, 4), METAL, 0.6)


def spray(canvas, x, y):
    for n in range(40):
        px = x + canvas.chance.uniform(-30, 30) + canvas.chance.uniform(-1, 1) * n * 3
        canvas.fill(oval(px, y + n * 10, 2.6), "#fffaf0", 0.9 - n * 0.02)
