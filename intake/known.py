"""The names that win over a guess: those of the register, pen names among them, and of the columns."""

from articles.models import Column
from bylines.models import Contributor, PenName


class Names:
    """All names of a list, asked for once; afterwards only those that came since. A run over an archive reads many
    texts, and each of them may add a few names to a register of thousands."""

    def __init__(self, model):
        self.rows = model.objects.order_by("pk").values_list("pk", "name")
        self.last, self.names, self.is_settled = 0, frozenset(), False

    def now(self):
        if not self.is_settled and (new := list(self.rows.filter(pk__gt=self.last))):
            self.last = new[-1][0]
            self.names |= {name for _key, name in new}
        return self.names


class Known:
    def __init__(self):
        self.people, self.others, self.columns = Names(Contributor), Names(PenName), Names(Column)

    def names(self):
        """Of people, by whichever name print knows them."""
        return self.people.now() | self.others.now()

    def settled(self):
        """As of now: the texts of one screen are read within seconds, by the same names."""
        for names in (self.people, self.others, self.columns):
            names.now()
            names.is_settled = True
        return self
