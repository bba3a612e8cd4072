"""The typed parts of addresses: what does not fit is a 404 and never reaches a view."""

from datetime import date


class NumberConverter:
    """Written in one way only: with a nought in front it would be another address of the same page."""

    regex = "0|[1-9][0-9]{0,17}"  # as far as desk.numbers reads one

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return str(value)


class DateConverter:
    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value):
        return date.fromisoformat(value)

    def to_url(self, value):
        return value.isoformat()


class EditionConverter:
    regex = "[-a-zA-Z0-9_]+"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class LabelConverter(EditionConverter):
    """A page's label: 02, A02."""

    regex = "[A-Za-z]?[0-9]{2,3}"


class CodeConverter(EditionConverter):
    """A region's code."""

    regex = "[0-9]{6}(?:[0-9]{3})?"


class WordConverter(EditionConverter):
    r"""A slug in any script: \w knows Chinese."""

    regex = r"[-\w]+"
