"""
Where the processor's time of a page goes: its stack, looked at thousands of times while it is asked for anew.
What Django calls between two template nodes, or two middlewares, is left out; a template has its name.
"""

import signal
import sysconfig
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

from django.template.base import Template

EVERY = 0.001  # seconds of processor time; the kernel may look less often
MACHINERY = {
    "django/template/base.py",
    "django/template/defaulttags.py",
    "django/template/loader_tags.py",
    "django/core/handlers/exception.py",
    "django/utils/deprecation.py",
}
PACKAGES = "site-packages/"
LIBRARY = sysconfig.get_path("stdlib")
ROOT = Path(__file__).resolve().parent.parent.parent


def stacks_of(asked, requests):
    """{(outermost, ..., innermost): how often}"""
    found = Counter()
    with sampling(found):
        for _time in range(requests):
            asked.once()
    return found


@contextmanager
def sampling(found):
    def look(number, frame):
        found[tuple(reversed(list(told(frame))))] += 1

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def told(frame):
    """From the innermost out to the application."""
    while frame and not frame.f_code.co_filename.endswith("benchmark/asking.py"):
        name = told_of(frame)
        if name:
            yield name
        frame = frame.f_back


def told_of(frame):
    code = frame.f_code
    path = short(code.co_filename)
    if path not in MACHINERY:
        return f"{path.removesuffix('.py')}:{code.co_qualname}"
    template = frame.f_locals.get("self")
    is_whole = isinstance(template, Template) and code.co_name == "_render"
    return f"<{template.name}>" if is_whole else None


def short(path):
    if PACKAGES in path:
        return path.partition(PACKAGES)[2]
    return path.removeprefix(f"{ROOT}/").removeprefix(f"{LIBRARY}/")
