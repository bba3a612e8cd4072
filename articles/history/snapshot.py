"""
A story with all that hangs from it, as plain data that packs small.

`story` is what makes one version differ from another; `names` says what its keys are called, so that a version can be
read when a column or region has long been renamed: a new name alone makes no version.
"""

from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b

from articles.history.hanging import hanging_of
from articles.history.packing import pack, plain, unpack
from bylines.mergings import same_people
from bylines.printing import print_photo_credit

PARTS = ("kicker", "headline", "subheadline", "dateline", "body", "summary", "editors_note")
REPRINT = ("source", "original_author", "original_title", "original_url")
WORDS = (*PARTS, *REPRINT)
FILED = ("genre", "channel", "column", "desk")
CREDIT = ("contributor", "role", "standing", "order", "name", "unit")


@dataclass(frozen=True)
class Snapshot:
    story: dict
    names: dict = field(default_factory=dict)

    @cached_property
    def digest(self):
        return blake2b(plain(self.story), digest_size=16).hexdigest()

    def pack(self):
        return pack([self.story, self.names])

    @classmethod
    def unpack(cls, packed):
        return cls(*unpack(packed))

    def name(self, kind, key):
        return self.names.get(kind, {}).get(str(key), "")


def completed(before, now):
    """
    A version from before the files of pictures and AI生成 were kept is taken to have shown the present ones; one from
    before two people of the register became one, to have credited who they are now.
    """
    shown = {row["photo"]: row for row in now.story["illustrations"]}
    rows = [{**present(shown.get(row["photo"])), **row} for row in before.story.get("illustrations", [])]
    credits = as_merged(before.story.get("bylines", []), now.story["bylines"])
    return Snapshot({**before.story, "illustrations": rows, "bylines": credits}, before.names)


def as_merged(before, now):
    """Asked of the register only where a line reads as before and leads to somebody else."""
    stands = {words_of_credit(row): row["contributor"] for row in now}
    moved = {row["contributor"]: stands.get(words_of_credit(row), row["contributor"]) for row in before}
    same = same_people({pair for pair in moved.items() if pair[0] != pair[1]})
    return [{**row, "contributor": same.get(row["contributor"], row["contributor"])} for row in before]


def words_of_credit(row):
    return tuple(row[name] for name in CREDIT[1:])


def present(row):
    row = row or {"picture": "", "ai": False}
    return {name: row[name] for name in ("picture", "ai") if name in row}


def capture(article):
    """article: as stored, with what it is filed under."""
    return capture_all([article])[article.pk]


def capture_all(articles):
    """{key: snapshot}, in a fixed number of queries, however many they are."""
    hung = hanging_of([article.pk for article in articles])
    return {article.pk: taken(article, hung[article.pk]) for article in articles}


def taken(article, hung):
    places, placements, corrections = hung.places, hung.placements, hung.corrections
    story = {name: getattr(article, name) for name in WORDS}
    story |= {name: getattr(article, f"{name}_id") for name in FILED}
    story |= {"ai_use": article.ai_use} if article.ai_use else {}
    story |= {
        "tags": sorted(hung.tags),
        "bylines": [credit_of(byline) for byline in hung.bylines],
        "regions": [place.region_id for place in places],
        "illustrations": [shown(row, hung.credits.get(row.photo_id, [])) for row in hung.illustrations],
        "placements": [stand_of(row) for row in placements],
        "corrections": [correction_of(row) for row in corrections],
    }
    names = {name: {str(row.pk): str(row)} for name in FILED if (row := getattr(article, name))}
    names["region"] = {str(place.region_id): place.region.name for place in places}
    names["page"] = {str(page.pk): str(page) for page in pages_of(placements, corrections)}
    return Snapshot(story, {kind: said for kind, said in names.items() if said})


def credit_of(byline):
    return {"contributor": byline.contributor_id, **{name: getattr(byline, name) for name in CREDIT[1:]}}


def shown(illustration, credits):
    """With the words that print takes from the photo: those may change there, and this version keeps its own."""
    return {
        "photo": illustration.photo_id,
        "number": illustration.number,
        "order": illustration.order,
        "caption": illustration.caption,
        "alt": illustration.alt,
        # The file itself: under the same words another picture is another version.
        "picture": illustration.photo.content_hash,
        # AI生成 stands in print under the picture.
        "ai": illustration.photo.is_ai_made,
        "printed": [illustration.printed_caption, print_photo_credit(credits), illustration.printed_alt],
    }


def stand_of(placement):
    from_page = placement.continued_from.page_id if placement.continued_from else None
    return [placement.page_id, placement.order, from_page]


def correction_of(correction):
    """The key tells whether a correction came or was changed."""
    at = correction.published_at.isoformat(timespec="seconds")
    return [correction.pk, correction.wrong, correction.right, at, correction.printed_on_id]


def pages_of(placements, corrections):
    own = {placement.page_id for placement in placements}
    for placement in placements:
        yield placement.page
        # A story runs on from its own pages, which are named already.
        if placement.continued_from and placement.continued_from.page_id not in own:
            yield placement.continued_from.page
    for correction in corrections:
        if correction.printed_on:
            yield correction.printed_on
