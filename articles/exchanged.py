"""
What happens when a story that is out, or has its time, shows other pictures than before: told by comparing its last two
versions, whichever form or page has changed them.
"""

from django.db.models import Exists, OuterRef

from articles.models import Article
from desk.models import AuditEntry
from media.models import Photo


def note_exchanged(article, before, now, *, by):
    """Another picture under the same photo: the audit log has it, since no word of the story tells."""
    if not article.published_at or article.is_withdrawn:
        return
    had = {row["photo"]: row["picture"] for row in before.story["illustrations"]}
    numbers = [
        row["number"] for row in now.story["illustrations"] if had.get(row["photo"], row["picture"]) != row["picture"]
    ]
    if numbers:
        words = "".join(f"[图{number}]" for number in numbers)
        AuditEntry.note(verb="picture", record=article, by=by, words=words)


def readdress_taken_out(article, before, now, *, by):
    """A photo that this story showed to readers and no longer does; its known addresses die."""
    gone = photos_of(before) - photos_of(now)
    if gone and article.is_published:
        readdress_unshown(Photo.objects.filter(pk__in=gone))


def photos_of(snapshot):
    return {row["photo"] for row in snapshot.story["illustrations"]}


def readdress_unshown(photos):
    """Those that no published story shows."""
    shown = Article.objects.published().filter(photos=OuterRef("pk"))
    for photo in photos.filter(~Exists(shown)).order_by("pk"):
        photo.change_address()
