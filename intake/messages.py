"""What was doubtful, in the editor's language."""

from django.utils.translation import gettext

from intake.reading.doubts import MESSAGES


def message_of(doubt):
    return f"{gettext(MESSAGES[doubt.code])} {doubt.detail}".strip()
