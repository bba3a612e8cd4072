import os
import signal
import time

from tests.faults.database import children_of
from tests.faults.faults import fault


@fault("nothing is broken", is_in_short=False)
def quiet(house, seconds):
    pass


@fault("kill -9 one of a web machine's processes")
def process_killed(house, seconds):
    """As the kernel does to one that takes too much memory."""
    os.kill(children_of(house.web[0].process.pid)[-1], signal.SIGKILL)


@fault("one web machine answers nothing for a while")
def machine_held(house, seconds):
    house.web[0].signal(signal.SIGSTOP)
    try:
        time.sleep(seconds)
    finally:
        house.web[0].signal(signal.SIGCONT)


@fault("kill -9 the whole web server of one machine", is_in_short=False)
def machine_killed(house, seconds):
    house.web[0].kill()
