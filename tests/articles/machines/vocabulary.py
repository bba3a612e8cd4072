"""What schema.org knows, read from its own release: types, their parents, and which properties belong to which."""

import gzip
import json
from functools import cache

import pytest

from tests.standards import STANDARDS

FILE = STANDARDS / "schemaorg/schemaorg-current-https.jsonld.gz"


@cache
def graph():
    if not FILE.exists():
        pytest.skip(f"{FILE.name} is not here")
    with gzip.open(FILE) as file:
        return {row["@id"]: row for row in json.load(file)["@graph"]}


def named(row, name):
    found = row.get(name, [])
    return {one["@id"] for one in (found if isinstance(found, list) else [found])}


@cache
def lineage(kind):
    row = graph()[f"schema:{kind}"]
    return {f"schema:{kind}"}.union(*(lineage(above.removeprefix("schema:")) for above in parents(row)))


def parents(row):
    return {name for name in named(row, "rdfs:subClassOf") if name.startswith("schema:")}


def faults(record, at="$"):
    """Sentences: unknown types and properties, and properties on a type that they do not belong to."""
    kind = record.get("@type")
    if f"schema:{kind}" not in graph():
        return [f"{at}: no type {kind}"]
    found = []
    for name, said in record.items():
        if name.startswith("@"):
            continue
        row = graph().get(f"schema:{name}", {})
        if not named(row, "schema:domainIncludes") & lineage(kind):
            found.append(f"{at}: {kind} has no {name}")
        for one in said if isinstance(said, list) else [said]:
            found += fitting(row, one, f"{at}.{name}")
    return found


def fitting(row, said, at):
    if not isinstance(said, dict):
        return []
    taken = named(row, "schema:rangeIncludes")
    wrong = [] if taken & lineage(said["@type"]) else [f"{at}: takes no {said['@type']}"]
    return wrong + faults(said, at)
