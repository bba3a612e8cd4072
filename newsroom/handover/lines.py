"""
A row as one line of JSON, and back: the same bytes whichever database it stands in. Keys are in the order of the
model's fields; moments are in UTC; amounts are text, with all their places; bytes are base64; permissions and content
types are words, since every site numbers them otherwise.
"""

import json
import math
import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext as _

# Some readers of lines end one at these too; and half a character cannot be written in UTF-8.
ESCAPED = re.compile("[\x85\u2028\u2029\ud800-\udfff]")
EXACT = 1e16  # whole numbers from here on are written with an exponent by the one database and without by the other
MOMENTS: dict[type, Callable[[str], object]] = {
    models.DateTimeField: datetime.fromisoformat,
    models.DateField: date.fromisoformat,
    models.TimeField: time.fromisoformat,
}


class LineError(ValueError):
    """What is wrong with a line, in words."""


def as_json(value):
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def is_json(field):
    return isinstance(field, models.JSONField)


def written(field, words):
    """The function that makes JSON of the field's value. words: {key: words} for keys that differ from site to site."""
    if words is not None:
        return lambda value: None if value is None else words[value]
    if is_json(field):
        return settled
    if isinstance(field, models.DateTimeField):
        return lambda value: value and value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(field, (models.DateField, models.TimeField)):
        return lambda value: value and value.isoformat()
    if isinstance(field, models.DecimalField):
        return lambda value: None if value is None else f"{value:.{field.decimal_places}f}"
    if isinstance(field, models.BinaryField):
        return lambda value: None if value is None else b64encode(bytes(value)).decode()
    if isinstance(field, models.FileField):
        return str
    return None


def settled(value):
    """As both databases have it: PostgreSQL keeps neither the order of keys nor how a number was written."""
    if isinstance(value, dict):
        return {key: settled(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return [settled(one) for one in value]
    if isinstance(value, float) and abs(value) >= EXACT and math.isfinite(value):
        return int(Decimal(repr(value)))
    return value


def read(field, keys):
    """The function that makes the field's value of JSON; it raises LineError. keys: {words: key}"""
    if keys is not None:
        return lambda value: None if value is None else keyed(keys, value)
    if is_json(field):
        return lambda value: value
    moment = next((made for kind, made in MOMENTS.items() if isinstance(field, kind)), None)
    if moment:
        return lambda value: None if value is None else moment(demand(str, value))
    if isinstance(field, models.DecimalField):
        return lambda value: None if value is None else amount(field, demand(str, value))
    if isinstance(field, models.BinaryField):
        return lambda value: None if value is None else b64decode(demand(str, value), validate=True)
    kind = kind_of(field.target_field if by_key(field) else field)
    return lambda value: None if value is None else demand(kind, value)


def amount(field, text):
    """Of what a Decimal is written as, and nothing that only looks like it."""
    try:
        value = Decimal(text)
        is_written_so = f"{value:.{field.decimal_places}f}" == text and value.is_finite()
    except InvalidOperation:
        is_written_so = False
    if not is_written_so:
        raise LineError(_("%(value)s is no amount") % {"value": as_json(text)[:60]})
    return value


def keyed(keys, value):
    if value not in keys:
        raise LineError(_("this site knows no %(name)s") % {"name": value})
    return keys[value]


def by_key(field):
    return isinstance(field, models.ForeignKey)


def kind_of(field):
    """Of what Python type a value has to be."""
    if isinstance(field, models.BooleanField):
        return bool
    if isinstance(field, models.FloatField):
        return float
    return int if isinstance(field, models.IntegerField) else str


def demand(kind, value):
    if type(value) is not kind:
        told = _("%(value)s is not of the kind %(kind)s")
        raise LineError(told % {"value": as_json(value)[:60], "kind": kind.__name__})
    return value


def words_for(field, using):
    """{key: words} of permissions and content types; None for fields of other kinds."""
    target = field.related_model if by_key(field) else None
    if target is ContentType:
        kinds = ContentType.objects.using(using).values_list("pk", "app_label", "model")
        return {pk: ".".join(names) for pk, *names in kinds}
    if target is Permission:
        named = ("content_type__app_label", "content_type__model", "codename")
        rights = Permission.objects.using(using).order_by().values_list("pk", *named)
        return {pk: ".".join(names) for pk, *names in rights}
    return None


class Writer:
    """Lines of one model's rows."""

    def __init__(self, fields, using):
        self.fields = fields
        self.makers = [written(field, words_for(field, using)) for field in fields]

    def line(self, row):
        """row: the values of its fields, in their order."""
        told = {
            field.name: value if make is None else make(value)
            for field, make, value in zip(self.fields, self.makers, row, strict=True)
        }
        return as_json(told).encode() + b"\n"


class Reader:
    """Values of one model's rows."""

    def __init__(self, fields, using):
        self.fields = {field.name: field for field in fields}
        self.makers = {}
        for field in fields:
            words = words_for(field, using)
            keys = None if words is None else {name: key for key, name in words.items()}
            self.makers[field.name] = read(field, keys)

    def row(self, line):
        """[values] in the order of the fields. Raises LineError."""
        try:
            told = json.loads(line)
        except (ValueError, RecursionError) as problem:
            raise LineError(_("is no JSON (%(problem)s)") % {"problem": problem}) from problem
        if not isinstance(told, dict) or told.keys() != self.fields.keys():
            raise LineError(self.difference(told))
        return [self.value(name, told[name]) for name in self.fields]

    def difference(self, told):
        if not isinstance(told, dict):
            return _("is no record")
        missing, extra = self.fields.keys() - told.keys(), told.keys() - self.fields.keys()
        named = {"missing": ", ".join(sorted(missing)), "extra": ", ".join(sorted(extra))}
        return _("has other fields than expected (missing: %(missing)s; unknown: %(extra)s)") % named

    def value(self, name, told):
        try:
            return self.makers[name](told)
        except (ValueError, TypeError) as problem:
            raise LineError(f"{name}: {problem}") from problem
