"""The shelf in the paper's own database."""

import json
import secrets
from datetime import UTC, datetime, timedelta

from django.db import connection
from django.db.models import BooleanField, Case, Count, Sum, When
from django.utils import timezone

from pagecache.log import PATIENCE, patience, while_nothing_is_kept
from pagecache.models import Rendered, Shown, Turn
from pagecache.names import numbers_of
from pagecache.page import unpacked
from pagecache.shelves import LONGEST_TURN, Shelf

MOST_PAGES = 20_000
MOST_BYTES = 256 * 1024 * 1024
AT_ONCE = 500  # pages that a sweep takes away under one lock
# Of what is too much those go first that are asked for by a query: places far back in lists, as many as anybody names.
IS_PLAIN = Case(When(address__endswith="?", then=True), default=False, output_field=BooleanField())
# A list of numbers as one parameter.
EACH = {
    "sqlite": "SELECT value FROM json_each(%s)",
    "postgresql": "SELECT value::bigint FROM json_array_elements_text(%s::json)",
}
TAKE_TURN = """
INSERT INTO pagecache_turn (key, holder, until) VALUES (%s, %s, %s)
ON CONFLICT (key) DO UPDATE SET holder = excluded.holder, until = excluded.until WHERE pagecache_turn.until < %s
"""


class DatabaseShelf(Shelf):
    def __init__(self):
        self.name = secrets.token_hex(16)

    def fetch(self, key, mark):
        with connection.cursor() as cursor:
            cursor.execute("SELECT page FROM pagecache_rendered WHERE key = %s", [key])
            found = cursor.fetchone()
        return unpacked(found[0]) if found else None

    def put(self, key, page, mark):
        remove(Rendered.objects.filter(key=key).values_list("pk", flat=True))
        packed = page.packed()
        times = {"kept_at": moment(page.rendered_at), "fresh_until": moment(page.fresh_until)}
        row = Rendered.objects.create(key=key, address=page.address[:200], size=len(packed), page=packed, **times)
        with connection.cursor() as cursor:
            entries = f"SELECT one.value, %s FROM ({EACH[connection.vendor]}) one"
            cursor.execute(f"INSERT INTO pagecache_shown (name, rendered_id) {entries}", [row.pk, said(page.numbers)])

    def drop(self, names, number):
        remove(showing(numbers_of(names)))

    def empty(self):
        with while_nothing_is_kept():
            Shown.objects.all().delete()
            Rendered.objects.all().delete()

    def sweep(self):
        now = timezone.now()
        Turn.objects.filter(until__lt=now).delete()
        while clear(Rendered.objects.filter(fresh_until__lt=now)):
            pass
        while self.is_too_full():
            clear(Rendered.objects.order_by(IS_PLAIN, "kept_at"))

    def filled(self):
        kept = Rendered.objects.aggregate(pages=Count("pk"), size=Sum("size"))
        return kept["pages"], kept["size"] or 0

    def is_too_full(self):
        pages, size = self.filled()
        return pages > MOST_PAGES or size > MOST_BYTES

    def take_turn(self, key):
        now = timezone.now()
        with patience(PATIENCE), connection.cursor() as cursor:
            times = map(connection.ops.adapt_datetimefield_value, [now + timedelta(seconds=LONGEST_TURN), now])
            cursor.execute(TAKE_TURN, [key, self.name, *times])
            return cursor.rowcount == 1

    def end_turn(self, key):
        with patience(PATIENCE), connection.cursor() as cursor:
            cursor.execute("DELETE FROM pagecache_turn WHERE key = %s AND holder = %s", [key, self.name])

    def has_turn(self, key):
        return Turn.objects.filter(key=key, until__gte=timezone.now()).exists()


def showing(numbers):
    with connection.cursor() as cursor:
        names = EACH[connection.vendor]
        cursor.execute(f"SELECT DISTINCT rendered_id FROM pagecache_shown WHERE name IN ({names})", [said(numbers)])
        return [pk for (pk,) in cursor.fetchall()]


def remove(keys):
    """Whatever deletes pages does so under the lock: of two who did it in different orders, each would wait."""
    keys = list(keys)
    for table, column in ("pagecache_shown", "rendered_id"), ("pagecache_rendered", "id"):
        if keys:
            with connection.cursor() as cursor:
                cursor.execute(f"DELETE FROM {table} WHERE {column} IN ({EACH[connection.vendor]})", [said(keys)])
    return len(keys)


def clear(pages):
    """Some of them. Looked for without the lock, so that a sweep of nothing costs nobody anything."""
    keys = list(pages.values_list("pk", flat=True)[:AT_ONCE])
    if keys:
        with while_nothing_is_kept():
            remove(keys)
    return len(keys)


def said(numbers):
    return json.dumps(list(numbers))


def moment(seconds):
    return datetime.fromtimestamp(seconds, UTC)
