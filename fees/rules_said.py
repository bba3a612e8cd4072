"""A length rule in one line."""

from django.utils.translation import gettext as _

from fees.models import LengthRule


def said_rule(rule):
    said = {"unit": rule.unit, "half": rule.half_below}
    if rule.part == LengthRule.Part.EXACT:
        return _("by %(unit)d, exactly") % said
    if rule.part == LengthRule.Part.WHOLE:
        return _("by %(unit)d, a part of it as a whole") % said
    return _("by %(unit)d, fewer than %(half)d as half, more as a whole") % said
