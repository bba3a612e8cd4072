"""People for the pictures: round limbs, plain clothes and no faces, posed by their joints.

A pose names joints in shares of the body's height, x forward, y up, the ground at 0.
"""

from dataclasses import dataclass, replace

from newsroom.sample.points import curve, limb, oval, ribbon

STAND = {
    "head": (0.01, 0.92), "neck": (0.0, 0.81), "hip": (0.0, 0.48),
    "near_arm": [(0.03, 0.64), (0.07, 0.48)], "far_arm": [(-0.04, 0.64), (0.0, 0.48)],
    "near_leg": [(0.03, 0.25), (0.03, 0.02)], "far_leg": [(-0.03, 0.25), (-0.05, 0.02)],
}  # fmt: skip
WALK = STAND | {
    "near_arm": [(-0.08, 0.66), (-0.1, 0.5)], "far_arm": [(0.08, 0.65), (0.17, 0.54)],
    "near_leg": [(0.1, 0.27), (0.12, 0.02)], "far_leg": [(-0.05, 0.25), (-0.19, 0.05)],
}  # fmt: skip
RUN = {
    "head": (0.12, 0.93), "neck": (0.07, 0.82), "hip": (0.0, 0.5),
    "near_arm": [(-0.09, 0.7), (-0.02, 0.58)], "far_arm": [(0.18, 0.68), (0.28, 0.8)],
    "near_leg": [(0.19, 0.38), (0.13, 0.15)], "far_leg": [(-0.09, 0.3), (-0.29, 0.24)],
}  # fmt: skip
REACH = STAND | {
    "near_arm": [(0.13, 0.72), (0.27, 0.72)], "far_arm": [(0.12, 0.68), (0.25, 0.65)],
}  # fmt: skip
POINT = STAND | {"near_arm": [(0.14, 0.8), (0.28, 0.93)]}
BEND = {
    "head": (0.3, 0.76), "neck": (0.2, 0.71), "hip": (0.0, 0.49),
    "near_arm": [(0.29, 0.55), (0.4, 0.5)], "far_arm": [(0.27, 0.53), (0.36, 0.44)],
    "near_leg": [(0.05, 0.26), (0.02, 0.02)], "far_leg": [(-0.03, 0.25), (-0.07, 0.02)],
}  # fmt: skip
SWEEP = {
    "head": (0.12, 0.9), "neck": (0.08, 0.8), "hip": (0.0, 0.48),
    "near_arm": [(0.13, 0.62), (0.27, 0.58)], "far_arm": [(0.2, 0.7), (0.32, 0.72)],
    "near_leg": [(0.11, 0.26), (0.13, 0.02)], "far_leg": [(-0.04, 0.25), (-0.14, 0.03)],
}  # fmt: skip
SIT = {
    "head": (0.03, 0.69), "neck": (0.0, 0.58), "hip": (0.0, 0.27),
    "near_arm": [(0.08, 0.41), (0.22, 0.38)], "far_arm": [(0.07, 0.42), (0.2, 0.43)],
    "near_leg": [(0.24, 0.29), (0.25, 0.04)], "far_leg": [(0.22, 0.28), (0.2, 0.04)],
}  # fmt: skip

RIDE = {
    "head": (0.11, 0.86), "neck": (0.06, 0.75), "hip": (-0.03, 0.43),
    "near_arm": [(0.16, 0.58), (0.29, 0.6)], "far_arm": [(0.18, 0.6), (0.3, 0.62)],
    "near_leg": [(0.2, 0.4), (0.19, 0.17)], "far_leg": [(0.22, 0.4), (0.22, 0.17)],
}  # fmt: skip


@dataclass(frozen=True)
class Look:
    top: str
    legs: str
    skin: str = "#d99a6c"
    hair: str = "#26252f"
    shoes: str = "#1c2731"
    hat: str = ""  # "", "helmet", "cap", "cone" or "ridden" (a rider's full helmet)
    hat_colour: str = "#e9a83b"
    vest: str = ""  # colour of the bright bands of a work vest
    tail: bool = False  # hair tied at the back
    shadow: str = "#1d2a3a"

    def in_shadow(self, colour):
        """The same person as a dark shape against the light."""
        return replace(
            self, top=colour, legs=colour, skin=colour, hair=colour, shoes=colour, hat_colour=colour, vest=""
        )


def person(canvas, x, y, height, pose, look, facing=1, shade="left", thick=1.0):
    """Paints someone whose feet stand at (x, y)."""
    body = _Body(canvas, x, y, height, pose, look, facing, thick)
    body.arm("far_arm")
    body.leg("far_leg")
    body.leg("near_leg", shade)
    body.torso(shade)
    body.head(shade)
    body.arm("near_arm", shade)


