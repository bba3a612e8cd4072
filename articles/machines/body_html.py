"""A story's text as HTML that stands by itself: in feeds and for other newsrooms."""

from django.utils.html import format_html, format_html_join

from wording.markup import blocks


def html_of(article, said):
    """Without pictures, which have times of their own: a reader of feeds keeps them for good."""
    mark = [format_html("<p>（{}）</p>", article.ai_mark)] if article.ai_use else []
    note = [format_html("<p>编者按：{}</p>", article.editors_note)] if article.editors_note else []
    body = [html for block in blocks(article.body) if (html := html_of_block(block))]
    return "".join([*mark, *note, *body, *(format_html("<p><strong>{}</strong></p>", words) for words in said)])


def html_of_block(block):
    if block.kind == "table":
        rows = ([block.head_html] if block.head else []) + block.rows_html
        cells = (format_html_join("", "<td>{}</td>", ((cell,) for cell in row)) for row in rows)
        return format_html("<table>{}</table>", format_html_join("", "<tr>{}</tr>", ((row,) for row in cells)))
    shape = {"paragraph": "<p>{}</p>", "subhead": "<h2>{}</h2>", "quote": "<blockquote>{}</blockquote>"}
    return format_html(shape[block.kind], block.html) if block.kind in shape else ""
