"""Noon at the works canteen: steam, ladles and a queue with trays."""

from newsroom.sample.canvas import Canvas, mix
from newsroom.sample.people import REACH, Look, person
from newsroom.sample.points import bar, box, curve, limb, oval, ribbon

TILE, TEAL, DARK = "#f6e8c9", "#2f7a78", "#4a2a34"
CARRY = {
    "head": (0.02, 0.92), "neck": (0.0, 0.81), "hip": (0.0, 0.48),
    "near_arm": [(0.02, 0.62), (0.16, 0.62)], "far_arm": [(0.04, 0.63), (0.19, 0.63)],
    "near_leg": [(0.05, 0.25), (0.04, 0.02)], "far_leg": [(-0.03, 0.25), (-0.07, 0.02)],
}  # fmt: skip


def canteen(canvas: Canvas):
    kitchen(canvas)
    cooks(canvas)
    counter(canvas)
    lamps(canvas)
    steam(canvas)
    queue(canvas)


def kitchen(canvas):
    canvas.fade(box(0, 0, 1600, 860), "#e8c48a", "#f8e2b4", "#e9bf85")
    for row in range(7):
        for column in range(22):
            tile = box(column * 75 - (row % 2) * 37, 110 + row * 58, 71, 54)
            canvas.fill(tile, mix(TILE, "#cfe0cf", canvas.chance.random() * 0.8), 0.85)
    canvas.fill(box(0, 0, 1600, 112), "#8a3f38")
    canvas.shade(box(0, 0, 1600, 112), "#3f1d2a", "top", 0.9, 0.7)
    hood = [(250, 110), (1350, 110), (1430, 236), (170, 236)]
    canvas.fade(hood, "#b9c4b8", "#7f9a96")
    canvas.shade(hood, DARK, "bottom", 0.5, 0.4)
    canvas.fill(bar(170, 240, 1430, 240, 16), "#e4e6d4")
    for x, long in ((330, 90), (400, 110), (470, 84), (1140, 100), (1215, 84), (1290, 112)):
        canvas.fill(bar(x, 248, x, 248 + long, 6), "#5f7a78")
        canvas.fill(oval(x, 262 + long, 26, 15, 0, 180), "#5f7a78")
    for x, paint in ((40, "#c9563a"), (1500, "#e0a23c")):
        canvas.fill(box(x, 330, 70, 90, 8), paint)
        canvas.shade(box(x, 330, 70, 90, 8), DARK, "left", 0.9, 0.5)
    canvas.fill(bar(-10, 424, 200, 424, 10), "#8f5a3c")
    canvas.fill(bar(1420, 424, 1610, 424, 10), "#8f5a3c")


def cooks(canvas):
    for x, facing, apron in ((560, -1, "#fdf6e3"), (1020, 1, "#fdf6e3")):
        look = Look(top=apron, legs=apron, hat="", shadow="#a86a4a")
        person(canvas, x, 900, 520, REACH, look, facing, "left" if facing > 0 else "right")
        head = (x + 0.01 * 520 * facing, 900 - 0.92 * 520)
        toque = [
            (head[0] - 34, head[1] - 14),
            (head[0] - 46, head[1] - 66),
            (head[0] - 14, head[1] - 84),
            (head[0] + 26, head[1] - 82),
            (head[0] + 48, head[1] - 58),
            (head[0] + 34, head[1] - 14),
        ]
        canvas.fill(curve(toque, 6, closed=True), "#fffaf0")
        canvas.shade(curve(toque, 6, closed=True), "#c98a5c", "left", 0.8, 0.5)
        canvas.fill(ribbon([(x + 145 * facing, 522), (x + 205 * facing, 640)], 8), "#5f7a78")
        canvas.fill(oval(x + 208 * facing, 644, 26, 17), "#5f7a78")


