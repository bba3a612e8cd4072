"""What an editor is warned of at a story's form: what is wrong, and what its draft will lack or bring about."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from bylines.register import names_known
from intake.drafting.checked import LEFT
from intake.screen.questions import NEW


class Warned(NamedTuple):
    """address: of its place in the source, or of the field that answers it."""

    message: str
    address: str


def of_errors(form):
    """Each leads to its field. That names are to be checked is said by the names themselves."""
    if not form.errors:
        return []  # a story that is not wanted has no names to be checked
    lines = [error for line in form.naming.forms for error in of_fields(line)]
    return of_fields(form) + (lines or of_whole(form))


def of_fields(form):
    named = [(form[name], sentences) for name, sentences in form.errors.items() if name in form.fields]
    return [warned(field.label, said, field) for field, sentences in named for said in sentences]


def warned(about, said, field):
    return Warned(_("%(about)s: %(said)s") % {"about": about, "said": said}, field.id_for_label)


def of_whole(form):
    return [Warned(said, form["headline"].id_for_label) for said in form.non_field_errors()]


def of_questions(form):
    """Whatever the register and the list of columns leave open."""
    naming = form.naming
    lacking = left_out(naming.names)
    names = [found for line in naming.names if (found := of_name(line, lacking))]
    return names + of_too_many(naming, form) + of_column(naming.column, form)


def of_too_many(naming, form):
    field = form["byline"].id_for_label
    return [Warned(_("%s: stays a doubt on the draft") % name, field) for name, _unit in naming.too_many]


def of_name(line, lacking):
    """That a name is merely new to the register troubles nobody, as long as it is entered."""
    if line.question.why != NEW:
        return warned(line.question.said.name, line.question.because, line["name"])
    if line in lacking:
        return Warned(_("%s: not in the register, the byline will lack it") % written(line), line["name"].id_for_label)
    return None


def left_out(lines):
    """New names that nobody enters and that are not put right to somebody of the register either."""
    left = [line for line in lines if line.question.why == NEW and stays_out(line)]
    changed = {written(line) for line in left} - {line.question.said.name for line in left}
    known = names_known(changed)
    return [line for line in left if written(line) not in known]


def stays_out(line):
    return (not line.is_bound or line.is_valid()) and line.decision == LEFT and not line.is_no_name


def written(line):
    return line.answers.get("name") or line.question.said.name


def of_column(line, form):
    """A column gets a public address: none is founded without a word, nor left out without one."""
    if not line or (line.is_bound and not line.is_valid()) or line.answers.get("instead"):
        return []
    if line.answers.get("found"):
        said = _("%s will be founded as a column, with a public address")
        return [Warned(said % line.question.name, line["found"].id_for_label)]
    field = line["found"] if line.may_found else form["column"]
    return [Warned(_("%s: no column of the paper yet, it stays a doubt") % line.question.name, field.id_for_label)]
