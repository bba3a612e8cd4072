"""How the sample's stories came to be signed off: handed in by the reporter, and read by three people after him."""

from articles import reviewing
from articles.models import Proof, Review
from newsroom.groups import CHIEF, EDITOR, REPORTER

FIRST = (
    "同意。事实清楚，导语可再短些，已与记者商定。",
    "同意。人名、地名、数字已与记者核对。",
    "同意。结尾重复的一句已请记者删去。",
)
SECOND = ("同意初审意见。", "同意。标题准确，不再改动。", "同意。与相关版面的稿件无重复。")
FINAL = ("同意签发。", "同意，按原版位刊发。")
PROOFS = ((6, "标点三处，人名一处，其余为错字。"), (2, "前次差错均已改正，另改两处。"), (0, "清样无差错。"))


class ReviewingDesk:
    def __init__(self, accounts):
        [self.author] = accounts[REPORTER]
        self.editors = accounts[EDITOR]
        [self.chief] = accounts[CHIEF]
        self.read = 0

    def begin(self, article):
        """Handed in and through its first review."""
        reviewing.submit(article, by=self.author)
        self.say(article, self.editors[0], FIRST)

    def sign(self, article):
        self.begin(article)
        self.say(article, self.editors[1], SECOND)
        self.say(article, self.chief, FINAL)
        self.read += 1

    def say(self, article, reader, opinions):
        words = opinions[self.read % len(opinions)]
        reviewing.review(article, by=reader, verdict=Review.Verdict.PASS, opinion=words)

    def proof(self, issue):
        """Every page's proof was read three times."""
        readers = (*self.editors, self.chief)
        for page in issue.pages.all():
            for number, (reader, (errors, note)) in enumerate(zip(readers, PROOFS, strict=True), 1):
                Proof.objects.create(page=page, round=number, by=reader, errors=errors, note=note)
