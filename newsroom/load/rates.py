"""The highest rate that holds: doubled until it does not, then between the two."""

from newsroom.load.running import run
from newsroom.load.times import all_of, read

AT_MOST = 0.2  # seconds, within which 99 of 100 answers to readers have to come
WRONG_AT_MOST = 0.0005  # of all answers
NEAR_ENOUGH = 1.1
LEAST = 1.0  # a second
WARM = 30  # seconds at the first rate, of which nothing is counted


def highest(plan, *, begin, seconds, paces, say):
    """The rate, 0 where none holds; and the steps on the way to it."""
    say(run(plan, rate=begin, seconds=WARM, paces=paces))
    steps, held, failed = [], 0.0, None
    while failed is None or failed > max(held * NEAR_ENOUGH, LEAST):
        rate = between(held, failed) or begin
        found = run(plan, rate=rate, seconds=seconds, paces=paces)
        say(found)
        steps.append(step_of(found))
        held, failed = (rate, failed) if steps[-1]["held"] else (held, rate)
    return held, steps


def between(held, failed):
    if failed is None:
        return held * 2
    return round((held * failed) ** 0.5 if held else failed / 2, 1)


def step_of(found):
    whole, wrong = of_readers(found)
    p99 = whole.within(0.99)
    held = p99 < AT_MOST and wrong <= WRONG_AT_MOST * max(whole.count, 1)
    return {"rate": found["rate"], "p50": whole.within(0.5), "p99": p99, "wrong": wrong, "held": held}


def of_readers(found):
    """(Times of all kinds and minutes, how many answers were wrong)"""
    times, wrong = read(found["readers"])
    return all_of(one for minute in times.values() for one in minute.values()), sum(map(len_of, wrong.values()))


def len_of(counted):
    return counted.total()
