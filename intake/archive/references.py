"""
Where a text comes from, in one line: archive, path in it, part of the file, as 江畔日报/2003/0302/A02.txt,
江畔日报/1987.zip/0102.txt or 江畔日报/issue.pdf#3. A text that was corrected there takes the reference over; earlier
ones keep it with a number: 江畔日报/2003/0302/A02.txt//1.
"""

import os
import re
from hashlib import sha256

from django.db.models import Q

from intake.models import Source, SourceStory
from wording.encoding import UnreadableError, decode

LONGEST = 480  # the field takes 500: room for the number of an earlier text
UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # begins a text, but no name
NUMBER = re.compile(r"//(\d+)$")


def words_of(path):
    """A path as people read it. On a disk from Windows a name may be GBK; two names are never one."""
    data = os.fsencode(path)
    try:
        return data.decode(errors="backslashreplace") if data.startswith(UTF_16) else decode(data)
    except UnreadableError:
        return data.decode(errors="backslashreplace")


def reference_of(file, manuscript):
    """file: the reference of the file that it came in, if it has one."""
    if not file:
        return ""
    words = "/".join(filter(None, [file, manuscript.member]))
    return fitting(words if manuscript.is_whole_file else f"{words}#{manuscript.sheet.number}")


def fitting(words):
    if len(words) <= LONGEST:
        return words
    mark = sha256(words.encode(errors="surrogatepass")).hexdigest()[:32]
    return f"{words[: LONGEST - len(mark) - 1]}…{mark}"


def is_gone(file_reference, archive, folder):
    """Whether that file has left its archive, as one that was moved has."""
    if not file_reference.startswith(f"{archive}/"):
        return False
    words = file_reference.removeprefix(f"{archive}/")
    names = [words, os.fsdecode(words.encode("gb18030", errors="replace"))]
    return not any(os.path.isfile(folder / name) for name in names)


def of_reference(reference):
    """The text of that reference and the earlier ones."""
    return Source.objects.filter(Q(reference=reference) | Q(reference__startswith=f"{reference}//"))


def drafts_of_reference(reference):
    """All articles that its texts ever became, by the digest of their words."""
    rows = SourceStory.objects.filter(source__in=of_reference(reference)).exclude(article=None)
    return {row.digest: row.article for row in rows.select_related("article")}


def make_room(reference):
    """The text that stands there keeps the reference with a number. Earlier ones may have gone elsewhere since."""
    taken = of_reference(reference).values_list("reference", flat=True)
    numbers = [int(found[1]) for one in taken if (found := NUMBER.fullmatch(one, len(reference)))]
    Source.objects.filter(reference=reference).update(reference=f"{reference}//{max(numbers, default=0) + 1}")


def take_over(source, reference, file_reference):
    """It stands there now, wherever it came from before."""
    if source.reference != reference:
        make_room(reference)
    Source.objects.filter(pk=source.pk).update(reference=reference, file_reference=file_reference)
