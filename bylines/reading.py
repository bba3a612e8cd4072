"""Reading a line of credits back into credits: the inverse of printing, for every style that papers print.

A line is a row of groups; a group is a role word (with the employer before it), names, and what they did:
    line   :=  group+                              记者林岚 通讯员何青报道
    group  :=  [employer] [role] names [work]      新华社记者林岚 / 文 林岚 / 林岚 摄
    names  :=  name ((、|space) name)*             a run of Han is told apart by its surnames
The reader takes a folded text (wording.folding), so that every place it names is a place in the text itself.
"""

from bylines.employers import take_aside, take_body
from bylines.groups import Group
from bylines.heads import take_head, take_head_of_any_unit
from bylines.line import NO_ONE, Line
from bylines.roles import BARE_UNIT
from bylines.sources import take_source, take_supplier
from bylines.works import take_work


def read_credits(text, start=0, end=None, known=frozenset(), is_whole=False):
    """The longest line of credits that begins at start, or None.

    is_whole: the text is a line of its own, or what stands in brackets.
    """
    line = Line(text, start, len(text) if end is None else end, known, is_whole)
    while line.at < line.end and step(line):
        pass
    return line.result()


def read_what_can_be(text, start, known=frozenset()):
    """A line of credits in which each word that the grammar does not know is stepped over, and is a doubt."""
    line = Line(text, start, len(text), known)
    while line.at < line.end and (step(line) or step_over(line)):
        pass
    return line.result() or (NO_ONE._replace(end=line.good, unsure=tuple(line.unsure)) if line.unsure else None)


def step_over(line):
    token = line.next_token()
    if not token:
        return False
    line.unsure.append(token[0])
    return line.take(token.end())


def step(line):
    """Take the next piece of the line; False where the line is over."""
    if line.has_names() and (take_aside(line) or take_source(line) or take_work(line)):
        return True
    line.at = line.behind_joint(line.at)
    if take_source(line) or take_head(line) or (not line.is_closed and take_names(line)):
        return True
    return take_supplier(line) or take_head_of_any_unit(line)


def take_names(line):
    if not line.groups and (unit := line.match(BARE_UNIT)):
        line.unit, line.at = unit["unit"], unit.end()
    elif take_body(line):
        return True
    found = line.names_at(line.at)
    if not found:
        return False
    if not line.groups:
        line.begin(Group(unit=line.unit))
    elif not line.open:
        line.begin(Group(role=line.groups[-1].role, unit=line.groups[-1].unit))
    line.groups[-1].names += found.names
    line.unsure += [] if found.is_sure else found.names
    return line.take(found.end)
