"""Close to the lathe: the work turns, a chip curls off, sparks of coolant in the lamp's light."""

import math

from newsroom.sample.canvas import Canvas, mix
from newsroom.sample.points import bar, box, curve, limb, oval, ribbon

DARK, STEEL, PALE, FIRE = "#0f2029", "#6f8a92", "#dfe6dc", "#ff9a3d"


def lathe(canvas: Canvas):
    canvas.sky("#132f3a", "#1d4550", "#122a34")
    canvas.glow(900, 420, 900, "#3f8f94", 0.5)
    shop_behind(canvas)
    bed(canvas)
    chuck(canvas, 330, 470, 300)
    work(canvas)
    tool(canvas)
    chips(canvas)
    for x, y, r, teeth, paint in ((1420, 930, 190, 22, "#c98f3f"), (1130, 1010, 120, 14, "#a8b5ae")):
        gear(canvas, x, y, r, teeth, paint)


def shop_behind(canvas):
    """Lights out of focus."""
    for _ in range(26):
        x, y, r = canvas.chance.uniform(500, 1600), canvas.chance.uniform(20, 330), canvas.chance.uniform(18, 58)
        canvas.soft(
            oval(x, y, r),
            canvas.chance.choice(("#f2b45f", "#5fb0a8", "#ffe0a0", "#e0703a")),
            canvas.chance.uniform(0.1, 0.4),
            9,
        )


def bed(canvas):
    way = [(0, 800), (1600, 740), (1600, 850), (0, 920)]
    canvas.fade(way, "#8fa5a4", "#30505a")
    canvas.shade(way, DARK, "bottom", 0.9, 0.7)
    canvas.fill([(0, 920), (1600, 850), (1600, 1067), (0, 1067)], "#173541")
    canvas.fade([(0, 804), (1600, 744), (1600, 756), (0, 818)], "#f4eed8", "#cfd8cc")
    canvas.shade([(0, 920), (1600, 850), (1600, 1067), (0, 1067)], "#060f14", "bottom", 0.9, 0.8)


def chuck(canvas, x, y, r):
    head = box(-20, 120, 250, 760, 30)
    canvas.fade(head, "#2f6f76", "#1c4650")
    canvas.shade(head, DARK, "left", 0.9, 0.8)
    canvas.fill(box(150, y - r, 190, r * 2, 40), "#40616a")
    canvas.fade(box(150, y - r, 190, r * 2, 40), "#9fb3b0", "#2b4953", "#122a34")
    canvas.fill(oval(x, y, r * 0.62, r), STEEL)
    canvas.shade(oval(x, y, r * 0.62, r), DARK, "bottom", 0.9, 0.85)
    canvas.shade(oval(x, y, r * 0.62, r), PALE, "top", 0.5, 0.75)
    for ring in (0.86, 0.62, 0.4):
        canvas.fill(ribbon(oval(x, y, r * 0.62 * ring, r * ring), 4), DARK, 0.5)
    for turn in (35, 155, 275):
        jaw(canvas, x, y, r, turn)
    for turn in (95, 215, 335):
        cx, cy = x + math.cos(math.radians(turn)) * r * 0.46, y + math.sin(math.radians(turn)) * r * 0.74
        canvas.fill(oval(cx, cy, 15, 24), DARK)
        canvas.fill(oval(cx + 3, cy + 2, 9, 15), "#30505a")


def jaw(canvas, x, y, r, turn):
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    outer = (x + cos * r * 0.5, y + sin * r * 0.8)
    inner = (x + cos * r * 0.2, y + sin * r * 0.33)
    block = bar(*inner, *outer, 74)
    canvas.fill([(px + 10, py + 12) for px, py in block], DARK, 0.7)
    front = [(px + 46, py) for px, py in block]
    canvas.fill(bar(inner[0] + 23, inner[1], outer[0] + 23, outer[1], 82), mix(STEEL, DARK, 0.45))
    canvas.fill(front, "#b9c7c2")
    canvas.shade(front, DARK, "bottom", 0.9, 0.6)
    for share in (0.3, 0.55, 0.8):
        a = (inner[0] + 46 + (outer[0] - inner[0]) * share, inner[1] + (outer[1] - inner[1]) * share)
        canvas.fill(bar(a[0] + sin * 37, a[1] - cos * 37, a[0] - sin * 37, a[1] + cos * 37, 5), DARK, 0.6)


