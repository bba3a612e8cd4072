import time

from tests.faults.faults import fault

READ_THERE = """
SELECT 1 FROM pg_stat_activity WHERE datname = 'newsroom' AND pid != pg_backend_pid()
AND query_start > now() - interval '2 seconds'
"""


def is_read(house):
    return bool(house.replica.ask(READ_THERE))


@fault("the replica is killed, and comes back")
def killed(house, seconds):
    house.replica.break_off()
    time.sleep(seconds)
    house.replica.start()
    return lambda: is_read(house)


@fault("the replica lags behind", is_in_short=False)
def lagging(house, seconds):
    house.replica.ask("SELECT pg_wal_replay_pause()")
    time.sleep(seconds)
    house.replica.ask("SELECT pg_wal_replay_resume()")
    return lambda: is_read(house)


@fault("the replica answers nothing for a while")
def held(house, seconds):
    house.replica.hold()
    try:
        time.sleep(seconds)
    finally:
        house.replica.go_on()
    return lambda: is_read(house)


@fault("the replica is promoted by mistake, and made anew")
def promoted(house, seconds):
    house.replica.promote()
    time.sleep(seconds)
    house.replica.break_off()
    house.replica.copy(house.database)
    return lambda: is_read(house)
