"""What was accepted, looked up afterwards in the database and on the disk: what is not found there was lost."""

from collections import Counter

from articles.history.snapshot import Snapshot
from tests.faults.traffic import NUMBER

REVISIONS = "SELECT article_id, packed FROM articles_revision WHERE article_id = ANY(%s)"
NOW = "SELECT id, body FROM articles_article WHERE id = ANY(%s)"
JOBS = "SELECT (details->>'number')::int FROM desk_job WHERE kind ~ '^proof'"
TWICE = "SELECT once FROM desk_job WHERE once != '' GROUP BY kind, once HAVING count(*) > 1"
PHOTOS = "SELECT id, original FROM media_photo WHERE id = ANY(%s)"


def saves_found(house, tally):
    """Those of which a version is kept. The story itself stands as the last of them, or as one after it."""
    stories = sorted({save.story for save in tally.saved})
    versions = house.database.ask(REVISIONS, stories)
    kept = {(story, text_number(Snapshot.unpack(packed).story["body"])) for story, packed in versions}
    return [save for save in tally.saved if (save.story, save.number) in kept]


def stories_behind(house, tally):
    """Stories whose text is older than their last accepted save."""
    last = {}
    for save in tally.saved:
        last[save.story] = max(save.number, last.get(save.story, 0))
    return [story for story, body in house.database.ask(NOW, sorted(last)) if text_number(body) < last[story]]


def text_number(text):
    return max(map(int, NUMBER.findall(text)), default=0)


def uploads_found(house, tally):
    """Those with their row and their original."""
    rows = house.database.ask(PHOTOS, sorted(set(tally.uploaded)))
    return [photo for photo, original in rows if original and house.has_upload(original)]


def jobs_of(house):
    """Also those that a fault has planned itself, and those of which nobody knew whether they were."""
    return {number for (number,) in house.database.ask(JOBS)}


def jobs_planned_twice(house):
    """By duties that two workers did at the same moment: one of them is enough."""
    return [key for (key,) in house.database.ask(TWICE)]


def forget_jobs(house):
    """The next fault has its own."""
    house.database.ask("DELETE FROM desk_job WHERE kind ~ '^proof'")
    house.database.ask("TRUNCATE proof_of_work")
    house.notes.write_text("")


def jobs_done_inside(house):
    """How often each number was done: its row is written in the transaction that ends the job."""
    return Counter(dict(house.database.ask("SELECT number, count(*) FROM proof_of_work GROUP BY number")))


def jobs_done_outside(house):
    said = house.notes.read_text().split("\n") if house.notes.exists() else []
    return Counter(int(line.split()[1]) for line in said if line.startswith("done"))
