"""
Checks before press: what an editor should see in a story or an issue before it is signed off, and where.

    check_story(article, typed={"body": "…"})     hits of one story, also of words that are not saved yet
    check_issue(issue)                            hits of an issue, its pages and its stories
    blocking(article), blocking(issue)            errors that nobody has waived
    held_back(articles), held_back_issue(issue)   the same, where the paper's own rule holds such back

The verbs that waive a hit are in articles.checks.waiving.
"""

from articles.checks.hits import Hit
from articles.checks.issues import SHEET_CHECKS
from articles.checks.names import NAME_CHECKS
from articles.checks.phrases import PHRASE_CHECKS
from articles.checks.register import ISSUE_CHECKS, STORY_CHECKS, Check, Found, Level
from articles.checks.running import (
    blocking,
    blocking_stories,
    check_issue,
    check_stories,
    check_story,
    held_back,
    held_back_issue,
)
from articles.checks.sameness import SAMENESS_CHECKS
from articles.checks.stories import PLAIN_CHECKS
from articles.checks.texts import TEXT_CHECKS

STORY_CHECKS += [*PLAIN_CHECKS, *NAME_CHECKS, *SAMENESS_CHECKS, *TEXT_CHECKS, *PHRASE_CHECKS]
ISSUE_CHECKS += SHEET_CHECKS

__all__ = [
    "ISSUE_CHECKS",
    "STORY_CHECKS",
    "Check",
    "Found",
    "Hit",
    "Level",
    "blocking",
    "blocking_stories",
    "check_issue",
    "check_stories",
    "check_story",
    "held_back",
    "held_back_issue",
]
