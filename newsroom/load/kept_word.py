"""Whether all that was accepted during a run is there: each save in its story's history, each file on its disk."""

from django.core.files.storage import default_storage

from articles.models import Article, Issue, Revision
from media.models import Photo


def lost(accepted):
    """{what: (accepted, found)}"""
    found = {what: sum(map(LOOKS[what], of_kind)) for what, of_kind in accepted.items()}
    return {what: [len(of_kind), found[what]] for what, of_kind in accepted.items()}


def is_saved(save):
    """Somebody may have saved since: the words stand in one of its versions."""
    pk, mark = save
    revisions = Revision.objects.filter(article=pk).order_by("-version").iterator(chunk_size=20)
    return any(mark in one.snapshot.story["body"] for one in revisions)


def is_written(mark):
    return Article.objects.filter(headline__endswith=mark).count() == 1


def is_published(pk):
    return Article.objects.once_published().filter(pk=pk).exists()


def is_withdrawn(pk):
    return Article.objects.withdrawn().filter(pk=pk).exists()


def is_uploaded(pk):
    photo = Photo.objects.filter(pk=pk).first()
    return photo is not None and all(map(default_storage.exists, [photo.original.name, *photo.public_files]))


def is_out(address):
    return any(issue.get_absolute_url() == address for issue in Issue.objects.published().order_by("-date")[:5])


LOOKS = {
    "saves": is_saved,
    "new": is_written,
    "published": is_published,
    "withdrawn": is_withdrawn,
    "photos": is_uploaded,
    "issues": is_out,
}
