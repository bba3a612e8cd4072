import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

from django.test import SimpleTestCase

from newsroom.serving import ROOT, Company, is_taken
from tests.servers.office import Office, free_port


def sleeper(seconds, status=0):
    return [sys.executable, "-c", f"import sys, time; time.sleep({seconds}); sys.exit({status})"]


class CompanyTests(SimpleTestCase):
    def test_when_one_ends_the_other_is_stopped(self):
        said = []
        company = Company({"web server": sleeper(60), "worker": sleeper(0.1, status=3)}, said.append)

        status = company.run()

        self.assertEqual(status, 1)
        self.assertEqual(said, ["worker自行退出（退出码3），其余进程随之停止。"])
        self.assertEqual(company.processes["web server"].returncode, -signal.SIGTERM)

    def test_stops_all_when_asked(self):
        company = Company({"web server": sleeper(60), "worker": sleeper(60)}, say=self.fail)

        status = company.run(when_ready=company.asked_to_stop.set)

        self.assertEqual(status, 0)
        self.assertEqual({process.returncode for process in company.processes.values()}, {-signal.SIGTERM})


class PortTests(SimpleTestCase):
    def test_is_taken_while_someone_listens(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            self.assertTrue(is_taken("127.0.0.1", server.getsockname()[1]))

        self.assertFalse(is_taken("127.0.0.1", free_port()))


class ServeTests(SimpleTestCase):
    """The real server and the real worker, in an office of their own."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.office = Office()
        cls.addClassCleanup(cls.office.clear)
        cls.office.furnish()

    def test_serves_with_a_worker_until_it_is_asked_to_stop(self):
        port = free_port()
        server = self.start("serve", "--port", str(port), "--workers", "1")
        said = {server.stdout.readline().strip() for _line in range(3)}

        self.wait_for_the_worker()
        health = json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5))
        server.send_signal(signal.SIGINT)

        address = f"http://127.0.0.1:{port}/"
        welcome = f"网站已启动：{address}（编辑后台：{address}admin/）。按 Ctrl-C 停止。"
        self.assertEqual(said, {"后台任务进程已启动。", "", welcome})
        self.assertEqual(health, {"database": "ok", "worker": "ok"})
        self.assertEqual(server.wait(20), 0)
        self.assertFalse(is_taken("127.0.0.1", port))

    def start(self, *arguments):
        process = self.office.start(*arguments)
        patience = threading.Timer(60, process.terminate)
        patience.start()
        for clean_up in (process.stdout.close, process.wait, process.terminate, patience.cancel):
            self.addCleanup(clean_up)
        return process

    def wait_for_the_worker(self):
        for _look in range(100):
            if self.office.ask("SELECT name FROM desk_heartbeat"):
                return
            time.sleep(0.1)
        self.fail("The worker gave no sign of life.")

    def test_says_that_the_port_is_taken(self):
        with socket.create_server(("127.0.0.1", 0)) as other:
            port = other.getsockname()[1]
            result = self.office.manage("serve", "--port", str(port))

        self.assertEqual(result.returncode, 1)
        self.assertIn(f"127.0.0.1:{port} 已被其他程序占用。", result.stderr)
        self.assertNotIn("Traceback", result.stderr)

    def test_the_worker_goes_away_without_leaving_a_heartbeat(self):
        worker = self.start("work")
        self.wait_for_the_worker()

        worker.terminate()

        self.assertEqual(worker.wait(10), 0)
        self.assertEqual(self.office.ask("SELECT name FROM desk_heartbeat"), [])


STARTER = """
import sys
sys.path.insert(0, {root!r})
from newsroom.serving import Company
commands = {{"one": [sys.executable, "-c", {child!r}]}}
Company(commands, print).run()
"""


class KilledStarterTests(SimpleTestCase):
    """Nobody stays behind when the process that started the others is killed itself."""

    def start(self, child):
        starter = subprocess.Popen(
            [sys.executable, "-c", STARTER.format(root=str(ROOT), child=child)], stdout=subprocess.PIPE, text=True
        )
        for clean_up in (starter.stdout.close, starter.wait, starter.kill):
            self.addCleanup(clean_up)
        return starter

    def test_its_children_are_stopped(self):
        starter = self.start("import os, time; print(os.getpid(), flush=True); time.sleep(120)")
        child = int(starter.stdout.readline())

        starter.kill()

        self.assert_ends(child)

    def test_so_are_those_that_they_started(self):
        starter = self.start(
            "import os, time; child = os.fork() == 0;print(os.getpid(), flush=True) if child else None; time.sleep(120)"
        )
        grandchild = int(starter.stdout.readline())

        starter.kill()

        self.assert_ends(grandchild)

    def assert_ends(self, pid):
        for _look in range(100):
            if not is_running(pid):
                return
            time.sleep(0.1)
        self.fail("It still runs.")


def is_running(pid):
    """Where nobody waits for it, an ended process may stay on as a name in the list."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")
