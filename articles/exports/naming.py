"""What exported files are called: in Chinese, in the order in which a layout desk looks for them."""

from media.originals import download_name, first_words


def original_name(photo):
    """As one downloads it, and with its number: of a series many have the same day and the same caption."""
    stem, _dot, suffix = download_name(photo).rpartition(".")
    return f"{stem} P{photo.pk}.{suffix}"


def story_name(story):
    """2023-03-02 第02版 工会送清凉"""
    where = f"{page_name(story.page)} " if story.page else ""
    return where + (first_words(story.article.headline) or str(story.article.pk))


def page_name(page):
    return f"{issue_name(page.issue)} 第{page.label}版"


def issue_name(issue):
    edition = first_words(issue.edition_name) if issue.edition else ""
    return f"{issue.date.isoformat()}{edition and ' '}{edition}"
