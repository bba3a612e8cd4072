"""A story may go out with a photo that readers do not see yet, or no longer. Whoever sends it out is told."""

from django.contrib import messages

from articles import pictures


def warn_of_unseen(request, stories):
    """Of those that are out or have their time."""
    for sentence in pictures.unseen([story for story in stories if story.published_at and not story.is_withdrawn]):
        messages.warning(request, sentence)
