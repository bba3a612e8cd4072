"""What a file is, told by its first bytes; its name is believed only where cameras leave no better mark."""

from pathlib import PurePosixPath

from media.imaging.refusal import PictureRefused

HEAD = 4096

RAW_MAKERS = {
    "3fr": "Hasselblad",
    "arw": "Sony",
    "cr2": "Canon",
    "cr3": "Canon",
    "crw": "Canon",
    "dng": "Adobe",
    "erf": "Epson",
    "fff": "Hasselblad",
    "iiq": "Phase One",
    "kdc": "Kodak",
    "mef": "Mamiya",
    "mos": "Leaf",
    "mrw": "Minolta",
    "nef": "Nikon",
    "nrw": "Nikon",
    "orf": "Olympus",
    "pef": "Pentax",
    "raf": "Fujifilm",
    "rw2": "Panasonic",
    "rwl": "Leica",
    "sr2": "Sony",
    "srf": "Sony",
    "srw": "Samsung",
    "x3f": "Sigma",
}
RAW_MARKS = [
    (8, b"CR\x02", "cr2"),
    (4, b"ftypcrx ", "cr3"),
    (6, b"HEAPCCDR", "crw"),
    (0, b"FUJIFILMCCD-RAW", "raf"),
    (0, b"IIRO", "orf"),
    (0, b"IIRS", "orf"),
    (0, b"MMOR", "orf"),
    (0, b"IIU\x00", "rw2"),
    (0, b"\x00MRM", "mrw"),
    (0, b"FOVb", "x3f"),
]
USABLE_MARKS = [(0, b"\xff\xd8\xff", "jpeg"), (0, b"\x89PNG\r\n\x1a\n", "png"), (8, b"WEBP", "webp")]
HEIF_STILLS = {b"heic", b"heix", b"heim", b"heis", b"mif1"}
HEIF_SEQUENCES = {b"hevc", b"hevx", b"hevm", b"hevs", b"msf1"}
# Files that people take for pictures, by the name under which they know them.
OTHER_MARKS = [
    (0, b"GIF8", "GIF"),
    (0, b"BM", "BMP"),
    (0, b"8BPS", "PSD"),
    (0, b"%PDF", "PDF"),
    (0, b"PK\x03\x04", "ZIP"),
    (0, b"\x00\x00\x00\x0cjP  ", "JPEG 2000"),
    (0, b"\x00\x00\x00\x0cJXL ", "JPEG XL"),
    (0, b"\xff\x0a", "JPEG XL"),
    (0, b"II*\x00", "TIFF"),
    (0, b"MM\x00*", "TIFF"),
    (0, b"II+\x00", "TIFF"),
    (0, b"MM\x00+", "TIFF"),
    (4, b"ftyp", "MP4"),
]


def usable_format(head, filename):
    """jpeg, png, webp or heic; raises PictureRefused with the name of anything else."""
    if not head:
        raise PictureRefused("empty")
    if usable := found(USABLE_MARKS, head) or heif_format(head):
        return usable
    if extension := found(RAW_MARKS, head) or raw_extension(filename):
        raise PictureRefused("raw", kind=extension.upper(), maker=RAW_MAKERS[extension])
    if text := kind_of_text(head):
        raise PictureRefused("svg") if text == "SVG" else PictureRefused("unsupported", kind=text)
    if kind := found(OTHER_MARKS, head):
        raise PictureRefused("unsupported", kind=kind)
    raise PictureRefused("unknown")


def found(marks, head):
    return next((name for offset, mark, name in marks if head.startswith(mark, offset)), None)


def heif_format(head):
    """HEIC by its brands. A HEIF box may also hold AVIF, which is named as what it is."""
    if head[4:8] != b"ftyp":
        return None
    box = head[: int.from_bytes(head[:4], "big")]
    brands = {box[8:12]} | {box[start : start + 4] for start in range(16, len(box), 4)}
    if brands & {b"avif", b"avis"}:
        raise PictureRefused("unsupported", kind="AVIF")
    if brands & HEIF_SEQUENCES and not brands & HEIF_STILLS:
        raise PictureRefused("animated")
    return "heic" if brands & HEIF_STILLS else None


def raw_extension(filename):
    extension = PurePosixPath(filename).suffix.lstrip(".").lower()
    return extension if extension in RAW_MAKERS else None


def kind_of_text(head):
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not start.startswith(b"<"):
        return None
    if b"<svg" in start:
        return "SVG"
    return "HTML" if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<script")) else "XML"
