"""What an editor must look at: codes, and their messages in English for the interface to translate."""

JOINED = "joined"
MISSING_BEFORE = "missing-before"
MISSING_AFTER = "missing-after"
NAME_UNSURE = "name-unsure"
NO_HEADLINE = "no-headline"
NO_BODY = "no-body"
ODD_QUOTES = "odd-quotes"
ADJACENT_TITLES = "adjacent-titles"
UNREAD = "unread"

MESSAGES = {
    JOINED: "A sentence was broken over two paragraphs and has been joined.",
    MISSING_BEFORE: "Text seems to be missing before this paragraph.",
    MISSING_AFTER: "Text seems to be missing after this paragraph.",
    NAME_UNSURE: "This name is not certain.",
    NO_HEADLINE: "No headline was found.",
    NO_BODY: "No text was found under this headline.",
    ODD_QUOTES: "Quotation marks do not pair.",
    ADJACENT_TITLES: "The 、 between two titles or quotations should go.",
    UNREAD: "This text could not be placed.",
}
