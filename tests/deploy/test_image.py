"""The image's recipe and compose.yaml, as far as they can be read without an engine: nothing is built."""

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Thread
from wsgiref.simple_server import make_server

import jsonschema
import yaml
from django.test import SimpleTestCase
from dockerfile_parse import DockerfileParser

from tests.pagecache.houses import Quiet
from tests.servers.office import free_port

ROOT = Path(__file__).resolve().parent.parent.parent
DEPLOY = ROOT / "deploy"


class ImageTests(SimpleTestCase):
    def setUp(self):
        with (DEPLOY / "Containerfile").open("rb") as recipe:
            self.steps = DockerfileParser(fileobj=recipe).structure
        last = max(number for number, step in enumerate(self.steps) if step["instruction"] == "FROM")
        self.runs = self.steps[last:]

    def values(self, instruction, steps=None):
        return [step["value"] for step in steps or self.runs if step["instruction"] == instruction]

    def test_takes_only_what_was_pinned(self):
        installs = [value for value in self.values("RUN", self.steps) if "pip install" in value]

        self.assertEqual(len(installs), 1)
        self.assertIn("--require-hashes --only-binary :all:", installs[0])

    def test_runs_as_nobody_in_particular_and_says_how_it_is(self):
        self.assertEqual(self.values("USER"), ["10001:10001"])
        self.assertEqual(self.values("HEALTHCHECK")[0].partition("CMD ")[2], '["python", "deploy/is_well.py"]')
        self.assertEqual(json.loads(self.values("CMD")[0])[0], "granian")

    def test_has_no_secret_in_it(self):
        said = " ".join(self.values("ENV", self.steps) + self.values("ARG", self.steps))

        for word in ("SECRET", "PASSWORD", "DATABASE_URL", "_KEY"):
            self.assertNotIn(word, said)

    def test_nothing_of_this_machine_is_handed_to_the_engine(self):
        lines = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line and line[0] != "#"]
        let_in = [line[1:] for line in lines if line.startswith("!")]

        self.assertEqual(lines[0], "**")
        self.assertEqual([name for name in let_in if not (ROOT / name).exists()], [])
        apps = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
        self.assertLessEqual(apps, set(let_in))


class HealthTests(SimpleTestCase):
    def ask(self, port, hosts="news.example.com, other"):
        environment = os.environ | {"GRANIAN_PORT": str(port), "ALLOWED_HOSTS": hosts}
        return subprocess.run([sys.executable, DEPLOY / "is_well.py"], env=environment, capture_output=True, text=True)

    def test_says_why_a_container_is_not_well(self):
        asked = self.ask(free_port())

        self.assertEqual(asked.returncode, 1)
        self.assertIn("No answer", asked.stderr)

    def test_asks_by_a_name_that_the_newsroom_is_reached_by(self):
        seen = []

        def healthz(environ, start_response):
            seen.append((environ["PATH_INFO"], environ["HTTP_HOST"]))
            start_response("200 OK" if len(seen) == 1 else "503 Away", [("Content-Length", "0")])
            return []

        with make_server("127.0.0.1", 0, healthz, handler_class=Quiet) as server:
            Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
            answers = [self.ask(server.server_port).returncode for _look in range(2)]
            server.shutdown()

        self.assertEqual((answers, seen[0]), ([0, 1], ("/healthz/live", "news.example.com")))


class ComposeTests(SimpleTestCase):
    def setUp(self):
        self.whole = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
        self.services = self.whole["services"]

    def test_every_part_starts_after_what_it_needs(self):
        for name, service in self.services.items():
            for needed in service.get("depends_on", {}):
                self.assertIn(needed, self.services, name)
        self.assertEqual(self.services["web"]["deploy"]["replicas"], 2)
        self.assertEqual(self.services["web"]["depends_on"]["migrate"]["condition"], "service_completed_successfully")

    def test_our_own_parts_can_write_nothing_and_have_no_rights(self):
        for name in ("migrate", "web", "worker"):
            service = self.services[name]
            self.assertTrue(service["read_only"], name)
            self.assertEqual(service["cap_drop"], ["ALL"], name)

    def test_only_nginx_has_a_door_to_the_outside(self):
        self.assertEqual([name for name, service in self.services.items() if "ports" in service], ["nginx"])

    def test_every_volume_is_declared(self):
        named = [
            volume.partition(":")[0] for service in self.services.values() for volume in service.get("volumes", [])
        ]

        self.assertEqual({name for name in named if name[0] not in "./$"}, set(self.whole["volumes"]))

    def test_is_what_the_specification_of_compose_allows(self):
        schema = os.environ.get("COMPOSE_SCHEMA")
        if not schema:
            self.skipTest("COMPOSE_SCHEMA names no schema of the Compose specification: compose.yaml is only read.")
        jsonschema.validate(self.whole, json.loads(Path(schema).read_text()))
