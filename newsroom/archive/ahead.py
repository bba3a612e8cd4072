"""The next rows are made in a process of their own while these are written: two cores work, and one batch waits."""

import marshal
import multiprocessing
import signal
from contextlib import contextmanager


class FallenError(RuntimeError):
    """The other process ended without its last batch; it has said why."""


@contextmanager
def made_ahead(batches):
    """batches: an iterator that asks the database nothing, over what marshal can carry."""
    here, there = multiprocessing.Pipe(duplex=False)
    maker = multiprocessing.get_context("fork").Process(target=make, args=(batches, here, there), daemon=True)
    maker.start()
    there.close()
    try:
        yield received(here)
    finally:
        maker.terminate()
        maker.join()
        here.close()


def make(batches, here, there):
    # Ctrl-C reaches both; whoever writes decides what becomes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    here.close()
    for batch in batches:
        there.send_bytes(marshal.dumps(batch))
    there.send_bytes(b"")


def received(here):
    try:
        while batch := here.recv_bytes():
            yield marshal.loads(batch)  # noqa: S302  of our own process
    except EOFError:
        raise FallenError from None
