"""The live server of the browser tests, which knows how much it is still answering."""

from threading import Condition

from django.core.servers.basehttp import ThreadedWSGIServer
from django.test.testcases import LiveServerThread


class PatientServer(ThreadedWSGIServer):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.change, self.open = Condition(), 0

    def process_request(self, request, client_address):
        with self.change:
            self.open += 1
        super().process_request(request, client_address)

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self.change:
                self.open -= 1
                self.change.notify_all()

    def wait_until_idle(self, seconds):
        """What a page had asked for when it was closed is answered still, and reads the tables to be emptied."""
        with self.change:
            return self.change.wait_for(lambda: not self.open, seconds)


class PatientServerThread(LiveServerThread):
    server_class = PatientServer
