"""Reading a page of text: the whole way from the decoded source to stories with their spans."""

from intake.reading import doubts
from intake.reading.assembly import Assembly
from intake.reading.blocks import PAGE_HEAD, block_of
from intake.reading.lines import paragraphs
from intake.reading.looks import Looks
from intake.reading.mending import mended
from intake.reading.preparing import prepared, with_dialogue, with_notes
from intake.reading.result import Doubt, Reading, RegionRead
from intake.reading.spans import spans_of
from intake.reading.stories import stories_of
from intake.reading.strands import Page
from wording.typography import normalise


def read_page(text, gazetteer=None, known_names=(), known_columns=(), looks=()):
    """Stories and spans out of one page of decoded text.

    gazetteer finds places (regions.places.Gazetteer); names of the register and of running columns win over a guess.
    looks: how a page of a PDF is laid out, and what is set off in Word (intake.reading.looks.Look).
    """
    known, page = frozenset(known_names), Page(text)
    laid_out = Looks(looks)
    single = (
        block_of(strand, known, frozenset(known_columns)) for strand in paragraphs(page, wrapped=not laid_out.is_page)
    )
    if laid_out:
        single = (laid_out.seen(block, known) for block in single)
    blocks = with_notes(mended(single, known)) if laid_out.is_page else prepared(mended(with_dialogue(single), known))
    heads = [block.strand for block in blocks if block.kind == PAGE_HEAD]
    rest = [block for block in blocks if block.kind != PAGE_HEAD]
    of_stories = list(laid_out.stories(rest, known)) if laid_out else stories_of(rest, known)
    several, is_print = (
        len(of_stories) > 1,
        any(doubt.code == doubts.JOINED for block in rest for doubt in block.doubts),
    )
    assemblies = [Assembly(story, known, from_page=several, from_print=is_print) for story in of_stories]
    stories = [assembly.build() for assembly in assemblies]
    spans = spans_of(page, [assembly.marks for assembly in assemblies], heads)
    if gazetteer:
        for story in stories:
            story.regions = places_of(story, gazetteer)
    unread = [normalise(text[span.start : span.end]) for span in spans if span.kind == "unread"]
    for story in stories[:1]:
        story.doubts += [Doubt(doubts.UNREAD, words) for words in unread]
    return Reading(stories, spans, [normalise(head.raw) for head in heads], unread)


def places_of(story, gazetteer):
    body = "\n".join(piece.text for piece in story.body)
    codes = gazetteer.resolve(story.dateline, [story.headline, story.kicker, story.subheadline], body)
    return [RegionRead(code, gazetteer.rows[code].name) for code in codes]
