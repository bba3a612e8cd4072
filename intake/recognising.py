"""A manuscript, read; and what of it came before."""

from collections import Counter
from typing import NamedTuple

from intake.drafting.illustrating import shown_in
from intake.known import Known
from intake.manuscripts import Manuscript
from intake.models import Source, digest_of
from intake.pages.labels import heads_of
from intake.reading.result import Reading
from intake.receiving import read_text, stretches_of


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


def read_all(manuscripts, known=None):
    """known: the names that win over a guess, where they are wanted afterwards too."""
    known, before, read_ones = (known or Known()).settled(), Counter(), []
    sources = sources_of(manuscripts)
    for manuscript in manuscripts:
        source = sources.get(digest_of(manuscript.text))
        read_ones.append(read(manuscript, before[manuscript.digest], source, known))
        before[manuscript.digest] += 1
    return read_ones


def sources_of(manuscripts):
    """What came before, by the digest of its text."""
    digests = {digest_of(manuscript.text) for manuscript in manuscripts}
    found = Source.objects.filter(digest__in=digests).defer("text").prefetch_related("stories")
    return {source.digest: source for source in found}


def read(manuscript, number, source, known):
    """Names of photos that are captions are put to the editor with the other captions."""
    reading = read_text(manuscript.text, manuscript.looks, known)
    for story, shown in zip(reading.stories, shown_in(reading, manuscript.text, manuscript.pictures), strict=True):
        story.photos += [picture.photo for picture in shown if picture.photo.caption and not picture.said]
    before = {story.digest for story in source.stories.all() if story.article_id} if source else set()
    digests = [stretch.digest for stretch in stretches_of(manuscript.text, reading)]
    drafted = {number for number, digest in enumerate(digests) if digest in before}
    return ManuscriptRead(manuscript, reading, source, digests, drafted, number)
