"""Two couriers ride home-going orders through a city at dusk."""

from newsroom.sample.canvas import Canvas, mix
from newsroom.sample.people import RIDE, STAND, WALK, Look, person
from newsroom.sample.points import bar, box, curve, limb, oval, ribbon

NIGHT, PLUM, LAMP, BLACK = "#1f1d3d", "#4a2f5e", "#ffd184", "#12122b"
STREET = 770


def couriers(canvas: Canvas):
    dusk(canvas)
    for depth, (base, tall) in enumerate(((690, 430), (735, 330))):
        towers(canvas, base, tall, mix("#a05a7a", NIGHT, 0.2 + depth * 0.4), 0.3 + depth * 0.3)
    shops(canvas)
    street(canvas)
    for x in (150, 860, 1500):
        lamp(canvas, x)
    teal = Look(top="#2fa3a0", legs="#23284d", hat="ridden", hat_colour="#f4d58a", shadow=NIGHT)
    coral = Look(top="#f0743f", legs="#2a2c55", hat="ridden", hat_colour="#ffe9b8", shadow="#4a1d3a")
    Scooter(canvas, 1180, 905, 350).paint(teal, "#8a4470", "#e9a83b")
    Scooter(canvas, 560, 985, 460).paint(coral, coral.top, "#2fa3a0")


def dusk(canvas):
    canvas.sky("#2b2a5c", "#6a4079", "#d2607a", "#f79a6b", "#ffce8e", "#ffce8e")
    canvas.glow(1060, 640, 760, "#ffb066", 0.75)
    canvas.fill(oval(1085, 560, 92), "#ffe3a8")
    canvas.shade(oval(1085, 560, 92), "#f0743f", "bottom", 0.8, 0.8)
    for x, y, long in ((420, 190, 300), (760, 250, 200), (1330, 160, 260), (1180, 330, 330)):
        canvas.fill(oval(x, y, long, 11), "#f2808a", 0.45)


