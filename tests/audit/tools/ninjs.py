"""ninjs by IPTC's schemas: what we declare (3.1) and the newest (3.3)."""

import json

from tests.audit.kinds import NINJS
from tests.audit.verdict import counted, left_out
from tests.standards import STANDARDS, missing

NAME = "ninjs"
SORTS = (NINJS,)
SCHEMAS = STANDARDS / "ninjs"
VERSIONS = ("3.1", "3.3")


def judge(pages, site, options):
    absent = None if SCHEMAS.exists() else left_out(missing(SCHEMAS))
    for page in pages:
        yield page, absent or counted(faults(site.fetch(page).text))


def faults(text):
    try:
        story = json.loads(text)
    except ValueError as error:
        return [f"no JSON: {error}"]
    return [
        f"{version}: {error.json_path} {error.message}"
        for version in VERSIONS
        for error in validator(version).iter_errors(story)
    ]


def validator(version):
    # Loaded where a story is judged: that takes a second, and each part of the suite imports this file.
    import jsonschema
    import referencing
    from referencing.jsonschema import DRAFT202012

    # Without GeoJSON's schema the net would be asked for it; without the checker, dates and addresses pass unread.
    places = referencing.Resource(contents=schema("GeoJSON-schema.json"), specification=DRAFT202012)
    registry = referencing.Registry().with_resource("https://geojson.org/schema/GeoJSON.json", places)
    known = schema(f"ninjs-schema_{version}.json")
    return jsonschema.Draft202012Validator(known, registry=registry, format_checker=jsonschema.FormatChecker())


def schema(name):
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
