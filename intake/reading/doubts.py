"""What an editor must look at: codes, and their messages in English for the interface to translate."""

JOINED = "joined"
MISSING_BEFORE = "missing-before"
MISSING_AFTER = "missing-after"
NAME_UNSURE = "name-unsure"
NAME_SHARED = "name-shared"
NO_HEADLINE = "no-headline"
NO_BODY = "no-body"
ODD_QUOTES = "odd-quotes"
ADJACENT_TITLES = "adjacent-titles"
UNREAD = "unread"
PHOTO_TO_COME = "photo-to-come"
JUMP = "jump"


def gettext_noop(message):
    """Marks a message for translation, as Django's function of this name does; here nothing knows Django."""
    return message


MESSAGES = {
    JOINED: gettext_noop("A sentence was broken over two paragraphs and has been joined:"),
    MISSING_BEFORE: gettext_noop("Text seems to be missing before this paragraph:"),
    MISSING_AFTER: gettext_noop("Text seems to be missing after this paragraph:"),
    NAME_UNSURE: gettext_noop("This name is not certain:"),
    NAME_SHARED: gettext_noop("Several contributors have this name; the first was taken:"),
    NO_HEADLINE: gettext_noop("No headline was found."),
    NO_BODY: gettext_noop("No text was found under this headline."),
    ODD_QUOTES: gettext_noop("Quotation marks do not pair:"),
    ADJACENT_TITLES: gettext_noop("The 、 between two titles or quotations should go:"),
    UNREAD: gettext_noop("This text could not be placed:"),
    PHOTO_TO_COME: gettext_noop("A photo is still to be added:"),
    JUMP: gettext_noop("The story goes on elsewhere:"),
}
