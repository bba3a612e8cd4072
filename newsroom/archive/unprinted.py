"""What lies on the desk when the last issue is out: drafts, stories in review and signed ones, for the next issue."""

from datetime import timedelta

from articles.models import Issue, Page, Placement, Submission
from articles.models.article import Stage
from newsroom.archive.days import hour_of
from newsroom.archive.layout import PAGES, hotspots, shares

MOST, ONE_IN = 150, 60
NEXT_PAGES = 4
# A third of them is placed on the next issue's pages.
STAGES = [str(stage.value) for stage in (Stage.DRAFT, Stage.SUBMITTED, Stage.DRAFT, Stage.READY, Stage.DRAFT)]


class Unprinted:
    def __init__(self, stories):
        self.count = min(MOST, stories // ONE_IN)

    def write(self, office):
        if not self.count:
            return
        hour = hour_of(office.until + timedelta(days=1), office.frame.paper.publication_hour)
        placed = self.issue(office, hour)
        for number in range(self.count):
            stage = STAGES[number % len(STAGES)]
            article = office.stories.write(hour, number % NEXT_PAGES, (stage, None, None, None)).article
            if stage == STAGES[1]:
                self.submit(office, article, hour)
            if stage != STAGES[0]:
                page, order, hotspot = next(placed, (None, 0, "[]"))
                if page:
                    office.add(Placement, page, article, order, hotspot, None)

    def issue(self, office, hour):
        """An issue in the making. Yields the places on its pages."""
        issue = office.add(Issue, hour.day, "", None, None)
        pages = []
        for position in range(NEXT_PAGES):
            key = f"{office.next[Page]:07x}{office.rng.getrandbits(36):09x}"
            label, name = f"{position + 1:02}", PAGES[position][0]
            pages.append(office.add(Page, issue, label, name, position + 1, "", key, "[]"))
        ready = self.count * 2 // len(STAGES)
        return iter(
            [
                (page, order, hotspot)
                for page, count in zip(pages, shares(ready, NEXT_PAGES), strict=True)
                for order, hotspot in enumerate(hotspots(count))
            ]
        )

    def submit(self, office, article, hour):
        """The first round of its reviews, and nobody has read it yet."""
        frame = office.frame
        steps = frame.paper.number_of_reviews
        row = article, 1, 1, steps, 1, hour.changed, frame.archivist, hour.changed
        submission = office.add(Submission, *row)
        office.add(Submission.authors.through, submission, frame.archivist)
