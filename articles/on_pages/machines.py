"""What a page's head tells machines; nothing of it is seen."""

import json

from django.utils.encoding import iri_to_uri
from django.utils.html import format_html_join
from jinja2 import pass_context

from articles.machines import paths
from articles.machines.paper_data import paper_data, path_data
from articles.machines.story_data import story_data, story_for_baidu
from articles.machines.written import as_data_block
from articles.on_pages.printing import printed_date, running_number, shortened, weekday

WORDS = 160  # of a page's description


@pass_context
def own_address(context):
    """
    Of the page, whole, and without what was added to it on the way; a list's further stretch has one of its own.
    own_path: of a page that stands under another address too.
    """
    before, path = context.get("before"), context.get("own_path") or context["request"].path
    address = iri_to_uri(path) + (f"?before={before}" if before else "")
    return context["request"].build_absolute_uri(address)


def ai_label(article, paper):
    """GB 45438: the label as files carry it. What the paper knows is that it hands the text on, not who computed it."""
    return json.dumps({"Label": "1", "ContentPropagator": paper.name, "PropagateID": str(article.pk or "")})


def whole_address(request, path):
    return request.build_absolute_uri(path)


@pass_context
def story_told(context):
    absolute, page = context["request"].build_absolute_uri, context["printed"].page
    return data_blocks(
        story_data(context, context["paper"], absolute),
        story_for_baidu(context, absolute),
        path_data(paths.path_to_story(context["article"], page), absolute),
    )


def paper_told(paper, request):
    return data_blocks(paper_data(paper, request.build_absolute_uri))


def steps_told(request, steps):
    """BreadcrumbList of the way that the page itself shows."""
    return data_blocks(path_data(steps, request.build_absolute_uri))


def path_told(request, kind, record):
    """kind: issue or page."""
    steps = {"issue": paths.path_to_issue, "page": paths.path_to_page}[kind](record)
    return data_blocks(path_data(steps, request.build_absolute_uri))


def data_blocks(*records):
    return format_html_join("\n", "{}", ((as_data_block(record),) for record in records))


def issue_words(paper, issue, pages):
    """For search engines: its day, its number and its pages by their names."""
    head = [paper.name, printed_date(issue.date), issue.edition_name, weekday(issue.date), running_number(issue)]
    return " ".join(filter(None, head)) + ("：" + "，".join(page.title for page in pages) if pages else "")


def issue_title(issue):
    return " ".join(filter(None, [printed_date(issue.date), issue.edition_name]))


def page_title(page):
    return f"{page.title} {issue_title(page.issue)}"


def page_words(paper, page):
    """Its day, its title, and what stands there."""
    headlines = "；".join(placement.article.headline for placement in page.stories)
    return shortened(f"{paper.name} {page_title(page)}" + (f"：{headlines}" if headlines else ""), WORDS)


def front_words(paper, lead):
    return "：".join(filter(None, [paper.motto or paper.name, lead.headline if lead else ""]))
