"""What is asked for over the wire: the story's page, and for mixed load every page of the readers'."""

from newsroom.benchmark.examples import Examples
from newsroom.benchmark.readers import readers_pages


def story_path():
    return Examples().story.get_absolute_url()


def mixed_paths():
    return list(dict.fromkeys(page.path for page in readers_pages(Examples())))
