"""A manuscript, read; and what of it came before."""

from collections import Counter
from typing import NamedTuple

from intake.drafting.illustrating import shown_in
from intake.manuscripts import Manuscript
from intake.models import Source
from intake.pages.labels import heads_of
from intake.reading.result import Reading
from intake.receiving import drafted_of, read_text, stretches_of


class ManuscriptRead(NamedTuple):
    """source: the one that it came as before; drafted: the numbers of the stories that became drafts then; number: of
    the manuscript in its file."""

    manuscript: Manuscript
    reading: Reading
    source: Source | None
    digests: list[str]
    drafted: set[int]
    number: int = 0

    @property
    def stories(self):
        return self.reading.stories

    @property
    def is_new(self):
        return len(self.drafted) < len(self.stories)

    @property
    def key(self):
        """Names it in forms, whatever else lies on the desk."""
        return f"{self.manuscript.digest[:12] or 'text'}-{self.number}"

    @property
    def heads(self):
        return heads_of(self.manuscript, self.reading.page_heads)

    @property
    def pictures(self):
        """Of each story."""
        return shown_in(self.reading, self.manuscript.text, self.manuscript.pictures)


def read_all(manuscripts):
    before, read_ones = Counter(), []
    for manuscript in manuscripts:
        read_ones.append(read(manuscript, before[manuscript.digest]))
        before[manuscript.digest] += 1
    return read_ones


def read(manuscript, number=0):
    """Names of photos that are captions are put to the editor with the other captions."""
    reading = read_text(manuscript.text, manuscript.looks)
    for story, shown in zip(reading.stories, shown_in(reading, manuscript.text, manuscript.pictures), strict=True):
        story.photos += [picture.photo for picture in shown if picture.photo.caption and not picture.said]
    source = Source.objects.with_text(manuscript.text).first()
    before = drafted_of(source) if source else set()
    digests = [stretch.digest for stretch in stretches_of(manuscript.text, reading)]
    drafted = {number for number, digest in enumerate(digests) if digest in before}
    return ManuscriptRead(manuscript, reading, source, digests, drafted, number)
