"""Who wrote the stories that are shown, and what they are about: the search may go on with one of those."""

from collections import Counter

from django.utils.translation import gettext_lazy as _

MOST = 6  # of one kind


def narrowings(stories, filters):
    """[(kind, name in the address, [(answer, words)])] of what it is not narrowed to yet, the most frequent first."""
    taken = {one.name for one in filters}
    kinds = [
        (_("Author"), "contributor", Counter(person for story in stories for person in people_of(story))),
        (_("Tag"), "tag", Counter((row.tag.slug, row.tag.name) for story in stories for row in story.loaded_tags)),
    ]
    return [(kind, name, chosen(found)) for kind, name, found in kinds if found and name not in taken]


def people_of(story):
    """Each once, by the name that is printed."""
    return {byline.contributor_id: byline.name for byline in story.loaded_bylines}.items()


def chosen(found):
    return [one for one, _times in found.most_common(MOST)]
