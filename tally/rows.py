"""
The credits in print that a question is about, as SQL: Django has no words for sums of sums. Names of our own tables and
columns stand in it; whatever somebody asked for is a parameter.

A story counts once in a line however many of its people stand there, and so does a photo in a story; what they share is
summed up in whole parts, by the number of the parts of each story: sums stay exact, and a database gives back a few
rows for each line.
"""

from itertools import chain

from django.db import connections
from django.utils import timezone

from articles.models.printed import BESIDE_THE_WRITERS
from desk.reading import reading
from regions.models import Region
from tally.questions import BY_TIME, By, Level, Split

PERSON = "JOIN bylines_contributor AS person ON person.id = printed.contributor_id"
# By the issues of those days: PostgreSQL would read all pages that ever were.
PLACED = """
    LEFT JOIN (
        SELECT stand.article_id, paged.issue_id, paged.label FROM articles_issue AS issue
        JOIN articles_page AS paged ON paged.issue_id = issue.id
        JOIN articles_placement AS stand ON stand.page_id = paged.id WHERE issue.date BETWEEN %s AND %s
    ) AS page ON page.article_id = printed.article_id AND page.issue_id = printed.issue_id
"""
# The keys of the stories of those days, from the lowest to the highest: PostgreSQL would otherwise read all places that
# there are. Plus nothing, lest an index is taken for that instead: the lowest of all stories, or a span of keys.
WITHIN = """
    BETWEEN (SELECT MIN(article_id + 0) FROM articles_printed WHERE printed_on BETWEEN %s AND %s)
    AND (SELECT MAX(article_id + 0) FROM articles_printed WHERE printed_on BETWEEN %s AND %s)
"""
PLAYS = f"""
    LEFT JOIN articles_articleregion AS place ON place.article_id = printed.article_id AND place.article_id {WITHIN}
"""
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
PLAYS_THERE = f"""
    EXISTS(
        SELECT 1 FROM articles_listing AS there
        WHERE there.article_id = printed.article_id AND there.kind = 'region' AND there.key = %s
        AND there.article_id + 0 {WITHIN}
    )
"""
WROTE_OR_TOOK = "(printed.photo_id IS NOT NULL OR printed.role NOT IN (%s, %s))"
PARTS = {Split.NONE: "part_of_all", Split.ROLE: "part_of_role", Split.ALL: "part_of_all"}
MANY_TO_A_STORY = (By.PLACE, By.PAGE)
SUMS = """
    SELECT line, photo_id IS NOT NULL, parts, COUNT(*), SUM(part), SUM(length), SUM(length * part)
    FROM ({once}) AS once GROUP BY 1, 2, 3
"""
ONCE = """
    SELECT {line} AS line, printed.article_id, printed.photo_id, MAX(printed.issue_id) AS issue_id,
    SUM(printed.{part}) AS part, MAX(printed.parts) AS parts, MAX(printed.length) AS length
    FROM articles_printed AS printed {clauses} GROUP BY printed.printed_on, printed.article_id, printed.photo_id, line
"""
# Of what is gathered: a story of two towns stands once in the line of their county.
LINES = """
    SELECT DISTINCT {line} AS line, printed.article_id, printed.photo_id, printed.part, printed.parts, printed.length
    FROM ({once}) AS printed {clauses}
"""


class Clauses:
    """Joins and conditions, and what is asked for in them."""

    def __init__(self):
        self.joins, self.conditions = {}, []

    def join(self, *joins, asked=()):
        """Each once, whoever needs it. asked: for the last one."""
        self.joins |= dict.fromkeys(joins, ()) | {joins[-1]: asked}

    def that(self, condition, *asked):
        self.conditions.append((condition, asked))

    def and_of(self, others):
        both = Clauses()
        both.joins, both.conditions = self.joins | others.joins, self.conditions + others.conditions
        return both

    @property
    def params(self):
        return [*chain(*self.joins.values(), *(asked for _condition, asked in self.conditions))]

    def __str__(self):
        where = " AND ".join(condition for condition, _asked in self.conditions)
        return " ".join([*self.joins, *(["WHERE", where] if where else [])])


