"""One walk over a story as it prints: its parts in order, which every format then writes in its own way."""

from django.utils import timezone

from articles.corrections import places
from articles.exports.naming import original_name
from articles.exports.parts import Look, Part, Picture, Style, Words, line, marked, plain, printable
from articles.layout import laid_out
from articles.state import State, state_of
from bylines.printing import print_byline, print_photo_credit

AI = "AI生成"
# What may stand on a page without a word about its stage.
SIGNED = {State.READY, State.SCHEDULED, State.PUBLISHED}


def page_parts(page, stories, hidden, paper):
    """A page's stories in the order of their placements, each headed by what and how long it is."""
    yield from line(Style.PAGE, page_head(page, stories, hidden))
    for number, story in enumerate(stories, start=1):
        yield from line(Style.ITEM, f"{number}. {story_head(story, page)}")
        yield from story_parts(story, paper)


def single_parts(story, paper):
    """A story by itself, headed by where it stands."""
    where = f"{dated(story.page)} " if story.page else ""
    yield from line(Style.ITEM, where + story_head(story, story.page))
    yield from story_parts(story, paper)
    if story.page:
        yield from editor_of(story.page)


def page_head(page, stories, hidden):
    length = sum(story.article.length for story in stories)
    told = [dated(page), f"共{len(stories)}篇{length}字", f"另有{hidden}篇未列" if hidden else ""]
    return "　".join([*filter(None, told), *[part.text for part in editor_of(page)]])


def dated(page):
    day = page.issue.date
    edition = page.issue.edition_name if page.issue.edition else ""
    return f"{day.year}年{day.month}月{day.day}日{edition} {page.title}"


def editor_of(page):
    return line(Style.EDITOR, f"责任编辑：{page.duty_editor}") if page.duty_editor else []


def story_head(story, page):
    article, placement = story.article, story.placement_on(page)
    facts = [f"{article.length}字", f"图{len(story.figures)}张" if story.figures else ""]
    if state_of(article) not in SIGNED:
        facts.append("尚未签发")
    if placement and placement.continued_from:
        facts.append(f"上接第{placement.continued_from.page.label}版")
    if placement and (onward := getattr(placement, "continued_to", None)):
        facts.append(f"下转第{onward.page.label}版")
    return f"{article.headline}（{'，'.join(filter(None, facts))}）"


def story_parts(story, paper):
    article = story.article
    yield from line(Style.COLUMN, article.column.name if article.column else "")
    yield from line(Style.KICKER, article.kicker)
    yield from line(Style.HEADLINE, article.headline)
    yield from line(Style.SUBHEADLINE, article.subheadline)
    pieces = laid_out(article.body, [figure.illustration.number for figure in story.figures])
    names = print_byline(story.credits, article.dateline, paper.spaced_names)
    opening = next((piece for piece in pieces if piece.kind == "paragraph"), None) if article.dateline else None
    if not opening:
        yield from line(Style.BYLINE, " ".join(filter(None, [article.dateline, names])))
    yield from line(Style.NOTE, f"编者按：{article.editors_note}" if article.editors_note else "")
    figures = {figure.illustration.number: figure for figure in story.figures}
    for piece in pieces:
        if piece.kind == "figure":
            yield from figure_parts(figures[piece.number], paper)
        elif piece.kind != "story":  # a card is for the web
            yield piece_part(piece, " ".join([article.dateline, names]).strip() if piece is opening else "")
    yield from foot_parts(story)


def piece_part(block, before=""):
    if block.kind == "table":
        rows = tuple(tuple(map(plain, row)) for row in (block.head, *block.rows) if row)
        return Part(Style.TABLE, rows=rows, has_head=bool(block.head))
    style = {"subhead": Style.SUBHEAD, "quote": Style.QUOTE}.get(block.kind, Style.PARAGRAPH)
    lead = (Words(printable(before), Look.DATELINE), Words(" ")) if before else ()
    return Part(style, (*lead, *marked(block.text)))


def figure_parts(figure, paper):
    """The mark where the picture stands, its caption with who took it, and which file it is."""
    shown, photo = figure.illustration, figure.illustration.photo
    why = photo.why_closed()
    name = original_name(photo)
    may_be_shown = why != "expired"
    picture = Picture(shown.number, photo, printable(shown.printed_alt), name, may_be_shown)
    yield Part(Style.FIGURE, (Words(picture.mark),), picture=picture)
    credit = print_photo_credit(figure.credits, paper.spaced_names)
    yield from line(Style.CAPTION, " ".join(filter(None, [shown.printed_caption.strip(), credit, ai_mark(photo)])))
    size = f"（{photo.width}×{photo.height}）" if photo.width else ""
    yield from line(Style.FILE, f"{picture.mark}{name}{size}{closed_mark(photo, why)}")


def ai_mark(photo):
    return f"（{AI}）" if photo.is_ai_made else ""


def closed_mark(photo, why):
    if why == "embargo":
        return f"【限发：{timezone.localtime(photo.embargo_until):%Y-%m-%d %H:%M}以后】"
    return "【授权已到期，不得使用】" if why == "expired" else ""


def foot_parts(story):
    article = story.article
    origin = [
        f"来源：{article.source}" if article.source else "",
        f"原题：{article.original_title}" if article.original_title else "",
        f"原作者：{article.original_author}" if article.original_author else "",
    ]
    yield from line(Style.SOURCE, "　".join(filter(None, origin)))
    yield from line(Style.SOURCE, article.ai_mark)
    for correction in story.corrections:
        yield from line(Style.CORRECTION, f"更正：误：{correction.wrong}\n正：{correction.right}")
        yield from line(Style.CORRECTION, "；".join(places(correction)))
