"""
The credits in print that a question is about, as SQL: Django has no words for sums of sums. Names of our own tables and
columns stand in it; whatever somebody asked for is a parameter.

A story counts once in a line however many of its people stand there, and so does a photo in a story; what they share is
summed up in whole parts, by the number of the parts of each story: sums stay exact, and a database gives back a few
rows for each line.
"""

from django.db import connections
from django.utils import timezone

from articles.models.printed import BESIDE_THE_WRITERS
from desk.reading import reading
from regions.models import Region
from tally.questions import BY_TIME, By, Level, Split

PERSON = "JOIN bylines_contributor AS person ON person.id = printed.contributor_id"
PLACED = """
    LEFT JOIN articles_placement AS stand ON stand.article_id = printed.article_id
    LEFT JOIN articles_page AS page ON page.id = stand.page_id AND page.issue_id = printed.issue_id
"""
PLAYS = "LEFT JOIN articles_articleregion AS place ON place.article_id = printed.article_id"
BELOW = """
    WITH RECURSIVE below(id) AS (
        SELECT id FROM regions_region WHERE code = %s
        UNION SELECT region.id FROM regions_region AS region JOIN below ON region.parent_id = below.id
    ) SELECT id FROM below
"""
ON_PAGE = """
    EXISTS(
        SELECT 1 FROM articles_placement AS on_page JOIN articles_page AS that_page ON that_page.id = on_page.page_id
        WHERE on_page.article_id = printed.article_id AND that_page.issue_id = printed.issue_id
        AND that_page.label = %s
    )
"""
# The lists have every region above a story's.
PLAYS_THERE = """
    EXISTS(
        SELECT 1 FROM articles_listing AS there
        WHERE there.article_id = printed.article_id AND there.kind = 'region' AND there.key = %s
    )
"""
WROTE_OR_TOOK = "(printed.photo_id IS NOT NULL OR printed.role NOT IN (%s, %s))"
PARTS = {Split.NONE: "part_of_all", Split.ROLE: "part_of_role", Split.ALL: "part_of_all"}
MANY_TO_A_STORY = (By.PLACE, By.PAGE)
SUMS = """
    SELECT line, photo_id IS NOT NULL, parts, COUNT(*), SUM(part), SUM(length), SUM(length * part) FROM (
        SELECT line, photo_id, SUM(part) AS part, MAX(parts) AS parts, MAX(length) AS length
        FROM ({rows}) AS rows GROUP BY printed_on, article_id, photo_id, line
    ) AS once GROUP BY 1, 2, 3
"""
ROWS = """
    SELECT {distinct} {line} AS line, printed.printed_on, printed.article_id, printed.photo_id, printed.contributor_id,
    printed.role, printed.{part} AS part, printed.parts, printed.length
    FROM articles_printed AS printed {joins} WHERE {conditions}
"""


