"""What pages show and acts change is named by a kind and a key, since this floor knows no records."""

from hashlib import blake2b


def name_of(kind, key):
    """As one word: article:12, list:region:330681."""
    return f"{kind}:{key}"


def number_of(name):
    """The word as a number of eight bytes, the same in every process: short in an index, quick to compare."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), signed=True)


def numbers_of(names):
    return {number_of(name) for name in names}
