"""
The web server in front finds the files through a link that is named for ten seconds of the clock. Somebody has to make
the next one in time: while nobody follows the log, or the clock, no file is served.

    pages/kept/https/news.example.com/articles/12/index.html
    pages/176390001 -> kept         ten seconds since 1970, so many times
"""

from contextlib import suppress

from pagecache.files.folder import KEPT

LENGTH = 10  # seconds; the pattern in deploy/nginx-files.conf cuts off one digit


def beat(folder, now):
    """What the clock changes while the links last goes before they are made: no file outlives its page."""
    this = int(now // LENGTH)
    with folder.register.alone() as entries:
        folder.remove(entries, entries.fresh_until((this + 2) * LENGTH))
        links = {str(this), str(this + 1)}
        there = {path.name for path in folder.root.iterdir() if path.name.isdecimal()}
        for name in sorted(links - there):
            (folder.root / name).symlink_to(KEPT)
        for name in there - links:
            (folder.root / name).unlink(missing_ok=True)


def stop(folder):
    """Nobody follows any more."""
    with suppress(FileNotFoundError):
        for path in folder.root.iterdir():
            if path.name.isdecimal():
                path.unlink(missing_ok=True)
