"""How much one submission may be: what is sent at once newsroom/limits.py says too, and nginx in front."""

MEGABYTE = 2**20
MOST_PHOTOS = 20
LARGEST_WHOLE = 60 * MEGABYTE  # all files of one submission
LARGEST_PHOTO = 30 * MEGABYTE
LARGEST_DOCUMENT = 20 * MEGABYTE
LONGEST_TEXT = 50_000  # characters
LONGEST_CAPTION = 500
LONGEST_HEADLINE = 200
