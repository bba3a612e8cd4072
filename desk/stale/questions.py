"""
Where two editors rewrote the same words: questions that travel with the form until each is answered.

The text area holds the merged text, in each open place with the editor's own words. A signed token beside it says
where the open places are and what the other side reads. So one rule is enough for what comes back: the answers count
as long as the text came back as it was shown; a text that was edited counts as it stands. A script that settles the
questions in the text area itself says in `places` which are still open, and where they are by now.
"""

import json
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b

from django.core import signing
from django.utils.translation import gettext_lazy as _

from wording.comparing.printed import stretches

SALT = "desk.stale.questions"
MINE, THEIRS, BOTH = "mine", "theirs", "both"
LONG = 20_000  # characters; whoever wrote that much anew reads it as it is, without a difference


class UnreadableError(ValueError):
    """A token that this site has not made, or not with the key or in the form that it has now."""


@dataclass(frozen=True)
class Question:
    at: int  # where the own words begin in the text of the form
    stored_at: int | None  # and the other's in the stored text, where that can be told
    base: str
    mine: str
    theirs: str
    before: str
    after: str
    joint: str  # between the two, where both are taken

    @property
    def both(self):
        return f"{self.mine}{self.joint if self.mine and self.theirs else ''}{self.theirs}"

    @property
    def end(self):
        return self.at + len(self.mine)

    def words(self, answer):
        return {MINE: self.mine, THEIRS: self.theirs, BOTH: self.both}[answer]

    def choices(self):
        """For the page: the answer, its words, and how they differ from what both began with."""
        labels = {MINE: _("Yours"), THEIRS: _("Theirs"), BOTH: _("Both, yours first")}
        for answer, label in labels.items():
            words = self.words(answer)
            begun_with = self.base if len(self.base) + len(words) < LONG else words
            yield {"answer": answer, "label": label, "words": words, "difference": stretches(begun_with, words)}

    def stands_in(self, text, at):
        return text[at : at + len(self.mine)] == self.mine


@dataclass(frozen=True)
class Returned:
    """What came back of a text with questions: the text, those still open, whether answers were passed over."""

    text: str
    open: tuple[Question, ...] = ()
    is_overruled: bool = False


def asked_by(merge, theirs, *, has_lines):
    """The merged text and the questions of a merge that has conflicts."""
    questions, at, stored_at = [], 0, 0
    # Where one side moved what the other corrected, the parts do not add up to the stored text.
    is_told = "".join(part.theirs for part in merge.parts) == theirs
    for part in merge.parts:
        if part.kind == "conflict":
            place = stored_at if is_told else None
            sides = {"base": part.base, "mine": part.mine, "theirs": part.theirs}
            around = {"before": part.before, "after": part.after}
            questions.append(Question(at, place, **sides, **around, joint=joint(part) if has_lines else ""))
        at, stored_at = at + len(part.text), stored_at + len(part.theirs)
    return merge.with_mine(), tuple(questions)


def joint(part):
    """Whole lines stay lines when both are taken."""
    begins = not part.before or part.before.endswith("\n")
    ends = not part.after or part.after.startswith("\n")
    return "\n" if begins and ends and not part.mine.endswith("\n") else ""


def write(text, questions):
    asked = [asdict(question) for question in questions]
    return signing.dumps({"shown": mark_of(text), "asked": asked}, salt=SALT, compress=True)


def read(token):
    try:
        said = signing.loads(token, salt=SALT)
        return said["shown"], tuple(Question(**asked) for asked in said["asked"])
    except (signing.BadSignature, KeyError, TypeError) as error:
        raise UnreadableError from error


def came_back(text, token, answers, places):
    """answers: {number of the question: answer}; places: as a script says them, "" without one."""
    shown, questions = read(token)
    open_at = read_places(places, len(questions))
    if open_at is not None:
        return Returned(text, tuple(still_open(text, questions, answers, open_at)))
    if mark_of(text) == shown:
        return answered(text, questions, answers)
    return Returned(text, is_overruled=True)


def still_open(text, questions, answers, places):
    for number, (question, at) in enumerate(zip(questions, places, strict=True)):
        if at is not None and number not in answers and question.stands_in(text, at):
            yield replace(question, at=at)


def answered(text, questions, answers):
    written, rest, at = "", [], 0
    for number, question in enumerate(questions):
        written += text[at : question.at]
        at = question.end
        if number not in answers:
            rest.append(replace(question, at=len(written)))
        written += question.words(answers.get(number, MINE))
    return Returned(written + text[at:], tuple(rest))


def read_places(places, number):
    """[place or None] of every question; None where no script has said them."""
    try:
        said = json.loads(places or "null")
    except (ValueError, RecursionError):
        return None
    is_list = isinstance(said, list) and len(said) == number
    return said if is_list and all(at is None or (type(at) is int and at >= 0) for at in said) else None


def base_with(questions, stored):
    """The common text of a merge with a still newer version: as stored, and in open places what both began with."""
    text, at = "", 0
    for question in questions:
        if question.stored_at is None or stored[question.stored_at :][: len(question.theirs)] != question.theirs:
            return None
        text += stored[at : question.stored_at] + question.base
        at = question.stored_at + len(question.theirs)
    return text + stored[at:]


def mark_of(text):
    return blake2b(text.encode(errors="surrogatepass"), digest_size=12).hexdigest()
