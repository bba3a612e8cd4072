"""What nobody types, and machines send all the same. Each value is bytes, as it goes over the wire."""

DEEP = 20_000
LONG = 100_000

NUMBERS = [
    *("0", "-0", "-1", "1.5", "1e5", "1e309", "NaN", "Infinity"),
    *("-inf", "0x10", "1_000", " 1 ", "+1", "1,2", "１２３", "٣", "²", "½"),
    *("2147483647", "2147483648", "9223372036854775807", "9223372036854775808", "-9223372036854775809"),
    *("18446744073709551616", "9" * 40, "9" * 5000),
]
MOMENTS = [
    *("0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01"),
    *("2023-02-30", "2023-13-01", "1900-01-01", "2262-04-12"),
    *("0001-01-01 00:00", "9999-12-31 23:59:59", "9999-12-31T23:59:59+14:00", "0001-01-01T00:00:00-14:00"),
    *("2023-03-02 24:61", "00:00", "24:00", "99:99:99.9999999", "1986-05-04 02:30", "-1-01-01"),
]
WORDS = [
    *("", " ", "\u3000", "\u200b", "\x00", "a\x00b", "\x7f", "\t\r\n"),
    *("\ufeff", "\ufffe", "\uffff", "\u202e店口\u202c", "😀" * 40),
    *("👨‍👩‍👧‍👦", "e\u0301" * 30, "\u0300" * 500, "𠮷", "ﷺ", "İ", "ß", "店口"),
    *("'", '"', "\\", "'; DROP TABLE x; --", "<script>alert(1)</script>"),
    *("%", "%s", "%(x)s", "{0}", "{{7*7}}", "{%", "$1", "*", "\\0"),
    *("(((((", "[[[[", "a" * 256, "汉" * 300, "../../../etc/passwd"),
    *("//evil.example", "http://[", "http://[::1", "javascript:alert(1)"),
    *("http://evil.example:99999/", "file:///etc/passwd", "\r\nX-Evil: 1"),
    *("true", "null", "None", "[]", "{}", "[null]", '{"a":{"b":[1]}}'),
    *('"', "{", "330681", "__all__", "pk", "-pk", "pk__in", "0.0", "1.-2.3"),
    *("articles.article", "1" * 19 + "," + "2" * 19, ",", ";", "|"),
    *("~", "a=b&c=d", "==", "MTox", "AAAA====", "...", ".", ".."),
]
RAW = [
    *(b"\xff\xfe", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"),
    *(b"\xc0\xaf", b"\xe5\xba", b"\x80" * 50, "店口镇".encode("gb18030")),
    *("店口镇".encode("utf-16"), b"%", b"%zz", b"%00", b"%ff", b"%u5e97"),
]
HUGE = [
    b"a" * LONG,
    "汉".encode() * (LONG // 3),
    b"[" * DEEP,
    b'{"a":' * DEEP,
    b"9" * LONG,
    b"(" * 3000 + b"x",
    b" " * LONG,
    b"\n" * LONG,
    b"[" + b"0," * 30_000 + b"0]",
    b"<" * 30_000,
    "【".encode() * 20_000,
    b"a," * 20_000,
]
SMALL = [text.encode() for text in NUMBERS + MOMENTS + WORDS] + RAW


def hostile(random, *, huge=0.04):
    """One of them; now and then one that is too long for everything."""
    if random.random() < huge:
        return random.choice(HUGE)
    if random.random() < 0.1:
        return bytes(random.randrange(256) for _byte in range(random.randrange(1, 40)))
    return random.choice(SMALL)


def twisted(random, true):
    """A value that was right, with something wrong about it: cut, doubled, flipped, something put into it."""
    if not true:
        return hostile(random)
    at = random.randrange(len(true))
    return random.choice(
        [
            true[:at],
            true[at:],
            true + true,
            true[:at] + random.choice(SMALL) + true[at:],
            true[:at] + bytes([random.randrange(256)]) + true[at + 1 :],
            true.swapcase(),
            b" " + true,
        ]
    )
