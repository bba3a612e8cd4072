"""
A large WebP, decoded to the size that is wanted. Pillow decodes every WebP as an animation and holds it four times
over; libwebp itself shrinks while it decodes. So it is asked directly, in the library that Pillow has loaded.
"""

import ctypes

from PIL import Image, _webp

from media.imaging.refusal import PictureRefused

# As libwebp's decode.h has them since its version 0.5; it refuses callers of another first byte.
VERSION = 0x0200
RGBA = 1


def integers(names):
    return [(name, ctypes.c_int) for name in names.split()]


class Features(ctypes.Structure):
    _fields_ = [*integers("width height has_alpha has_animation format"), ("later", ctypes.c_uint32 * 5)]


class Pixels(ctypes.Structure):
    _fields_ = [("first", ctypes.c_void_p), ("stride", ctypes.c_int), ("size", ctypes.c_size_t)]


class Planes(ctypes.Structure):
    _fields_ = [("first", ctypes.c_void_p * 4), ("stride", ctypes.c_int * 4), ("size", ctypes.c_size_t * 4)]


class Memory(ctypes.Union):
    _fields_ = [("pixels", Pixels), ("planes", Planes)]


class Output(ctypes.Structure):
    _fields_ = [
        *integers("colours width height is_ours"),
        ("memory", Memory),
        ("later", ctypes.c_uint32 * 4),
        ("own", ctypes.c_void_p),
    ]


class Options(ctypes.Structure):
    _fields_ = [
        *integers("no_filter no_smoothing is_cropped left top cropped_width cropped_height"),
        *integers("is_scaled width height threads dithering flip dithering_of_alpha"),
        ("later", ctypes.c_uint32 * 5),
    ]


class Config(ctypes.Structure):
    _fields_ = [("input", Features), ("output", Output), ("options", Options)]


def library():
    """None where Pillow came without one, or with one that nobody else may call."""
    try:
        webp = ctypes.CDLL(_webp.__file__)
        webp.WebPDecode.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.POINTER(Config)]
        is_understood = webp.WebPInitDecoderConfigInternal(ctypes.byref(Config()), VERSION)
    except (AttributeError, OSError):
        return None
    return webp if is_understood else None


LIBRARY = library()


def shrunk(file, size):
    """The picture in this size, transparency and all."""
    width, height = size
    pixels = ctypes.create_string_buffer(width * height * 4)
    config = Config()
    LIBRARY.WebPInitDecoderConfigInternal(ctypes.byref(config), VERSION)
    config.options.is_scaled, config.options.width, config.options.height = 1, width, height
    config.output.colours, config.output.is_ours = RGBA, 1
    config.output.memory.pixels = Pixels(ctypes.addressof(pixels), width * 4, len(pixels))
    file.seek(0)
    data = file.read()
    if LIBRARY.WebPDecode(data, len(data), ctypes.byref(config)):
        raise PictureRefused("damaged")
    return Image.frombytes("RGBA", size, memoryview(pixels))
