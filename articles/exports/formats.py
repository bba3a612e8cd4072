"""The formats of files for page layout: what each is called, and who writes it. The same for story, page and issue."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from articles.exports.indesign import in_indesign
from articles.exports.tagged import in_gb18030, in_utf8
from articles.exports.walking import page_parts, single_parts
from articles.exports.word.document import in_word

WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

PLAIN = "text/plain; charset="


@dataclass(frozen=True)
class Format:
    code: str
    label: Any  # translated when it is shown
    mark: str  # in the file's name: three of these are .txt
    ending: str
    content_type: str
    write: Callable

    def file_name(self, name):
        return " ".join(filter(None, [name, self.mark])) + self.ending

    def story_file(self, story, paper):
        return self.write(list(single_parts(story, paper)), title=story.article.headline)

    def page_file(self, page, stories, hidden, paper):
        return self.write(list(page_parts(page, stories, hidden, paper)), title=str(page))


def without_title(write):
    """Plain text has no place for one."""
    return lambda parts, title: write(parts)


FORMATS = {
    made.code: made
    for made in (
        Format("word", _("Word"), "", ".docx", WORD_FILE, in_word),
        Format("tagged", _("Tagged text (UTF-8)"), "小样", ".txt", f"{PLAIN}utf-8", without_title(in_utf8)),
        Format(
            *("tagged-gb", _("Tagged text (GB18030)"), "小样GB18030", ".txt", f"{PLAIN}gb18030"),
            without_title(in_gb18030),
        ),
        Format(
            *("indesign", _("InDesign tagged text"), "InDesign", ".txt", f"{PLAIN}utf-16"),
            without_title(in_indesign),
        ),
    )
}
