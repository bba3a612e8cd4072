"""
Makes the sample hold every kind of page, and tells their addresses as JSON: python -m tests.audit.arrange, its data in
NEWSROOM_VAR. One story is withdrawn, and one page gets a picture of itself.
"""

import json
import os
from pathlib import Path

import django


def arrange():
    from articles.models import Article, Issue

    issue = Issue.objects.published().first()
    stories = Article.objects.published().order_by("pk")
    pages = list(issue.pages.order_by("position"))
    gone = withdrawn(stories)
    hang_a_picture(pages[0])
    corrected = stories.filter(corrections__isnull=False).first()
    with_photos = stories.filter(illustrations__isnull=False).exclude(pk=corrected.pk).first()
    plain = stories.filter(illustrations=None, corrections=None).exclude(dateline="").first()
    return {
        **standing(issue, plain),
        **of_issue(issue, pages[0], pages[1]),
        **of_stories(story=plain, story_corrected=corrected, story_with_photos=with_photos, withdrawn=gone),
        **of_reprint(stories),
        **ninjs(story=plain, corrected=corrected, photos=with_photos, withdrawn=gone),
        **lists(),
        **sitemaps(),
        **desk(plain, issue, pages[0], with_photos),
    }


def withdrawn(stories):
    """Of the oldest issue: withdrawing takes the page's picture away."""
    from articles import publishing
    from articles.models import Article

    found = Article.objects.exclude(withdrawn_at=None).first()
    if found:
        return found
    story = stories.filter(corrections=None, illustrations=None).order_by("published_at", "-pk").first()
    publishing.withdraw(story)
    return story


def hang_a_picture(page):
    from articles.page_files import hang_picture
    from media.imaging.developing import develop
    from tests.pictures import draw, encoded, upload

    if not page.picture:
        hang_picture(page, develop(upload(encoded(draw(size=(1200, 1700))))))


def standing(issue, story):
    return {
        "front": "/",
        "front_large": "/?large=1",
        "story_large": f"{story.get_absolute_url()}?large=1",
        "calendar": "/issues/",
        "calendar_year": f"/issues/{issue.date.year}/",
        **{name: f"/{name}/" for name in ("regions", "channels", "columns", "tags", "contributors", "feeds")},
        "corrections": "/corrections/",
        "search": "/search/",
        "search_found": "/search/?q=工会",
        "search_empty": "/search/?q=没有这样的词",
        "missing": "/articles/999999/",
        "submit": "/submit/",
        "ranking": "/rankings/",
    }


def of_issue(issue, with_picture, other):
    return {
        "issue": issue.get_absolute_url(),
        "page": other.get_absolute_url(),
        "page_with_picture": with_picture.get_absolute_url(),
        "page_picture": f"{with_picture.get_absolute_url()}picture/",
        "page_map": f"{other.get_absolute_url()}picture/",
    }


def of_stories(**stories):
    return {name: story.get_absolute_url() for name, story in stories.items()}


def of_reprint(stories):
    reprint = stories.exclude(source="").first()
    return {"story_reprinted": reprint.get_absolute_url()} if reprint else {}


def ninjs(**stories):
    return {f"ninjs_{name}": f"/articles/{story.pk}.ninjs.json" for name, story in stories.items()}


def lists():
    """The lists that hold the most, and their feeds."""
    from django.db.models import Count

    from articles.models import Listing

    found = {"feed_latest": "/feeds/latest.atom", "feed_corrections": "/feeds/corrections.atom"}
    by_length = Listing.objects.exclude(kind="day").values("kind", "key").annotate(stories=Count("pk"))
    for kind, key in by_length.order_by("stories", "key").values_list("kind", "key"):
        found |= list_and_feed(kind, key)
    return found


def list_and_feed(kind, key):
    from taggit.models import Tag

    from articles.models import Channel, Column

    slugged = {"column": Column, "channel": Channel, "tag": Tag}
    word = slugged[kind].objects.get(pk=key).slug if kind in slugged else key
    return {kind: f"/{kind}s/{word}/", f"feed_{kind}": f"/feeds/{kind}s/{word}.atom"}


def sitemaps():
    """The index, every file that it names, and the news."""
    from newsroom.sitemaps import addresses

    files = {f"sitemap_{Path(address.path).stem}": address.path for address in addresses.files()}
    return {"sitemap_index": "/sitemap.xml", "sitemap_news": "/sitemap-news.xml", **files}


def desk(story, issue, page, with_photos):
    from articles.models import FrontPage

    photo = with_photos.illustrations.first().photo
    return {
        "login": "/admin/login/",
        "desk_board": "/admin/",
        "desk_stories": "/admin/articles/article/",
        "desk_story": f"/admin/articles/article/{story.pk}/change/",
        "desk_waiting": "/admin/waiting/",
        "desk_page": f"/admin/articles/page/{page.pk}/change/",
        "desk_hotspots": f"/admin/articles/page/{page.pk}/hotspots/",
        "desk_front": f"/admin/articles/frontpage/{FrontPage.current().pk}/change/",
        "desk_issue": f"/admin/articles/issue/{issue.pk}/change/",
        "desk_photos": "/admin/media/photo/",
        "desk_photo": f"/admin/media/photo/{photo.pk}/change/",
        "desk_intake": "/admin/intake/source/intake/",
        "desk_handbook": "/admin/handbook/",
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    print(json.dumps(arrange()))
