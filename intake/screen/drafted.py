"""What became of the stories of a file, where the file itself has gone or is to go."""

from collections import Counter

from intake.models import SourceStory


def are_drafted(stories, file_digest, *, by):
    """stories: those of the file, as they came back from the screen; without them any draft that the colleague made."""
    drafted = SourceStory.objects.filter(source__file_digest=file_digest).exclude(article=None)
    if not stories:
        return drafted.filter(source__received_by=by).exists()
    known = {digest[:16] for digest in drafted.values_list("digest", flat=True)}
    return all(story.digest in known for story in stories)


def left_undrafted(read_ones, wanted):
    """{digest of the file: how many of its stories are no drafts}, of files that have such stories.

    wanted: of each manuscript the stories that became drafts now (intake.screen.accepting.wanted_of).
    """
    left: Counter[str] = Counter()
    now = {one.key: set(stories) for one, stories in wanted}
    for one in read_ones:
        left[one.manuscript.digest] += len(one.stories) - len(one.drafted | now.get(one.key, set()))
    return {digest: count for digest, count in left.items() if digest and count}
