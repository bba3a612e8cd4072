"""Words that were typed for stories which are none now, story by story, for copying: what was changed comes first."""

import re
from typing import NamedTuple

from intake.screen.name_form import NameForm
from intake.screen.story_form import StoryForm

# Of a name that was asked about; the other answers are choices, and no words.
OF_NAMES = re.compile(r"name-[0-9a-f]+-(name|unit)", re.ASCII)
NO_WORDS = ("include", "seen")


class Words(NamedTuple):
    label: str
    text: str
    is_changed: bool


class GivenBack(NamedTuple):
    headline: str
    words: list[Words]


def given_back(stories):
    """stories: as they came back (intake.screen.sent_stories)."""
    return [GivenBack(story.fields.get("headline", ""), words_of(story)) for story in stories]


def words_of(story):
    of_story = [words(story, name, field) for name, field in StoryForm.base_fields.items() if name not in NO_WORDS]
    of_names = [
        words(story, name, NameForm.base_fields[found[1]])
        for name in story.fields
        if (found := OF_NAMES.fullmatch(name))
    ]
    said = [one for one in [*of_story, *of_names] if one.text.strip() or one.is_changed]
    return sorted(said, key=lambda one: not one.is_changed)


def words(story, name, field):
    return Words(str(field.label), story.fields.get(name, ""), story.is_changed(name))
