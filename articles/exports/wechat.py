"""
A story as the editor of 微信公众号 takes it from the clipboard: HTML with all its looks in style attributes, the only
ones that stay there.

Pictures are in the text itself, as data: of one JPEG each. The editor uploads pasted pictures to its own servers; from
an address it would have to fetch them, which fails for a story that is not out yet, for a newsroom inside its own
network, and everywhere else because our pictures forbid their use on other sites (Cross-Origin-Resource-Policy).
Links go: the editor strips all that lead out of WeChat. The headline has a field of its own there, and is copied by
itself unless it is asked for in the text.
"""

from base64 import b64encode

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.exports.parts import Look, Part, Style, line, printable
from articles.exports.pictures import MOST_BYTES, large_jpeg
from articles.exports.walking import editor_of, story_parts

MOST_TOGETHER = 8_000_000
ACCENT = "#b3141b"
WHOLE = "font-size:16px;line-height:1.8;color:#333;letter-spacing:.5px;text-align:justify;word-break:break-word"
QUIET = "margin:24px 0 0;font-size:14px;color:#888"
STYLES = {
    Style.COLUMN: f"margin:0 0 12px;font-size:14px;color:{ACCENT}",
    Style.KICKER: "margin:0 0 6px;font-size:16px;color:#666;text-align:center",
    Style.HEADLINE: "margin:0 0 10px;font-size:22px;line-height:1.4;font-weight:bold;color:#111;text-align:center",
    Style.SUBHEADLINE: "margin:0 0 18px;font-size:16px;color:#666;text-align:center",
    Style.BYLINE: "margin:0 0 18px;font-size:14px;color:#888;text-align:center",
    Style.NOTE: "margin:0 0 18px;padding:10px 12px;background-color:#f6f6f6;font-size:15px;color:#666",
    Style.PARAGRAPH: "margin:0 0 18px",
    Style.SUBHEAD: f"margin:28px 0 14px;font-size:17px;font-weight:bold;color:{ACCENT};text-align:center",
    Style.QUOTE: "margin:0 0 18px;padding:0 0 0 12px;border-left:3px solid #ddd;color:#666",
    Style.CAPTION: "margin:0 0 20px;font-size:13px;line-height:1.5;color:#888;text-align:center",
    Style.SOURCE: QUIET,
    Style.EDITOR: "margin:4px 0 0;font-size:14px;color:#888",
    Style.CORRECTION: f"margin:18px 0 0;padding:8px 12px;border:1px solid {ACCENT};font-size:14px",
}
LOOKS = {Look.BOLD: "font-weight:bold", Look.DATELINE: "font-weight:bold;color:#111"}
FRAME = "margin:18px 0 8px;text-align:center"
IMAGE = "display:block;max-width:100%;height:auto;margin:0 auto"
TABLE = "width:100%;margin:0 0 18px;border-collapse:collapse;font-size:14px"
CELL = "padding:6px 8px;border:1px solid #ddd;text-align:left"
HEAD_CELL = f"{CELL};font-weight:bold;background-color:#f6f6f6"


def section(story, paper, *, with_headline=False):
    """story: gathered for readers, so that no picture is in it that they may not see."""
    most = min(MOST_BYTES, MOST_TOGETHER // max(len(story.figures), 1))
    inner = "".join(html_of(part, most) for part in wechat_parts(story, paper, with_headline))
    return format_html('<section style="{}">{}</section>', WHOLE, SafeString(inner))


def wechat_parts(story, paper, with_headline):
    parts = [part for part in story_parts(story, paper) if part.style not in (Style.FILE, Style.SOURCE)]
    if not with_headline:
        parts = [part for part in parts if part.style != Style.HEADLINE]
    corrections = [part for part in parts if part.style == Style.CORRECTION]
    body = [part for part in parts if part.style != Style.CORRECTION]
    return [*body, *corrections, *credits_of(story, paper)]


def credits_of(story, paper):
    """Where it comes from and who answers for it: asked of every account that publishes news."""
    article = story.article
    source = [f"来源：{article.source or paper.name}", f"原作者：{article.original_author}"]
    yield from line(Style.SOURCE, "　".join(source[: 2 if article.original_author else 1]))
    yield from line(Style.SOURCE, article.ai_mark)
    if story.page:
        yield from editor_of(story.page)


def html_of(part: Part, most):
    if part.picture:
        return image(part.picture, most)
    if part.rows:
        return table(part)
    words = format_html_join("", "{}", ((with_look(some),) for some in part.words))
    return format_html('<p style="{}">{}</p>', STYLES[part.style], words)


def with_look(words):
    if words.look == Look.PLAIN:
        return words.text
    return format_html('<strong style="{}">{}</strong>', LOOKS[words.look], words.text)


def image(picture, most):
    content = large_jpeg(picture.photo, most)
    if not content:
        return ""
    source = f"data:image/jpeg;base64,{b64encode(content).decode()}"
    return format_html('<p style="{}"><img style="{}" src="{}" alt="{}"></p>', FRAME, IMAGE, source, picture.alt)


def table(part):
    rows = format_html_join("", "<tr>{}</tr>", ((cells(style, row),) for style, row in part.styled_rows))
    return format_html('<table style="{}"><tbody>{}</tbody></table>', TABLE, rows)


def cells(style, row):
    look = HEAD_CELL if style == Style.TABLE_HEAD else CELL
    return format_html_join("", '<td style="{}">{}</td>', ((look, cell) for cell in row))


def as_file(story, paper, *, with_headline=False):
    """The same as an HTML file, for whoever has no script or keeps it."""
    return format_html(
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>{}</title>'
        '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"></head>'
        "<body>{}</body></html>\n",
        printable(story.article.headline),
        section(story, paper, with_headline=with_headline),
    )
