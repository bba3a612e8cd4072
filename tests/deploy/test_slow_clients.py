"""Who speaks or listens slowly, before the real web server with the real nginx in front, and without it."""

import http.client
import socket
import ssl
import subprocess
import time

from django.test import SimpleTestCase

from newsroom.serving import web_command
from tests.deploy.test_nginx import NginxTestCase, site, write
from tests.servers import programs
from tests.servers.nginx import NAME
from tests.servers.office import ROOT, Office, free_port

HEADERS = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
BODY = (
    b"POST /admin/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    b"Content-Length: 5000\r\n\r\nusername="
)
PATIENCE = 8  # seconds: less than any timeout by which a server would get rid of them


class SlowClientTests(NginxTestCase, SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.office = Office()
        cls.addClassCleanup(cls.office.clear)
        cls.office.migrate()
        cls.port = free_port()
        # One process with two threads: what holds a thread is seen at once.
        command = web_command("127.0.0.1", cls.port, 1, 2)
        environment = cls.office.environment | {"PAGE_CACHE": "off", "ALLOWED_HOSTS": "localhost"}
        with (cls.office.var / "output").open("w") as output:
            process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
        cls.addClassCleanup(programs.stop, process)
        wait_for(cls.port)

    def in_front(self):
        """nginx, by its port."""
        port = free_port()
        path = write(self.folder, site(self.folder, port, self.port))
        command = [programs.find(NAME), "-p", str(self.folder), "-e", "error.log", "-c", str(path)]
        self.addCleanup(programs.stop, programs.start(command, self.folder, port))
        return port

    def slow(self, port, said, count, context=None):
        """So many connections that say no more than this, and stay."""
        for _one in range(count):
            connection = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
            self.addCleanup(connection.close)
            if context:
                connection = context.wrap_socket(connection, server_hostname="localhost")
                self.addCleanup(connection.close)
            connection.sendall(said)

    def answers(self, port, context=None):
        kind = http.client.HTTPSConnection if context else http.client.HTTPConnection
        more = {"context": context} if context else {}
        connection = kind("127.0.0.1", port, timeout=PATIENCE, **more)
        try:
            connection.request("GET", "/healthz/live", headers={"Host": "localhost"})
            return connection.getresponse().status == 200
        except TimeoutError:
            return False
        finally:
            connection.close()

    def test_nginx_holds_slow_headers_and_slow_bodies(self):
        port = self.in_front()
        context = ssl.create_default_context(cafile=self.folder / "fullchain.pem")
        context.check_hostname = False

        for said in (HEADERS, BODY):
            self.slow(port, said, 60, context)
            self.assertTrue(self.answers(port, context), said[:4])

    def test_alone_the_web_server_holds_whoever_says_nothing_and_slow_headers(self):
        for said in (b"", HEADERS):
            self.slow(self.port, said, 60)
            self.assertTrue(self.answers(self.port), said[:4])

    def test_alone_it_gives_a_thread_to_each_slow_body(self):
        """Said in docs/LIMITS.md: when granian learns to wait for a body by itself, that page may say less."""
        self.slow(self.port, BODY, 4)

        self.assertFalse(all(self.answers(self.port) for _try in range(5)))


def wait_for(port):
    for _look in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("The web server did not start.")
