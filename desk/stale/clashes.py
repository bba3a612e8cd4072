"""What a refused save has to show of one field or one row: how it reads on both sides, and what became of it."""

from dataclasses import dataclass
from functools import cached_property

from desk.stale.questions import Question
from wording.comparing.printed import side, stretches

BESIDE = "beside"  # both changed it, or nobody knows who did: the form holds what was typed here
TAKEN = "taken"  # somebody else changed it: the form holds what is stored
OWN = "own"  # changed here only
MERGED = "merged"  # both changed it, and the form holds both
ASKED = "asked"  # both rewrote the same words


@dataclass(frozen=True)
class Clash:
    """`now` is what the form holds next; `said` names the side that is a sentence about a row, not its words."""

    label: str
    stored: str
    typed: str
    now: str = ""
    kind: str = BESIDE
    said: str = ""
    questions: tuple[Question, ...] = ()
    token: str = ""
    field: str = ""  # whose text the questions are about, and how the names of what travels with them begin
    lead: str = ""

    @cached_property
    def difference(self):
        """What the form does to the stored text; where somebody else changed it, to what was shown here."""
        return stretches(self.typed, self.now) if self.kind == TAKEN else stretches(self.stored, self.now)

    @cached_property
    def brought(self):
        """Of a merged text: what came into one's own words."""
        return stretches(self.typed, self.now)

    @cached_property
    def sides(self):
        """The stored text and the typed one, each with its own words marked."""
        if self.said:
            return {"stored": self.stored, "typed": self.typed}
        compared = stretches(self.stored, self.typed)
        return {"stored": side(compared, without="new"), "typed": side(compared, without="gone")}

    @property
    def sentence(self):
        return getattr(self, self.said)

    @property
    def row(self):
        """The words of the row that only one side has."""
        return self.stored if self.said == "typed" else self.typed

    @cached_property
    def asked(self):
        """The questions with the names of their buttons, and where a script finds them: it counts as UTF-16 does."""
        return [
            {
                "question": question,
                "answer": f"{self.lead}-answer-{number}",
                "at": len(self.now[: question.at].encode("utf-16-le", "surrogatepass")) // 2,
            }
            for number, question in enumerate(self.questions)
        ]
