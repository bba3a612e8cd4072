"""What the newsroom takes from an address: every parameter with an ordinary value, and what forms send."""

from typing import NamedTuple


class Question(NamedTuple):
    """A star behind a value, or in the path, is a place to try as well. `signed_in`: only who works here may ask it."""

    name: str
    path: str
    body: str = ""
    signed_in: bool = False


LIST = "/admin/articles/article/"
READERS = {
    "search": "/search/?q=工会&region=330681&contributor=1&column=x&channel=x&tag=x&issue=1&photo=1"
    "&from=2026-01-01&to=2026-12-31&before=x&large=1&sort=x",
    "suggestions": "/search/suggest/?q=工会",
    "story": "/articles/1*/?large=1",
    "calendar": "/issues/2026*/",
    "region": "/regions/330681*/?before=x",
    "contributor": "/contributors/1*/?before=x",
    "column": "/columns/x*/?before=x",
    "tag": "/tags/x*/?before=x",
    "corrections": "/corrections/?before=x",
    "feed": "/feeds/regions/330681*.atom",
    "file": "/files/x*/y*.jpg",
    "preview link": "/preview/x*/",
    "sign-in": "/admin/login/?next=/admin/",
    "ranking": "/rankings/2026*/",
    "own page": "/my/x*/",
}
DESK = {
    "board": "/admin/?date=2026-11-23&edition=x",
    "stories": f"{LIST}?q=工会&state=draft&region=330681&desk__id__exact=1&o=1",
    "stories by column": f"{LIST}?column=1&channel__id__exact=1&genre__id__exact=1",
    "stories by issue": f"{LIST}?issue=1&page_label=02",
    "stories by contributor": f"{LIST}?contributor=1&before=x&after=x",
    "waiting": "/admin/waiting/?desk=1&after=x",
    "photos": "/admin/media/photo/?q=工会&o=1&before=x",
    "captions": "/admin/media/photo/captions/?photos=1",
    "audit log": "/admin/desk/auditentry/?q=x&verb=login&kind=article&by=1&at__gte=2026-11-23&before=x",
    "contributors": "/admin/bylines/contributor/?q=x&usual_role__exact=reporter&o=1&p=1",
    "regions": "/admin/regions/region/?q=x&level__exact=city&ended_on__isempty=1&o=1&p=1",
    "letters": "/admin/intake/letter/?q=x&state=waiting",
    "jobs": "/admin/desk/job/?q=x&kind=x&state=failed&o=1",
    "history": "/admin/articles/article/1/history/?before=x",
    "comparison": "/admin/articles/article/1/history/compare/?old=1&new=2",
    "what may be chosen": "/admin/autocomplete/?app_label=articles&model_name=articleregion&field_name=region"
    "&term=x&page=1",
    "statistics": "/admin/tally/?year=2026&part=1&by=person&level=county&split=all&order=stories&role=reporter&person=1"
    "&unit=x&region=330681&place=330681&column=1&page=02&issue=1&desk=1&start=1",
    "statistics by days": "/admin/tally/?first=2026-01-01&last=2026-12-31&by=region&level=city&split=none&order=length",
    "stories behind a figure": "/admin/tally/stories/?year=2026&by=unit&key=x&of=stories&before=x",
    "statistics as a file": "/admin/tally/files/csv-gb18030*/?year=2026&by=page&unit=x&place=330681",
    "statements": "/admin/tally/statements/?year=2026&unit=x&start=1",
}
SUBMITTED = (
    "headline=x&text=x&name=x&unit=x&phone=13900000000&email=x%40example.org&region=x&column=1&sent=here&elsewhere=x"
    "&elsewhere_printed=x&ai=none&agreed=on&consent=1&once=x&basket=x"
)


def questions(paths):
    """paths: of the kinds of pages (tests.audit.arrange)."""
    yield from (Question(name, path) for name, path in READERS.items())
    yield from (Question(name, path, signed_in=True) for name, path in DESK.items())
    story, page = (paths[name].split("/")[4] for name in ("desk_story", "desk_page"))
    moved = f"put=s{story}&page={page}&before=1&seen=%7B%221%22%3A%22x%22%7D"
    yield Question("board, moving", "/admin/board/1/move/", body=moved, signed_in=True)
    typed = "username=x&password=x"
    yield Question("signing in", "/admin/login/", body=typed)
    yield Question("submission", "/submit/", body=SUBMITTED)
    yield Question("asking for a link", "/my/", body="phone=13900000000")
    yield Question("checks", f"{LIST}check-words/", body=f"pk={story}&headline=x&body=x&column=1", signed_in=True)
