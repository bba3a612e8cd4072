"""How much may be asked and sent (docs/LIMITS.md); deploy/nginx-limits.conf and nginx-site.conf say the same."""

from urllib.parse import quote

KILOBYTE, MEGABYTE = 2**10, 2**20
LONGEST_ADDRESS = 16 * KILOBYTE  # a line of headers, of which an address is the first
HEADERS = 4 * LONGEST_ADDRESS  # all of them
LARGEST_BODY = MEGABYTE  # what readers send
LARGEST_UPLOAD = 200 * MEGABYTE  # what is sent to the desk, files included
LARGEST_SUBMISSION = 64 * MEGABYTE  # what correspondents hand in: 60 MB of files, and what stands around them
UPLOADS = ("/admin/",)
SUBMISSIONS = "/submit/"
HEADER_SECONDS = 10  # so long a reader may take for the headers


def refusal(environ):
    """The status for what is too much at first sight, before anything of it is read; None for all else."""
    path = environ.get("PATH_INFO", "")
    if len(quote(path)) + len(environ.get("QUERY_STRING", "")) > LONGEST_ADDRESS:
        return 414
    length = environ.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal():
        return 400
    return 413 if int(length[:20]) > largest_body(path) else None


def largest_body(path):
    if path.startswith(UPLOADS):
        return LARGEST_UPLOAD
    return LARGEST_SUBMISSION if path == SUBMISSIONS else LARGEST_BODY
