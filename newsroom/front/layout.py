"""
Which story stands where on the front page, in ids. No story stands there twice: the lead comes first, then those beside
it, then the blocks from top to bottom, and last what page one still has.
"""

from dataclasses import dataclass, field

from articles.models import Article, FrontBlock, Page

BESIDE = 3


@dataclass
class Section:
    """A headed part of the page: a block of the editors', or else a page of the issue."""

    anchor: str
    chosen: list[int]
    name: str = ""
    address: str = ""
    page: Page | None = None
    names_columns: bool = True  # beside its stories
    stories: list[Article] = field(default_factory=list)


@dataclass
class Layout:
    front: Page | None  # the page of the issue that the lead comes from, unless one is pinned
    page_one: list[int]
    shown: set[int] = field(default_factory=set)
    lead: int | None = None
    beside: list[int] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    below: list[int] = field(default_factory=list)

    @property
    def is_page_one(self):
        """Whether all that stands beside the lead is from that page, so that its name may stand over it."""
        return set(self.beside) <= set(self.page_one)

    def take(self, offered, number):
        """The first of them that stand nowhere yet; they stand here now."""
        chosen = [pk for pk in dict.fromkeys(offered) if pk not in self.shown][:number]
        self.shown |= set(chosen)
        return chosen


def laid_out(composition, pages):
    """`pages`: of the latest issue, each with `stories`, its readable placements."""
    front = next((page for page in pages if page.stories), None)  # the one before it may hold nothing
    layout = Layout(front, stories_of(front))
    # Where no issue is out, what is pinned beside the lead has none to stand beside.
    layout.lead = next(iter(layout.take([*composition.leads, *layout.page_one, *composition.seconds], 1)), None)
    layout.beside = layout.take(composition.seconds, len(composition.seconds))
    layout.beside += layout.take(layout.page_one, max(0, BESIDE - len(layout.beside)))
    layout.sections = filled(block_sections(composition, pages, layout)) or filled(page_sections(pages, layout))
    layout.below = layout.take(layout.page_one, len(layout.page_one))
    return layout


def block_sections(composition, pages, layout):
    by_label = {page.label: page for page in pages}
    return [block_section(block, composition, by_label, layout) for block in composition.blocks]


def block_section(block, composition, by_label, layout):
    page = by_label.get(block.page_label) if block.kind == FrontBlock.Kind.PAGE else None
    chosen = layout.take(composition.offers.get(block.pk, stories_of(page)), block.number)
    address = page.get_absolute_url() if page else block.address
    names_columns = block.kind != FrontBlock.Kind.COLUMN
    return Section(anchor_of(block), chosen, block.name, address, None if block.title else page, names_columns)


def anchor_of(block):
    return f"block-{block.pk}"


def page_sections(pages, layout):
    """By itself: the issue's other pages, each with all of its stories."""
    others = [page for page in pages if page is not layout.front]
    return [
        Section(f"page-{page.label}", layout.take(stories_of(page), None), "", page.get_absolute_url(), page)
        for page in others
    ]


def filled(sections):
    """A block that runs empty disappears."""
    return [section for section in sections if section.chosen]


def stories_of(page):
    return [placement.article_id for placement in page.stories] if page else []
