"""What of an archive came before: the same file, the same text under another path, a path with other words in it."""

from django.db.models import F, Q
from django.utils.translation import gettext as _

from articles.models import Placement
from intake.archive.references import drafts_of_reference, is_gone, make_room, take_over
from intake.archive.remarks import UNFINISHED
from intake.drafting.making import note_sentences
from intake.models import Source, SourceStory
from intake.receiving import drafted_of, receive, stretches_of


def texts_of_file(key, file, order):
    """(sources, their open doubts) of a file that the command is done with. No sources where a draft of it was deleted
    since, and it is to be made again; or where another file was moved away, and they have to learn that."""
    found = Source.objects.filter(filed__file=key).annotate(texts=F("filed__texts"))
    sources = list(found.defer("text").order_by("pk"))
    if not sources or len(sources) < sources[0].texts or any(has_moved(source, file, order) for source in sources):
        return [], []
    rows = rows_to_mention(sources)
    return ([], []) if any(row["article"] is None for row in rows) else (sources, rows)


def rows_to_mention(sources):
    """Of stories whose draft was deleted, and of open doubts that the report lists: one row each."""
    is_open = Q(article__doubts__code__in=UNFINISHED, article__doubts__settled_at=None)
    rows = SourceStory.objects.filter(source__in=sources).filter(Q(article=None) | is_open)
    said = {"code": F("article__doubts__code"), "message": F("article__doubts__message")}
    return list(rows.order_by("source", "number", "article__doubts").values("source", "number", "article", **said))


def has_moved(source, file, order):
    """It came from another file, which is no longer there."""
    if not file.folder or source.file_reference == order.reference_of(file):
        return False
    archive = order.archive_of(file)
    return bool(archive) and is_gone(source.file_reference, archive, file.folder)


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
    if copy.reference and stands_here(received.source, copy):
        take_over(received.source, copy.reference, copy.file_reference)
    if old and received.is_new:
        warn_of_earlier(received.articles)
    return received


def stands_here(source, copy):
    """Where it does, and does not know that yet."""
    if source.reference in ("", copy.reference):
        return source.file_reference != copy.file_reference
    return has_moved(source, copy.file, copy.order)


def warn_of_earlier(articles):
    sentence = _("An earlier form of this text came before; compare with the drafts that were made of it.")
    for article in articles:
        note_sentences(article, [("changed-since", sentence)])


def numbers_elsewhere(source, place):
    """Of the stories whose drafts do not stand on that page."""
    there = Placement.objects.filter(
        page__issue__date=place["date"], page__issue__edition=place["edition"], page__label=place["label"]
    )
    rows = source.stories.exclude(article=None).exclude(article__in=there.values("article"))
    return list(rows.order_by("number").values_list("number", flat=True))
