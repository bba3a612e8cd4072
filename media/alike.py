"""Which photos are the same picture, and which look like it."""

FARTHEST = 7  # bits
