"""
Files of the trade with something wrong about them: cut, flipped, repeated, mixed. Whatever reads them says no in its
own words, or reads them. Each lot is read in a process of its own, with so much memory and time.
"""

import contextlib
import io
import tempfile
import zipfile
from functools import cache
from pathlib import Path

from intake.documents.opening import read_file
from intake.documents.refusal import DocumentRefused
from intake.mail.opening import open_mail
from intake.manuscripts import unpack
from intake.reading.page import read_page
from media.imaging.developing import develop
from media.imaging.refusal import PictureRefused
from newsroom.backups import BackupError
from newsroom.backups.parcel import Wrapper, read_head, unwrap
from newsroom.handover import HandoverError
from newsroom.handover.files import FILES, prove_files
from newsroom.handover.places import place_at
from tests.fuzz.values import RAW, SMALL
from tests.intake.documents.samples import Sheet, word, zipped
from tests.intake.mail.mails import mail
from tests.media.hostile_files import PHONE
from tests.pictures import draw, encoded, exif

SAMPLE = Path(__file__).resolve().parent.parent.parent / "newsroom" / "sample" / "content"
TEXT = "第02版：工会\n引题在此\n工会送清凉到一线\n本报讯 记者李凡 通讯员周永卫报道 日前，活动在店口镇广场举行。\n"

NUMBERS = [b"\0", b"\xff", b"\xff\xff", b"\x7f\xff\xff\xff", b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x80\0\0\0", b"\x01"]
NAMES = ["稿件.txt", "a.docx", "a.doc", "a.pdf", "a.zip", "a.jpg", "a.wps", "a.odt", "\x00", "../a.txt", "汉" * 300, ""]


@cache
def seeds():
    """{kind: [bytes]}: what came of the trade's own programs, small enough to be read by the thousand."""
    texts = [TEXT.encode(), *(path.read_bytes() for path in sorted(SAMPLE.glob("page-*.toml")))]
    pictures = [encoded(format=format) for format in ("JPEG", "PNG", "WEBP", "GIF", "TIFF")]
    pictures += [
        encoded(progressive=True),
        encoded(draw(mode="CMYK")),
        encoded(exif=exif(orientation=6, gps=True)),
        PHONE,
    ]
    words = [
        word(TEXT, "记者李凡 通讯员周永卫"),
        zipped(("一.docx", word(TEXT)), ("二.jpg", encoded()), ("三.txt", TEXT.encode())),
    ]
    return {
        "documents": [pdf(), *words],
        "photos": pictures,
        "texts": [*texts, TEXT.encode("gb18030"), TEXT.encode("utf-16"), b"\xef\xbb\xbf" + TEXT.encode()],
        "mails": [
            mail(text=TEXT, html="<p>稿</p>", files=[("稿件.txt", TEXT.encode())]).as_bytes(),
            mail(text=TEXT).as_bytes(),
        ],
        "backups": [backup()],
        "exports": [
            b'{"name": "originals/ab/x.jpg", "size": 3, "sha256": "00"}\n{"name": "pages/x", "missing": true}\n'
        ],
    }


def pdf():
    sheet = Sheet(200, 200, pageCompression=0)
    sheet.column(["日前，江畔区总工会来到车间一线，为职工送去清凉，受到欢迎。"], 10, 10)
    sheet.photo(10, 100, 80, 80)
    return sheet.pdf()


def backup():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.tar"
        wrapper = Wrapper(path, {"database": "sqlite", "migrations": {}})
        wrapper.put_bytes("uploads/a.jpg", b"a" * 700)
        wrapper.put_bytes("database.sqlite3", b"b" * 900)
        wrapper.seal(uploads=1, tables={}, lost=[])
        wrapper.close()
        return path.read_bytes()


def read_documents(random, content):
    with contextlib.suppress(DocumentRefused):
        read_file(random.choice(NAMES), content)


def read_texts(random, content):
    name = random.choice(NAMES)
    with contextlib.suppress(DocumentRefused):
        for manuscript in unpack(name, content).manuscripts:
            read_page(manuscript.text, looks=manuscript.looks)


def read_photos(random, content):
    with contextlib.suppress(PictureRefused):
        develop(io.BytesIO(content), random.choice(NAMES))


def read_mails(_random, content):
    open_mail(content)


def read_backups(_random, content):
    with tempfile.NamedTemporaryFile(suffix=".tar") as file, contextlib.suppress(BackupError):
        file.write(content)
        file.flush()
        read_head(Path(file.name))
        unwrap(Path(file.name), lambda name, file, size: None)


def read_exports(_random, content):
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(HandoverError):
        (Path(folder) / FILES).write_bytes(content)
        with place_at(Path(folder)) as place:
            prove_files(place)


READERS = {
    "documents": read_documents,
    "texts": read_texts,
    "photos": read_photos,
    "mails": read_mails,
    "backups": read_backups,
    "exports": read_exports,
}


def mutated(random, content, others):
    """A few wounds, each somewhere else."""
    content = bytearray(content)
    for _wound in range(random.choice([1, 1, 2, 4, 12, 40])):
        wound(random, content, others)
    return bytes(content)


def wound(random, content, others):
    at, length = random.randrange(len(content) + 1), random.choice([1, 1, 2, 4, 16, 300, 5000])
    act = random.randrange(7)
    if act == 0 and content:
        content[min(at, len(content) - 1)] ^= 1 << random.randrange(8)
    elif act == 1:
        number = random.choice(NUMBERS)
        content[at : at + len(number)] = number
    elif act == 2:
        del content[at : at + length]
    elif act == 3:
        content[at:at] = content[at : at + length] * random.choice([1, 2, 50])
    elif act == 4:
        content[at:at] = random.choice(SMALL + RAW)
    elif act == 5 and random.random() < 0.3:
        del content[at:]
    else:
        other = random.choice(others)
        start = random.randrange(len(other) + 1)
        content[at : at + length] = other[start : start + length]


def wounded(random, contents):
    """A zip is wounded inside as well, where its parts are whole again afterwards."""
    content = random.choice(contents)
    if content[:2] == b"PK" and random.random() < 0.8:
        return wounded_inside(random, content)
    return mutated(random, content, contents)


def wounded_inside(random, content):
    parts = unzipped(content)
    name = random.choice(list(parts))
    parts[name] = mutated(random, parts[name], list(parts.values()))
    if random.random() < 0.1:
        del parts[random.choice(list(parts))]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()


def unzipped(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
