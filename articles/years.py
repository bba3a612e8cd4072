"""Which years there are issues of, in as many looks into their index as there are years."""

from datetime import date

from django.db import connection
from django.utils import timezone

from desk.reading import reading

LAST = "SELECT date FROM articles_issue WHERE published_at <= %s{before} ORDER BY date DESC LIMIT 1"
BEGINNING = {"postgresql": "DATE_TRUNC('year', last.day)::date", "sqlite": "DATE(last.day, 'start of year')"}
YEARS = """
    WITH RECURSIVE last(day) AS (
        SELECT * FROM ({last}) AS newest
        UNION ALL
        SELECT ({before}) FROM last WHERE last.day IS NOT NULL
    ) SELECT day FROM last WHERE day IS NOT NULL
"""


def last_days():
    """The day of each year's last issue that is out, the newest first."""
    before = LAST.format(before=f" AND date < {BEGINNING[connection.vendor]}")
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with reading().cursor() as cursor:
        cursor.execute(YEARS.format(last=LAST.format(before=""), before=before), [now, now])
        return [date.fromisoformat(str(day)) for (day,) in cursor.fetchall()]
