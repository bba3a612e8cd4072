"""Which character a glyph stands for."""

import unicodedata

# Radicals that fonts share with the characters they are; Unicode itself says only of 康熙部首 which those are.
RADICALS = dict(
    zip(
        "⺁⺌⺍⺎⺕⺠⺧⺪⺬⺮⺼⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "厂小小兀彐民牛疋示竹月虎西见角贝车长门青韦页风飞食马鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
FORMS = [(0x2F00, 0x2FD5), (0xF900, 0xFAFF), (0xFB00, 0xFB06)]  # 康熙部首, twins of Han, ligatures


def sign_of(code):
    """A character that text may hold; nothing for private ones, which only one foundry's font knows."""
    if not 0 < code < 0x110000:
        return ""
    sign = chr(code)
    if sign in "\t\xa0":
        return " "
    if any(first <= code <= last for first, last in FORMS):
        return unicodedata.normalize("NFKC", sign)
    return RADICALS.get(sign) or ("" if unicodedata.category(sign) in ("Cc", "Cn", "Co", "Cs") else sign)


def whole(high, code):
    """PDFium tells a rare character in two halves."""
    return 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high and 0xDC00 <= code < 0xE000 else code
