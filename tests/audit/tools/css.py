"""The Nu checker's CSS, which is W3C's own validator, over the style sheets that a page names."""

import tempfile
from pathlib import Path

from tests.audit.kinds import HTML
from tests.audit.tools import nu
from tests.audit.verdict import counted

NAME = "CSS"
SORTS = (HTML,)


def judge(pages, site, options):
    wanted = {page: nu.style_sheets(page, site) for page in pages}
    sheets = sorted({sheet for named in wanted.values() for sheet in named})
    with tempfile.TemporaryDirectory(prefix="newsroom-css-") as folder:
        for sheet in sheets:
            Path(folder, file_of(sheet)).write_bytes(site.ask(sheet).body)
        found = nu.by_file(nu.checked(folder)) if sheets else {}
    for page, named in wanted.items():
        yield page, counted([fault for sheet in named for fault in found.get(file_of(sheet), [])])


def file_of(sheet):
    return sheet.strip("/").replace("/", "-")
