"""A tiny archive with one of everything that the benchmark looks for."""

from articles.models import Illustration
from tests.factories import (
    correspondent,
    illustrate,
    make_channel,
    make_column,
    make_issue,
    make_page,
    make_photo,
    make_published,
    make_town,
    reporter,
)


def make_archive(*, stories=4):
    """Two pages with so many stories each, and one with a photo; and one story on the web alone."""
    town, issue = make_town(), make_issue()
    filed = {"column": make_column(), "channel": make_channel(), "regions": [town], "tags": ["工会", "清凉"]}
    for label in ("01", "02"):
        page = make_page(issue=issue, label=label)
        for number in range(stories):
            make_published(
                headline=f"第{label}版第{number}篇工会送清凉",
                page=page,
                by=[reporter("李凡"), correspondent("梁昊")],
                **filed,
            )
    pictured = make_published(headline="高温下的坚守", kicker="一线见闻", page=page, by=[reporter("李凡")], **filed)
    illustrate(article=pictured, photo=make_photo(by=[correspondent("马敏")]))
    assert Illustration.objects.exists()
    make_published(headline="网上的一篇", **filed)
    return pictured