def counter(canvas):
    canvas.fill(box(-10, 690, 1620, 44), "#dfe3d2")
    canvas.shade(box(-10, 690, 1620, 44), "#6f8a86", "bottom", 0.9, 0.7)
    front = box(-10, 734, 1620, 220)
    canvas.fade(front, TEAL, "#1d5358")
    for x in range(-10, 1610, 108):
        canvas.fill(box(x, 734, 5, 220), "#174449", 0.8)
    canvas.shade(front, "#0f2f36", "bottom", 0.9, 0.6)
    canvas.fade(box(0, 950, 1600, 120), "#b5764a", "#7a4434")
    dishes = ("#c94f35", "#7fa84f", "#e8b23f", "#f6ecd0", "#a85a2f", "#5f9a5a")
    for n, paint in enumerate(dishes):
        x = 70 + n * 252
        canvas.fill(oval(x + 96, 682, 106, 30), "#8fa5a0")
        canvas.fill(oval(x + 96, 676, 96, 25), paint)
        for _ in range(16):
            dx, dy = canvas.chance.uniform(-78, 78), canvas.chance.uniform(-15, 9)
            canvas.fill(
                oval(x + 96 + dx, 674 + dy, canvas.chance.uniform(8, 17), 8),
                mix(paint, canvas.chance.choice(("#fff3c4", "#6a2a24", "#5f8f3f")), 0.35),
            )


def lamps(canvas):
    for x in (190, 595, 1000, 1405):
        canvas.fill(bar(x, 0, x, 70, 4), "#2b1d24")
        canvas.fill(oval(x, 112, 72, 62, 180, 360), TEAL)
        canvas.shade(oval(x, 112, 72, 62, 180, 360), "#123a40", "left", 0.9, 0.7)
        canvas.fill(oval(x, 112, 70, 9), "#fff6da")
        canvas.glow(x, 124, 330, "#ffdf9c", 0.62)


def steam(canvas):
    for x in (166, 418, 670, 922, 1174, 1426):
        for n in range(3):
            sway = canvas.chance.uniform(-30, 30)
            wisp = curve([(x, 660), (x + sway, 600), (x - sway, 530), (x + sway * 1.4, 440 - n * 30)])
            canvas.soft(ribbon(wisp, 16, 46), "#fffaf0", 0.3, 12)


def queue(canvas):
    people = (
        (180, 1, "#d9673a", "helmet"),
        (480, 1, "#3f6f9a", ""),
        (800, 1, "#8f4a62", ""),
        (1090, 1, "#e0a23c", "helmet"),
        (1490, -1, "#4a6f5a", ""),
    )
    for x, facing, top, hat in people:
        tall = canvas.chance.uniform(560, 610)
        look = Look(top=top, legs="#27384f", tail=not hat and x > 700, hat=hat, hat_colour="#f4d58a", shadow="#3a1f34")
        canvas.soft([(x - 90, 1056), (x + 110, 1056), (x + 120, 1080), (x - 100, 1080)], "#2b1420", 0.6, 10)
        person(canvas, x, 1100, tall, CARRY, look, facing, "left", thick=1.05)
        tray(canvas, x + 0.2 * tall * facing, 1100 - 0.655 * tall, facing)


def tray(canvas, x, y, facing):
    canvas.fill(limb(x - 62, y + 12, x + 74, y + 12, 15), "#c9432f")
    canvas.fill(oval(x + 30 * facing, y + 4, 40, 30, 180, 360), "#fffaf0")
    canvas.fill(
        [
            (x + 30 * facing - 38, y - 18),
            (x + 30 * facing + 38, y - 18),
            (x + 30 * facing + 22, y + 8),
            (x + 30 * facing - 22, y + 8),
        ],
        "#fffaf0",
    )
    canvas.fill(oval(x + 30 * facing, y - 20, 37, 13, 180, 360), "#fdf3d4")
    canvas.fill(box(x - 40 * facing - 14, y - 20, 28, 28, 5), "#7fb0a0")
