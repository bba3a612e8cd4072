"""How words are set for readers; what is stored knows nothing of it."""

from django.utils.html import conditional_escape

from wording import unbroken as lines


def unbroken(words):
    """Words, or a block's markup, in which no line begins or ends where it may not."""
    return lines.unbroken(conditional_escape(words))
