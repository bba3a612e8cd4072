"""What was read becomes drafts: articles with their bylines, regions, column, doubts and place on the page."""

from django.db import transaction
from django.db.models import Max

from articles.models import Article, ArticleRegion, Column, Doubt, Illustration, Placement
from bylines.printing import print_photo_credit
from desk.models import AuditEntry
from intake.crediting import credit, credit_photo
from intake.illustrating import shown_in
from intake.messages import message_of
from intake.models import SourceStory
from intake.page_blocks import lay_out
from intake.reading import doubts
from intake.reading import result as read
from regions.models import Region

LONGEST_MESSAGE = Doubt._meta.get_field("message").max_length
BRACKETS = "【】[]《》〔〕■●◆▲★☆◎ "
WORDS_OF_A_HEADLINE = 20


@transaction.atomic
def make_drafts(reading, *, page=None, desk=None, by=None, source=None, enclosed=None):
    """One draft for each story of the reading, in order, on the page where one is given. Returns the articles."""
    shown = pictures_of(reading, enclosed)
    order = (page.placements.aggregate(last=Max("order"))["last"] or 0) if page else 0
    articles = []
    for number, story in enumerate(reading.stories, start=1):
        article = make_draft(story, desk=desk, by=by, enclosed=enclosed, shown=shown[number - 1])
        if page:
            Placement.objects.create(page=page, article=article, order=order + number)
        articles.append(article)
    if source:
        note_origin(reading, articles, source)
    if enclosed:
        finish(reading, articles, enclosed, page, shown)
    return articles


def pictures_of(reading, enclosed):
    if not enclosed:
        return [[] for _ in reading.stories]
    return shown_in(reading, enclosed.manuscript.text, enclosed.manuscript.pictures)


def finish(reading, articles, enclosed, page, shown):
    """What is said of the whole file stands at its first story; a page of a PDF is hung."""
    for article in articles[:1]:
        note_sentences(article, [(code.replace("_", "-"), sentence) for code, sentence in enclosed.doubts])
    if page and enclosed.for_page and enclosed.manuscript.sheet:
        enclosed.hang(page)
        lay_out(page, enclosed.manuscript.sheet, reading, articles, shown)


def make_draft(story, *, desk=None, by=None, enclosed=None, shown=()):
    article = Article.objects.create(
        kicker=story.kicker,
        headline=story.headline or beginning_of(story),
        subheadline=story.subheadline,
        dateline=story.dateline,
        body=body_of(story),
        editors_note=story.editors_note,
        source=source_of(story),
        column=column_of(story),
        desk=desk,
        created_by=by,
    )
    hung, shared = illustrate(article, shown, enclosed, by)
    shared += credit(article, story, hung)
    place(article, story)
    note_doubts(article, [*story.doubts, *dict.fromkeys(shared), *of_what_has_no_field(story, hung)])
    AuditEntry.note(verb="intake", record=article, by=by, words=article.headline)
    return article


def illustrate(article, shown, enclosed, by):
    """Hangs the pictures that could be developed. Returns the captions that have their photo now, and doubts."""
    hung, shared = [], []
    for order, picture in enumerate(shown):
        photo = enclosed.photo_of(picture, by=by)
        if photo:
            shared += credit_photo(photo, picture.photo.credits)
            Illustration.objects.create(article=article, photo=photo, order=order)
            hung += [picture.said] if picture.said else []
    return hung, shared


def body_of(story):
    """The light markup of a body: a line is a paragraph, ## opens a subhead."""
    return "\n".join(f"## {piece.text}" if piece.kind == "subhead" else piece.text for piece in story.body)


def beginning_of(story):
    """A story always has a headline; where none was found, its first words stand in until an editor writes one."""
    return next((text[:WORDS_OF_A_HEADLINE] for text in story.paragraphs), "") or "……"


def source_of(story):
    """Of a reprint: what its 来源 line says, or the agency in its dateline."""
    agencies = [credit.name for credit in story.credits if credit.role == "agency"]
    return story.source or "、".join(agencies)


def column_of(story):
    name = story.column.strip(BRACKETS)
    return Column.objects.get_or_create(name=name)[0] if name else None


def place(article, story):
    known = Region.objects.in_bulk([region.code for region in story.regions], field_name="code")
    found = [known[region.code] for region in story.regions if region.code in known]
    ArticleRegion.objects.bulk_create(
        ArticleRegion(article=article, region=region, order=order) for order, region in enumerate(found)
    )


def of_what_has_no_field(story, hung=()):
    """Captions wait for their photos, and a jump for its other half; until then both are said to the editor."""
    has_come = {id(photo) for photo in hung}
    for photo in story.photos:
        if id(photo) in has_come:
            continue
        if photo.caption or photo.source or not photo.credits:
            words = [photo.caption, print_photo_credit(photo.credits) if photo.credits else "", photo.source]
            yield read.Doubt(doubts.PHOTO_TO_COME, " ".join(filter(None, words)))
    yield from (read.Doubt(doubts.JUMP, jump) for jump in story.jumps)


def note_doubts(article, found):
    note_sentences(article, [(doubt.code, message_of(doubt)) for doubt in found])


def note_sentences(article, sentences):
    Doubt.objects.bulk_create(
        Doubt(article=article, code=code, message=message[:LONGEST_MESSAGE]) for code, message in sentences
    )


def note_origin(reading, articles, source):
    for number, article in enumerate(articles):
        spans = [span for span in reading.spans if span.story == number]
        start, end = (spans[0].start, spans[-1].end) if spans else (0, 0)
        SourceStory.objects.create(source=source, article=article, number=number + 1, start=start, end=end)
