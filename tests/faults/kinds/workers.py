import json
import signal
import time

from tests.faults.faults import fault
from tests.faults.traffic import NUMBERS, PLAN
from tests.faults.work import INSIDE, OUTSIDE
from tests.servers.workers import wait_for

LONGEST = 60


def begun(house, number):
    """The lines of those who have begun it."""
    lines = house.notes.read_text().splitlines() if house.notes.exists() else []
    return "\n".join(line for line in lines if line.startswith(f"begun {number} "))


def planned(house, seconds):
    """One job inside its transaction and one outside, of so many seconds."""
    numbers = [next(NUMBERS), next(NUMBERS)]
    with house.database.connect() as connection:
        for kind, number in zip((INSIDE, OUTSIDE), numbers, strict=True):
            connection.execute(PLAN, [kind, json.dumps({"number": number, "seconds": seconds})])
    return numbers


@fault("kill -9 a worker in the middle of a job")
def killed_at_work(house, seconds):
    """Both are killed, each in its turn, so that one of them was in the middle of it whoever had it."""
    numbers = planned(house, max(seconds, 2))
    wait_for(lambda: any(begun(house, number) for number in numbers))
    for worker in house.workers:
        worker.kill()
    return lambda: all(worker.is_running for worker in house.workers)


@fault("a worker stands still in the middle of a job, is taken for dead, and goes on")
def held_at_work(house, seconds):
    """The other one takes its jobs over; what the first does after that does not count."""
    numbers = planned(house, 1)
    wait_for(lambda: begun(house, numbers[0]))
    holder = next(worker for worker in house.workers if f" {worker.process.pid}" in begun(house, numbers[0]))
    holder.signal(signal.SIGSTOP)
    try:
        wait_for(lambda: len(begun(house, numbers[0]).splitlines()) > 1, LONGEST)
    finally:
        holder.signal(signal.SIGCONT)


def is_reminded(house):
    return bool(house.database.ask("SELECT 1 FROM desk_job WHERE kind = 'issue-due'"))


@fault("two workers begin at the same moment")
def begun_at_once(house, seconds):
    """With all that is due, and every duty of the clock: one of them plans to remind of tomorrow's issue."""
    for worker in house.workers:
        worker.end()
    time.sleep(seconds)
    house.database.ask("DELETE FROM desk_job WHERE kind = 'issue-due'")
    for worker in house.workers:
        house.caretaker.begin(worker)
    return lambda: is_reminded(house)
