"""What the command intake takes, and the order that it amounts to."""

from argparse import BooleanOptionalAction
from dataclasses import fields
from datetime import date
from pathlib import Path

from intake.archive.orders import Order


def add_arguments(parser):
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="files, or folders of files")
    parser.add_argument("--dry-run", action="store_true", help="read, and save nothing")
    parser.add_argument("--json", action="store_true", help="print what was read, one line a text")
    parser.add_argument("--report", type=Path, metavar="FILE.csv", help="list there what could not be read")
    parser.add_argument("--page", default="", help="label of the page, as 02 or A02; else as the page or the file says")
    parser.add_argument("--page-name", default="", help="name of the page, where it has to be made")
    parser.add_argument("--edition", default="", help="extra or supplement; empty for the main paper")
    parser.add_argument("--archive", default="", help="name of the archive in references; else the folder's")
    parser.add_argument("--update", action="store_true", help="draft the new stories of files that have changed")
    add_dates(parser)


def add_dates(parser):
    parser.add_argument("--date", type=date.fromisoformat, help="of the issue, as 2023-03-02")
    parser.add_argument(
        "--date-from-path",
        action=BooleanOptionalAction,
        default=None,
        help="issue and page by the path, as 2003/03/02/A02.txt: of all files or of none; else where it names a day",
    )


def order_of(files, dry_run, **options):
    own = {field.name for field in fields(Order)}
    said = {name: value for name, value in options.items() if name in own}
    return Order(tuple(files), may_save=not dry_run, **said)