def towers(canvas, base, tall, colour, lit):
    x = -30
    while x < canvas.width:
        wide, high = canvas.chance.uniform(80, 150), canvas.chance.uniform(0.45, 1) * tall
        if 960 < x + wide / 2 < 1210:
            high *= 0.45
        block = box(x, base - high, wide, high + 60)
        canvas.fill(block, colour)
        canvas.shade(block, NIGHT, "left", 0.9, 0.6)
        if canvas.chance.random() > 0.5:
            canvas.fill(bar(x + wide * 0.6, base - high, x + wide * 0.6, base - high - 46, 4), colour)
        for row in range(int(high // 26)):
            for column in range(int(wide // 22)):
                if canvas.chance.random() < lit * 0.55:
                    canvas.fill(box(x + 9 + column * 22, base - high + 14 + row * 26, 11, 14), LAMP, 0.85)
        x += wide + canvas.chance.uniform(-6, 16)


def shops(canvas):
    """The row across the street, lit from inside, with awnings and people looking in."""
    canvas.fill(box(0, 560, 1600, 220), "#34264f")
    x = 20
    for n in range(7):
        wide = 206
        glass = box(x, 632, wide - 22, 128)
        canvas.fade(glass, "#ffdf9c", "#f2955c")
        canvas.fill(bar(x + wide * 0.42, 632, x + wide * 0.42, 760, 6), "#34264f")
        for shelf in (672, 708):
            canvas.fill(box(x + wide * 0.5, shelf, wide * 0.34, 5), "#b85a4a", 0.8)
        stripes = ("#d9573a", "#2f8f92", "#e9a83b", "#8a4470")[n % 4]
        for band in range(8):
            top, low = x - 8 + band * 24, x - 16 + band * 26
            awning = [(top, 590), (top + 24, 590), (low + 26, 634), (low, 634)]
            canvas.fill(awning, stripes if band % 2 else "#f6e3c2")
            canvas.shade(awning, NIGHT, "bottom", 0.9, 0.4)
        x += wide + 22
    for x, pose, facing in ((248, STAND, 1), (925, WALK, -1), (975, WALK, -1), (1370, STAND, -1)):
        person(canvas, x, 772, 128, pose, Look(top=PLUM, legs=NIGHT).in_shadow("#2b2147"), facing)


def street(canvas):
    canvas.fade(box(0, STREET - 10, 1600, 310), "#4d3a68", "#2a2550", "#1a1936")
    canvas.fill(box(0, STREET - 12, 1600, 12), "#6f4f78")
    for n in range(7):
        glass = 20 + n * 228 + 92
        canvas.soft(
            [(glass - 80, STREET + 4), (glass + 80, STREET + 4), (glass + 110, 900), (glass - 110, 900)],
            "#f79a6b",
            0.32,
            22,
        )
    for n in range(6):
        x = 60 + n * 300
        canvas.fill([(x, 918), (x + 150, 918), (x + 160, 926), (x + 2, 926)], "#f3d3a4", 0.75)
    for _ in range(70):
        x, y = canvas.chance.uniform(0, 1600), canvas.chance.uniform(STREET + 20, 1060)
        canvas.fill(limb(x, y, x + canvas.chance.uniform(14, 70), y, 2.4), "#f79a6b", 0.25)


def lamp(canvas, x):
    canvas.fill(bar(x, STREET, x, 400, 9), NIGHT)
    canvas.fill(ribbon(curve([(x, 404), (x + 8, 372), (x + 60, 362)]), 8, 6), NIGHT)
    canvas.fill(limb(x + 52, 366, x + 96, 370, 15), NIGHT)
    canvas.fill(limb(x + 58, 374, x + 92, 376, 8), "#fff0c4")
    canvas.glow(x + 76, 378, 150, LAMP, 0.9)


class Scooter:
    """Rider and scooter, to the right; `tall` is the rider's own height, and all measures are shares of it."""

    def __init__(self, canvas, x, ground, tall):
        self.canvas, self.x, self.ground, self.tall = canvas, x, ground, tall

    def at(self, px, py):
        return self.x + px * self.tall, self.ground - py * self.tall

    def line(self, *knots, w1, w2=None):
        return ribbon(curve([self.at(*knot) for knot in knots]), w1 * self.tall, (w2 or w1) * self.tall)

    def paint(self, look, body, crate):
        shadow = [self.at(-0.5, 0.02), self.at(0.5, 0.02), self.at(0.42, -0.07), self.at(-0.6, -0.07)]
        self.canvas.soft(shadow, "#0d0c22", 0.75, 12)
        self.canvas.glow(*self.at(0.62, 0.3), self.tall * 0.62, "#ffe0a0", 0.7, flat=0.6)
        for wheel in (-0.3, 0.4):
            self.wheel(*self.at(wheel, 0.12))
        self.body(body)
        self.crate(crate)
        person(self.canvas, self.x, self.ground, self.tall, RIDE, look, 1, "left")
        self.canvas.fill(limb(*self.at(0.26, 0.63), *self.at(0.34, 0.6), 0.035 * self.tall), BLACK)
        self.canvas.fill(oval(*self.at(0.345, 0.53), 0.05 * self.tall, 0.06 * self.tall), "#fff3cf")
        self.canvas.glow(*self.at(0.37, 0.53), self.tall * 0.3, "#fff0c4", 0.9)

    def wheel(self, x, y):
        for share, colour in ((0.125, BLACK), (0.07, "#8a86a0"), (0.03, BLACK)):
            self.canvas.fill(oval(x, y, self.tall * share), colour)

    def body(self, paint):
        fork = self.line((0.4, 0.13), (0.35, 0.34), (0.3, 0.62), w1=0.05, w2=0.035)
        step = self.line((0.31, 0.56), (0.27, 0.3), (0.2, 0.14), (0.0, 0.12), (-0.16, 0.15), w1=0.085, w2=0.08)
        knots = ((-0.42, 0.3), (-0.3, 0.37), (0.06, 0.36), (0.08, 0.24), (-0.04, 0.13), (-0.22, 0.2))
        rear = curve([self.at(*knot) for knot in knots], 8, closed=True)
        self.canvas.fill(fork, BLACK)
        self.canvas.fill(step, mix(paint, NIGHT, 0.2))
        self.canvas.fill(rear, paint)
        self.canvas.shade(rear, NIGHT, "left", 0.9, 0.7)
        self.canvas.fill(self.line((-0.3, 0.385), (-0.1, 0.4), (0.06, 0.38), w1=0.055), BLACK)
        self.canvas.fill(limb(*self.at(-0.43, 0.28), *self.at(-0.43, 0.3), 0.04 * self.tall), "#ff5340")
        self.canvas.glow(*self.at(-0.45, 0.29), self.tall * 0.2, "#ff5340", 0.6)

    def crate(self, paint):
        tall = self.tall
        trunk = box(*self.at(-0.53, 0.68), 0.34 * tall, 0.27 * tall, 0.025 * tall)
        self.canvas.fill(trunk, paint)
        self.canvas.shade(trunk, PLUM, "left", 0.95, 0.7)
        self.canvas.fill(box(*self.at(-0.54, 0.69), 0.36 * tall, 0.05 * tall, 0.015 * tall), mix(paint, NIGHT, 0.35))
        self.canvas.fill(box(*self.at(-0.53, 0.53), 0.34 * tall, 0.035 * tall), "#fff0c4", 0.9)
