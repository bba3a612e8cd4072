"""What other people's linters say of what is deployed. Each is a program that comes with requirements-dev.txt."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml
from django.test import SimpleTestCase

ROOT = Path(__file__).resolve().parent.parent.parent
DEPLOY = ROOT / "deploy"
PROGRAMS = Path(sys.executable).parent
# What gixy is told not to look for, and why.
PASSED_OVER = {
    "host_spoofing": "ALLOWED_HOSTS refuses every other name, and a port of one's own has to reach the newsroom",
    "hsts_header": "the newsroom sends it, and nginx where nginx answers; twice it would be wrong",
    "try_files_is_evil_too": "a page that is shown while the newsroom is away",
}
# A page's name goes into the path of a file, not into a header, and its pattern lets no such byte through.
PASSED_OVER_IN_FILES = PASSED_OVER | {"http_splitting": "nginx-files.conf"}


def run(name, *arguments, **options):
    return subprocess.run([PROGRAMS / name, *arguments], capture_output=True, text=True, check=False, **options)


class LinterTests(SimpleTestCase):
    def test_hadolint_finds_nothing_in_the_image(self):
        looked = run("hadolint", "--no-color", str(DEPLOY / "Containerfile"))

        self.assertEqual((looked.stdout, looked.returncode), ("", 0), looked.stderr)

    def test_shellcheck_finds_nothing_in_what_a_shell_runs(self):
        looked = run("shellcheck", str(ROOT / ".ci/run"), str(DEPLOY / "manage.sh"))
        self.assertEqual((looked.stdout, looked.returncode), ("", 0), looked.stderr)

        for name, service in yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"].items():
            command = service.get("command", [])
            if command[:2] == ["sh", "-c"]:
                looked = run("shellcheck", "--shell", "sh", "-", input=command[2].replace("$$", "$"))
                self.assertEqual(looked.stdout, "", name)


class GixyTests(SimpleTestCase):
    def look(self, name, passed_over):
        with tempfile.TemporaryDirectory() as folder:
            for path in DEPLOY.glob("nginx-*.conf"):
                (Path(folder) / path.name).write_text(path.read_text())
            whole = Path(folder) / "nginx.conf"
            whole.write_text(f"events {{}}\nhttp {{ include {folder}/{name}; }}\n")
            looked = run("gixy", "--format", "json", "--skips", ",".join(passed_over), str(whole))
        return [(found["plugin"], found["reason"]) for found in json.loads(looked.stdout)]

    def test_finds_nothing_in_nginx(self):
        self.assertEqual(self.look("nginx-site.conf", PASSED_OVER), [])
        self.assertEqual(self.look("nginx-micro.conf", PASSED_OVER), [])
        self.assertEqual(self.look("nginx-files.conf", PASSED_OVER_IN_FILES), [])

    def test_would_find_something(self):
        self.assertEqual({plugin for plugin, _reason in self.look("nginx-micro.conf", ["none"])}, {"host_spoofing"})
