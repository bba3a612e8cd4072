"""The pictures of the sample issue: `draw(name)` paints one and hands it over as a JPEG.

Always the same bytes for one release of Pillow; no fonts, no files, nothing but shapes and light.
"""

from io import BytesIO

from newsroom.sample.canvas import HIGH, WIDE, Canvas
from newsroom.sample.scenes.bridge import bridge
from newsroom.sample.scenes.canteen import canteen
from newsroom.sample.scenes.classroom import classroom
from newsroom.sample.scenes.couriers import couriers
from newsroom.sample.scenes.craft import craft
from newsroom.sample.scenes.field import field
from newsroom.sample.scenes.harbour import harbour
from newsroom.sample.scenes.lathe import lathe
from newsroom.sample.scenes.library import library
from newsroom.sample.scenes.pylon import pylon
from newsroom.sample.scenes.schoolyard import schoolyard
from newsroom.sample.scenes.sweepers import sweepers
from newsroom.sample.scenes.tea import tea
from newsroom.sample.scenes.town import town
from newsroom.sample.scenes.workshop import workshop

LANDSCAPE, PORTRAIT = (WIDE, HIGH), (HIGH, WIDE)
DRAWINGS = {
    "bridge": (bridge, LANDSCAPE),
    "canteen": (canteen, LANDSCAPE),
    "classroom": (classroom, LANDSCAPE),
    "couriers": (couriers, LANDSCAPE),
    "craft": (craft, LANDSCAPE),
    "field": (field, LANDSCAPE),
    "harbour": (harbour, LANDSCAPE),
    "lathe": (lathe, LANDSCAPE),
    "library": (library, PORTRAIT),
    "pylon": (pylon, PORTRAIT),
    "schoolyard": (schoolyard, LANDSCAPE),
    "sweepers": (sweepers, LANDSCAPE),
    "tea": (tea, LANDSCAPE),
    "town": (town, PORTRAIT),
    "workshop": (workshop, LANDSCAPE),
}


def draw(name):
    """The picture as JPEG bytes; KeyError when the house has no such picture."""
    scene, size = DRAWINGS[name]
    canvas = Canvas(*size, seed=name)
    scene(canvas)
    with BytesIO() as file:
        canvas.finished().save(file, "JPEG", quality=88)
        return file.getvalue()
