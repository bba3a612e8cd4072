"""What the page of a refused save says, in the order in which an editor needs it."""

from functools import cached_property

from desk.stale.clashes import ASKED, BESIDE


class WhatWasMet:
    def __init__(self, form, row_sets=()):
        self.form = form
        self.row_clashes = [clash for rows in row_sets for clash in getattr(rows, "clashes", [])]

    @cached_property
    def clashes(self):
        return [*getattr(self.form, "clashes", []), *self.row_clashes]

    @cached_property
    def asked(self):
        return [clash for clash in self.clashes if clash.kind == ASKED]

    @cached_property
    def beside(self):
        return [clash for clash in self.clashes if clash.kind == BESIDE]

    @cached_property
    def settled(self):
        """What nobody need decide; of a text with questions all the rest of it."""
        return [
            clash
            for clash in self.clashes
            if clash.kind not in (ASKED, BESIDE) or (clash.kind == ASKED and clash.now != clash.typed)
        ]

    @property
    def number_asked(self):
        return sum(len(clash.questions) for clash in self.asked)
