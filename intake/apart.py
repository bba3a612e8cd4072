"""Reading in a process of its own, which may crash, hang or swell without harm to the newsroom.

PDFium and LibreOffice are large programs in C++ that meet files from anywhere; and PDFium keeps other threads waiting.
Started as python -m intake.apart: a question comes in on stdin, the answer goes out on stdout.
"""

import math
import os
import resource
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from intake.documents import result
from intake.documents.refusal import DocumentRefused
from intake.documents.result import Drop, NotRead
from intake.packing import NotPacked, pack, packed, records_in, unpacked

ROOT = Path(__file__).resolve().parent.parent
READING_SECONDS, RENDERING_SECONDS = 240, 60
MEGABYTES = 1500  # of address space; half of it is never touched
FAREWELL = 5
# What Python and LibreOffice need; not the keys and passwords of the newsroom.
HANDED_ON = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "HOME", "TMPDIR", "TZ", "LANG", "LC_ALL", "LC_CTYPE")
# By these names Python tells that a connection is about to be opened, or the number of a machine to be asked for.
OUTWARD = {
    *("socket.connect", "socket.sendto", "socket.sendmsg"),
    *("socket.getaddrinfo", "socket.getnameinfo", "socket.gethostbyname", "socket.gethostbyaddr"),
}
COMMAND = [sys.executable, "-m", "intake.apart"]
RECORDS = records_in(result)


def read_apart(name, data, seconds=READING_SECONDS):
    """As opening.read_file."""
    return asked(("read", name, data), seconds, Drop)


def render_apart(data, index, width, seconds=RENDERING_SECONDS):
    """As pdf.rendering.render_page."""
    return asked(("render", data, index, width), seconds, bytes)


def open_mail_apart(data, seconds=RENDERING_SECONDS):
    """As mail.opening.open_mail."""
    from intake.mail import opening

    return asked(("open_mail", data), seconds, opening.Mail, RECORDS | records_in(opening))


def asked(question, seconds, kind, records=RECORDS):
    """The process has read what anyone may have sent: its answer may be anything, and can build nothing but records."""
    answer = said(packed((question, seconds)), seconds)
    try:
        found = unpacked(answer, records)
    except NotPacked as error:
        raise DocumentRefused("damaged", kind="") from error
    if isinstance(found, NotRead):
        raise DocumentRefused(found.code, **found.facts)
    if not isinstance(found, kind):
        raise DocumentRefused("damaged", kind="")
    return found


def said(question, seconds):
    with subprocess.Popen(  # noqa: S603 - no shell, nothing from outside in it
        COMMAND,
        cwd=ROOT,
        env={name: os.environ[name] for name in HANDED_ON if name in os.environ},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            answer, _ = process.communicate(question, seconds)
        except subprocess.TimeoutExpired as error:
            dismiss(process)
            raise DocumentRefused("too_slow", seconds=math.ceil(seconds)) from error
    if process.returncode == -signal.SIGXCPU:
        raise DocumentRefused("too_slow", seconds=math.ceil(seconds))
    if process.returncode == -signal.SIGABRT:
        # PDFium ends itself where it gets no memory.
        raise DocumentRefused("too_hungry")
    return answer


def dismiss(process):
    """First asked, so that it can end the LibreOffice that it may have started."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.communicate(timeout=FAREWELL)
    process.kill()


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    question, seconds = unpacked(sys.stdin.buffer.read(), {})
    limit(resource.RLIMIT_AS, MEGABYTES * 2**20)
    limit(resource.RLIMIT_CPU, math.ceil(seconds))
    sys.addaudithook(ask_nobody)
    try:
        pack(answered(*question), sys.stdout.buffer)
    except DocumentRefused as refused:
        pack(NotRead("", refused.code, refused.facts), sys.stdout.buffer)
    except MemoryError:
        pack(NotRead("", "too_hungry"), sys.stdout.buffer)


def limit(kind, most):
    """The soft limit: what is started from here may lift it again. Not every system knows every limit."""
    with suppress(ValueError, OSError):
        resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))


def ask_nobody(event, _arguments):
    """A file names addresses of all kinds. No library is to follow one, now or in a later version."""
    if event in OUTWARD:
        raise PermissionError(event)


def answered(verb, *arguments):
    if verb == "read":
        from intake.documents.opening import read_file

        return read_file(*arguments)
    if verb == "open_mail":
        from intake.mail.opening import open_mail

        return open_mail(*arguments)
    from intake.documents.pdf.rendering import render_page

    return render_page(*arguments)


if __name__ == "__main__":
    main()
