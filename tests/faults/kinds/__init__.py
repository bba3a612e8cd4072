"""One module for each part of the house, in the order of the table."""

from importlib import import_module

for _name in ("web", "database", "replica", "redis", "workers", "away"):
    import_module(f"tests.faults.kinds.{_name}")
