"""What the cells of a row mean: a day, a role, a region, a desk. WrongCell says why it is none."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from bylines import private
from bylines.models import Contributor, PenName, Term
from bylines.register import as_entered
from bylines.sheets.columns import PRIVATE, ROLES, in_words
from desk.models import Desk
from regions.models import Region

DAY = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:\s+00:00:00)?")
APART = re.compile(r"[、,，;；/]")
LONGEST = {
    "unit": Contributor._meta.get_field("unit").max_length,
    "position": Term._meta.get_field("position").max_length,
    "number": Term._meta.get_field("number").max_length,
}
LONGEST_NAME = Contributor._meta.get_field("name").max_length


class WrongCell(Exception):  # noqa: N818 - said of a cell
    pass


class Meaning:
    """Asks once for all regions and desks that the rows name."""

    def __init__(self, rows):
        said = {name: {row[name] for row in rows if name in row} for name in ("region", "region_code", "desk")}
        self.desks = {desk.name: desk for desk in Desk.objects.filter(name__in=said["desk"])}
        self.by_code = {one.code: one for one in Region.objects.filter(code__in=said["region_code"])}
        self.by_name = regions_named(said["region"])

    def of(self, row):
        """({column: value}, [what is wrong]). region_code and region come to `region`."""
        values, wrong = {}, []
        for name, text in row.items():
            try:
                values[name] = self.cell(name, text)
            except WrongCell as why:
                wrong.append(f"{in_words(name)}：{why}")
        if "region_code" in values:
            values["region"] = values.pop("region_code")
        if values.get("until") and values.get("since") and values["until"] < values["since"]:
            wrong.append(_("The term ends before it begins."))
        if not values.get("since") and {"until", "position", "number"} & values.keys():
            wrong.append(_("A term needs its first day (聘期起)."))
        return values, wrong

    def cell(self, name, text):
        if name in PRIVATE:
            return private_words(name, text)
        if name in LONGEST:
            return short(text, LONGEST[name])
        return getattr(self, f"as_{name}")(text)

    def as_key(self, text):
        if not re.fullmatch(r"[0-9]{1,18}", text):
            raise WrongCell(_("this is no number of a contributor"))
        return int(text)

    def as_name(self, text):
        try:
            return short(as_entered(text), LONGEST_NAME)
        except ValueError as error:
            raise WrongCell(_("a name has letters or characters, and no < or >")) from error

    def as_role(self, text):
        return known(ROLES, text)

    def as_desk(self, text):
        return known(self.desks, text)

    def as_region_code(self, text):
        return known(self.by_code, text)

    def as_region(self, text):
        found = self.by_name.get(text, [])
        if len(found) > 1:
            raise WrongCell(_("several regions are called “%s”: give the code") % text)
        return found[0] if found else known({}, text)

    def as_pen_names(self, text):
        return [self.as_name(part) for part in APART.split(text) if part.strip()]

    as_aliases = as_pen_names

    def as_since(self, text):
        found = DAY.fullmatch(text)
        try:
            return date(*(int(part) for part in found.groups() if part))
        except (AttributeError, ValueError) as error:
            raise WrongCell(_("“%s” is no day such as 2023-03-02") % text) from error

    as_until = as_since


def known(words, text):
    if text not in words:
        raise WrongCell(_("“%s” is not known here") % text)
    return words[text]


def short(text, most):
    if len(text) > most:
        raise WrongCell(_("longer than %d characters") % most)
    return text


def private_words(name, text):
    try:
        return private.CHECKS[name](text)
    except ValidationError as error:
        raise WrongCell("".join(error.messages)) from error


def regions_named(names):
    """{name: regions}, by their own names and their short ones."""
    found = {name: [] for name in names}
    current = Region.objects.current()
    for one in current.filter(name__in=names):
        found[one.name].append(one)
    for one, alias in alias_pairs(current.filter(aliases__name__in=names).distinct(), names):
        if one not in found[alias]:
            found[alias].append(one)
    return found


def alias_pairs(regions, names):
    for one in regions.prefetch_related("aliases"):
        for alias in one.aliases.all():
            if alias.name in names:
                yield one, alias.name


OTHER_NAMES = {"pen_names": PenName.Kind.PEN_NAME, "aliases": PenName.Kind.ALIAS}
