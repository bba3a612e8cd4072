"""Rows whose text begins so, found by an index on either database."""

from django.db import connection
from django.db.models import Q

LAST = "\U0010ffff"


def begins(name, words):
    """SQLite takes no index for LIKE; PostgreSQL takes one made for it, and orders texts by no simple rule."""
    if connection.vendor == "sqlite":
        return Q(**{f"{name}__gte": words, f"{name}__lt": words + LAST})
    return Q(**{f"{name}__startswith": words})
