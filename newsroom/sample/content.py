"""Reads the sample issue from its TOML files and checks that everything named in them exists."""

import dataclasses
import tomllib
from pathlib import Path

from newsroom.sample.drawing import DRAWINGS
from newsroom.sample.records import (
    Byline,
    Column,
    Continuation,
    Contributor,
    Correction,
    Front,
    FrontBlock,
    Illustration,
    Issue,
    Page,
    Photo,
    SampleContent,
    Story,
    Term,
)
from wording.markup import figure_numbers

FOLDER = Path(__file__).parent / "content"
PAGES = ("page-01.toml", "page-02.toml", "page-03.toml", "page-04.toml")
STATES = ("published", "draft", "submitted", "embargoed")


class SampleError(ValueError):
    """Something in the sample's files does not fit; says which file and what."""


def load_content(folder=FOLDER):
    paper = _read(folder, "paper.toml")
    numbers = paper["numbers"]
    pages = [_page(name, _read(folder, name)) for name in PAGES]
    content = SampleContent(
        paper=paper["paper"],
        contributors=tuple(_contributor(row) for row in _read(folder, "contributors.toml")["contributors"]),
        columns=_rows(folder, "columns.toml", Column),
        photos=tuple(_photo(row) for row in _read(folder, "photos.toml")["photos"]),
        earlier=Issue(-1, numbers["earlier"], _pages(folder, "earlier.toml")),
        today=Issue(0, numbers["today"], tuple(pages)),
        planned=Issue(1, numbers["planned"], _pages(folder, "planned.toml")),
        corrections=_rows(folder, "corrections.toml", Correction),
        front=_front(_read(folder, "front.toml")),
    )
    _check(content)
    return content


def _read(folder, name):
    try:
        return tomllib.loads((folder / name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SampleError(f"{name}: {error}") from error


def _rows(folder, name, kind):
    return tuple(_record(kind, row, name) for row in _read(folder, name)[name.removesuffix(".toml")])


def _record(kind, row, name):
    """The row as a record; a key too many or too few is named together with its file."""
    known = {field.name for field in dataclasses.fields(kind)}
    needed = {field.name for field in dataclasses.fields(kind) if field.default is dataclasses.MISSING}
    wrong = sorted((row.keys() - known) | (needed - row.keys()))
    if wrong:
        raise SampleError(f"{name}: {kind.__name__} {row.get('ref', '')} has unknown or missing {', '.join(wrong)}")
    return kind(**{key: tuple(value) if isinstance(value, list) else value for key, value in row.items()})


def _contributor(row):
    terms = [_record(Term, term, "contributors.toml") for term in row.get("terms", [])]
    return _record(Contributor, row | {"terms": terms}, "contributors.toml")


def _bylines(row, name):
    return [_record(Byline, byline, name) for byline in row.get("bylines", [])]


def _photo(row):
    return _record(Photo, row | {"bylines": _bylines(row, "photos.toml")}, "photos.toml")


def _front(row):
    return Front(tuple(row["beside"]), tuple(_record(FrontBlock, block, "front.toml") for block in row["blocks"]))


def _pages(folder, name):
    return tuple(_page(name, row) for row in _read(folder, name)["pages"])


def _page(name, row):
    return _record(Page, row | {"stories": [_story(name, story) for story in row.get("stories", [])]}, name)


def _story(name, row):
    made = {
        "body": row.get("body", "").strip(),
        "bylines": _bylines(row, name),
        "illustrations": [_record(Illustration, shown, name) for shown in row.get("illustrations", [])],
    }
    if "continued_to" in row:
        made["continued_to"] = _record(Continuation, row["continued_to"], name)
    return _record(Story, row | made, name)


def _check(content):
    people = _refs(content.contributors, "contributors.toml")
    columns = _refs(content.columns, "columns.toml")
    photos = _refs(content.photos, "photos.toml")
    for photo in content.photos:
        _known("photos.toml", photo.ref, [photo.drawing], DRAWINGS)
        _known("photos.toml", photo.ref, [byline.who for byline in photo.bylines], people)
    for name, issue, page in _files(content):
        labels = {page.label for page in issue.pages}
        for story in page.stories:
            _known(name, story.ref, [byline.who for byline in story.bylines], people)
            _known(name, story.ref, [story.column] if story.column else [], columns)
            _known(name, story.ref, [shown.photo for shown in story.illustrations], photos)
            _known(name, story.ref, [story.state], STATES)
            _known(name, story.ref, [story.continued_to.page] if story.continued_to else [], labels)
            _known(name, story.ref, figure_numbers(story.body), range(1, len(story.illustrations) + 1))
    stories = _refs(content.stories, "page-01.toml … planned.toml")
    for correction in content.corrections:
        _known("corrections.toml", correction.article, [correction.article], stories)
        _known("corrections.toml", correction.article, [correction.printed_on], {p.label for p in content.today.pages})
    for block in content.front.blocks:
        _known("front.toml", block.title or block.what, [block.what] if block.kind == "column" else [], columns)
        _known("front.toml", block.title or block.what, block.picks, stories)
    _known("front.toml", "beside", content.front.beside, stories)


def _files(content):
    """Every page with its issue and the name of the file it stands in."""
    for issue in content.issues:
        for page in issue.pages:
            name = {-1: "earlier.toml", 0: f"page-{page.label}.toml", 1: "planned.toml"}[issue.day]
            yield name, issue, page


def _refs(records, name):
    refs = [record.ref for record in records]
    twice = sorted({ref for ref in refs if refs.count(ref) > 1})
    if twice:
        raise SampleError(f"{name}: {', '.join(twice)} stands there twice")
    return set(refs)


def _known(name, ref, named, known):
    unknown = [str(one) for one in named if one not in known]
    if unknown:
        raise SampleError(f"{name}: {ref} names {', '.join(unknown)}, which is not there")
