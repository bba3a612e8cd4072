"""The benchmark run: every page asked for, measured and set beside the yardstick."""

from dataclasses import asdict, dataclass

from newsroom.benchmark.desk import desk_pages
from newsroom.benchmark.examples import Examples
from newsroom.benchmark.flame import stacks_of
from newsroom.benchmark.flame_drawing import drawn
from newsroom.benchmark.forms import filled_in
from newsroom.benchmark.measuring import Asked, middle_of_all, queries_of, ratio, rounds_of, slow, warmed
from newsroom.benchmark.minimal.application import minimal_application
from newsroom.benchmark.questions import further
from newsroom.benchmark.readers import readers_pages
from newsroom.benchmark.to_the_index import QuestionsInTurn, index_pages
from newsroom.benchmark.uncached import our_application


@dataclass(frozen=True)
class Row:
    """Milliseconds and bytes. plain: what the yardstick takes; ratio: the median of the rounds, and no quotient."""

    kind: str
    path: str
    cpu: float
    wall: float
    queries: int
    bytes: int
    gzipped: int
    plain: float | None = None
    plain_queries: int | None = None
    ratio: float | None = None
    at_most: float | None = None

    @property
    def is_missed(self):
        return self.ratio is not None and self.at_most is not None and round(self.ratio, 2) > self.at_most

    def as_json(self):
        return {name: round(value, 3) if isinstance(value, float) else value for name, value in asdict(self).items()}


def all_pages():
    examples = Examples()
    return [*readers_pages(examples), *index_pages(examples), *desk_pages(examples)]


def chosen(pages, only):
    """Those whose kind has one of the words."""
    return [page for page in pages if not only or any(words in page.kind for words in only)]


def measured(page, *, cookies, rounds, requests):
    ours, plain = asked_for(page, cookies)
    answer = warmed(ours)
    if plain:
        warmed(plain)
    found = rounds_of([one for one in (ours, plain) if one], rounds=rounds, requests=requests)
    return Row(
        kind=page.kind,
        path=ours.path,
        cpu=middle_of_all(found[0]),
        wall=slow(found[0]),
        queries=queries_of(ours),
        bytes=len(answer.body),
        gzipped=answer.gzipped,
        at_most=page.at_most,
        **(beside(plain, *found) if plain else {}),
    )


def beside(plain, ours, others):
    return {"plain": middle_of_all(others), "plain_queries": queries_of(plain), "ratio": ratio(ours, others)}


def asked_for(page, cookies):
    """Ours, and the yardstick's or None; the desk's with the cookies of whoever is logged in."""
    cookies = cookies if page.is_desk else ""
    application = QuestionsInTurn(page.questions) if page.questions else our_application()
    ours = ready(application, page.path, page, cookies)
    return ours, ready(minimal_application(), page.plain, page, cookies) if page.plain else None


def ready(application, path, page, cookies):
    path = further(application, path, page.steps, cookies) if page.steps else path
    form = filled_in(Asked(application, path, cookies).checked().body.decode()) if page.saves else None
    return Asked(application, path, cookies, form)


def flame_of(page, *, cookies, requests):
    ours, _plain = asked_for(page, cookies)
    warmed(ours)
    stacks = stacks_of(ours, requests)
    return drawn(stacks, f"{page.kind}: {requests} requests, {stacks.total()} looks at the stack")
