"""Work that a second process does, a step ahead of the first."""

import multiprocessing
import os
import signal

from django.db import connection, connections

FORK = "fork"


def is_possible():
    """Not inside a transaction, which no other process sees, and not on a database that lives in this process."""
    is_shared = connection.vendor != "sqlite" or not connection.is_in_memory_db()  # type: ignore[attr-defined]
    has_place = (os.cpu_count() or 1) > 1 and FORK in multiprocessing.get_all_start_methods()
    return has_place and is_shared and not connection.in_atomic_block


def beside(items_of, *given):
    """Yields what items_of(*given) yields there. Of what is not fetched yet no more than one waits."""
    context = multiprocessing.get_context(FORK)
    receiver, sender = context.Pipe(duplex=False)
    connections.close_all()  # two processes must not speak through one
    arguments = (receiver, sender, items_of, given)
    process = context.Process(target=tell, args=arguments, daemon=True)  # type: ignore[attr-defined]
    process.start()
    sender.close()
    try:
        while (item := receiver.recv()) is not None:
            yield item
    except EOFError:
        raise RuntimeError("The second process has ended before its work was done.") from None
    finally:
        process.terminate()
        process.join()


def tell(receiver, sender, items_of, given):
    """To the end, or until nobody listens any more: whoever was killed cannot end this process himself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches both, and the first ends the second
    receiver.close()  # this process's own: as long as one is open anywhere, who sends waits
    try:
        for item in items_of(*given):
            sender.send(item)
        sender.send(None)
    except BrokenPipeError:
        return
