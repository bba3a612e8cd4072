"""A mail server of the tests' own on this machine: it takes mail, and refuses the addresses that it is told to."""

import socketserver
import threading
from email import message_from_bytes, policy


class MailServer(socketserver.ThreadingTCPServer):
    """Started by `with`; `letters` is what it took, as email messages."""

    allow_reuse_address = daemon_threads = True

    def __init__(self, refused=None):
        super().__init__(("127.0.0.1", 0), Session)
        self.refused, self.letters = refused or {}, []
        self.port = self.server_address[1]

    def __enter__(self):
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_error):
        self.shutdown()
        self.server_close()


class Session(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(f"{line}\r\n".encode())

    def handle(self):
        self.say("220 tests")
        while line := self.rfile.readline():
            verb = line.split(b":")[0].strip().upper()
            if verb == b"DATA":
                self.take()
            elif verb == b"RCPT TO":
                address = line.split(b"<")[1].split(b">")[0].decode()
                self.say(self.server.refused.get(address, "250 OK"))
            else:
                self.say("221 bye" if verb == b"QUIT" else "250 OK")

    def take(self):
        self.say("354 go on")
        lines = iter(self.rfile.readline, b".\r\n")
        self.server.letters.append(message_from_bytes(b"".join(lines), policy=policy.default))
        self.say("250 taken")
