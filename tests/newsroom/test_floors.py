import ast
from pathlib import Path

from django.test import SimpleTestCase

ROOT = Path(__file__).resolve().parent.parent.parent
FLOORS = [
    "wording",
    "desk",
    "pagecache",
    "search",
    "regions",
    "bylines",
    "media",
    "articles",
    "intake",
    "tally",
    "fees",
    "newsroom",
]


def apps_imported_by(path):
    """The first part of every module that the file imports, also inside its functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module.partition(".")[0]


def modules(app):
    return sorted((ROOT / app).rglob("*.py"))


class FloorTests(SimpleTestCase):
    def test_nothing_imports_from_a_floor_above(self):
        looking_upward = [
            f"{path.relative_to(ROOT)} imports {above}"
            for height, app in enumerate(FLOORS)
            for path in modules(app)
            for above in sorted(set(apps_imported_by(path)) & set(FLOORS[height + 1 :]))
        ]

        self.assertEqual(looking_upward, [])

    def test_the_ground_floor_knows_no_django(self):
        knowing = [path.name for path in modules("wording") if "django" in apps_imported_by(path)]

        self.assertEqual(knowing, [])

    def test_no_module_has_a_name_that_says_nothing(self):
        nothing = {"utils", "helpers", "common", "manager", "managers", "data", "info", "misc"}
        names = {path.stem for app in FLOORS for path in modules(app)}

        self.assertEqual(names & nothing, set())

    def test_every_app_stands_on_a_floor(self):
        apps = {path.parent.name for path in ROOT.glob("*/apps.py")}

        self.assertLessEqual(apps, set(FLOORS))