class Rows:
    """Of one question, within a period, at a moment. line: what the rows are gathered by; None: all in one."""

    def __init__(self, question, period, at=None, by=None):
        self.question, self.only, self.by = question, question.only, by
        self.connection = connections[reading().alias]
        self.joins, self.conditions, self.params = [], [], []
        self.line = self._line(by)
        self._narrow(period, at or timezone.now())

    def sums(self):
        """[(line, is a photo, parts, how many, parts of them, length, length times parts)]"""
        sql = SUMS.format(rows=self._sql())
        with self.connection.cursor() as cursor:
            cursor.execute(sql, self.params)
            return cursor.fetchall()

    def stories(self, line=None, is_photo=None):
        """(SQL, params) of the keys of the stories. is_photo: of the rows of photos alone, or of words alone."""
        more = [] if line is None else [f"{self.line} = %s"]
        more += [] if is_photo is None else [f"printed.photo_id IS {'NOT ' if is_photo else ''}NULL"]
        sql = f"SELECT printed.article_id FROM articles_printed AS printed {self._joins} WHERE " + " AND ".join(
            [*self.conditions, *more]
        )
        return sql, [*self.params, *([] if line is None else [line])]

    @property
    def _joins(self):
        return " ".join(dict.fromkeys(self.joins))

    def _sql(self):
        return ROWS.format(
            distinct="DISTINCT" if self.by in MANY_TO_A_STORY else "",
            line=self.line,
            part=PARTS[Split(self.question.split)],
            joins=self._joins,
            conditions=" AND ".join(self.conditions),
        )

    def _line(self, by):
        if by in BY_TIME:
            return "printed.printed_on"
        return {
            None: lambda: "0",
            By.PERSON: lambda: "printed.contributor_id",
            By.ROLE: lambda: "printed.role",
            By.COLUMN: lambda: "COALESCE(printed.column_id, 0)",
            By.ISSUE: lambda: "COALESCE(printed.issue_id, 0)",
            By.UNIT: lambda: self._joined("person.unit", PERSON),
            By.REGION: lambda: self._joined(self._of_level("person"), PERSON, regions_above("person")),
            By.PLACE: lambda: self._joined(self._of_level("place"), PLAYS, regions_above("place")),
            By.PAGE: self._page,
        }[by]()

    def _joined(self, line, *joins):
        self.joins += joins
        return line

    def _of_level(self, whose):
        """The code of that level's region, '' where there is none."""
        level = Level(self.question.level).value
        whens = [f"WHEN {whose}_{up}.level = '{level}' THEN {whose}_{up}.code" for up in range(len(Region.Level))]
        return f"CASE {' '.join(whens)} ELSE '' END"

    def _page(self):
        self.joins.append(PLACED)
        self.conditions.append("(page.id IS NOT NULL OR printed.issue_id IS NULL)")
        return "COALESCE(page.label, '')"

    def _narrow(self, period, at):
        ops, only = self.connection.ops, self.only
        self._that("printed.printed_on BETWEEN %s AND %s", *map(ops.adapt_datefield_value, (period.first, period.last)))
        self._that("printed.published_at <= %s", ops.adapt_datetimefield_value(at))
        if only.role is not None:
            self._that(f"printed.role IN ({', '.join(['%s'] * len(only.roles)) or 'NULL'})", *only.roles)
        elif self.by != By.ROLE:
            self._that(WROTE_OR_TOOK, *BESIDE_THE_WRITERS)
        if only.person is not None:
            self._that("printed.contributor_id = %s", only.person)
        for name in ("column", "issue"):
            if (key := getattr(only, name)) is not None:
                self._that(f"printed.{name}_id = %s", key) if key else self._that(f"printed.{name}_id IS NULL")
        self._narrow_people()
        self._narrow_places()

    def _narrow_people(self):
        for column, value in (("unit", self.only.unit), ("desk_id", self.only.desk)):
            if value is not None:
                self.joins.append(PERSON)
                self._that(f"person.{column} = %s", value)
        if self.only.region is not None:
            self.joins.append(PERSON)
            self._that(f"person.region_id IN ({BELOW})", self.only.region)

    def _narrow_places(self):
        """By pages and by places, those are the lines too: of a story that plays elsewhere besides, nothing else."""
        if self.only.page is not None:
            self._that(ON_PAGE, self.only.page)
            if self.by == By.PAGE:
                self._that("page.label = %s", self.only.page)
        if self.only.place is not None:
            self._that(PLAYS_THERE, self.only.place)
            if self.by == By.PLACE:
                self._that(f"place.region_id IN ({BELOW})", self.only.place)

    def _that(self, condition, *params):
        self.conditions.append(condition)
        self.params += params


def regions_above(whose):
    """Joins: town, county, city and province are three steps."""
    steps = [f"LEFT JOIN regions_region AS {whose}_0 ON {whose}_0.id = {whose}.region_id"]
    steps += [
        f"LEFT JOIN regions_region AS {whose}_{up} ON {whose}_{up}.id = {whose}_{up - 1}.parent_id"
        for up in range(1, len(Region.Level))
    ]
    return " ".join(steps)
