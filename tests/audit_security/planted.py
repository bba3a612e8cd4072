"""A site with faults on purpose, which the scanners have to find: python -m tests.audit_security.planted PORT."""

import sqlite3
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

HOME = """<!doctype html><html><head><title>planted</title></head><body><a href="/story?id=1">story</a>
<a href="/search?q=x">search</a><form action="/search"><input name="q"><button>search</button></form></body></html>"""


def story(cursor, asked):
    """As nobody may write it: the number stands in the SQL."""
    rows = cursor.execute(f"SELECT headline FROM story WHERE id = {asked.get('id', ['1'])[0]}").fetchall()
    return "".join(f"<h1>{headline}</h1>" for (headline,) in rows) or "<h1>none</h1>"


def search(cursor, asked):
    """Nor this: what was asked stands in the page."""
    return f"<p>Nothing for {asked.get('q', [''])[0]}</p>"


PAGES = {"/story": story, "/search": search}


class Planted(BaseHTTPRequestHandler):
    def do_GET(self):
        address = urlsplit(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.page(address).encode())

    def page(self, address):
        if address.path not in PAGES:
            return HOME
        connection = sqlite3.connect(":memory:")
        connection.executescript("CREATE TABLE story (id, headline); INSERT INTO story VALUES (1, 'a'), (2, 'b')")
        try:
            return f"<!doctype html><body>{PAGES[address.path](connection, parse_qs(address.query))}</body>"
        except sqlite3.Error:
            return "<!doctype html><body><h1>none</h1></body>"

    def log_message(self, *said):
        pass


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Planted).serve_forever()
