"""
A letter that came in becomes a draft, or waits for an editor with the reason why not. A sender is trusted with nothing:
neither the register nor the columns nor a page of the paper take in what only a mail says.
"""

import logging
import re
import time
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import InterfaceError, OperationalError, transaction
from django.utils.translation import gettext as _

from intake.contributing.story import as_declared, desk_of, story_of_form
from intake.contributing.story import doubts_of as declared_doubts
from intake.documents.refusal import DocumentRefused
from intake.drafting.enclosures import enclose
from intake.drafting.entering import NOTHING
from intake.mail.keeping import opened_again
from intake.mail.story import story_of, unpacked
from intake.messages import refusal_of
from intake.models import Contribution, Letter
from intake.reading.doubts import NO_HEADLINE
from intake.receiving import receive, stretches_of

logger = logging.getLogger(__name__)

MOST_TRIES = 3
# What stands before the headline in a subject: 投稿：, Fw:, 【来稿】, 转发:
SAID_OF_IT = "(?:投稿|来稿|稿件|新闻稿|供稿)"
WITH_COLON = rf"(?:re|fwd?|回复|答复|转发|自动转发|{SAID_OF_IT})\s*[:：]"
IN_BRACKETS = rf"[【\[(（]{SAID_OF_IT}[】\])）]"
BEFORE_HEADLINE = re.compile(rf"^(?:\s*(?:{WITH_COLON}|{IN_BRACKETS}))+\s*", re.IGNORECASE)
NAMED = 5
MOST_NAMED = 20  # of what could not be read, on the letter
SECONDS = 120  # of one letter


def read_letter(letter):
    """Whatever the mail is, the letter knows afterwards what became of it."""
    letter.try_reading()
    if letter.tries > MOST_TRIES:
        letter.note_read(reason=_("Reading the mail was broken off again and again, and is given up."))
        return
    try:
        become_draft(letter)
    except DocumentRefused as refused:
        letter.note_read(reason=refusal_of(refused, letter.subject))
    except ValidationError as error:
        letter.note_read(reason=" ".join(error.messages))
    except (OperationalError, InterfaceError):  # the database is away
        raise
    except Exception:
        logger.exception("Letter %s cannot be read.", letter.pk)
        letter.note_read(reason=_("Reading the mail failed. The log of the worker says why."))


def become_draft(letter):
    mail, stop = opened_again(letter), time.monotonic() + SECONDS
    found = unpacked(mail, stop)
    handed_in = Contribution.objects.filter(letter=letter).first()
    story = (story_of_form if handed_in else story_of)(mail, found, stop)
    if not story:
        letter.note_read(reason=why_no_story(found), refused=named(found.refused, MOST_NAMED))
        return
    enclosed = enclose(story.manuscript, for_page=False)
    told = declared_doubts(handed_in, story.manuscript.text) if handed_in else ()
    enclosed = replace(enclosed, doubts=[*enclosed.doubts, *doubts_of(mail, story, found), *told])
    draft(letter, mail, story, found, enclosed, handed_in)


@transaction.atomic
def draft(letter, mail, story, found, enclosed, handed_in=None):
    """Two workers may have read the same letter: the second finds it drafted. handed_in: what was declared of it, where
    it came by the readers' form."""
    if Letter.objects.select_for_update().get(pk=letter.pk).read_at:
        return
    said = {"name": story.manuscript.name or letter.subject, "enclosed": enclosed, "entering": NOTHING}
    if handed_in:
        said |= {"desk": desk_of(handed_in), "ai_use": handed_in.ai_use}
    first = {0: as_declared(story.first, handed_in) if handed_in else with_headline(story.first, mail)}
    received = receive(story.manuscript.text, story.reading, stories=first, **said)
    refused = named(found.refused, MOST_NAMED)
    if received.is_new:
        letter.note_read(refused=refused, source=received.source, article=received.articles[0])
        return
    # Whoever sends what is a draft already has no part in it: the letter stands apart.
    [digest, *_others] = (stretch.digest for stretch in stretches_of(story.manuscript.text, story.reading))
    before = received.source.stories.get(digest=digest).article
    told = _("This story was received before; nothing was made again.")
    letter.note_read(reason=told, refused=refused, repeats=before)


def why_no_story(found):
    if found.refused:
        return _("None of the documents could be read, and the mail itself is no story.")
    return _("There are photos and no story.") if found.pictures else _("There is no story in this mail.")


def with_headline(story, mail):
    """Where none was read, the mail's subject."""
    if story.headline or not subject_of(mail):
        return story
    return replace(
        story, headline=subject_of(mail), doubts=[doubt for doubt in story.doubts if doubt.code != NO_HEADLINE]
    )


def subject_of(mail):
    return BEFORE_HEADLINE.sub("", mail.subject)


def doubts_of(mail, story, found):
    """Codes and sentences, for the draft."""
    if not story.first.headline and subject_of(mail):
        yield "mail-subject", _("No headline was found; the subject of the mail stands in.")
    if story.others:
        yield "mail-others", others_of(story.others)
    if "elsewhere" in mail.notes:
        yield "mail-elsewhere", _("The mail speaks of large files that lie on another server: open it in the mailbox.")
    if "cut" in mail.notes:
        yield "mail-cut", _("The text of the mail is very long and was cut; all of it is in the original.")
    if "many" in mail.notes:
        yield "mail-many", _("The mail holds too many files; the last of them were left out. All are in the original.")
    yield from (("mail-refused", sentence) for sentence in named(found.refused, NAMED))


def named(sentences, most):
    """The first of them; a mail of a thousand broken files is one to be looked at, not to be listed."""
    more = len(sentences) - most
    return [*sentences[:most], _("And %d more.") % more] if more > 0 else sentences


def others_of(names):
    told = _("The mail holds more than this story: %(names)s. Open the letter and hand its files to intake.")
    return told % {"names": "、".join(names[:NAMED]) + ("……" if len(names) > NAMED else "")}
