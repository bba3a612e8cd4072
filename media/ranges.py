"""A part of a file, as browsers ask for it that page through a PDF or go on where a line broke (RFC 9110, 14)."""

import re

from django.http import FileResponse, HttpResponse

# One part alone: whoever asks for several gets the whole file, as they may.
ASKED = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})", re.ASCII)


class Part:
    """So many bytes of a file from where it stands. Closes it."""

    def __init__(self, file, length):
        self.file, self.left, self.name = file, length, file.name
        self.close = file.close

    def read(self, size=-1):
        content = self.file.read(self.left if size < 0 else min(size, self.left))
        self.left -= len(content)
        return content


def part_asked_for(request, size, etag):
    """(first, behind the last) byte; empty where there is none such; None for the whole file."""
    found = ASKED.fullmatch(request.headers.get("Range", ""))
    if not found or request.headers.get("If-Range", etag) != etag or found[0] == "bytes=-":
        return None
    first, last = found.groups()
    if not first:
        return (max(0, size - int(last)), size) if int(last) and size else ()
    if last and int(last) < int(first):
        return None
    return (int(first), min(int(last) + 1 if last else size, size)) if int(first) < size else ()


def in_part(file, part, kind):
    """416 where the file has no such part."""
    size = file.size
    if not part:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    first, behind = part
    file.seek(first)
    headers = {"Content-Range": f"bytes {first}-{behind - 1}/{size}", "Content-Length": str(behind - first)}
    return FileResponse(Part(file, behind - first), status=206, content_type=kind, headers=headers)
