"""Why a picture was refused, said to whoever uploaded it: what is wrong, with which file, and what to do."""

from django.utils.translation import get_language, gettext_lazy, gettext_noop
from django.utils.translation import gettext as _

from media.imaging.filenames import cleaned

# Of a file that is well, on a disk or in a storage that is not; it may be sent again.
UNSTORED = gettext_lazy(
    "The file could not be stored; perhaps the server's disk is full. Try again, or tell the technicians."
)

SENTENCES = {
    "empty": gettext_noop("“%(name)s” is an empty file (0 bytes). Copy it from the camera or phone again."),
    "raw": gettext_noop(
        "“%(name)s” is a camera's RAW file (%(maker)s %(kind)s), which the paper cannot use. Export it as JPEG first."
    ),
    "svg": gettext_noop("“%(name)s” is an SVG drawing, which may carry scripts. Export it as PNG."),
    "animated": gettext_noop("“%(name)s” is an animation. Save one still picture of it."),
    "unsupported": gettext_noop(
        "“%(name)s” is a %(kind)s file. The paper takes JPEG, PNG, WebP and HEIC: save it as one of these."
    ),
    "unknown": gettext_noop(
        "“%(name)s” is no picture that can be recognised. The paper takes JPEG, PNG, WebP and HEIC."
    ),
    "damaged": gettext_noop(
        "“%(name)s” is damaged or incomplete and cannot be opened. Copy it from the camera or phone again."
    ),
    "too_large": gettext_noop(
        "“%(name)s” has %(megapixels)s pixels, more than the %(limit)s allowed for its format. "
        "Make it smaller, or save it as JPEG."
    ),
    "bomb": gettext_noop(
        "“%(name)s” has more than the %(limit)s pixels allowed for its format. Make it smaller, or save it as JPEG."
    ),
    "too_heavy": gettext_noop(
        "“%(name)s” has %(megabytes)s MB; %(most)s are allowed for its format. Make it smaller, or save it as JPEG."
    ),
    "scans": gettext_noop(
        "“%(name)s” is stored in more than %(most)s layers, as no camera does. Open it and save it as JPEG again."
    ),
    "too_long": gettext_noop("“%(name)s” is %(side)s pixels long; %(most)s are allowed. Crop it."),
}


def reason(refused, filename):
    """The sentence for a PictureRefused, in the language of the page."""
    facts = {"name": cleaned(filename), **refused.facts}
    for count in {"megapixels", "limit"} & facts.keys():
        facts[count] = millions(facts[count])
    return _(SENTENCES[refused.code]) % facts


def millions(count):
    """Chinese counts pixels in ten thousands: 60 million are 6000万."""
    return f"{count * 100}万" if (get_language() or "").startswith("zh") else f"{count} million"
