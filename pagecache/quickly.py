"""One small question asked of the database on every hit, past all that makes questions comfortable."""

import select

from django.db import OperationalError

PATIENCE = 2  # seconds
ASK = b"EXECUTE pagecache_look"


def ask_sqlite(own, query):
    return own.connection.execute(query).fetchall()[0]


def ask_postgresql(own, query):
    """
    Prepared once in a connection and sent by libpq itself: planning and psycopg's cursors cost six times as much. Where
    a pool hands us connections that others have prepared, or not, or differently, it is prepared anew or asked plainly.
    """
    if own.in_atomic_block:  # which a statement that nobody has prepared would break
        return own.connection.execute(query).fetchall()[0]
    libpq, well = own.connection.pgconn, own.Database.pq.ExecStatus.TUPLES_OK
    said = said_in_time(libpq, ASK)
    if said.status != well:
        said_in_time(libpq, b"DEALLOCATE pagecache_look")
        said_in_time(libpq, b"PREPARE pagecache_look AS " + query.encode())
        said = said_in_time(libpq, ASK)
    if said.status != well:
        said = said_in_time(libpq, query.encode())
    if said.status != well:
        raise own.Database.OperationalError(said.error_message.decode(errors="replace"))
    number, age, version, updated, is_waiting = (said.get_value(0, column) for column in range(5))
    texts = [text if text is None else text.decode() for text in (age, version, updated)]
    return number and int(number), *texts, is_waiting == b"t"


class SilentError(OperationalError):
    """The server took the question, and said nothing: it, its disk or its machine stands still."""


def said_in_time(libpq, command):
    """As libpq's exec_, for one microsecond more; but nobody waits for ever. The connection is of no use after that."""
    libpq.send_query(command)
    waiting = select.poll()
    waiting.register(libpq.socket, select.POLLIN)
    if not waiting.poll(PATIENCE * 1000):
        raise SilentError(f"nothing was said for {PATIENCE} seconds")
    said = last = libpq.get_result()
    while last is not None:
        last = libpq.get_result()
    return said


def row_in_time(own, query):
    """The one row of a question that nobody has prepared, as texts."""
    said = said_in_time(own.connection.pgconn, query.encode())
    if said.status != own.Database.pq.ExecStatus.TUPLES_OK:
        raise own.Database.OperationalError(said.error_message.decode(errors="replace"))
    values = (said.get_value(0, column) for column in range(said.nfields))
    return [value if value is None else value.decode() for value in values]
