"""
更正: entering one, and what it says in print. The story says from when it has been corrected, the audit log by whom.
The wording is the paper's, Chinese whatever the interface speaks.
"""

from django.db import transaction
from django.utils import timezone

from articles.bundles import note_correction
from articles.history.acts import Why
from articles.history.showing import versions_out
from articles.reading import published_pages_of
from articles.shown.records import note_corrected
from articles.telling import tell_authors
from desk.models import AuditEntry
from wording.markup import plain_text

QUOTED = str.maketrans("“”‘’", "‘’“”")
TITLED = str.maketrans("《》", "〈〉")
WORDS = ("kicker", "headline", "subheadline", "dateline", "body", "editors_note")
LATEST_VERSIONS = 20


@transaction.atomic
def enter(correction, *, by=None):
    """Saves a correction, new or changed. Where the mistake stood is the story's first page, if nobody said another."""
    article = correction.article
    article.keep_as_found()
    is_new = correction.pk is None
    if is_new:
        correction.entered_by = by
    if correction.stood_on is None:
        correction.stood_on = published_pages_of(article).first()
    correction.save()
    note_correction(correction)
    if article.corrected_at != correction.published_at:
        note_corrected(article, correction.published_at)
    article.corrected_at = correction.published_at
    article.save(update_fields=["corrected_at", "updated_at"])
    article.keep_version(by=by, why=Why.CORRECTED, words=correction.right)
    if is_new:
        tell_authors(article, "corrected", by=by, words=correction.right, over=[])
    AuditEntry.note(verb="correct", record=article, by=by, words=correction.right)


def sentence(correction):
    """本报2023年3月2日第02版《工会送清凉》中“340人”应为“240人”，特此更正。"""
    where = lead(correction.article, correction.stood_on)
    return f"{where}“{quoted(correction.wrong)}”应为“{quoted(correction.right)}”，特此更正。"


def lead(article, page):
    """Where the mistake stood, in print or on the web alone."""
    day = page.issue.date if page else timezone.localdate(article.published_at)
    stood = f"{page.issue.edition_name if page.issue.edition else ''}第{page.label}版" if page else "发布的"
    return f"本报{day.year}年{day.month}月{day.day}日{stood}《{article.headline.translate(TITLED)}》中"


def quoted(words):
    """As it stands inside of quotation marks, in one line."""
    return "".join(words.splitlines()).strip().translate(QUOTED)


def places(correction):
    """Sentences: where mistake and correction were printed, as far as readers may look there."""
    told = [("原刊", correction.stood_on), ("更正刊于", correction.printed_on)]
    return [f"{words}{dated(page)}" for words, page in told if page and page.issue.is_published]


def dated(page):
    day = page.issue.date
    edition = page.issue.edition_name if page.issue.edition else ""
    return f"{day.year}年{day.month}月{day.day}日{edition}第{page.label}版"


def was_printed(article, words):
    """Whether the story says that, or said it in one of the latest versions that readers saw."""
    sought = squeezed(words)
    said = [getattr(article, name) for name in WORDS]
    said += [shown.printed_caption for shown in article.illustrations.select_related("photo")]
    return any(sought in squeezed(text) for text in said) or any(sought in text for text in earlier_texts(article))


def earlier_texts(article):
    revisions = list(article.revisions.defer("packed").order_by("version"))
    numbers = sorted(versions_out(article, revisions, list(article.milestones.order_by("id"))))[-LATEST_VERSIONS:]
    for revision in article.revisions.filter(version__in=numbers):
        story = revision.snapshot.story
        yield from (squeezed(story.get(name) or "") for name in WORDS)
        yield from (squeezed(shown["printed"][0]) for shown in story.get("illustrations", []) if shown.get("printed"))


def squeezed(text):
    return "".join(plain_text(text).split())