class _Body:
    def __init__(self, canvas, x, y, height, pose, look, facing, thick):
        self.canvas, self.look, self.pose = canvas, look, pose
        self.x, self.y, self.height, self.facing, self.thick = x, y, height, facing, thick

    def at(self, joint):
        return self.x + joint[0] * self.height * self.facing, self.y - joint[1] * self.height

    def bar(self, a, b, w1, w2):
        size = self.height * self.thick
        return limb(*self.at(a), *self.at(b), w1 * size, w2 * size)

    def paint(self, points, colour, shade=None, strength=0.45):
        self.canvas.fill(points, colour)
        if shade and self.height > 110:
            self.canvas.shade(points, self.look.shadow, shade, 0.9, strength)

    def arm(self, name, shade=None):
        neck, (elbow, hand) = self.pose["neck"], self.pose[name]
        shoulder = (neck[0], neck[1] - 0.055)
        reach = tuple(tip + (tip - bend) * 0.16 for bend, tip in zip(elbow, hand, strict=True))
        self.paint(self.bar(hand, reach, 0.044, 0.042), self.look.skin, shade, 0.3)
        self.paint(self.bar(elbow, hand, 0.066, 0.052), self.look.top, shade)
        self.paint(self.bar(shoulder, elbow, 0.084, 0.066), self.look.top, shade)

    def leg(self, name, shade=None):
        hip, (knee, foot) = self.pose["hip"], self.pose[name]
        toe = (foot[0] + 0.065, foot[1] - 0.004)
        self.paint(self.bar(foot, toe, 0.05, 0.036), self.look.shoes)
        self.paint(self.bar(knee, foot, 0.075, 0.055), self.look.legs, shade)
        self.paint(self.bar(hip, knee, 0.105, 0.078), self.look.legs, shade)

    def torso(self, shade):
        neck, hip = self.pose["neck"], self.pose["hip"]
        self.paint(self.bar(neck, self.pose["head"], 0.056, 0.056), self.look.skin, shade, 0.3)
        self.paint(self.trunk(neck, hip), self.look.top, shade)
        if self.look.vest:
            self.bands(neck, hip)

    def trunk(self, neck, hip):
        """A jacket: round shoulders, a little waist, a hem just below the hip."""
        outline = ((-0.02, 0.028), (0.03, 0.07), (0.14, 0.093), (0.5, 0.084), (0.85, 0.08), (1.13, 0.088), (1.17, 0.06))
        right = [self.beside(neck, hip, share, half) for share, half in outline]
        left = [self.beside(neck, hip, share, -half) for share, half in outline]
        return curve(right + left[::-1], 5, closed=True)

    def beside(self, neck, hip, share, half):
        """A point at `share` of the way down the back, `half` a body's height aside."""
        down = (hip[0] - neck[0], hip[1] - neck[1])
        long = (down[0] ** 2 + down[1] ** 2) ** 0.5 or 1
        half *= self.thick
        return self.at(
            (neck[0] + down[0] * share - down[1] / long * half, neck[1] + down[1] * share + down[0] / long * half)
        )

    def bands(self, neck, hip):
        for share in (0.5, 0.78):
            (ax, ay), (bx, by) = (self.beside(neck, hip, share, half) for half in (0.083, -0.083))
            self.canvas.fill(ribbon([(ax, ay), (bx, by)], 0.03 * self.height), self.look.vest)

    def head(self, shade):
        x, y = self.at(self.pose["head"])
        r = 0.068 * self.height * self.thick**1.3
        self.paint(oval(x, y, r * 0.92, r * 1.08), self.look.skin, shade)
        back = oval(x - r * 0.1 * self.facing, y - r * 0.12, r * 1.02, r * 1.06, 175, 365)
        self.paint(back, self.look.hair)
        self.paint(oval(x - r * 0.62 * self.facing, y - r * 0.02, r * 0.42, r * 0.72), self.look.hair)
        if self.look.tail:
            side = r * self.facing
            self.paint(
                limb(x - side * 0.78, y + r * 0.05, x - side * 1.3, y + r * 1.45, r * 0.62, r * 0.3), self.look.hair
            )
        getattr(self, f"hat_{self.look.hat}", lambda *_: None)(x, y, r)

    def hat_helmet(self, x, y, r):
        dome = oval(x - r * 0.05 * self.facing, y - r * 0.28, r * 1.22, r * 1.12, 180, 360)
        self.paint(dome, self.look.hat_colour, "left", 0.25)
        self.paint(
            limb(x - r * 1.15 * self.facing, y - r * 0.28, x + r * 1.62 * self.facing, y - r * 0.24, r * 0.26, r * 0.2),
            self.look.hat_colour,
        )

    def hat_cap(self, x, y, r):
        self.paint(oval(x, y - r * 0.3, r * 1.1, r * 0.9, 180, 360), self.look.hat_colour)
        self.paint(
            limb(x, y - r * 0.32, x + r * 1.6 * self.facing, y - r * 0.26, r * 0.22, r * 0.16), self.look.hat_colour
        )

    def hat_cone(self, x, y, r):
        brim = [
            (x - r * 2.5, y - r * 0.1),
            (x - r * 0.3, y - r * 1.65),
            (x + r * 0.3, y - r * 1.65),
            (x + r * 2.5, y - r * 0.1),
            (x, y + r * 0.22),
        ]
        self.paint(curve(brim, 6, closed=True), self.look.hat_colour, "left", 0.5)

    def hat_ridden(self, x, y, r):
        self.paint(oval(x - r * 0.08 * self.facing, y - r * 0.1, r * 1.36, r * 1.34), self.look.hat_colour, "left", 0.3)
        self.paint(oval(x + r * 0.72 * self.facing, y + r * 0.34, r * 0.66, r * 0.62), self.look.skin)
        visor = (x - r * 0.1 * self.facing, y - r * 0.22, x + r * 1.2 * self.facing, y - r * 0.02)
        self.paint(limb(*visor, r * 0.66, r * 0.5), "#3a4a6a")
        self.paint(limb(visor[0], visor[1] - r * 0.1, x + r * 0.8 * self.facing, y - r * 0.16, r * 0.12), "#b9d0d8")
