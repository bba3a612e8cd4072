"""What tests of checks ask: the codes found in a story or an issue."""

from articles.checks import check_issue, check_story


def codes(article, typed=None, **rows):
    return [hit.code for hit in check_story(article, typed, **rows)]


def only(code, article, typed=None, **rows):
    """The hits of one check."""
    return [hit for hit in check_story(article, typed, **rows) if hit.code == code]


def issue_codes(issue):
    return [hit.code for hit in check_issue(issue).hits]