def work(canvas):
    """A stepped shaft, bright where it has been cut."""
    canvas.fade(oval(362, 470, 30, 96), "#35525b", "#f6f1de", "#a9bab5", "#4f6d74", "#1c3640", "#3a5a62")
    for x1, x2, half in ((360, 700, 96), (700, 1010, 78), (1010, 1290, 112)):
        shaft = box(x1, 470 - half, x2 - x1, half * 2)
        canvas.fade(shaft, "#35525b", "#f6f1de", "#a9bab5", "#4f6d74", "#1c3640", "#3a5a62")
        canvas.fill(oval(x2, 470, half * 0.3, half), "#b9c7c2" if half < 100 else "#8ba3a4")
        canvas.shade(oval(x2, 470, half * 0.3, half), DARK, "bottom", 0.9, 0.7)
    for n in range(24):
        x = 712 + n * 12
        canvas.fill(
            [
                *curve([(x, 392), (x + 9, 430), (x + 12, 470), (x + 9, 510), (x, 548)]),
                (x + 2, 548),
                (x + 14, 470),
                (x + 2, 392),
            ],
            "#fff6dc",
            0.16,
        )
    canvas.fill([(1322, 452), (1420, 462), (1420, 478), (1322, 488)], "#b9c7c2")
    tail = box(1400, 330, 260, 300, 24)
    canvas.fade(tail, "#c98a3f", "#7d4a2a")
    canvas.shade(tail, DARK, "right", 0.9, 0.6)


def tool(canvas):
    canvas.soft([(900, 640), (1160, 640), (1200, 800), (860, 820)], DARK, 0.7, 16)
    rest = box(850, 660, 330, 130, 14)
    canvas.fade(rest, "#3f7f86", "#1c4650")
    canvas.shade(rest, DARK, "right", 0.9, 0.7)
    post = box(930, 600, 190, 80, 8)
    canvas.fade(post, "#c9d2c8", "#5f7d84")
    canvas.shade(post, DARK, "right", 0.9, 0.6)
    for x in (965, 1025, 1085):
        canvas.fill(box(x - 14, 582, 28, 26, 4), DARK)
    bit = [(952, 640), (1006, 640), (1006, 560), (1000, 546), (966, 560)]
    canvas.fill(bit, "#e9a83b")
    canvas.shade(bit, "#7d3a22", "left", 0.9, 0.6)
    canvas.glow(1000, 548, 250, FIRE, 1.0)
    canvas.glow(1000, 548, 90, "#fff6dc", 1.0)


def chips(canvas):
    """The long chip and the short bright ones."""
    spiral = []
    for n in range(150):
        turn = n * 0.42
        spiral.append(
            (990 - n * 2.6 + math.cos(turn) * (20 + n * 0.16), 590 + n * 1.55 + math.sin(turn) * (17 + n * 0.12))
        )
    canvas.fill(ribbon(curve(spiral, 3), 5, 10), "#7d3a22")
    canvas.fill(ribbon(curve([(x - 2, y - 3) for x, y in spiral], 3), 3, 6), "#ffc873")
    for _ in range(110):
        turn, far = canvas.chance.uniform(-2.6, -0.3), canvas.chance.random() ** 0.8 * 380
        x, y = 1000 + math.cos(turn) * far * 0.9, 548 + math.sin(turn) * far + far * far * 0.0016
        long = canvas.chance.uniform(8, 30)
        canvas.fill(
            limb(x, y, x + math.cos(turn) * long, y + math.sin(turn) * long + far * 0.04, 3.4, 1),
            canvas.chance.choice(("#fff0c4", FIRE, "#ffc873")),
            1 - far / 520,
        )


def gear(canvas, x, y, r, teeth, paint):
    canvas.soft(oval(x - 20, y + 26, r * 1.05), "#050c10", 0.7, 18)
    rim = []
    for n in range(teeth * 4):
        turn = math.tau * n / (teeth * 4)
        reach = r * (1.13 if n % 4 in (1, 2) else 0.97)
        rim.append((x + math.cos(turn) * reach, y + math.sin(turn) * reach))
    canvas.fill(rim, paint)
    canvas.shade(rim, DARK, "bottom", 0.95, 0.85)
    canvas.shade(rim, "#fff0cf", "top", 0.4, 0.5)
    canvas.fill(ribbon(oval(x, y, r * 0.76), 6), DARK, 0.45)
    for n in range(6):
        turn = math.tau * n / 6 + 0.3
        canvas.fill(oval(x + math.cos(turn) * r * 0.52, y + math.sin(turn) * r * 0.52, r * 0.13), "#122a34")
    canvas.fill(oval(x, y, r * 0.26), mix(paint, DARK, 0.4))
    canvas.fill(oval(x, y, r * 0.17), "#0b1a21")
