"""Pages of a newspaper, one for each habit of its designers."""

from tests.intake.documents.newspaper import BOTTOM, GUTTER, LEFT, RIGHT, TOP, Newspaper

HEAD = [("第02版：工会", 16), ("2023年3月2日 星期四", 9), ("责任编辑：叶生 版式：何青", 9)]


def block(page, left, right, top, bottom, *, kicker="", subheadline="", size=28, headline=None, paragraphs=None):
    """A story in a rectangle of columns under its headline."""
    story = page.begin()
    headline = headline or page.writer.words(6, max(6, min(16, int((page.far(right) - page.x(left)) / size))))
    while size > 12 and len(headline) * size > page.far(right) - page.x(left):
        size -= 1
    y = top
    if kicker:
        y = page.head(story, kicker, page.x(left), y, 14, part="kicker") + 7
    y = page.head(story, headline, page.x(left), y, size) + 7
    if subheadline:
        y = page.head(story, subheadline, page.x(left), y, 13, part="subheadline") + 6
    page.fill(story, [(page.x(place), y, bottom) for place in range(left, right)], paragraphs=paragraphs)
    return story


def torn(page, left, right, top, bottom):
    """Rectangles of columns and heights, parted again and again."""
    chance, width, height = page.writer.chance, right - left, bottom - top
    if width > 2 and (width > 4 or chance.random() < 0.6):
        middle = chance.randint(left + 1, right - 1)
        return [*torn(page, left, middle, top, bottom), *torn(page, middle, right, top, bottom)]
    if height > 420 and (height > 800 or chance.random() < 0.6):
        middle = top + chance.randint(200, int(height) - 200)
        return [*torn(page, left, right, top, middle - 14), *torn(page, left, right, middle, bottom)]
    return [(left, right, top, bottom)]


def many_columns(columns, seed=1):
    page = Newspaper(seed, columns)
    page.page_head(*HEAD)
    for where in torn(page, 0, columns, TOP, BOTTOM):
        parts = {"kicker": page.writer.words(8), "subheadline": page.writer.words(9)}
        wanted = page.writer.chance.choice([[], ["kicker"], ["subheadline"], ["kicker", "subheadline"]])
        block(page, *where, **{part: parts[part] for part in wanted})
    return page


def banner(seed=2):
    """A headline over all columns, two stories below."""
    page = Newspaper(seed, 6)
    page.page_head(*HEAD)
    block(page, 0, 6, TOP, 700, size=54, headline=page.writer.words(14), subheadline=page.writer.words(20))
    block(page, 0, 3, 720, BOTTOM)
    block(page, 3, 6, 720, BOTTOM)
    return page


def bent(seed=3):
    """A headline over two of five columns; its text goes on in an L under the story beside it."""
    page = Newspaper(seed, 5)
    page.page_head(*HEAD)
    long = page.begin()
    y = page.head(long, page.writer.words(10), page.x(0), TOP, 34) + 8
    page.fill(long, [*((page.x(c), y, 900) for c in (0, 1)), *((page.x(c), 520, 900) for c in (2, 3, 4))])
    block(page, 2, 5, TOP, 500)
    block(page, 0, 5, 925, BOTTOM)
    return page


def boxed(seed=4):
    """A story in a frame inside another one, and one under a rule."""
    page = Newspaper(seed, 5)
    page.page_head(*HEAD)
    outer = page.begin()
    y = page.head(outer, page.writer.words(14), page.x(0), TOP, 40) + 8
    page.fill(outer, [(page.x(0), y, 760), *((page.x(c), y, 300) for c in (1, 2, 3)), (page.x(4), y, 760)])
    page.sheet.frame(page.x(1) - 2, 315, page.far(4) + 2, 760)
    inner = page.begin()
    headline = page.writer.words(9)
    y = page.head(inner, headline, page.x(1) + 10, 330, 24) + 6
    width = (page.far(4) - page.x(1) - 20 - 2 * GUTTER) / 3
    page.fill(inner, [(page.x(1) + 10 + c * (width + GUTTER), y, 745) for c in range(3)], width=width)
    page.sheet.rule(LEFT, 775, RIGHT, 775)
    block(page, 0, 3, 790, BOTTOM)
    block(page, 3, 5, 790, BOTTOM)
    return page


def three_part_heads(seed=5):
    page = Newspaper(seed, 6)
    page.page_head(*HEAD)
    for left, right, top, bottom in [(0, 4, TOP, 780), (4, 6, TOP, 780), (0, 2, 800, BOTTOM), (2, 6, 800, BOTTOM)]:
        block(page, left, right, top, bottom, kicker=page.writer.words(10), subheadline=page.writer.words(12))
    return page


