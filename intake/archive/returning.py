"""What of an archive came before: the same file, the same text under another path, a path with other words in it."""

from django.utils.translation import gettext as _

from intake.archive.references import drafts_of_reference, is_gone, is_of, make_room, take_over
from intake.drafting.making import note_sentences
from intake.models import Source, SourceStory
from intake.receiving import drafted_of, receive, stretches_of


def texts_of_file(digest, file, archive):
    """The sources of a file that is done: its bytes came before. None where a draft of it was deleted since, and it is
    to be made again; or where the file was moved, and its sources have to learn that."""
    sources = list(Source.objects.of_file(digest).defer("text").order_by("pk"))
    if not sources or SourceStory.objects.filter(source__in=sources, article=None).exists():
        return []
    return [] if any(has_moved(source, file, archive) for source in sources) else sources


def has_moved(source, file, archive):
    """It came from another file, which is no longer there."""
    if not file.folder or not archive or is_of(source.reference, f"{archive}/{file.words}"):
        return False
    return is_gone(source.reference, archive, file.folder)


def replaced_by(text, reference):
    """The source under that reference, where its words are others now and this text never came before; or None."""
    if not reference or Source.objects.with_text(text).exists():
        return None
    return Source.objects.defer("text").filter(reference=reference).first()


def is_all_drafted(text, reading):
    """Then nothing has to be developed or drawn for it."""
    source = Source.objects.with_text(text).first()
    return bool(source) and {one.digest for one in stretches_of(text, reading)} <= drafted_of(source)


def receive_from(copy, old, **said):
    """As receive, and the source learns where it comes from. old: the text that stood there, of whose stories no second
    draft is made."""
    before = drafts_of_reference(copy.reference) if old else {}
    if old:
        make_room(copy.reference)
    received = receive(copy.manuscript.text, copy.reading, before=before, reference=copy.reference, **said)
    source, archive = received.source, copy.order.archive_of(copy.file)
    if copy.reference and (not source.reference or has_moved(source, copy.file, archive)):
        take_over(source, copy.reference)
    if old and received.is_new:
        warn_of_earlier(received.articles)
    return received


def warn_of_earlier(articles):
    sentence = _("An earlier form of this text came before; compare with the drafts that were made of it.")
    for article in articles:
        note_sentences(article, [("changed-since", sentence)])
