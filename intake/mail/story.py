"""Which story a mail brings: its first document that is one, or else its text; with the photos that came along."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from intake.documents.apart import read_apart
from intake.documents.kinds import kind_of
from intake.documents.opening import words_of_name
from intake.documents.refusal import DocumentRefused
from intake.documents.result import Drop, Picture
from intake.manuscripts import Manuscript, digest_of_file, manuscripts_of, pages_without_text, plain, with_pictures
from intake.messages import refusal_of
from intake.reading.result import Reading
from intake.receiving import read_text
from wording.length import length

SHORTEST_MAIL = 60  # characters; fewer are a word of greeting or a question
MOST_LOST = 0.02  # characters that no charset could read
SCRAP = 100  # a document shorter than this is taken for the story only where there is nothing longer
MOST_DOCUMENTS = 20
OUTLOOK = b"\x78\x9f\x3e\x22"  # how a winmail.dat begins


@dataclass(frozen=True)
class Story:
    """others: what further stories and documents the mail holds, by their names. refused: sentences."""

    manuscript: Manuscript
    reading: Reading
    others: tuple[str, ...] = ()

    @property
    def first(self):
        return self.reading.stories[0]


@dataclass
class Unpacked:
    manuscripts: list
    pictures: list
    refused: list


def unpacked(mail):
    """The documents and photos of a mail; those in its zips too."""
    found = Unpacked([], [], [])
    for file in mail.files:
        if file.kind == "photo":
            found.pictures.append(picture_of(file))
        elif file.kind != "small" and not file.is_by_the_program:
            take(file, found)
    return found


def picture_of(file):
    return Picture(file.content, file.name, near=words_of_name(file.name))


def take(file, found):
    if file.content.startswith(OUTLOOK):
        found.refused.append(_("“%s” is Outlook's own packing. Ask for the files as ordinary attachments.") % file.name)
        return
    try:
        drop, manuscripts = read(file)
    except DocumentRefused as refused:
        found.refused.append(refusal_of(refused, file.name))
        return
    lost = [page for document in drop.documents for page in pages_without_text(document)]
    found.manuscripts += manuscripts
    found.pictures += drop.pictures
    found.refused += [refusal_of(part, part.name) for part in (*drop.not_read, *lost)]


def read(file):
    if file.kind == "other" and kind_of(file.content) is None:
        raise DocumentRefused("unknown")
    if kind_of(file.content) is None:
        return Drop(), [plain(file.name, file.content)]
    drop = read_apart(file.name, file.content)
    return drop, [one for document in drop.documents for one in manuscripts_of(document, file.name, file.content)]


def story_of(mail, found):
    """Story, or None."""
    for chosen in candidates(mail, found)[:MOST_DOCUMENTS]:
        [manuscript] = with_pictures([chosen], found.pictures)
        reading = read_text(manuscript.text, manuscript.looks)
        if reading.stories:
            rest = [one.name for one in found.manuscripts if one is not chosen]
            others = [*(story.headline or manuscript.name for story in reading.stories[1:]), *rest]
            return Story(for_first(manuscript, reading, others), reading, tuple(others))
    return None


def candidates(mail, found):
    """The documents as they came, the text of the mail, and scraps."""
    scraps = [one for one in found.manuscripts if length(one.text) < SCRAP]
    documents = [one for one in found.manuscripts if one not in scraps]
    return [*documents, *text_as_manuscript(mail), *scraps]


def text_as_manuscript(mail):
    if length(mail.text) < SHORTEST_MAIL or mail.text.count("\ufffd") > len(mail.text) * MOST_LOST:
        return []
    digest = digest_of_file(mail.text.encode())
    return [Manuscript(mail.subject, mail.text, digest=digest)]


def for_first(manuscript, reading, others):
    """
    Loose photos whose names say nothing go with the story that is drafted. And a file of which more is to be drafted is
    not known by its bytes as one that is done.
    """
    if len(reading.stories) > 1:
        start = next(span.start for span in reading.spans if span.story == 0)
        pictures = [replace(one, position=start) if one.loose else one for one in manuscript.pictures]
        manuscript = replace(manuscript, pictures=tuple(pictures))
    return replace(manuscript, digest="") if others else manuscript
