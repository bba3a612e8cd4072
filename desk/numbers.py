"""
How large a number may be. PostgreSQL has these bounds of itself, SQLite has none: a form refuses on both. And which
number is a record's key.
"""

from django.core.validators import MaxValueValidator

LARGEST = 2**63 - 1  # key of a row, and what a database takes for a number
LARGEST_SMALL = 32_767
SMALL = [MaxValueValidator(LARGEST_SMALL)]
WHOLE = [MaxValueValidator(2_147_483_647)]
DIGITS = 18  # that both databases and Python read as a number


def key_of(said):
    """The key that an address or a form names, be it text or a number already; None where no record can have it."""
    text = str(said or "")
    return int(text) if text.isdecimal() and len(text) <= DIGITS else None
