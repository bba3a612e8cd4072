"""What was doubtful, and why a file was refused, in the editor's language."""

from django.utils.translation import gettext, gettext_noop

from intake.reading.doubts import MESSAGES

NAME_UNKNOWN = "name-unknown"
COLUMN_UNKNOWN = "column-unknown"

# What only the register and the list of columns can tell; the reader itself knows neither.
OF_DRAFTING = {
    NAME_UNKNOWN: gettext_noop("This name was not entered in the register, the byline lacks it:"),
    COLUMN_UNKNOWN: gettext_noop("This is no column of the paper yet:"),
}
NOTES = {
    "changes_accepted": gettext_noop(
        "Tracked changes were taken as accepted: %(insertions)s insertions, %(deletions)s deletions."
    ),
    "tables": gettext_noop("%(count)s tables were read as text; check their rows."),
    "footnotes_dropped": gettext_noop("%(count)s footnotes were left out."),
    "comments_dropped": gettext_noop("%(count)s comments in the margin were left out."),
    "hidden_dropped": gettext_noop("%(count)s pieces of hidden text were left out."),
    "symbols_dropped": gettext_noop("%(count)s symbols of a special font could not be read."),
    "objects_dropped": gettext_noop("%(count)s embedded objects, such as formulas or charts, were left out."),
    "pictures_unusable": gettext_noop("%(count)s pictures are of a kind that the paper cannot use."),
    "macros_ignored": gettext_noop("The file holds macros; they were not run."),
    "converted": gettext_noop("The file was converted from %(kind)s; compare its layout with the original."),
    "scanned": gettext_noop("Page %(page)s of the PDF is a scan without text."),
    "outlined": gettext_noop("The letters on page %(page)s of the PDF were turned into curves and cannot be read."),
    "outlined_lines": gettext_noop(
        "%(count)s lines on page %(page)s of the PDF, likely headlines, were turned into curves and cannot be read."
    ),
    "garbled": gettext_noop("Some characters on page %(page)s of the PDF could not be read; compare with print."),
    "unreadable": gettext_noop("Page %(page)s of the PDF could not be read."),
    "turned_text": gettext_noop("%(count)s characters on page %(page)s of the PDF stand sideways and were left out."),
    "pictures_in_pieces": gettext_noop(
        "%(count)s pictures on page %(page)s of the PDF are in pieces; add them by hand."
    ),
    "pdf_of_many": gettext_noop(
        "The PDF has %(pages)s pages and was not hung here; upload the PDF of this page alone."
    ),
}
REFUSALS = {
    "empty": gettext_noop("“%(name)s” is an empty file."),
    "too_large": gettext_noop("“%(name)s” is too large: %(megabytes)s MB, and %(limit)s MB are allowed."),
    "too_long": gettext_noop("“%(name)s” holds more than %(limit)s characters: hand it in page by page."),
    "unsupported": gettext_noop(
        "“%(name)s” is a %(kind)s file, which cannot be read. Take .docx, .doc, .wps, .rtf, .odt, .pdf, .zip or .txt."
    ),
    "unknown": gettext_noop("“%(name)s” is of no kind that can be recognised."),
    "not_text": gettext_noop("“%(name)s” is no readable text."),
    "no_text": gettext_noop("“%(name)s” holds no text."),
    "damaged": gettext_noop("“%(name)s” is damaged or incomplete and cannot be opened. Ask for it again."),
    "encrypted": gettext_noop("“%(name)s” is protected by a password. Remove the password and send it again."),
    "scanned": gettext_noop("“%(name)s” is a scan: its pages are pictures without text. Use the PDF from layout."),
    "outlined": gettext_noop(
        "The letters of “%(name)s” were turned into curves. Take the PDF from before that step, with its text."
    ),
    "garbled": gettext_noop(
        "The characters of “%(name)s” cannot be read, since its fonts lack their tables. Export the PDF again."
    ),
    "too_many_pages": gettext_noop("“%(name)s” has %(pages)s pages, and %(limit)s are allowed. Split it."),
    "too_many_files": gettext_noop("“%(name)s” holds more than %(limit)s files. Split it."),
    "bomb": gettext_noop("“%(name)s” unpacks to far more than it should and was not opened."),
    "nested": gettext_noop("“%(name)s” is a zip inside a zip. Unpack it first."),
    "no_converter": gettext_noop(
        "“%(name)s” is a %(kind)s file, and LibreOffice, which converts these, is not installed. Save it as .docx."
    ),
    "not_converted": gettext_noop("LibreOffice could not convert “%(name)s”. Save it as .docx."),
    "too_slow": gettext_noop("Reading “%(name)s” took longer than %(seconds)s seconds and was stopped."),
    "too_hungry": gettext_noop("“%(name)s” takes more memory than a file may."),
    "busy": gettext_noop("Other files are being read just now: try “%(name)s” again in a minute."),
    "desk_full": gettext_noop(
        "“%(name)s” was not taken: %(limit)s MB of yours wait for their drafts. Draft those first; all go after a day."
    ),
    "disk_full": gettext_noop("“%(name)s” was not taken: the server's disk is nearly full. Tell whoever keeps it."),
    "only_pictures": gettext_noop("“%(name)s” holds pictures and no text. Add pictures under Photos."),
    "linked_folder": gettext_noop("“%(name)s” is a link to a folder and was not followed; name that folder itself."),
    "no_file": gettext_noop("“%(name)s” is no file with contents, but a pipe, a socket or a device."),
}
FORMATS = {"doc": "Word 97–2003", "wps": "WPS", "rtf": "RTF", "odt": "OpenDocument"}


def message_of(doubt):
    return f"{gettext((MESSAGES | OF_DRAFTING)[doubt.code])} {doubt.detail}".strip()


def message_of_note(note):
    return gettext(NOTES[note.code]) % named(note.facts)


def refusal_of(refused, name):
    """One sentence for a DocumentRefused, or for a NotRead of a zip."""
    return gettext(REFUSALS[refused.code]) % {"name": name, **named(refused.facts)}


def named(facts):
    return {**facts, "kind": FORMATS.get(facts.get("kind"), facts.get("kind", ""))}
