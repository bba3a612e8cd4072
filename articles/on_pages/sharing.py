"""What a reader takes along of a page."""

from django.utils.html import escape, format_html

from articles.machines.moments import with_zone
from articles.on_pages.printing import printed_date

QUOTATION = (
    '<blockquote cite="{address}"><p><a href="{address}">{headline}</a></p>'
    '<footer>{mark}{paper} <time datetime="{day}">{date}</time></footer></blockquote>'
)


def quotation(article, paper, address):
    """HTML to be read as text: for other sites, with no script of ours and nothing that asks us who reads there."""
    moment = article.published_at
    words = {"headline": article.headline, "paper": paper.name, "date": printed_date(moment)}
    mark = f"{article.ai_mark} " if article.ai_use else ""
    html = format_html(QUOTATION, address=address, day=with_zone(moment)[:10], mark=mark, **words)
    return escape(str(html))
