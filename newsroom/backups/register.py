"""Names by the million, on disk."""

import sqlite3
from tempfile import NamedTemporaryFile


class Register:
    def __init__(self):
        self.file = NamedTemporaryFile(prefix="register-", suffix=".sqlite3")  # noqa: SIM115 - closed by close()
        self.database = sqlite3.connect(self.file.name, isolation_level=None)
        self.database.execute("PRAGMA journal_mode = OFF")
        self.database.execute("PRAGMA synchronous = OFF")
        self.database.execute("CREATE TABLE names (name TEXT PRIMARY KEY) WITHOUT ROWID")
        self.database.execute("BEGIN")

    def __enter__(self):
        return self

    def __exit__(self, *_problem):
        self.database.close()
        self.file.close()

    def enter(self, name):
        self.database.execute("INSERT OR IGNORE INTO names VALUES (?)", [name])

    def __contains__(self, name):
        return self.database.execute("SELECT 1 FROM names WHERE name = ?", [name]).fetchone() is not None

    def __len__(self):
        return self.database.execute("SELECT count(*) FROM names").fetchone()[0]
