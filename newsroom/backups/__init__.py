"""
One file with all that a paper cannot make again: the database and the uploads, as they belong together at one moment,
written while people save and upload (docs/OPERATIONS.md). The machine's secret is not in it.
"""


class BackupError(Exception):
    """Its text is for the person at the keyboard."""
