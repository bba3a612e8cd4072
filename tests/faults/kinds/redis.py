import signal
import time

import redis

from tests.faults.faults import fault


def is_used(house):
    with redis.Redis(port=house.redis_port) as asked:
        return asked.dbsize() > 0


@fault("kill -9 Redis; it comes back empty")
def killed(house, seconds):
    house.redis.kill()
    return lambda: house.redis.is_running and is_used(house)


@fault("Redis answers nothing for a while", is_in_short=False)
def held(house, seconds):
    house.redis.signal(signal.SIGSTOP)
    try:
        time.sleep(seconds)
    finally:
        house.redis.signal(signal.SIGCONT)
    return lambda: is_used(house)
