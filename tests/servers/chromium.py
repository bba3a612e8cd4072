"""
The browser of the browser tests: the machine's own Chromium, driven by playwright.

Without a window, where Debian's chromium-headless-shell is there: the same engine for half the processor's time.
"""

import os
import shutil
from contextlib import ExitStack
from functools import cache

WITHOUT_A_WINDOW = "chromium-headless-shell"
NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
UNTIL_THE_END = ExitStack()  # of all tests; what it holds is closed then (tests/conftest.py)


def find_chromium(names=(WITHOUT_A_WINDOW, *NAMES)):
    """Its path; CHROMIUM names one that lies elsewhere. None where there is none."""
    return next(filter(None, map(shutil.which, [os.environ.get("CHROMIUM", ""), *names])), None)


def running():
    """The one browser of this run of the tests, which takes a second to start; a new one where it crashed."""
    if not launched().is_connected():
        launched.cache_clear()
    return launched()


@cache
def launched():
    browser = launch(driver())
    UNTIL_THE_END.callback(browser.close)
    return browser


@cache
def driver():
    from playwright.sync_api import sync_playwright

    # playwright runs an event loop in this thread, and Django takes its own work for asynchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    playwright = sync_playwright().start()
    UNTIL_THE_END.callback(playwright.stop)
    return playwright


def launch(playwright):
    # Chromium's sandbox does not work for root, who alone runs tests in many containers.
    arguments = ["--no-sandbox", *ARGUMENTS] if os.geteuid() == 0 else ARGUMENTS
    return playwright.chromium.launch(executable_path=find_chromium(), args=arguments)
