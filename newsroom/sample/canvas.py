"""A poster painter: flat shapes, soft light and printed grain, drawn at twice the size and reduced."""

from functools import lru_cache
from random import Random

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

FINE = 2  # painted this many times larger than printed, so that edges come out smooth
COARSE = 4  # blurred light is painted this many times smaller than printed: it has no detail to lose
WIDE, HIGH = 1600, 1067


class Canvas:
    def __init__(self, width=WIDE, height=HIGH, *, seed):
        self.width, self.height = width, height
        self.image = Image.new("RGB", (width * FINE, height * FINE))
        self.pen = ImageDraw.Draw(self.image, "RGBA")
        self.chance = Random(seed)  # noqa: S311  the same picture every time is the point

    def fill(self, points, colour, alpha=1.0):
        self.pen.polygon([(x * FINE, y * FINE) for x, y in points], fill=(*rgb(colour), round(255 * alpha)))

    def fade(self, points, *colours, across=False, alpha=1.0):
        """Fills the shape with colours that run into each other, downward or across."""
        frame = self._frame(points)
        if frame is None:
            return
        x, y, right, bottom = frame
        mask = self._mask(points, frame)
        paint = _stretched(_strip(colours, across), _span(points), frame)
        self.image.paste(paint, (x, y, right, bottom), mask.point([round(v * alpha) for v in range(256)]))

    def sky(self, *colours):
        self.fade([(0, 0), (self.width, 0), (self.width, self.height), (0, self.height)], *colours)

    def shade(self, points, colour, side="bottom", reach=0.8, strength=0.8):
        """Sprays grain over the shape from one side, thinning out over `reach` of it: the house's mark."""
        frame = self._frame(points)
        if frame is None:
            return
        ramp = _stretched(_ramp(side, reach, strength), _span(points), frame)
        spray = ImageChops.add(ramp, _noise_at(frame), scale=0.25, offset=-1020)
        self.image.paste(rgb(colour), frame, ImageChops.multiply(spray, self._mask(points, frame)))

    def soft(self, points, colour, alpha=0.5, blur=20):
        """A shape out of focus: shadow, mist, steam."""
        margin = blur * 3
        left, top, right, bottom = _span(points)
        left, top = max(0, int(left - margin)), max(0, int(top - margin))
        right, bottom = min(self.width, int(right + margin)), min(self.height, int(bottom + margin))
        if right <= left or bottom <= top:
            return
        small = Image.new("L", (-(-(right - left) // COARSE), -(-(bottom - top) // COARSE)))
        near = [((x - left) / COARSE, (y - top) / COARSE) for x, y in points]
        ImageDraw.Draw(small).polygon(near, fill=round(255 * alpha))
        small = small.filter(ImageFilter.GaussianBlur(blur / COARSE))
        size = ((right - left) * FINE, (bottom - top) * FINE)
        frame = (left * FINE, top * FINE, right * FINE, bottom * FINE)
        self.image.paste(rgb(colour), frame, small.resize(size, Image.Resampling.BILINEAR))

    def glow(self, x, y, radius, colour, alpha=1.0, flat=1.0):
        """Light added to what is there; `flat` under 1 presses it to an ellipse."""
        ry = radius * flat
        span = (x - radius, y - ry, x + radius, y + ry)
        frame = self._frame([(span[0], span[1]), (span[2], span[3])])
        if frame is None:
            return
        light = _stretched(_disc(), span, frame)
        tint = Image.merge(
            "RGB", [light.point([round(v * part / 255 * alpha) for v in range(256)]) for part in rgb(colour)]
        )
        self.image.paste(ImageChops.screen(self.image.crop(frame), tint), frame)

    def reflect(self, shore, depth, strength=0.42):
        """What stands above the shore line, upside down in the water below it, broken into strips and fading."""
        wide, line, strip = self.image.width, shore * FINE, 12
        above = self.image.crop((0, line - depth * FINE, wide, line)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        for down in range(0, min(depth * FINE, self.image.height - line) - strip, strip):
            sway = round(self.chance.uniform(-1, 1) * (3 + down * 0.03))
            piece = ImageChops.offset(above.crop((0, down, wide, down + strip)), sway, 0)
            place = (0, line + down, wide, line + down + strip)
            share = strength * (1 - down / (depth * FINE))
            self.image.paste(Image.blend(self.image.crop(place), piece, share), place)

    def finished(self, warmth="#ffe9c4", vignette=0.32):
        """Reduced to printed size, with a warm corner of light, darker edges and film grain."""
        picture = self.image.reduce(FINE)
        size = picture.size
        edge = Image.radial_gradient("L").resize(size, Image.Resampling.BILINEAR)
        edge = edge.point([255 - round(255 * vignette * (v / 255) ** 2.2) for v in range(256)])
        picture = ImageChops.multiply(picture, Image.merge("RGB", [edge] * 3))
        picture = Image.blend(picture, ImageChops.soft_light(picture, Image.new("RGB", size, rgb(warmth))), 0.22)
        grain = (
            _noise(size).filter(ImageFilter.GaussianBlur(0.6)).point([round(128 + (v - 128) * 0.2) for v in range(256)])
        )
        return ImageChops.overlay(picture, Image.merge("RGB", [grain] * 3))

    def _frame(self, points):
        """The part of the fine canvas that the shape covers, or None when it lies outside."""
        left, top, right, bottom = _span(points)
        frame = (
            max(0, int(left * FINE)),
            max(0, int(top * FINE)),
            min(self.image.width, int(right * FINE) + 1),
            min(self.image.height, int(bottom * FINE) + 1),
        )
        return frame if frame[2] > frame[0] and frame[3] > frame[1] else None

    def _mask(self, points, frame):
        mask = Image.new("L", (frame[2] - frame[0], frame[3] - frame[1]))
        ImageDraw.Draw(mask).polygon([(x * FINE - frame[0], y * FINE - frame[1]) for x, y in points], fill=255)
        return mask


@lru_cache(maxsize=256)
def rgb(colour):
    return ImageColor.getrgb(colour)


def mix(one, other, share):
    """A colour between two, `share` of the way to the other."""
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(rgb(one), rgb(other), strict=True))


def _span(points):
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _stretched(swatch, span, frame):
    """The swatch laid over the whole span (printed pixels), cut to the frame (fine pixels)."""
    left, top, right, bottom = (edge * FINE for edge in span)
    across, down = swatch.width / max(right - left, 1), swatch.height / max(bottom - top, 1)
    part = ((frame[0] - left) * across, (frame[1] - top) * down, (frame[2] - left) * across, (frame[3] - top) * down)
    part = (max(0, part[0]), max(0, part[1]), min(swatch.width, part[2]), min(swatch.height, part[3]))
    return swatch.resize((frame[2] - frame[0], frame[3] - frame[1]), Image.Resampling.BILINEAR, box=part)


def _strip(colours, across):
    stops = [rgb(colour) for colour in colours] if len(colours) > 1 else [rgb(colours[0])] * 2
    strip = Image.new("RGB", (256, 1))
    for n in range(256):
        place = n / 255 * (len(stops) - 1)
        low = min(int(place), len(stops) - 2)
        strip.putpixel(
            (n, 0), tuple(round(a + (b - a) * (place - low)) for a, b in zip(stops[low], stops[low + 1], strict=True))
        )
    return strip if across else strip.transpose(Image.Transpose.ROTATE_270)


def _ramp(side, reach, strength):
    """255 × strength at the named side, falling to nothing over `reach` of the way."""
    fall = [round(max(0.0, 1 - n / 255 / reach) * 255 * strength) for n in range(256)]
    values = bytes(fall[::-1] if side in ("right", "bottom") else fall)
    return Image.frombytes("L", (256, 1) if side in ("left", "right") else (1, 256), values)


@lru_cache(maxsize=1)
def _disc():
    # Pillow's gradient reaches 255 in the corners; 180 is the circle that touches the sides.
    return Image.radial_gradient("L").point([round(255 * max(0.0, 1 - v / 180) ** 1.7) for v in range(256)])


@lru_cache(maxsize=2)
def _noise(size):
    """Even noise from a fixed seed; the film grain blurs it, which rounds it."""
    return Image.frombytes("L", size, Random(1818).randbytes(size[0] * size[1]))  # noqa: S311


@lru_cache(maxsize=1)
def _fine_noise():
    return _noise((WIDE, WIDE)).resize((WIDE * FINE, WIDE * FINE), Image.Resampling.NEAREST)


def _noise_at(frame):
    return _fine_noise().crop(frame)
