"""Words that were searched for, marked where they stand."""

from django.utils.html import format_html, format_html_join

from wording.markup import plain_text
from wording.snippets import marked, snippet

MARK = "<mark>{}</mark>"


def marked_words(text, terms):
    return in_html(marked(text, terms))


def words_around(story, terms):
    """What stands around the words where they first stand below the headline; nothing where they stand elsewhere."""
    return in_html(next(filter(None, (snippet(text, terms) for text in texts_of(story))), []))


def marked_units(story, terms):
    """Whose unit says the words: it is printed nowhere in a list, and one would wonder why the story was found."""
    named = (marked(f"{byline.name}（{byline.unit}）", terms) for byline in story.loaded_bylines if byline.unit)
    return [in_html(pieces) for pieces in named if any(is_hit for _text, is_hit in pieces)]


def texts_of(story):
    yield plain_text(story.body)
    yield from (story.subheadline, story.summary, story.editors_note)
    yield from (shown.printed_caption for shown in story.loaded_illustrations)


def in_html(pieces):
    """Text is escaped here, piece by piece: nothing that somebody typed comes out as markup."""
    return format_html_join("", "{}", ((format_html(MARK, text) if is_hit else text,) for text, is_hit in pieces))
