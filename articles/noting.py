"""
留言: notes to colleagues on a story. They are no part of it: no version, no export, no preview and no reader's page
knows of them, and whoever may see the story may write one. Nobody takes one back.
"""

import re

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles.acting import require
from articles.models import Note, NoteAddressee, Review
from articles.models.reach import SEES_ALL
from articles.telling import authors_by_key, having_it
from desk import notices
from desk.composed_once import Question
from desk.models import AuditEntry, User

LONGEST = 2000
CALLED = re.compile(r"@(\S+)")


@transaction.atomic
def write(article, *, by, words, to):
    """to: colleagues who may see the story."""
    words = required_words(words)
    addressed = {user.pk: user for user in to}
    require(addressed, _("Say whom the note is for."))
    may_see = set(colleagues_of(article).values_list("pk", flat=True))
    blind = [str(user) for pk, user in addressed.items() if pk not in may_see]
    require(not blind, _("They may not see this story: %(names)s") % {"names": "、".join(blind)})
    note = Note.objects.create(article=article, by=by, words=words)
    address(note, addressed.values())
    return note


@transaction.atomic
def answer(thread, *, by, words):
    """To all who take part in it. What was settled is open again."""
    thread = Note.objects.threads().select_for_update().get(pk=thread.pk)
    note = Note.objects.create(article=thread.article, thread=thread, by=by, words=required_words(words))
    if not thread.is_open:
        thread.mark(settled_by=None)
    address(note, [user for user in taking_part(thread) if user != by])
    return note


@transaction.atomic
def settle(thread, *, by):
    thread = Note.objects.threads().select_for_update().get(pk=thread.pk)
    require(thread.is_open, _("The note is settled already."))
    thread.mark(settled_by=by)
    words = _("by %(name)s") % {"name": thread.by}
    AuditEntry.note(verb="settle_note", record=thread.article, by=by, words=words)


def address(note, users):
    users = list(users)
    NoteAddressee.objects.bulk_create([NoteAddressee(note=note, user=user) for user in users])
    AuditEntry.note(verb="note", record=note.article, by=note.by, words="、".join(map(str, users)))
    place = reverse("admin:articles_article_change", args=[note.article_id])
    words = Truncator(note.words).chars(100)
    url = f"{place}#note-{note.thread_id or note.pk}"
    notices.tell(users, kind="note", record=note.article, words=words, by=note.by, url=url)


def required_words(words):
    words = words.replace("\r\n", "\n").strip()
    require(words, _("Write what you want to say."))
    require(len(words) <= LONGEST, _("A note has at most %(number)s characters.") % {"number": LONGEST})
    return words


def colleagues_of(article):
    """Who may see the story, as `Article.objects.visible_to` rules, said from the other side."""
    able = User.objects.with_perm("articles.view_article")
    return able if article.is_published else able.filter(having_it(article, everywhere=SEES_ALL))


def colleagues_at_work(article):
    """Those, each knowing whether they are at work on it: authors, reviewers, and whoever has written notes on it."""
    if article.is_published:
        return everybody_at_work.ask(stories=[article.pk])
    return list(at_work(colleagues_of(article), [article.pk]))


@Question
def everybody_at_work(stories):
    return at_work(User.objects.with_perm("articles.view_article"), stories)


def at_work(users, stories):
    reviewers = Review.objects.filter(submission__article__in=stories).values("reviewer")
    writers = Note.objects.filter(article__in=stories).values("by")
    busy = Q(pk__in=authors_by_key(stories).values("pk")) | Q(pk__in=reviewers) | Q(pk__in=writers)
    return users.annotate(is_at_work=busy)


def called(words, colleagues):
    """Whom the words call by @name. No blank need follow a Chinese name, so the longest name that fits is meant."""
    by_length = sorted(colleagues, key=lambda user: -len(str(user)))
    found = [next((user for user in by_length if text.startswith(str(user))), None) for text in CALLED.findall(words)]
    return [user for user in found if user]


def taking_part(thread):
    answering = Note.objects.filter(thread=thread).values("by")
    asked = NoteAddressee.objects.filter(note=thread).values("user")
    return User.objects.filter(Q(pk=thread.by_id) | Q(pk__in=answering) | Q(pk__in=asked))
