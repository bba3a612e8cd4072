"""Reading in a process of its own, which may crash, hang or swell without harm to the newsroom.

PDFium and LibreOffice are large programs in C++ that meet files from anywhere; and PDFium keeps other threads waiting.
Started as python -m intake.documents.apart: a question comes in on stdin, the answer goes out on stdout.
"""

import pickle
import resource
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from intake.documents.refusal import DocumentRefused

ROOT = Path(__file__).resolve().parent.parent.parent
READING_SECONDS, RENDERING_SECONDS = 240, 60
MEGABYTES = 1500  # of address space; half of it is never touched
FAREWELL = 5


def read_apart(name, data, seconds=READING_SECONDS):
    """As opening.read_file."""
    return asked(("read", name, data), seconds)


def render_apart(data, index, width, seconds=RENDERING_SECONDS):
    """As pdf.rendering.render_page."""
    return asked(("render", data, index, width), seconds)


def open_mail_apart(data, seconds=RENDERING_SECONDS):
    """As mail.opening.open_mail."""
    return asked(("open_mail", data), seconds)


def asked(question, seconds):
    answer = said(pickle.dumps((question, seconds)), seconds)
    try:
        # The answer of our own process, which no one else can write to.
        result = pickle.loads(answer)  # noqa: S301
    except (pickle.UnpicklingError, EOFError) as error:
        raise DocumentRefused("damaged", kind="") from error
    if isinstance(result, DocumentRefused):
        raise result
    return result


def said(question, seconds):
    command = [sys.executable, "-m", "intake.documents.apart"]
    with subprocess.Popen(  # noqa: S603 - no shell, nothing from outside in it
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        try:
            answer, _ = process.communicate(question, seconds)
        except subprocess.TimeoutExpired as error:
            dismiss(process)
            raise DocumentRefused("too_slow", seconds=seconds) from error
    if process.returncode == -signal.SIGXCPU:
        raise DocumentRefused("too_slow", seconds=seconds)
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
    question, seconds = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the newsroom itself
    limit(resource.RLIMIT_AS, MEGABYTES * 2**20)
    limit(resource.RLIMIT_CPU, seconds)
    try:
        answer = answered(*question)
    except DocumentRefused as refused:
        answer = refused
    except MemoryError:
        answer = DocumentRefused("too_hungry")
    pickle.dump(answer, sys.stdout.buffer)


def limit(kind, most):
    """The soft limit: what is started from here may lift it again. Not every system knows every limit."""
    with suppress(ValueError, OSError):
        resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))


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
