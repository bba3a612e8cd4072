"""One line of the light markup as runs of words, for whatever is no HTML: Word files, files for page layout."""

from typing import NamedTuple

from wording.markup import INLINE, SAFE_ADDRESS


class Run(NamedTuple):
    text: str
    is_bold: bool = False


def runs(text, is_bold=False):
    """Of a link its words stay: on paper an address leads nowhere."""
    found, end = [], 0
    for match in INLINE.finditer(text):
        found += [Run(text[end : match.start()], is_bold), *_marked(match, is_bold)]
        end = match.end()
    found.append(Run(text[end:], is_bold))
    return [run for run in found if run.text]


def _marked(match, is_bold):
    bold, words, address = match.groups()
    if bold is not None:
        return runs(bold, True)
    return runs(words, is_bold) if SAFE_ADDRESS.match(address) else [Run(match.group(), is_bold)]
