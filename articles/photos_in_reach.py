"""
Photos belong to no desk, the stories that show them do. Of those that a colleague may change at all: one's own until it
is in print, an editor's as far as the stories are in reach that show it.
"""

from django.db.models import Q

from articles.models import Article
from articles.models.reach import ALL_DESKS
from media.models import Photo

OTHERS = "media.change_others_photo"


def changeable(photos, user):
    """Without those that another story holds: for whoever has no right to others' photos any printed one does."""
    if not user.has_perm(OTHERS):
        return photos.exclude(articles__in=Article.objects.published())
    if user.has_perm(ALL_DESKS):
        return photos
    elsewhere = Article.objects.out_of_reach_of(user)
    return photos.exclude(articles__in=elsewhere.published()).exclude(~Q(uploaded_by=user), articles__in=elsewhere)


def may_change(photo, user):
    return photo.may_be_changed_by(user) and changeable(Photo.objects.filter(pk=photo.pk), user).exists()
