import json
import signal
import socket
import sys
import threading
import time
import urllib.request

from django.test import SimpleTestCase

from newsroom.serving import Company, is_taken
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
