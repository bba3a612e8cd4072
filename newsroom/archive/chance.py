"""Chance that is the same for the same seed, quick enough for a million stories."""

from bisect import bisect
from itertools import accumulate

BITS = 14
SIZE = 1 << BITS


def skewed(things, steepness):
    """An urn: the first of the things lies in it most often, and each at least once; `rng.getrandbits(BITS)` draws."""
    weights = list(accumulate((rank + 1) ** -steepness for rank in range(len(things))))
    free = SIZE - len(things)
    return [things[bisect(weights, weights[-1] * place / free)] for place in range(free)] + list(things)
