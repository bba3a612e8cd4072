"""Files as nobody's camera writes them. Each: what it is, the name it is sent under, its bytes, what comes of it."""

import gzip
import struct
import zlib
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from tests.pictures import draw, encoded, exif

TAKEN = "taken in"
SCRIPT = b"<script>alert(1)</script>"
PHP = b"<?php system($_GET['c']); ?>"
PHONE = (Path(__file__).parent / "phone.heic").read_bytes()
DAMAGED = "已损坏或不完整"
NO_FILE = "必填项"  # Django takes a part without a usable name for none


class Hostile(NamedTuple):
    what: str
    name: str
    content: bytes
    comes_of_it: str = TAKEN


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width, height, *, pixels=None, first=()):
    """In black and white; `first` are chunks before the pixels."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    rows = zlib.compress((b"\0" + bytes(-(-width // 8))) * height if pixels is None else pixels, 9)
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(first) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def claiming(width, height, **options):
    """A JPEG whose frame promises more than there is."""
    content = bytearray(encoded(**options))
    frame = content.index(b"\xff\xc2" if options.get("progressive") else b"\xff\xc0")
    content[frame + 5 : frame + 9] = struct.pack(">HH", height, width)
    return bytes(content)


def many_scans(count):
    content = encoded(progressive=True)
    scan = content.rindex(b"\xff\xda")
    return content[:scan] + content[scan:-2] * count + content[-2:]


def scattered(content):
    """A baseline JPEG whose one scan claims to hold the first component only."""
    scan = content.index(b"\xff\xda")
    head = b"\xff\xda" + struct.pack(">H", 8) + bytes([1]) + content[scan + 5 : scan + 7] + b"\x00\x3f\x00"
    return content[:scan] + head + content[scan + 14 :]


def box(brand):
    return struct.pack(">I", 20) + b"ftyp" + brand + b"\0\0\0\0" + brand + b"\0" * 40


def circle():
    """EXIF whose directory is its own successor."""
    return b"Exif\0\0MM\0*" + struct.pack(">LHHHLLL", 8, 1, 0x0112, 3, 1, 1 << 16, 8)


def moving(format, **options):
    return encoded(format=format, save_all=True, append_images=[draw().rotate(180)], **options)


def bombs():
    text = zlib.compress(b"x" * 200_000_000, 9)
    yield Hostile("PNG bomb, 2500 MP claimed", "炸弹.png", png(50_000, 50_000, pixels=b""), "6000万")
    yield Hostile("PNG bomb, 144 MP in 18 KB", "炸弹.png", png(12_000, 12_000), "有14400万像素")
    yield Hostile(
        "PNG with 200 MB of text in 200 KB", "文字.png", png(64, 48, first=[chunk(b"zTXt", b"a\0\0" + text)]), DAMAGED
    )
    yield Hostile(
        "PNG with a colour profile of 200 MB", "色.png", png(64, 48, first=[chunk(b"iCCP", b"a\0\0" + text)]), DAMAGED
    )
    yield Hostile("JPEG, 151 MP claimed", "大.jpg", claiming(15_100, 10_000), "超过了该格式允许的15000万像素")
    yield Hostile("JPEG, 65535 × 65535 claimed", "大.jpg", claiming(65_535, 65_535), "超过了该格式允许的15000万像素")
    yield Hostile("JPEG of 200 scans", "层.jpg", many_scans(200), "分100层以上存储")
    yield Hostile(
        "JPEG, progressive with restarts, 63 MP of coefficients",
        "层.jpg",
        claiming(9_000, 7_000, progressive=True, subsampling=0, restart_marker_blocks=1),
        "有6300万像素",
    )
    yield Hostile(
        "JPEG, progressive, 150 MP claimed and nothing there",
        "层.jpg",
        claiming(15_000, 9_990, progressive=True),
        DAMAGED,
    )
    yield Hostile(
        "JPEG, baseline, its components in scans apart, cut off", "层.jpg", scattered(claiming(15_000, 9_990)), DAMAGED
    )
    yield Hostile("PNG, 70,000 pixels long", "长.png", png(70_000, 2), "一边长达70000像素")


def disguised():
    jpeg, whole_zip = encoded(), b"PK\x03\x04" + bytes(26) + b"PK\x05\x06" + bytes(18)
    yield Hostile("HTML named .jpg", "页.jpg", b"<!DOCTYPE html><html>" + SCRIPT, "是HTML文件")
    yield Hostile("HTML behind a JPEG's first bytes", "页.jpg", b"\xff\xd8\xff\xe0" + SCRIPT, DAMAGED)
    yield Hostile("HTML behind a GIF's first bytes", "页.gif", b"GIF89a/*" + SCRIPT, "是GIF文件")
    yield Hostile("HTML in a JPEG's comment", "评.jpg", encoded(comment=SCRIPT))
    yield Hostile("PHP in a JPEG's EXIF", "码.php", encoded(exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0" + PHP))
    yield Hostile("JPEG with a ZIP behind it (JAR)", "包.jpg", jpeg + whole_zip)
    yield Hostile("JPEG that is a PDF too", "双.jpg", encoded(comment=b"%PDF-1.7\n1 0 obj" + SCRIPT))
    yield Hostile("PNG with HTML behind it", "尾.png", encoded(format="PNG") + SCRIPT)
    yield Hostile("PNG with a script in its text", "文.png", png(64, 48, first=[chunk(b"tEXt", b"Comment\0" + SCRIPT)]))
    yield Hostile(
        "SVG with a script", "图.svg", b"<svg xmlns='http://www.w3.org/2000/svg'>" + SCRIPT + b"</svg>", "是SVG"
    )
    yield Hostile("SVG named .png", "图.png", b"\xef\xbb\xbf<?xml version='1.0'?><svg>" + SCRIPT, "是SVG")
    yield Hostile("SVG, packed", "图.svgz", gzip.compress(b"<svg/>"), "不是可以识别的图片")
    yield Hostile(
        "XML with an entity bomb", "图.jpg", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]>", "是XML文件"
    )
    yield Hostile("PNG named .jpg", "名.jpg", encoded(format="PNG"))
    yield Hostile("JPEG named .html", "名.html", jpeg)
    yield Hostile("JPEG named as a RAW file", "名.nef", jpeg)
    yield Hostile("Windows program named .jpg", "名.jpg", b"MZ\x90\0" + bytes(60), "不是可以识别的图片")
    yield Hostile("TIFF named .jpg", "名.jpg", encoded(format="TIFF"), "是TIFF文件")
    yield Hostile("ZIP named .jpg", "名.jpg", whole_zip, "是ZIP文件")
    yield Hostile("MP4 named .heic", "名.heic", box(b"isom"), "是MP4文件")
    yield Hostile("AVIF named .heic", "名.heic", box(b"avif"), "是AVIF文件")


def broken():
    yield Hostile("0 bytes", "空.jpg", b"", "0字节")
    yield Hostile("1 byte", "空.jpg", b"\xff", "不是可以识别的图片")
    for format in ("JPEG", "PNG", "WEBP"):
        content = encoded(draw(size=(300, 200)), format=format)
        yield Hostile(f"{format}, the last third missing", "断.jpg", content[: len(content) * 2 // 3], DAMAGED)
    yield Hostile("HEIC, the last third missing", "断.heic", PHONE[: len(PHONE) * 2 // 3], DAMAGED)
    yield Hostile("HEIC, only its brand", "断.heic", box(b"heic"), DAMAGED)
    content = bytearray(encoded(format="PNG"))
    content[content.index(b"IDAT") + 4] ^= 0xFF
    yield Hostile("PNG, packed by nobody's rules", "断.png", bytes(content), DAMAGED)
    yield Hostile("JPEG with EXIF that goes round in circles", "圈.jpg", encoded(exif=circle()))
    yield Hostile("JPEG with a colour profile of rubbish", "色.jpg", encoded(icc_profile=b"rubbish" * 99))
    yield Hostile("JPEG with the camera's place", "地.jpg", encoded(exif=exif(gps=True)))


def animated():
    yield Hostile("GIF, animated", "动.gif", moving("GIF"), "是GIF文件")
    yield Hostile("WebP, animated", "动.webp", moving("WEBP"), "是动图")
    yield Hostile("PNG, animated", "动.png", moving("PNG"), "是动图")
    yield Hostile("HEIC, a sequence", "动.heic", box(b"msf1"), "是动图")
    yield Hostile("JPEG with a second picture, as phones write", "双.jpg", moving("MPO"))


def named():
    jpeg = encoded()
    for what, name in {
        "path upwards": "../../../etc/passwd.jpg",
        "path of Windows": "C:\\Windows\\System32\\evil.jpg",
        "absolute path": "/etc/cron.d/evil.jpg",
        "NUL in it": "照片.php\0.jpg",
        "turned around, photo_exe.jpg is gpj.exe": "photo_\u202egpj.exe",
        "100 Chinese characters, 300 bytes": "海" * 100 + ".jpg",
        "800 characters": "a" * 800 + ".jpg",
        "line break, a header behind it": "a\r\nSet-Cookie: x=1.jpg",
        "markup": '"><img src=x onerror=alert(1)>.jpg',
        "a percent and braces": "%s%(name)s{0}.jpg",
        "a device of Windows": "con.jpg",
        "emoji and a joiner": "👨\u200d👩\u200d👧.jpg",
    }.items():
        yield Hostile(f"name: {what}", name, jpeg)
    yield Hostile("name: 1100 characters", "a" * 1100 + ".jpg", jpeg, "Bad Request")
    yield Hostile("name: only dots", "..", jpeg, NO_FILE)
    yield Hostile("name: half of a character", "\udce4.jpg", jpeg, NO_FILE)


def panoramas():
    wide = Image.linear_gradient("L").resize((40_000, 1_000))
    yield Hostile("JPEG, 40,000 × 1,000", "全景.jpg", encoded(wide))
    yield Hostile("PNG, 40,000 × 1,000", "全景.png", png(40_000, 1_000))
    yield Hostile("PNG, 1,000 × 40,000", "长图.png", png(1_000, 40_000))
    yield Hostile("PNG, 40,000 × 1", "线.png", png(40_000, 1))
    yield Hostile("PNG, 1 × 1", "点.png", png(1, 1))


def all_hostile():
    for kind in (bombs, disguised, broken, animated, named, panoramas):
        yield from kind()
