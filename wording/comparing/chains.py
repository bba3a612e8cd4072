"""Lines or phrases that two texts share for certain: each stands once in both, and all stand in the same order."""

from bisect import bisect_left
from collections import Counter


def chain(before, after, weights):
    """Pairs of places, rising on both sides, whose texts are equal; weights tells what each place before is worth."""
    start, end = shared_ends(before, after)
    found = heaviest(unique_pairs(before[start : len(before) - end], after[start : len(after) - end], start), weights)
    found = [(at, at) for at in range(start)] + found
    found += [(len(before) - back, len(after) - back) for back in range(end, 0, -1)]
    return widened(found, before, after)


def shared_ends(before, after):
    """How many are equal at the beginning, and how many of the rest at the end."""
    shorter = min(len(before), len(after))
    start = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    rest = shorter - start
    return start, next((back for back in range(rest) if before[-1 - back] != after[-1 - back]), rest)


def unique_pairs(before, after, start):
    count, other = Counter(before), Counter(after)
    places = {key: at for at, key in enumerate(after, start) if other[key] == 1}
    return [(at, places[key]) for at, key in enumerate(before, start) if count[key] == 1 and key in places]


def heaviest(pairs, weights):
    """Of the chains that rise on both sides the one that weighs most; places worth nothing are no part of it."""
    ends, sums, links = [], [], []  # a chain may end there, weighs so much, and is (pair, its link before)
    for pair in pairs:
        if not weights[pair[0]]:
            continue
        at = bisect_left(ends, pair[1])
        total = weights[pair[0]] + (sums[at - 1] if at else 0)
        link = pair, links[at - 1] if at else None
        last = at
        while last < len(ends) and sums[last] <= total:
            last += 1
        ends[at:last], sums[at:last], links[at:last] = [pair[1]], [total], [link]
    return unlinked(links[-1] if links else None)


def unlinked(link):
    found = []
    while link:
        pair, link = link
        found.append(pair)
    return found[::-1]


def widened(pairs, before, after):
    """The chain with the equal neighbours of its links, though they stand in the text more than once."""
    found, last = [], (-1, -1)
    for place in [*pairs, (len(before), len(after))]:
        back = []
        i, j = last[0] + 1, last[1] + 1
        while last[0] >= 0 and i < place[0] and j < place[1] and before[i] == after[j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        x, y = place[0] - 1, place[1] - 1
        while place[0] < len(before) and x >= i and y >= j and before[x] == after[y]:
            back.append((x, y))
            x, y = x - 1, y - 1
        found += [*back[::-1], place]
        last = place
    return found[:-1]
