"""What the page of a PDF really draws: its forms may share a list with those of other pages.

Reads only what PDFium has just written: every object on its own, streams plain or deflated, references as "8 0 R ".
"""

import re
import zlib

OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\r?\n(.*?)\r?\nendobj", re.DOTALL)
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
LISTS = re.compile(rb"/(?:XObject|Pattern)<<((?:/[^\s/<>()\[\]]+ \d+ 0 R ?)*)>>")
ENTRY = re.compile(rb"/([^\s/<>()\[\]]+) (\d+) 0 R ?")
LIST_ELSEWHERE = re.compile(rb"/(?:XObject|Pattern) (\d+) 0 R")
MASK = re.compile(rb"/G (\d+) 0 R")
USED = re.compile(rb"/([^\s/<>()\[\]]+)\s+(?:Do|scn|SCN)\b")
REFERENCE = re.compile(rb"(\d+) 0 R")
LIST_BEGINS = re.compile(rb"/(?:XObject|Pattern)<<")
LARGEST = 60 * 2**20


def without_unreached(data):
    """The same bytes with blanks in place of the entries that nothing uses; ValueError where that cannot be told."""
    if len(LIST_BEGINS.findall(data)) != len(LISTS.findall(data)):
        raise ValueError("A list holds more than references.")
    objects = {int(found[1]): found[2] for found in OBJECT.finditer(data)}
    reached = Page(objects).reached()
    lists = {int(number) for number in LIST_ELSEWHERE.findall(data)}

    def pruned(found):
        if int(found[1]) in lists:
            return ENTRY.sub(lambda entry: blanked(entry, reached), found[0])
        return LISTS.sub(lambda own: ENTRY.sub(lambda entry: blanked(entry, reached), own[0]), found[0])

    return OBJECT.sub(pruned, data)


def blanked(entry, reached):
    return entry[0] if int(entry[2]) in reached else b" " * len(entry[0])


class Page:
    """The objects of a file of one page, by their numbers."""

    def __init__(self, objects):
        self.objects = objects
        self.heads = {number: STREAM.sub(b"", body) for number, body in objects.items()}

    def reached(self):
        """The numbers of all that the page draws, also through others. Masks, and what letters are drawn with, count as
        drawn: PDFium took those off the page that it does not use."""
        waiting = [number for number, head in self.heads.items() if re.search(rb"/Type/Page\b", head)]
        for number, head in self.heads.items():
            if b"/SMask" in head:
                waiting += map(int, MASK.findall(head))
            if b"/Subtype/Type3" in head:
                waiting += [place for _, place in self.listed(number)]
        reached = set()
        while waiting:
            number = waiting.pop()
            if number not in reached and number in self.objects:
                reached.add(number)
                waiting += self.drawn_by(number)
        return reached

    def drawn_by(self, number):
        listed = [] if b"/Subtype/Image" in self.heads[number] else self.listed(number)
        if not listed:
            return []
        names = set(USED.findall(self.content_of(number)))
        return [place for name, place in listed if name in names]

    def listed(self, number):
        """Pairs of a name and the object that it stands for."""
        head = self.heads[number]
        elsewhere = re.search(rb"/Resources (\d+) 0 R", head)
        text = self.heads.get(int(elsewhere[1]), b"") if elsewhere else head
        lists = [*LISTS.findall(text), *(self.heads.get(int(place), b"") for place in LIST_ELSEWHERE.findall(text))]
        return [(name, int(place)) for names in lists for name, place in ENTRY.findall(names)]

    def content_of(self, number):
        """Of a page its contents', of a form its own."""
        contents = re.search(rb"/Contents(?: (\d+) 0 R|\[([^\]]*)\])", self.heads[number])
        if not contents:
            return self.unpacked(number)
        places = [contents[1]] if contents[1] else REFERENCE.findall(contents[2])
        return b"\n".join(self.unpacked(int(place)) for place in places)

    def unpacked(self, number):
        stream, head = STREAM.search(self.objects[number]), self.heads[number]
        if not stream or b"/Filter" not in head:
            return stream[1] if stream else b""
        if not re.search(rb"/Filter(?:/FlateDecode|\[\s*/FlateDecode\s*\])", head) or b"/DecodeParms" in head:
            raise ValueError("A stream is packed in another way.")
        return zlib.decompressobj().decompress(stream[1], LARGEST)
