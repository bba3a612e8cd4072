"""What was read becomes drafts: articles with their bylines, regions, column, doubts and place on the page."""

import re

from django.db import transaction
from django.db.models import Max

from articles.history.acts import Why
from articles.models import Article, ArticleRegion, Column, Doubt, Placement
from bylines.printing import print_photo_credit
from desk.models import AuditEntry
from intake.drafting.about import about_of
from intake.drafting.checked import founds_column
from intake.drafting.crediting import credit
from intake.drafting.enclosures import illustrate
from intake.drafting.entering import entering_of
from intake.drafting.shortening import fitted, sentences_of
from intake.messages import COLUMN_UNKNOWN, message_of
from intake.reading import doubts
from intake.reading import result as read
from regions.models import Region

LONGEST_MESSAGE = Doubt._meta.get_field("message").max_length
BRACKETS = "【】[]《》〔〕■●◆▲★☆◎ "
LONGEST_COLUMN = Column._meta.get_field("name").max_length or 0
BETWEEN_RUBRICS = re.compile(r"\n|(?<=[】〕》\]])\s*(?=[【《〔\[])")
WORDS_OF_A_HEADLINE = 20
# What wording.markup reads as a mark: at a line's beginning, a figure, bold, a link.
MARKS = re.compile(r"(?m)^[\s\u200b\ufeff]*(?:##\s|>\s|\|)|\[(?=图\d)|\*\*|\](?=\()")
FULL_WIDTH = {ord(mark): ord(mark) + 0xFEE0 for mark in "#>|[]*"}


@transaction.atomic
def make_drafts(stories, *, page=None, shown=None, **said):
    """
    One draft for each story, in order, behind those on the page where one is given. Returns the articles.

    shown: of each story its pictures; said: as make_draft takes it.
    """
    stories = list(stories)
    pictures = shown or [()] * len(stories)
    articles = [make_draft(story, shown=own, **said) for story, own in zip(stories, pictures, strict=True)]
    file_regions(articles, stories)
    if page:
        stand_behind_others(page, articles)
    note_enclosed(articles, said.get("enclosed"))
    for article in articles:
        article.keep_version(by=said.get("by"), why=Why.TAKEN_IN)
    return articles


def stand_behind_others(page, articles):
    last = page.placements.aggregate(last=Max("order"))["last"] or 0
    Placement.objects.bulk_create(
        Placement(page=page, article=article, order=order) for order, article in enumerate(articles, start=last + 1)
    )


def note_enclosed(articles, enclosed):
    """What is said of the whole file stands at its first story."""
    if articles and enclosed:
        note_sentences(articles[0], [(code.replace("_", "-"), sentence) for code, sentence in enclosed.doubts])


def make_draft(story, *, desk=None, by=None, entering=None, enclosed=None, shown=(), ai_use=""):
    """entering: what may be added to the lists of the paper; else what `by` may. enclosed: what came with the text.
    ai_use: as whoever handed it in declared."""
    may = entering or entering_of(by)
    parts, cut = fitted(parts_of(story))
    article = Article.objects.create(
        **parts,
        body="\n".join(filter(None, [*map(in_one_line, cut.values()), body_of(story)])),
        editors_note=story.editors_note,
        column=column_of(story, may.columns and founds_column(story)),
        desk=desk,
        created_by=by,
        ai_use=ai_use,
    )
    note_sentences(article, sentences_of(cut))
    hung, of_photos = illustrate(article, story, shown, enclosed, by=by, may_enter=may.names)
    of_names = dict.fromkeys([*of_photos, *credit(article, story, hung, may_enter=may.names)])
    of_columns = of_what_is_no_column(story, article.column)
    note_doubts(article, [*story.doubts, *of_names, *of_columns, *of_what_has_no_field(story, hung)])
    AuditEntry.note(verb="intake", record=article, by=by, words=article.headline)
    return article


def parts_of(story):
    """What stands above the body, whose fields have their limits."""
    parts = {name: getattr(story, name) for name in ("kicker", "subheadline", "dateline")}
    return {**parts, "headline": story.headline or beginning_of(story), "source": source_of(story)}


def in_one_line(words):
    return unmarked(" ".join(words.split()))


def body_of(story):
    """The light markup of a body: a line is a paragraph, ## opens a subhead. Only an editor writes other marks."""
    return "\n".join(map(line_of, story.body))


def line_of(piece):
    if piece.kind == "markup":
        return piece.text
    return f"## {unmarked(piece.text)}" if piece.kind == "subhead" else unmarked(piece.text)


def unmarked(text):
    """Signs that would be marks in a body stand full width, as print sets them: no word of a source is a command."""
    return MARKS.sub(lambda found: found[0].translate(FULL_WIDTH), text)


def beginning_of(story):
    """A story always has a headline; where none was found, its first words stand in until an editor writes one."""
    return next((text[:WORDS_OF_A_HEADLINE] for text in story.paragraphs), "") or "……"


def source_of(story):
    """Of a reprint: what its 来源 line says, or the agency in its dateline."""
    agencies = [credit.name for credit in story.credits if credit.role == "agency"]
    return story.source or "、".join(agencies)


def rubrics(text):
    """The names in 【一线故事】【职工风采】, each on its line or in its brackets, without their ornaments."""
    return list(filter(None, (name.strip(BRACKETS) for name in BETWEEN_RUBRICS.split(text))))


def column_of(story, may_found):
    """The first rubric's column. A new one is founded only by someone who may."""
    name = next(iter(rubrics(story.column)), "")
    if not re.search(r"[^\W_]", name) or len(name) > LONGEST_COLUMN:
        return None
    if may_found:
        return Column.objects.get_or_create(name=name)[0]
    return Column.objects.filter(name=name).first()


def of_what_is_no_column(story, column):
    names = rubrics(story.column)
    yield from (read.Doubt(COLUMN_UNKNOWN, name) for name in (names[1:] if column else names))


def file_regions(articles, stories):
    """Those of them that the register of regions has."""
    codes = {region.code for story in stories for region in story.regions}
    known = dict(Region.objects.filter(code__in=codes).values_list("code", "pk"))
    ArticleRegion.objects.bulk_create(
        ArticleRegion(article=article, region_id=known[region.code], order=order)
        for article, story in zip(articles, stories, strict=True)
        for order, region in enumerate(region for region in story.regions if region.code in known)
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
    note_sentences(article, [(doubt.code, message_of(doubt), about_of(doubt)) for doubt in found])


def note_sentences(article, sentences):
    """sentences: code and message, and where it is known what they are about."""
    Doubt.objects.bulk_create(
        Doubt(article=article, code=code, message=message[:LONGEST_MESSAGE], about=about[0] if about else {})
        for code, message, *about in sentences
    )
