"""Whose figures a colleague sees: everybody's by permission, else those of the contributor whose account it is."""

from typing import NamedTuple

from django.core.exceptions import PermissionDenied

from bylines.models import Contributor

RIGHT = "articles.view_printed"
REGISTER = "bylines.view_contributor"


class Sight(NamedTuple):
    is_whole: bool
    own: Contributor | None = None  # without the whole sight: whose figures, if the account is a contributor's

    @property
    def is_empty(self):
        return not self.is_whole and self.own is None


def sight_of(user):
    """PermissionDenied for whoever does not even see the register."""
    if user.has_perm(RIGHT):
        return Sight(is_whole=True)
    if not user.has_perm(REGISTER):
        raise PermissionDenied
    return Sight(is_whole=False, own=Contributor.objects.filter(user=user).first())
