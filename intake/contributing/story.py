"""The story that a submission brings, and what was declared of it, for its draft."""

import time
from dataclasses import replace

from django.utils.translation import gettext as _

from bylines.credits import CORRESPONDENT, Credit
from intake.contributing.doubles import twins_of
from intake.mail.story import Story, for_first, printed
from intake.manuscripts import Manuscript, digest_of_file, with_pictures
from intake.models.routing import desk_for
from intake.reading.doubts import NO_HEADLINE
from intake.reading.result import RegionRead
from intake.receiving import read_text

MOST_TWINS = 3


def story_of_form(mail, found, stop):
    """Story, or None: the first document that is one, or else the text. Whoever fills in the form says that it is one,
    so that nothing is too short."""
    for chosen in [*found.manuscripts, *text_of_form(mail)]:
        if time.monotonic() > stop:
            break
        [manuscript] = with_pictures([chosen], found.pictures)
        reading = read_text(manuscript.text, manuscript.looks)
        if reading.stories:
            rest = [printed(one.name) for one in found.manuscripts if one is not chosen]
            others = [*(story.headline or manuscript.name for story in reading.stories[1:]), *rest]
            return Story(for_first(manuscript, reading, others), reading, tuple(others))
    return None


def text_of_form(mail):
    """With the headline above it, unless it begins with that itself."""
    if not mail.text.strip():
        return []
    begins = mail.text.lstrip().startswith(mail.subject)
    text = mail.text if begins else f"{mail.subject}\n\n{mail.text}"
    return [Manuscript(mail.subject, text, digest=digest_of_file(text.encode()))]


def as_declared(story, contribution):
    """The headline as typed; whoever handed it in, where the text names nobody; the column wished for; the region."""
    doubts = [doubt for doubt in story.doubts if doubt.code != NO_HEADLINE]
    column = story.column or (contribution.column.name if contribution.column else "")
    return replace(
        story,
        headline=contribution.headline if not story.headline else story.headline,
        doubts=doubts,
        credits=story.credits or (Credit(contribution.name, CORRESPONDENT, unit=contribution.unit),),
        column=column,
        regions=story.regions or regions_of(contribution),
    )


def regions_of(contribution):
    region = contribution.region
    return [RegionRead(region.code, region.name)] if region else []


def desk_of(contribution):
    said = {"region": contribution.region, "contributor": contribution.contributor}
    return desk_for(column=contribution.column, **said)


def doubts_of(contribution, text):
    """(code, sentence) for the draft."""
    if contribution.elsewhere:
        said = {"where": contribution.elsewhere, "printed": contribution.elsewhere_printed or _("not said")}
        yield "sent-elsewhere", _("Declared as sent elsewhere too: %(where)s. Printed there: %(printed)s.") % said
    if contribution.ai_use:
        yield "declared-ai", _("Declared by whoever sent it: %s.") % contribution.get_ai_use_display()
    for twin in twins_of(text)[:MOST_TWINS]:
        yield "came-before", twin.words
