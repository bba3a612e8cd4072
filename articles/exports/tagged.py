"""
The house's own tagged text 小样, for any layout system that can find and replace.

Every line begins with the name of its style in 〖〗, the brackets that Chinese typesetting has used for marks
since Founder's 书版: 〖主题〗工会送清凉. Inside a line 〖粗体〗…〖/粗体〗 and 〖电头〗…〖/电头〗 stand around words.
A bracket that somebody typed is doubled (〖〖). The cells of a table stand apart by tabs, a line for each row. Lines
end with CR LF, as Windows programs expect; UTF-8 begins with a byte order mark, without which they take it for GBK.
"""

from articles.exports.parts import Look

END = "\r\n"


def tagged_text(parts):
    return "".join(line + END for part in parts for line in lines_of(part))


def in_utf8(parts):
    return tagged_text(parts).encode("utf-8-sig")


def in_gb18030(parts):
    """Every character has its place in GB18030; there is no byte order mark."""
    return tagged_text(parts).encode("gb18030")


def lines_of(part):
    if part.rows:
        return [f"〖{style}〗" + "\t".join(map(escaped, row)) for style, row in part.styled_rows]
    return [f"〖{part.style}〗" + "".join(map(with_look, part.words))]


def with_look(words):
    text = escaped(words.text)
    return text if words.look == Look.PLAIN else f"〖{words.look}〗{text}〖/{words.look}〗"


def escaped(text):
    return text.replace("〖", "〖〖").replace("〗", "〗〗")
