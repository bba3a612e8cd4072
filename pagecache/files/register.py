"""
Which pages lie in this machine's folder as files, what they show and as of which number of the log they are good. Kept
beside them, since every machine has its own; one that writes or takes away is alone with it, in all processes.
"""

import json
import sqlite3
import threading
from contextlib import closing, contextmanager

TABLES = """
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS state (id INTEGER PRIMARY KEY CHECK (id = 1), stamp TEXT, number INTEGER);
CREATE TABLE IF NOT EXISTS file (id INTEGER PRIMARY KEY, place TEXT UNIQUE, number INTEGER, fresh_until REAL);
CREATE INDEX IF NOT EXISTS file_fresh_until ON file (fresh_until);
CREATE TABLE IF NOT EXISTS shown (name INTEGER, file INTEGER, PRIMARY KEY (name, file)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS shown_file ON shown (file);
INSERT OR IGNORE INTO state VALUES (1, '', 0);
"""
NAMED = "id IN (SELECT file FROM shown WHERE name IN (SELECT value FROM json_each(?)))"
PATIENCE = 5.0  # seconds that whoever takes away waits for the others


class Register:
    def __init__(self, path):
        self.path = path
        self.own = threading.local()

    @contextmanager
    def alone(self, patience=PATIENCE):
        """What is done inside is done by nobody else meanwhile. Yields the entries."""
        connection = self.connection()
        connection.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield Entries(connection)
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    def connection(self):
        if not hasattr(self.own, "connection"):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self.path, isolation_level=None, timeout=PATIENCE)
            connection.executescript(TABLES)
            # After a power cut the machine has another boot_id, and all files go (follower.py).
            connection.execute("PRAGMA synchronous = OFF")
            self.own.connection = connection
        return self.own.connection

    def close(self):
        if hasattr(self.own, "connection"):
            self.own.connection.close()
            del self.own.connection


class Entries:
    def __init__(self, connection):
        self.execute = connection.execute

    def state(self):
        """The stamp of all that lie here, and the number of the last change that was taken away."""
        return self.rows("SELECT stamp, number FROM state")[0]

    def rows(self, query, *values):
        with closing(self.execute(query, values)) as cursor:
            return cursor.fetchall()

    def set_state(self, stamp, number):
        self.execute("UPDATE state SET stamp = ?, number = ?", [stamp, number])

    def taken_away(self, number):
        self.execute("UPDATE state SET number = max(number, ?)", [number])

    def add(self, place, number, page):
        cursor = self.execute("INSERT INTO file VALUES (NULL, ?, ?, ?)", [place, number, page.fresh_until])
        names = "SELECT value, ? FROM json_each(?)"
        self.execute(f"INSERT OR IGNORE INTO shown {names}", [cursor.lastrowid, said(page.numbers)])

    def at(self, place):
        return self.rows("SELECT id, place FROM file WHERE place = ?", place)

    def has(self, place, number):
        return bool(self.rows("SELECT 1 FROM file WHERE place = ? AND number = ?", place, number))

    def showing(self, names, before=None):
        """(id, place) of the files that show any of them; `before`: and are good only as of an earlier number."""
        if before is None:
            return self.rows(f"SELECT id, place FROM file WHERE {NAMED}", said(names))
        return self.rows(f"SELECT id, place FROM file WHERE {NAMED} AND number < ?", said(names), before)

    def fresh_until(self, moment):
        """Those that are good no longer than that."""
        return self.rows("SELECT id, place FROM file WHERE fresh_until < ?", moment)

    def beyond(self, most):
        """The oldest, of more than so many."""
        return self.rows("SELECT id, place FROM file ORDER BY id DESC LIMIT -1 OFFSET ?", most)

    def remove(self, files):
        keys = said(key for key, _place in files)
        self.execute("DELETE FROM shown WHERE file IN (SELECT value FROM json_each(?))", [keys])
        self.execute("DELETE FROM file WHERE id IN (SELECT value FROM json_each(?))", [keys])

    def clear(self):
        self.execute("DELETE FROM shown")
        self.execute("DELETE FROM file")


def said(numbers):
    return json.dumps(list(numbers))
