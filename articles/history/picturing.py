"""Captions and credits belong to the photo; the stories that print them keep a version when they change there."""

from articles.history.acts import Why
from articles.models import Article


def keep_stories_with(photos, *, by=None):
    for article in Article.objects.filter(photos__in=photos).distinct().order_by("pk"):
        article.keep_version(by=by, why=Why.PICTURED)
