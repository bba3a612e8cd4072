"""Files as they are sent with a form: names and bytes that are wrong."""

from tests.fuzz.values import hostile

NAMES = [
    "",
    "a.jpg",
    "图.png",
    "x.docx",
    "x.pdf",
    "x.txt",
    "x.zip",
    "x.doc",
    "x.eml",
    "a",
    ".jpg",
    "..",
    "../../x.jpg",
    "C:\\x.jpg",
]
NAMES += [
    "\x00.jpg",
    "a\x00.pdf",
    "汉" * 300 + ".jpg",
    "x" * 300,
    "\u202egpj.exe",
    "CON.txt",
    "a/b/c.jpg",
    "x.jpg.php",
    " ",
    "\n.txt",
]
BEGINNINGS = [
    b"",
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"\x89PNG\r\n\x1a\n",
    b"GIF89a",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
]
BEGINNINGS += [
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"RIFF\x00\x00\x00\x00WEBP",
    b"{\\rtf1",
    "第02版：工会\n标题\n".encode("gb18030"),
    b"From: a\r\n\r\n",
]


def sent_file(random):
    name = random.choice(NAMES).encode("utf-8", "surrogatepass")
    return name, random.choice(BEGINNINGS) + b"".join(hostile(random) for _part in range(random.randrange(3)))
