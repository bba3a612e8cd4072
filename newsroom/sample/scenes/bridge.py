"""A covered bridge in the morning mist, two people crossing it."""

from newsroom.sample.canvas import Canvas, mix
from newsroom.sample.people import WALK, Look, person
from newsroom.sample.points import bar, box, curve, limb, oval, ribbon, ridge

MIST, INK, TIMBER, TILE = "#e9ece0", "#1f3d44", "#8a4a30", "#34494f"
WATER = 800


def bridge(canvas: Canvas):
    valley(canvas)
    river(canvas)
    banks(canvas)
    arch(canvas)
    gallery(canvas)
    canvas.soft(box(-40, 720, 1700, 40), MIST, 0.45, 30)
    canvas.reflect(806, 500, 0.55)
    canvas.soft(box(-40, 794, 1700, 22), MIST, 0.75, 14)
    bamboo(canvas)


def valley(canvas):
    canvas.sky("#b9cfca", "#dfe5d6", "#f6e9cf", "#f8dfbb", MIST)
    canvas.glow(1180, 250, 560, "#fff3d0", 0.7)
    canvas.fill(oval(1180, 236, 66), "#f6b58a")
    canvas.shade(oval(1180, 236, 66), "#fbe9cf", "bottom", 0.9, 0.9)
    for level, swing, near in ((290, 260, 0.14), (380, 250, 0.32), (500, 210, 0.54), (640, 120, 0.76)):
        hills = ridge(canvas.width, canvas.height, level, swing, canvas.chance, 7)
        canvas.fade(hills, mix("#c3d3cb", "#2f6268", near), mix(MIST, "#6f9a94", near * 0.7), MIST)
        canvas.shade(hills, INK, "top", 0.3, 0.45 * near)
        canvas.soft([(-60, level + 70), (1660, level + 50), (1660, level + 120), (-60, level + 130)], MIST, 0.75, 38)


def river(canvas):
    canvas.fade(box(0, WATER + 4, 1600, 270), MIST, "#a9c4bd", "#5f8f90", "#2f5f68")
    for _ in range(80):
        y = WATER + canvas.chance.random() ** 1.5 * 260
        x, long = canvas.chance.uniform(-40, 1600), (y - WATER) * 0.5 + 20
        canvas.fill(limb(x, y, x + long, y, 2 + (y - WATER) / 100), "#f3efe0", 0.35)


def banks(canvas):
    for knots, dark in (
        ([(-40, 560), (120, 590), (250, 660), (330, 770), (300, 860), (-40, 900)], "#24484a"),
        ([(1640, 540), (1480, 590), (1350, 660), (1270, 770), (1310, 860), (1640, 910)], "#2a5050"),
    ):
        bank = curve(knots, 10)
        canvas.fade(bank, "#5b8a6c", dark)
        canvas.shade(bank, INK, "bottom", 0.7, 0.8)
        for _ in range(26):
            x, y = canvas.chance.choice(bank)
            bush = oval(
                x + canvas.chance.uniform(-40, 40), y + canvas.chance.uniform(-40, 20), canvas.chance.uniform(22, 58)
            )
            canvas.fill(bush, mix("#3f7560", "#8aa55c", canvas.chance.random()))
            canvas.shade(bush, INK, "bottom", 0.9, 0.85)


def arch(canvas):
    """The bow of beams that carries the house, and the braces between."""
    bow = [(290, 800), (430, 690), (600, 622), (800, 600), (1000, 622), (1170, 690), (1310, 800)]
    canvas.fill(ribbon(curve([(x, y + 26) for x, y in bow]), 16), mix(TIMBER, INK, 0.6))
    for x in range(400, 1220, 66):
        y = 606 + abs(x - 800) ** 2 / 1450
        canvas.fill(bar(x, y + 20, x, 560, 9), mix(TIMBER, INK, 0.5))
        canvas.fill(bar(x, y + 20, x + (40 if x < 800 else -40), 560, 6), mix(TIMBER, INK, 0.5))
    canvas.fill(ribbon(curve(bow), 24), TIMBER)
    canvas.shade(ribbon(curve(bow), 24), "#e8a870", "top", 0.6, 0.6)
    canvas.fill([(180, 590), (250, 548), (1350, 548), (1420, 590), (1420, 604), (180, 604)], mix(TIMBER, INK, 0.35))


