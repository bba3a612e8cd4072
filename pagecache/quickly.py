"""One small question asked of the database on every hit, past all that makes questions comfortable."""

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
    said = libpq.exec_(ASK)
    if said.status != well:
        libpq.exec_(b"DEALLOCATE pagecache_look")
        libpq.exec_(b"PREPARE pagecache_look AS " + query.encode())
        said = libpq.exec_(ASK)
    if said.status != well:
        said = libpq.exec_(query.encode())
    if said.status != well:
        raise own.Database.OperationalError(said.error_message.decode(errors="replace"))
    number, age, version, updated, is_waiting = (said.get_value(0, column) for column in range(5))
    texts = [text if text is None else text.decode() for text in (age, version, updated)]
    return number and int(number), *texts, is_waiting == b"t"
