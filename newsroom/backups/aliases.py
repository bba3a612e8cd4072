"""Another connection for as long as it is looked through, by a name that the settings do not know."""

from contextlib import contextmanager
from copy import deepcopy

from django.db import connections
from django.db.utils import load_backend

ALIAS = "backup"


@contextmanager
def alias_of(alias=ALIAS, **changes):
    """changes: of the settings of the paper's own database, such as NAME."""
    chosen = deepcopy(connections["default"].settings_dict) | changes
    connections[alias] = load_backend(chosen["ENGINE"]).DatabaseWrapper(chosen, alias)
    try:
        yield alias
    finally:
        connections[alias].close()
        del connections[alias]
