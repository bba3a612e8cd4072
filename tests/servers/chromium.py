"""The browser of the browser tests: the machine's own Chromium, driven by playwright."""

import os
import shutil

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_chromium():
    """Its path; CHROMIUM names one that lies elsewhere. None where there is none."""
    return next(filter(None, map(shutil.which, [os.environ.get("CHROMIUM", ""), *NAMES])), None)


def launch(playwright):
    # Chromium's sandbox does not work for root, who alone runs tests in many containers.
    arguments = ["--no-sandbox", *ARGUMENTS] if os.geteuid() == 0 else ARGUMENTS
    return playwright.chromium.launch(executable_path=find_chromium(), args=arguments)
