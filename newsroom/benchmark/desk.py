"""The desk's pages. Beside the list, the form and its save stand those of Django's own admin over the same records."""

from urllib.parse import urlencode

from django.urls import reverse

from articles.state import State
from newsroom.benchmark.pages import Page
from newsroom.benchmark.questions import COMMON

AT_MOST = 0.7
STEPS = 20
STOCK = "/desk/"
STORIES = "articles/article/"


def desk_pages(examples):
    story, issue, page = examples.story, examples.issue, examples.page
    form, issue_form = f"{STORIES}{story.pk}/change/", f"articles/issue/{issue.pk}/change/"
    return [
        desk_page("desk: board", f"?date={issue.date}"),
        *lists(examples),
        desk_page("desk: story form", form, form, AT_MOST),
        desk_page("desk: story saved", form, form, AT_MOST, saves=True),
        desk_page("desk: new story", f"{STORIES}add/", f"{STORIES}add/"),
        desk_page("desk: issue form", issue_form, issue_form),
        desk_page("desk: page form", f"articles/page/{page.pk}/change/"),
        desk_page("desk: issues", "articles/issue/", "articles/issue/"),
        desk_page("desk: photos", "media/photo/", "media/photo/"),
        desk_page("desk: contributors", "bylines/contributor/", "bylines/contributor/"),
    ]


def lists(examples):
    """The list of stories with each of its filters; the middle of it is as many steps away as anybody walks."""
    return [
        desk_page("desk: stories", STORIES, STORIES, AT_MOST),
        desk_page("desk: stories, deep", STORIES, f"{STORIES}?p={STEPS + 1}", steps=STEPS),
        *[desk_page(f"desk: stories, {state.value}", f"{STORIES}?state={state.value}") for state in State],
        *[desk_page(f"desk: stories, {name}", f"{STORIES}?{urlencode(asked)}") for name, asked in filters(examples)],
        desk_page("desk: stories, search", f"{STORIES}?q={COMMON}", f"{STORIES}?q={COMMON}"),
        desk_page("desk: stories, by headline", f"{STORIES}?o=1", f"{STORIES}?o=1"),
        desk_page("desk: stories, by change", f"{STORIES}?o=-8", f"{STORIES}?o=-8"),
    ]


def filters(examples):
    issue = examples.issue.pk
    yield "of an issue", {"issue": issue}
    yield "of a page", {"issue": issue, "page_label": examples.page.label}
    yield "on no page", {"issue": "none"}
    if examples.province:
        yield "of a region", {"region": examples.province.code}
    if examples.column:
        yield "of a column", {"column": examples.column.pk}
    if examples.contributor:
        yield "of a contributor", {"contributor": examples.contributor.pk}
    if examples.story.desk_id:
        yield "of a desk", {"desk__id__exact": examples.story.desk_id}


def desk_page(kind, path, plain="", at_most=None, **more):
    plain = STOCK + plain if plain else ""
    return Page(kind, reverse("admin:index") + path, plain, at_most, is_desk=True, **more)
