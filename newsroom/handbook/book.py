"""The chapters of docs/handbook in the order of its index, read once and kept as long as the process lives."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from newsroom.handbook.reading import Text, read

FOLDER = settings.BASE_DIR / "docs" / "handbook"


@dataclass(frozen=True)
class Chapter:
    slug: str
    text: Text

    @property
    def title(self):
        return self.text.title


@dataclass(frozen=True)
class Picture:
    content: bytes
    digest: str


@dataclass(frozen=True)
class Book:
    cover: Text
    chapters: dict[str, Chapter]
    pictures: dict[str, Picture]

    def neighbours(self, slug):
        """The chapters before and after, each a Chapter or None."""
        order = list(self.chapters)
        at = order.index(slug)
        beside = [order[at - 1] if at else None, order[at + 1] if at + 1 < len(order) else None]
        return [self.chapters[name] if name else None for name in beside]


@cache
def the_book(folder: Path = FOLDER) -> Book | None:
    """None where the newsroom was deployed without its docs."""
    index = folder / "index.md"
    if not index.is_file():
        return None
    pictures = {path.name: _picture(path) for path in sorted((folder / "pictures").glob("*.webp"))}
    cover = read(index.read_text(encoding="utf-8"), pictures)
    texts = {slug: (folder / f"{slug}.md").read_text(encoding="utf-8") for slug in cover.chapters}
    return Book(cover, {slug: Chapter(slug, read(text, pictures)) for slug, text in texts.items()}, pictures)


def _picture(path):
    content = path.read_bytes()
    return Picture(content, sha256(content).hexdigest()[:12])
