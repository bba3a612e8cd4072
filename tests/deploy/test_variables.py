"""Whatever the environment may say stands in the README's table, and nothing else does."""

import ast
import re
from pathlib import Path

from django.test import SimpleTestCase

ROOT = Path(__file__).resolve().parent.parent.parent
READERS = {
    *("setting", "listed", "switch", "one_of", "web_address", "web_addresses", "whole_number", "database", "demand"),
    *("demand_beside", "given_secret", "replicas", "folder", "host", "shaped", "shaped_list", "time_zone", "networks"),
    "private_data_keys",
}
NAME = re.compile(r"[A-Z][A-Z0-9_]+")
# Set by what starts the newsroom, or for a demo alone; and read by compose.yaml, which hands them on to other programs.
UNITS = {"NEWSROOM_ENV", "NEWSROOM_VAR", "STATIC_ROOT", "DEBUG"}
COMPOSE = {"POSTGRES_PASSWORD", "SERVER_NAME", "TLS_FOLDER", "NEWSROOM_VERSION"}


def read_by(path):
    """Names of variables that are handed to whoever reads the environment."""
    calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    asked = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in READERS]
    words = [word.value for call in asked for word in call.args if isinstance(word, ast.Constant)]
    return {word for word in words if isinstance(word, str) and NAME.fullmatch(word)} - {"INFO", "INBOX"}


def told(page="README.md", head="| variable | meaning |"):
    table = (ROOT / page).read_text().partition(head)[2].partition("\n\n")[0]
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    return [name for cell in cells for name in re.findall(r"`(\w+)`", cell)]


class VariablesTests(SimpleTestCase):
    def test_each_variable_that_is_read_stands_in_the_table_once(self):
        read = read_by(ROOT / "newsroom/settings.py") | read_by(ROOT / "newsroom/elsewhere.py")

        self.assertEqual(sorted(told()), sorted(read))

    def test_no_other_module_reads_the_environment_for_settings(self):
        others = set((ROOT / "newsroom").glob("*.py")) - {ROOT / "newsroom" / f"{name}.py" for name in READING}

        self.assertEqual({path.name for path in others if "newsroom.environment import" in path.read_text()}, set())

    def test_the_example_names_each_that_the_units_do_not_set(self):
        lines = (ROOT / "deploy/newsroom.env.example").read_text().splitlines()
        named = {line.lstrip("#").partition("=")[0] for line in lines if re.match(r"#?[A-Z_]+=", line)}

        self.assertEqual(named, set(told()) - UNITS | COMPOSE)

    def test_the_example_can_be_read_by_a_shell_as_well(self):
        lines = (ROOT / "deploy/newsroom.env.example").read_text().splitlines()

        self.assertEqual([line for line in lines if re.match(r"#?[A-Z_]+=.*[\s\"'$;]", line)], [])

    def test_the_table_in_chinese_has_the_same(self):
        self.assertEqual(told("README.zh-CN.md", "| 变量 | 含义 |"), told())

    def test_compose_hands_on_no_other(self):
        text = (ROOT / "deploy/compose.yaml").read_text()
        block = text.partition("environment: &environment\n")[2].partition("  read_only")[0]
        named = re.findall(r"^    ([A-Z_]+):", block, re.MULTILINE)

        self.assertGreater(len(named), 10)
        self.assertLessEqual(set(named), set(told()))


READING = ("settings", "elsewhere", "environment")
