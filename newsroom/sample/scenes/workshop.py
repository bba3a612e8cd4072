"""A machine hall in the morning: beams from the high windows, two people at the bench."""

from newsroom.sample.canvas import Canvas, mix
from newsroom.sample.people import POINT, REACH, WALK, Look, person
from newsroom.sample.points import bar, box, curve, limb, oval, ribbon

DARK, WALL, LIGHT = "#122b36", "#2b5560", "#ffdf9e"


def workshop(canvas: Canvas):
    hall(canvas)
    windows(canvas)
    for x, y, size in ((560, 690, 0.55), (760, 680, 0.45), (1010, 690, 0.55)):
        machine(canvas, x, y, size, mix("#2f6673", WALL, 0.3))
    shelves(canvas)
    hoist(canvas)
    person(
        canvas,
        905,
        742,
        150,
        WALK,
        Look(top="#6e8f8c", legs="#28505b", hat="helmet", hat_colour="#f0d9ae", shadow=DARK),
        -1,
    )
    beams(canvas)
    machine(canvas, 1180, 905, 1.35, "#2f6c78")
    bench(canvas)


def hall(canvas):
    canvas.fill(box(0, 0, 1600, 1067), DARK)
    back = box(470, 190, 660, 490)
    canvas.fade(back, "#467a80", "#89a697")
    left = [(0, -60), (470, 190), (470, 680), (0, 900)]
    right = [(1600, -60), (1130, 190), (1130, 680), (1600, 900)]
    canvas.fade(left, "#21454f", "#3d6c72", across=True)
    canvas.fade(right, "#3a6a70", "#1a3a45", across=True)
    canvas.fade([(0, -60), (470, 190), (1130, 190), (1600, -60)], "#0f2530", "#2c5560")
    floor = [(0, 900), (470, 680), (1130, 680), (1600, 900), (1600, 1067), (0, 1067)]
    canvas.fade(floor, "#8f9c84", "#4d6b69", "#27434c")
    for step in range(5):
        t = step / 4
        y, half = 190 - 250 * t**1.5, 330 + 470 * t**1.5
        canvas.fill(bar(800 - half, y, 800 + half, y, 7 + 12 * t), DARK)
        canvas.fill(bar(800 - half, y + 52 + 50 * t, 800 + half, y + 52 + 50 * t, 4 + 7 * t), DARK)
        for post in range(-6, 6):
            a, b = 800 + half * post / 6, 800 + half * (post + 1) / 6
            canvas.fill(bar(a, y, (a + b) / 2, y + 52 + 50 * t, 3 + 5 * t), DARK)
            canvas.fill(bar((a + b) / 2, y + 52 + 50 * t, b, y, 3 + 5 * t), DARK)


def windows(canvas):
    for column in range(6):
        pane = box(505 + column * 100, 300, 86, 170)
        canvas.fade(pane, "#fff3cf", "#f6c982")
        for cross in (0.33, 0.66):
            canvas.fill(box(505 + column * 100, 300 + 170 * cross, 86, 5), WALL)
        canvas.fill(box(546 + column * 100, 300, 5, 170), WALL)
    for n in range(4):
        a, b = n / 4, (n + 0.78) / 4
        x1, x2 = 470 * a - 10, 470 * b
        top = [(x1, -50 + 250 * a + 120 - 60 * a), (x2, -50 + 250 * b + 120 - 60 * b)]
        low = [(x2, 560 - 100 * b), (x1, 560 - 100 * a)]
        canvas.fade([*top, *low], "#fff3cf", "#f3bf74")
        for cross in (0.35, 0.68):
            left_y = top[0][1] + (low[1][1] - top[0][1]) * cross
            right_y = top[1][1] + (low[0][1] - top[1][1]) * cross
            canvas.fill(bar(x1, left_y, x2, right_y, 8 - 4 * a), WALL)
        canvas.fill(bar((x1 + x2) / 2, top[0][1], (x1 + x2) / 2, low[0][1] + 10, 7 - 4 * a), WALL)
    canvas.glow(800, 390, 520, "#ffd28a", 0.5)


def hoist(canvas):
    canvas.fill(bar(300, 222, 1300, 222, 26), "#e0932f")
    canvas.shade(bar(300, 222, 1300, 222, 26), "#7a3d22", "bottom", 0.9, 0.8)
    canvas.fill(box(690, 236, 74, 40, 6), DARK)
    canvas.fill(bar(720, 270, 720, 380, 4), DARK)
    canvas.fill(bar(734, 270, 734, 380, 4), DARK)
    canvas.fill(box(706, 376, 42, 40, 10), "#e0932f")
    hook = curve([(727, 410), (727, 436), (748, 458), (740, 486), (714, 488), (704, 466)])
    canvas.fill(ribbon(hook, 11, 5), DARK)