def gallery(canvas):
    """Posts, rail and roofs: a long ridge, a raised one in the middle."""
    canvas.fill(box(250, 420, 1100, 132), mix(INK, MIST, 0.35))
    for x in range(262, 1350, 54):
        canvas.fill(box(x, 412, 10, 140), TIMBER)
    person(canvas, 706, 552, 118, WALK, Look(top="#d9573a", legs="#2a3f4f", tail=True), 1)
    person(canvas, 1002, 552, 112, WALK, Look(top="#e9b04a", legs="#2a3f4f", hat="cone", hat_colour="#e8c27a"), -1)
    planks = box(242, 510, 1116, 50)
    canvas.fill(planks, "#a85a38")
    canvas.shade(planks, INK, "bottom", 0.9, 0.6)
    for x in range(242, 1358, 18):
        canvas.fill(box(x, 510, 2, 50), mix(TIMBER, INK, 0.4), 0.7)
    roof(canvas, 800, 420, 630, 74)
    canvas.fill(box(640, 306, 320, 50), mix(TIMBER, INK, 0.1))
    for x in range(650, 960, 44):
        canvas.fill(box(x, 306, 8, 50), mix(TIMBER, "#f2c08a", 0.25))
    roof(canvas, 800, 312, 230, 70)
    for x in (270, 1330):
        roof(canvas, x, 398, 110, 58)


def roof(canvas, x, eaves, half, high):
    """A tiled roof whose corners turn up."""
    top = eaves - high
    left = curve([(x - half * 0.78, top), (x - half * 0.88, eaves - high * 0.38), (x - half - 26, eaves - 16)], 8)
    right = [(2 * x - px, py) for px, py in left]
    slope = [*left, (x - half, eaves + 8), (x + half, eaves + 8), *right[::-1]]
    canvas.fill(slope, TILE)
    canvas.shade(slope, "#9fb5ae", "top", 0.8, 0.55)
    for n in range(int(half / 9)):
        share = (n + 0.5) / int(half / 9) * 2 - 1
        canvas.fill(bar(x + share * half * 0.78, top + 4, x + share * half, eaves + 6, 2.4), INK, 0.55)
    canvas.fill(limb(x - half * 0.82, top, x + half * 0.82, top, 11), INK)
    for side in (-1, 1):
        canvas.fill(
            ribbon(
                curve(
                    [
                        (x + side * half * 0.76, top),
                        (x + side * half * 0.84, top - 7),
                        (x + side * half * 0.9, top - 24),
                    ]
                ),
                9,
                3,
            ),
            INK,
        )


def bamboo(canvas):
    """Dark stems and leaves at the near edge."""
    for x, lean, top in ((70, 40, -40), (150, -20, 60), (1540, -60, -30), (1470, 10, 120)):
        stem = curve([(x, 1090), (x + lean * 0.3, 700), (x + lean, 340), (x + lean * 2.2, top)])
        canvas.fill(ribbon(stem, 17, 7), INK)
        for n in range(4, len(stem) - 1, 3):
            sx, sy = stem[n]
            side = 1 if canvas.chance.random() > 0.5 else -1
            for _ in range(3):
                dx, dy = side * canvas.chance.uniform(40, 120), canvas.chance.uniform(-10, 70)
                leaf = curve(
                    [
                        (sx, sy),
                        (sx + dx * 0.4, sy + dy * 0.3 - 10),
                        (sx + dx, sy + dy),
                        (sx + dx * 0.45, sy + dy * 0.45 + 6),
                    ],
                    5,
                    closed=True,
                )
                canvas.fill(leaf, mix(INK, "#4f7f6a", canvas.chance.random() * 0.5))
