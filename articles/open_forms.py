"""Forms that are open: who else writes here, and the words of a form that was never saved."""

import secrets
from datetime import timedelta

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from articles.models import OpenForm

MOST_CHARACTERS = 2_000_000  # of one form; what is longer stays in the browser alone
WORDS_KEPT = timedelta(days=14)
TRACES_KEPT = timedelta(days=1)


# Most have been heard of, some never were.
CLOSED = """
    INSERT INTO articles_openform (key, user_id, article_id, turn, seen_at, closed_at) VALUES (%s, %s, %s, 0, %s, %s)
    ON CONFLICT (key) DO UPDATE
    SET article_id = excluded.article_id, words = NULL, closed_at = excluded.closed_at, seen_at = excluded.seen_at
    WHERE articles_openform.user_id = excluded.user_id
"""


class NotYours(LookupError):  # noqa: N818 - nothing is broken, a stranger knocks
    """The key of somebody else's form."""


@transaction.atomic
def hear(*, key, user, article, turn, fields=None):
    """
    A sign of life of a form, with its fields where they differ from what it was opened with, [] where they no longer
    do, None where nothing is new. Returns the row, and whether it was taken: what was overtaken on its way is not, and
    a form that was closed by its save stays closed. Of a form that is too long only the life is taken.
    """
    now = timezone.now()
    form, _made = OpenForm.objects.select_for_update().get_or_create(
        key=key, defaults={"user": user, "article": article, "seen_at": now}
    )
    if form.user_id != user.pk:
        raise NotYours
    is_taken = form.closed_at is None and turn > form.turn
    if is_taken:
        form.turn, form.seen_at = turn, now
        if fields is not None and not is_too_long(fields):
            form.fields, form.typed_at = fields, now
        form.save()
    return form, is_taken


def is_too_long(fields):
    return sum(len(value) for _name, value in fields) > MOST_CHARACTERS


def turn_of(key):
    """The last turn that was taken of that form: the page of a refused save goes on counting from there."""
    return OpenForm.objects.filter(key=key).values_list("turn", flat=True).first() or 0


def leave(*, key, user):
    """The window was closed: nobody is there any more, the words stay."""
    OpenForm.objects.filter(key=key, user=user).update(seen_at=timezone.now() - timedelta(days=1))


def close(*, key, user, article):
    """Saved, or thrown away: whatever still comes of this form is late. Another's form stays as it is."""
    if key:
        now = OpenForm._meta.get_field("seen_at").get_db_prep_value(timezone.now(), connection)
        with connection.cursor() as cursor:
            cursor.execute(CLOSED, [key, user.pk, article and article.pk, now, now])


def others_at(article, *, key):
    """The open forms of the same story, the longest open first; the asker's own other windows too."""
    if article is None:
        return OpenForm.objects.none()
    return OpenForm.objects.alive().filter(article=article).exclude(key=key).select_related("user").order_by("pk")


def unsaved(user, article=None):
    """What that colleague typed into this story's form, or into that of a new one, and did not save; latest first."""
    return OpenForm.objects.with_words().filter(user=user, article=article).order_by("-typed_at")


@transaction.atomic
def take_back(*, key, user, article):
    """
    (fields, key) of words that were never saved; None where they are no longer here. Whoever takes them goes on with
    their row, unless another window lives with it by now: then they are copied, under a key of their own.
    """
    forms = OpenForm.objects.with_words().filter(key=key, user=user, article=article)
    form = forms.select_for_update().first()
    if form is None:
        return None
    if form.is_alive:
        return form.fields, new_key()
    form.seen_at = timezone.now()  # taken: the next who asks comes second
    form.save(update_fields=["seen_at"])
    return form.fields, form.key


def new_key():
    return secrets.token_urlsafe(16)


def clear_old_forms():
    """Rows that nobody can want any more."""
    now = timezone.now()
    wordless = Q(words=None, seen_at__lt=now - TRACES_KEPT)
    OpenForm.objects.filter(wordless | Q(typed_at__lt=now - WORDS_KEPT)).delete()
