"""What was doubtful, in the editor's language."""

from django.utils.translation import gettext, gettext_noop

from intake.reading.doubts import MESSAGES

NAME_UNKNOWN = "name-unknown"
COLUMN_UNKNOWN = "column-unknown"

# What only the register and the list of columns can tell; the reader itself knows neither.
OF_DRAFTING = {
    NAME_UNKNOWN: gettext_noop("This name was not entered in the register, the byline lacks it:"),
    COLUMN_UNKNOWN: gettext_noop("This is no column of the paper yet:"),
}


def message_of(doubt):
    return f"{gettext((MESSAGES | OF_DRAFTING)[doubt.code])} {doubt.detail}".strip()