class Rows:
    """
    Of one question, within a period, at a moment. line: what the rows are gathered by; None: all in one.

    of_credits: which rows. of_lines: of a line to which a story, and not a credit, belongs; it may stand in several.
    """

    def __init__(self, question, period, at=None, by=None):
        self.question, self.only, self.by = question, question.only, by
        self.connection = connections[reading().alias]
        self.of_credits, self.of_lines = Clauses(), Clauses()
        self.days = [*map(self.connection.ops.adapt_datefield_value, (period.first, period.last))]
        self.line = self._line(by)
        self._narrow(at or timezone.now())

    def sums(self):
        """[(line, is a photo, parts, how many, parts of them, length, length times parts)]"""
        part, is_of_story = PARTS[Split(self.question.split)], self.by in MANY_TO_A_STORY
        once = ONCE.format(line="0" if is_of_story else self.line, part=part, clauses=self.of_credits)
        if is_of_story:
            once = LINES.format(line=self.line, once=once, clauses=self.of_lines)
        with self.connection.cursor() as cursor:
            cursor.execute(SUMS.format(once=once), [*self.of_credits.params, *self.of_lines.params])
            return cursor.fetchall()

    def only_line(self, line):
        clauses = self.of_lines if self.by in MANY_TO_A_STORY else self.of_credits
        clauses.that(f"{self.line} = %s", line)

    def stories(self, line=None, is_photo=None):
        """(SQL, params) of the keys of the stories. is_photo: of the rows of photos alone, or of words alone."""
        clauses = self.of_credits.and_of(self.of_lines)
        if line is not None:
            clauses.that(f"{self.line} = %s", line)
        if is_photo is not None:
            clauses.that(f"printed.photo_id IS {'NOT ' if is_photo else ''}NULL")
        return f"SELECT printed.article_id FROM articles_printed AS printed {clauses}", clauses.params

    def _line(self, by):
        if by in BY_TIME:
            return "printed.printed_on"
        return {
            None: lambda: "0",
            By.PERSON: lambda: "printed.contributor_id",
            By.ROLE: lambda: "printed.role",
            By.COLUMN: lambda: "COALESCE(printed.column_id, 0)",
            By.ISSUE: lambda: "COALESCE(printed.issue_id, 0)",
            By.UNIT: lambda: joined(self.of_credits, "person.unit", PERSON),
            By.REGION: lambda: joined(self.of_credits, self._of_level("person"), PERSON, regions_above("person")),
            By.PLACE: self._place,
            By.PAGE: self._page,
        }[by]()

    def _of_level(self, whose):
        """The code of that level's region, '' where there is none."""
        level = Level(self.question.level).value
        whens = [f"WHEN {whose}_{up}.level = '{level}' THEN {whose}_{up}.code" for up in range(len(Region.Level))]
        return f"CASE {' '.join(whens)} ELSE '' END"

    def _place(self):
        self.of_lines.join(PLAYS, asked=self.days * 2)
        return joined(self.of_lines, self._of_level("place"), regions_above("place"))

    def _page(self):
        self.of_lines.join(PLACED, asked=self.days)
        self.of_lines.that("(page.label IS NOT NULL OR printed.issue_id IS NULL)")
        return "COALESCE(page.label, '')"

    def _narrow(self, at):
        only, that = self.only, self.of_credits.that
        that("printed.printed_on BETWEEN %s AND %s", *self.days)
        that("printed.published_at <= %s", self.connection.ops.adapt_datetimefield_value(at))
        if only.role is not None:
            that(f"printed.role IN ({', '.join(['%s'] * len(only.roles)) or 'NULL'})", *only.roles)
        elif self.by != By.ROLE:
            that(WROTE_OR_TOOK, *BESIDE_THE_WRITERS)
        if only.person is not None:
            that("printed.contributor_id = %s", only.person)
        for name in ("column", "issue"):
            if (key := getattr(only, name)) is not None:
                that(f"printed.{name}_id = %s", key) if key else that(f"printed.{name}_id IS NULL")
        self._narrow_people()
        self._narrow_places()

    def _narrow_people(self):
        for column, value in (("unit", self.only.unit), ("desk_id", self.only.desk)):
            if value is not None:
                self.of_credits.join(PERSON)
                self.of_credits.that(f"person.{column} = %s", value)
        if self.only.region is not None:
            self.of_credits.join(PERSON)
            self.of_credits.that(f"person.region_id IN ({BELOW})", self.only.region)

    def _narrow_places(self):
        """By pages and by places, those are the lines too: of a story that plays elsewhere besides, nothing else."""
        if self.only.page is not None:
            self.of_credits.that(ON_PAGE, self.only.page)
            if self.by == By.PAGE:
                self.of_lines.that("page.label = %s", self.only.page)
        if self.only.place is not None:
            self.of_credits.that(PLAYS_THERE, self.only.place, *self.days * 2)
            if self.by == By.PLACE:
                self.of_lines.that(f"place.region_id IN ({BELOW})", self.only.place)


def joined(clauses, line, *joins):
    clauses.join(*joins)
    return line


def regions_above(whose):
    """Joins: town, county, city and province are three steps."""
    steps = [f"LEFT JOIN regions_region AS {whose}_0 ON {whose}_0.id = {whose}.region_id"]
    steps += [
        f"LEFT JOIN regions_region AS {whose}_{up} ON {whose}_{up}.id = {whose}_{up - 1}.parent_id"
        for up in range(1, len(Region.Level))
    ]
    return " ".join(steps)
