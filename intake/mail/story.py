"""Which story a mail brings: its first document that is one, or else its text; with the photos that came along."""

import re
import time
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from intake.apart import READING_SECONDS, read_apart
from intake.documents.kinds import kind_of
from intake.documents.opening import words_of_name
from intake.documents.refusal import DocumentRefused
from intake.documents.result import Drop, Picture
from intake.manuscripts import Manuscript, digest_of_file, manuscripts_of, pages_without_text, plain, with_pictures
from intake.messages import refusal_of
from intake.reading.result import Reading
from intake.receiving import read_text
from media.imaging.filenames import is_visible
from wording.length import length

SHORTEST_MAIL = 60  # characters; fewer are a word of greeting or a question
PLAIN_STORY = 200  # characters; what is shorter needs a dateline, a byline or a headline
# What stands on a line of its own above and below the words of a mail, and looks like a headline there.
GREETING = re.compile(r"[您你]好|尊敬的|老师|各位|(?:编辑|主任|同志)们?[:：]|此致|敬礼|祝好|谢谢|附件|查收|审阅|审核")
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


def unpacked(mail, stop):
    """The documents and photos of a mail; those in its zips too. stop: the time.monotonic() when enough was read."""
    found, documents = Unpacked([], [], []), []
    for file in mail.files:
        if file.kind == "photo":
            found.pictures.append(picture_of(file))
        elif file.kind != "small" and not file.is_by_the_program:
            documents.append(file)
    if left_out := documents[MOST_DOCUMENTS:]:
        found.refused.append(_("%d further files of the mail were not read.") % len(left_out))
    for file in documents[:MOST_DOCUMENTS]:
        take(file, found, stop)
    return found


def picture_of(file):
    return Picture(file.content, file.name, near=file.caption or words_of_name(file.name))


def take(file, found, stop):
    if file.content.startswith(OUTLOOK):
        found.refused.append(_("“%s” is Outlook's own packing. Ask for the files as ordinary attachments.") % file.name)
        return
    if stop - time.monotonic() < 1:
        found.refused.append(_("“%s” was not read: the mail took too long before it.") % file.name)
        return
    try:
        drop, manuscripts = read(file, stop)
    except DocumentRefused as refused:
        found.refused.append(refusal_of(refused, file.name))
        return
    lost = [page for document in drop.documents for page in pages_without_text(document)]
    found.manuscripts += manuscripts
    found.pictures += drop.pictures
    found.refused += [refusal_of(part, printed(part.name)) for part in (*drop.not_read, *lost)]


def read(file, stop):
    if file.kind == "other" and kind_of(file.content) is None:
        raise DocumentRefused("unknown")
    if kind_of(file.content) is None:
        return Drop(), [plain(file.name, file.content)]
    seconds = max(1, int(stop - time.monotonic()))
    drop = read_apart(file.name, file.content, min(seconds, READING_SECONDS))
    return drop, [one for document in drop.documents for one in manuscripts_of(document, file.name, file.content)]


def printed(name):
    """A path in a zip, without what turns text around or is not seen."""
    return "".join(sign if is_visible(sign) else " " for sign in name)


def story_of(mail, found, stop):
    """Story, or None."""
    own = text_as_manuscript(mail)
    for chosen in candidates(own, found)[:MOST_DOCUMENTS]:
        if time.monotonic() > stop:
            break
        [manuscript] = with_pictures([chosen], found.pictures)
        reading = read_text(manuscript.text, manuscript.looks)
        if reading.stories and (chosen not in own or looks_like_one(reading.stories[0], manuscript)):
            rest = [printed(one.name) for one in found.manuscripts if one is not chosen]
            others = [*(story.headline or manuscript.name for story in reading.stories[1:]), *rest]
            return Story(for_first(manuscript, reading, others), reading, tuple(others))
    return None


def looks_like_one(story, manuscript):
    """Words of greeting and of explanation are no story, however politely they go on."""
    headline = "" if GREETING.search(story.headline) else story.headline
    return bool(headline or story.dateline or story.credits) or length(manuscript.text) >= PLAIN_STORY


def candidates(own, found):
    """The documents as they came, the text of the mail, and scraps."""
    scraps = [one for one in found.manuscripts if length(one.text) < SCRAP]
    documents = [one for one in found.manuscripts if one not in scraps]
    return [*documents, *own, *scraps]


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
