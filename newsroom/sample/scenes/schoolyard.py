"""After lessons: skipping rope and a ball under the camphor tree."""

from newsroom.sample.canvas import Canvas, mix
from newsroom.sample.people import POINT, REACH, RUN, STAND, Look, person
from newsroom.sample.points import bar, box, curve, oval, ribbon

GROUND, BRICK, INK = 640, "#b9553c", "#2d2f4a"
JUMP = STAND | {
    "near_arm": [(0.12, 0.74), (0.2, 0.86)], "far_arm": [(-0.12, 0.74), (-0.2, 0.86)],
    "near_leg": [(0.12, 0.34), (0.02, 0.2)], "far_leg": [(0.04, 0.3), (-0.09, 0.2)],
}  # fmt: skip


def schoolyard(canvas: Canvas):
    canvas.sky("#7fb6c4", "#c9dcc4", "#fbe3ae", "#fbd38f")
    canvas.glow(1500, 330, 800, "#fff0b4", 0.8)
    for x, y, long in ((760, 120, 210), (640, 150, 150), (1290, 80, 150)):
        canvas.fill(oval(x, y, long, 17), "#fbf0d4", 0.65)
    school(canvas)
    yard(canvas)
    hoop(canvas, 1450)
    tree(canvas, 190, 760)
    games(canvas)


def school(canvas):
    """Two floors of open galleries under a tiled roof."""
    canvas.fill([(420, 260), (1240, 260), (1290, 306), (370, 306)], "#7d3a34")
    canvas.shade([(420, 260), (1240, 260), (1290, 306), (370, 306)], INK, "left", 0.9, 0.6)
    canvas.fill(box(400, 306, 860, GROUND - 306), "#f3ddb4")
    canvas.shade(box(400, 306, 860, GROUND - 306), "#c98a5c", "left", 0.8, 0.4)
    for floor in (330, 486):
        canvas.fade(box(424, floor, 812, 118), "#6d4f5a", "#a8765f")
        for n in range(9):
            canvas.fill(box(436 + n * 91, floor + 26, 50, 66), "#ffdf9c" if n % 4 == 1 else "#4c7f88")
            canvas.fill(box(459 + n * 91, floor + 26, 4, 66), "#f3ddb4")
        canvas.fill(box(412, floor + 88, 836, 30), BRICK)
        canvas.shade(box(412, floor + 88, 836, 30), "#6d2a2c", "bottom", 0.9, 0.6)
        for n in range(10):
            pillar = box(416 + n * 91, floor, 15, 120)
            canvas.fill(pillar, "#f6e6c6")
            canvas.shade(pillar, "#b07a58", "left", 0.9, 0.6)
    for x, wide in ((0, 390), (1290, 330)):
        for _ in range(16):
            cx = x + canvas.chance.random() * wide
            bush = oval(cx, 620 - canvas.chance.random() * 70, canvas.chance.uniform(40, 90))
            canvas.fill(bush, mix("#5f8f5a", "#a8b45a", canvas.chance.random()))
            canvas.shade(bush, "#23504a", "bottom", 0.9, 0.7)


def yard(canvas):
    field = box(0, GROUND, 1600, 430)
    canvas.fade(field, "#e8a763", "#d9814c", "#b8583f")
    for n in range(4):
        lane = curve([(1660, 690 + n * 92), (900, 740 + n * 104), (300, 860 + n * 125), (-60, 1010 + n * 150)], 14)
        canvas.fill(ribbon(lane, 4 + n, 7 + n), "#fbe6c0", 0.7)
    canvas.shade(field, "#7d3040", "left", 0.7, 0.35)


def tree(canvas, x, ground):
    canvas.soft([(x - 30, ground - 8), (x + 30, ground - 8), (x - 380, 1030), (x - 620, 980)], "#5a2440", 0.6, 12)
    canvas.fill(ribbon(curve([(x, ground), (x - 12, 560), (x + 20, 380)]), 74, 34), "#4a3340")
    canvas.shade(ribbon(curve([(x, ground), (x - 12, 560), (x + 20, 380)]), 74, 34), "#c98a5c", "right", 0.5, 0.6)
    for knots in ([(x, 540), (x + 70, 440), (x + 160, 380)], [(x, 500), (x - 80, 420), (x - 150, 370)]):
        canvas.fill(ribbon(curve(knots), 28, 12), "#4a3340")
    spread = [(x + canvas.chance.gauss(10, 150), canvas.chance.gauss(215, 95)) for _ in range(46)]
    for cx, cy in sorted(spread, key=lambda place: place[0]):
        crown = oval(cx, cy, canvas.chance.uniform(48, 92))
        canvas.fill(crown, mix("#3f7a5a", "#a9b84f", min(1, max(0, (cx - x + 200) / 520))))
        canvas.shade(crown, "#1d4a48", "left", 0.95, 0.75)


def hoop(canvas, x):
    shadow(canvas, x, 742, 330)
    canvas.fill(bar(x, 742, x, 330, 12), INK)
    canvas.fill(bar(x, 400, x - 70, 366, 9), INK)
    board = box(x - 92, 280, 22, 118, 4)
    canvas.fill(board, "#fbf0d4")
    canvas.shade(board, "#b07a58", "left", 0.9, 0.6)
    canvas.fill(bar(x - 92, 378, x - 148, 378, 7), "#d9573a")
    for n in range(4):
        canvas.fill(bar(x - 146 + n * 17, 380, x - 136 + n * 10, 430, 2), "#fbf0d4")


def shadow(canvas, x, y, tall):
    """Long, to the lower left: the sun stands low on the right."""
    canvas.soft(
        [
            (x - tall * 0.07, y),
            (x + tall * 0.07, y),
            (x - tall * 0.85, y + tall * 0.36),
            (x - tall * 1.0, y + tall * 0.33),
        ],
        "#5a2440",
        0.75,
        5,
    )


def games(canvas):
    child(canvas, 560, 930, 250, REACH, 1, "#3f8f94", "#2d3f5f", tail=True)
    child(canvas, 1010, 930, 256, REACH, -1, "#e9b83f", "#6a3a5a", tail=True)
    rope = curve([(628, 750), (690, 860), (785, 925), (880, 862), (942, 748)])
    canvas.fill(ribbon(rope, 6), "#fff0d0")
    shadow(canvas, 785, 930, 170)
    child(canvas, 785, 880, 244, JUMP, 1, "#d9473a", "#2d3f5f", on_ground=False)
    child(canvas, 1350, 890, 228, RUN, -1, "#5f9a5a", "#2d3f5f")
    child(canvas, 1180, 812, 190, RUN, -1, "#f6e6c6", "#8a3f4a", tail=True)
    canvas.fill(oval(1240, 905, 24), "#fbf0d4")
    canvas.shade(oval(1240, 905, 24), BRICK, "left", 0.9, 0.8)
    child(canvas, 420, 790, 176, POINT, 1, "#c4617a", "#2d3f5f")
    child(canvas, 350, 800, 180, STAND, 1, "#f0d08a", "#3f5f7a")


def child(canvas, x, y, tall, pose, facing, top, legs, on_ground=True, tail=False):
    if on_ground:
        shadow(canvas, x, y, tall)
    look = Look(top=top, legs=legs, shadow="#5a2440", hair="#2b2434", tail=tail)
    person(canvas, x, y, tall, pose, look, facing, "left", thick=1.28)
