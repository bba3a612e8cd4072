"""What the newsroom sees of a bucket that fails. One that works, and one that is cut off, have tests of their own."""

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.test import SimpleTestCase

from newsroom.bucket import Bucket
from newsroom.elsewhere import IN_MEMORY
from tests.servers.office import free_port

DEFAULT = {"BACKEND": "newsroom.bucket.Bucket"}


def bucket(port):
    keys = {"access_key": "k", "secret_key": "s", "region_name": "us-east-1", "file_overwrite": False}
    return {"bucket_name": "news", "endpoint_url": f"http://127.0.0.1:{port}", "max_memory_size": IN_MEMORY, **keys}


@contextmanager
def answering(status):
    """An S3 that has one answer."""

    class Door(BaseHTTPRequestHandler):
        def answer(self):
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_HEAD = do_PUT = do_DELETE = answer  # noqa: N815

        def log_message(self, *said):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


class BucketTests(SimpleTestCase):
    def acts(self, port):
        storage = Bucket(**bucket(port))
        return {
            "open": lambda: storage.open("files/x.jpg"),
            "size": lambda: storage.size("files/x.jpg"),
            "time": lambda: storage.get_modified_time("files/x.jpg"),
            "save": lambda: storage.save("files/x.jpg", ContentFile(b"x")),
            "exists": lambda: storage.exists("files/x.jpg"),
            "listdir": lambda: storage.listdir("files"),
            "delete": lambda: storage.delete("files/x.jpg"),
        }

    def test_a_file_that_is_not_there_is_not_found(self):
        with answering(404) as port:
            acts = self.acts(port)
            for act in ("open", "size", "time"):
                with self.subTest(act), self.assertRaises(FileNotFoundError):
                    acts[act]()

    def test_a_bucket_that_refuses_fails_as_a_disk_does(self):
        with answering(403) as port:
            for name, act in self.acts(port).items():
                with self.subTest(name), self.assertRaises(OSError):
                    act()

    def test_one_that_is_away_too(self):
        port = free_port()
        with self.assertRaises(OSError) as raised:
            self.acts(port)["open"]()

        self.assertIn("The bucket does not answer", str(raised.exception))

    def test_the_proof_says_it_in_a_sentence(self):
        with (
            answering(403) as port,
            self.settings(STORAGES={"default": DEFAULT | {"OPTIONS": bucket(port)}}),
            self.assertRaisesMessage(CommandError, "存放上传文件的存储出错"),
        ):
            call_command("prove_storage")
