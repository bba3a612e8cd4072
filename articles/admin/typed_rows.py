"""The rows of a story's form as somebody has them on the screen, for the checks: nothing here is saved or trusted."""

from articles.checks.prepared import illustrations_of
from articles.models import ArticleRegion
from bylines.models import Byline
from desk.numbers import key_of

MOST_ROWS = 200


def rows_typed(article, posted):
    """Bylines, places and illustrations, each where the form has such rows; where it has none the stored ones hold."""
    found = {}
    if has_rows(posted, "bylines"):
        found["bylines"] = [
            Byline(name=row.get("name", ""), role=row.get("role", ""), unit=row.get("unit", ""))
            for row in rows_of(posted, "bylines")
            if row.get("name") or row.get("contributor")
        ]
    if has_rows(posted, "places"):
        found["places"] = [ArticleRegion(region_id=key) for key in keys_in(rows_of(posted, "places"), "region")]
    if has_rows(posted, "illustrations") and article.pk:
        found["illustrations"] = list(illustrations_typed(article, rows_of(posted, "illustrations")))
    return found


def illustrations_typed(article, rows):
    """The stored ones that stay, with the words of their rows. A new row has no number yet, and another photo is looked
    at once it is saved."""
    typed = {row["id"]: row for row in rows if row.get("id")}
    for shown in illustrations_of([article.pk]):
        row = typed.get(str(shown.pk))
        if row is None:
            continue
        if row.get("photo", str(shown.photo_id)) == str(shown.photo_id):
            shown.caption, shown.alt = row.get("caption", shown.caption), row.get("alt", shown.alt)
        yield shown


def has_rows(posted, prefix):
    return f"{prefix}-TOTAL_FORMS" in posted


def rows_of(posted, prefix):
    """Each row as {field: text}, without those that are to go."""
    total = posted.get(f"{prefix}-TOTAL_FORMS", "")
    number_of_rows = int(total) if total.isdecimal() and len(total) < 4 else 0
    rows: dict = {number: {} for number in range(min(number_of_rows, MOST_ROWS))}
    for name, text in posted.items():
        begin, _dash, rest = name.partition("-")
        number, _dash, field = rest.partition("-")
        if begin == prefix and number.isdecimal() and len(number) < 4 and int(number) in rows:
            rows[int(number)][field] = text
    return [row for row in rows.values() if row and "DELETE" not in row]


def keys_in(rows, name):
    return [key for row in rows if (key := key_of(row.get(name))) is not None]