def upright(seed=6):
    """竖排: headlines from top to bottom beside their texts, one of them with two lines."""
    page = Newspaper(seed, 6)
    page.page_head(*HEAD)
    for left, right, top, bottom in [(0, 3, TOP, 560), (3, 6, TOP, 560)]:
        story = page.begin()
        page.upright(story, page.writer.words(8), page.far(left + 1) - 40, top, 34)
        page.fill(story, [(page.x(place), top, bottom) for place in range(left + 1, right)])
    story = page.begin()
    page.upright(story, page.writer.words(9), page.far(6) - 32, 590, 30)
    page.upright(story, page.writer.words(11), page.far(6) - 70, 590, 18, part="subheadline")
    page.fill(story, [(page.x(place), 590, 1000) for place in range(5)])
    block(page, 0, 6, 1030, BOTTOM)
    return page


def photo_inside(seed=7):
    """A photo with its caption in a column, and one across the gutter, text around it."""
    page = Newspaper(seed, 5)
    page.page_head(*HEAD)
    first = page.begin()
    y = page.head(first, page.writer.words(10), page.x(0), TOP, 34) + 8
    page.photo(first, page.x(1), 300, page.far(2), 430)
    page.caption(first, f"{page.writer.words(14)}。通讯员马敏 摄", page.x(1), 436, page.measure)
    page.fill(first, [(page.x(0), y, 700), (page.x(1), y, 290), (page.x(1), 475, 700), (page.x(2), y, 700)])
    block(page, 3, 5, TOP, 700)
    second = page.begin()
    y = page.head(second, page.writer.words(16), page.x(0), 730, 34) + 8
    page.photo(second, page.x(1), 900, page.far(3), 1150)
    page.caption(second, f"图为{page.writer.words(16)}。记者林岚 摄", page.x(1), 1156, page.far(3) - page.x(1))
    slots = [(page.x(0), y, BOTTOM)]
    for column in (1, 2):
        slots += [(page.x(column), y, 890), (page.x(column), 1185, BOTTOM)]
    page.fill(second, [*slots, (page.x(3), y, BOTTOM), (page.x(4), y, BOTTOM)])
    return page


def photo_news(seed=8):
    """图片新闻: a photo with a long caption and no headline, between two stories."""
    page = Newspaper(seed, 6)
    page.page_head(*HEAD)
    block(page, 0, 3, TOP, 800)
    news = page.begin()
    page.photo(news, page.x(3), TOP, page.far(6), 420)
    text = f"近日，{page.writer.words(20)}，{page.writer.words(24)}。图为{page.writer.words(12)}。通讯员马敏 摄"
    page.caption(news, text, page.x(3), 428, page.far(6) - page.x(3), size=9)
    block(page, 3, 6, 480, 800)
    block(page, 0, 6, 825, BOTTOM)
    return page


def jumps(seed=9):
    """转版: stories that go on elsewhere, and one that came from there."""
    page = Newspaper(seed, 5)
    page.page_head(*HEAD)
    first = block(page, 0, 3, TOP, 780)
    page.sheet.line("（下转第4版）", page.far(3) - 70, 795, 9)
    first.texts.append("（下转第4版）")
    block(page, 3, 5, TOP, 780)
    block(page, 0, 5, 820, BOTTOM, paragraphs=["（上接第1版）" + page.writer.paragraph()])
    return page


def advertised(seed=10):
    """An advertisement and a foot line below the stories."""
    page = Newspaper(seed, 6)
    page.page_head(*HEAD)
    block(page, 0, 4, TOP, 1100)
    block(page, 4, 6, TOP, 1100)
    page.sheet.frame(LEFT, 1120, RIGHT, 1500)
    advertisement = page.begin()
    page.photo(advertisement, LEFT + 20, 1140, LEFT + 420, 1480)
    page.head(advertisement, "江畔银行 伴您同行", LEFT + 450, 1180, 48)
    page.head(advertisement, "服务热线：0571-12345678", LEFT + 450, 1260, 22, part="subheadline")
    page.sheet.line("本报地址：江畔市建国路1号 邮编：310000 广告热线：0571-87654321 印刷：江畔印务", LEFT, 1535, 8)
    page.page_heads.append("本报地址：江畔市建国路1号 邮编：310000 广告热线：0571-87654321 印刷：江畔印务")
    return page


LAYOUTS = {
    **{f"{number} columns": lambda number=number: many_columns(number) for number in (5, 6, 7, 8)},
    **{f"{number} columns, more": lambda number=number: many_columns(number, 40 + number) for number in (5, 6, 7, 8)},
    "banner": banner,
    "bent": bent,
    "boxed": boxed,
    "three-part heads": three_part_heads,
    "upright": upright,
    "photo inside": photo_inside,
    "photo news": photo_news,
    "jumps": jumps,
    "advertised": advertised,
}