def shelves(canvas):
    """Racks along the right wall, drawn towards the same far point as the hall."""
    for level in range(4):
        y1, y2 = 300 + level * 112, 330 + level * 82
        canvas.fill([(1600, y1), (1190, y2), (1190, y2 + 8), (1600, y1 + 14)], DARK)
        for n in range(6):
            a, b = n / 6, (n + 0.72) / 6
            x1, x2 = 1190 + 410 * a, 1190 + 410 * b
            f1, f2 = y2 + (y1 - y2) * a, y2 + (y1 - y2) * b
            tall = canvas.chance.uniform(30, 62)
            crate = [(x1, f1), (x2, f2), (x2, f2 - tall * (0.7 + b * 0.5)), (x1, f1 - tall * (0.7 + a * 0.5))]
            canvas.fill(crate, canvas.chance.choice(("#b9853f", "#8f5a3c", "#4b7b78", "#6f8f82", "#a9522f")))
            canvas.shade(crate, DARK, "right", 1, 0.75)
    for x, low, high in ((1190, 215, 690), (1388, 130, 790), (1590, 60, 900)):
        canvas.fill(bar(x, low, x, high, 8), DARK)


def beams(canvas):
    """Slanting shafts from the left windows and the patches they leave on the floor."""
    for x, wide in ((20, 104), (150, 84), (268, 66), (372, 48)):
        reach = 520 + x * 0.28
        near, far = 905 - x * 0.22, 868 - x * 0.2
        shaft = [(x, 130 + x * 0.28), (x + wide, 160 + x * 0.28), (x + wide + reach, far), (x + reach - 30, near)]
        canvas.soft(shaft, LIGHT, 0.24, 9)
        patch = [
            (x + reach - 50, near - 4),
            (x + wide + reach, far),
            (x + wide + reach + 76, far + 26),
            (x + reach + 40, near + 26),
        ]
        canvas.soft(patch, LIGHT, 0.62, 5)
    for _ in range(90):
        x, y = canvas.chance.uniform(60, 1100), canvas.chance.uniform(180, 820)
        canvas.fill(oval(x, y, canvas.chance.uniform(0.8, 2.4)), "#fff0c4", 0.5)


def machine(canvas, x, y, size, colour):
    """A lathe seen from its side: bed, headstock, guard, screen and lamp."""

    def part(px, py, width, height, paint, corner=8):
        shape = box(x + px * size, y + py * size, width * size, height * size, corner * size)
        canvas.fill(shape, paint)
        canvas.shade(shape, DARK, "right", 0.9, 0.7)
        return shape

    canvas.soft(
        [(x - 10, y), (x + 330 * size, y), (x + 300 * size, y + 26 * size), (x - 40, y + 26 * size)], "#0c1c24", 0.6, 10
    )
    part(0, -90, 300, 90, mix(colour, DARK, 0.35))
    part(-8, -112, 316, 34, colour)
    part(0, -240, 116, 142, colour)
    canvas.fill(oval(x + 130 * size, y - 172 * size, 18 * size, 44 * size), "#c9cfc0")
    canvas.fill(limb(x + 130 * size, y - 172 * size, x + 222 * size, y - 172 * size, 26 * size), "#e8dcc0")
    part(222, -196, 70, 92, mix(colour, "#e9a83b", 0.15))
    part(22, -216, 70, 48, "#0f2530", 4)
    canvas.fill(box(x + 28 * size, y - 210 * size, 58 * size, 36 * size), "#8fd0b8")
    canvas.fill(oval(x + 40 * size, y - 132 * size, 9 * size), "#d9573a")
    canvas.fill(oval(x + 70 * size, y - 132 * size, 9 * size), "#e9a83b")


def bench(canvas):
    """The two at the front: an older hand explains, a younger one holds the drawing board."""
    for x, y, tall, pose, facing, look in (
        (
            690,
            1030,
            520,
            POINT,
            1,
            Look(top="#d8663c", legs="#234a58", hat="helmet", hat_colour="#f4d58a", vest="#ffe6ac", shadow="#3a1f2a"),
        ),
        (
            985,
            1040,
            500,
            REACH,
            -1,
            Look(top="#3c7f88", legs="#1d3d4a", hat="helmet", hat_colour="#e9a83b", tail=True, shadow=DARK),
        ),
    ):
        canvas.soft([(x - 60, y - 6), (x + 80, y - 10), (x + 330, y + 22), (x + 60, y + 30)], "#0c1c24", 0.65, 14)
        person(canvas, x, y, tall, pose, look, facing, "right")
    board = [(760, 640), (880, 668), (868, 760), (748, 728)]
    canvas.fill(board, "#f6ead0")
    canvas.shade(board, "#b98a5c", "bottom", 0.8, 0.5)
    for step in range(3):
        canvas.fill(bar(772, 672 + step * 22, 850 - step * 12, 691 + step * 22, 4), "#2f6673")
