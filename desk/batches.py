"""Many at a time, and never all at once."""

from itertools import islice


def in_batches(rows, most):
    """Lists of so many each, of whatever can be walked; the last may be shorter."""
    walked = iter(rows)
    while batch := list(islice(walked, most)):
        yield batch
