"""
Whose stories a colleague works on. A permission says what somebody may do; how far it reaches is said here only: to the
stories of all desks (articles.all_desks_article), or to those of the own desks and what one entered oneself. A story
without a desk is in the hands of whoever entered it, and of those who work on all.
"""

from django.db import models

ALL_DESKS = "articles.all_desks_article"
SEES_ALL = "articles.see_all_desks_article"


def in_hand_of(user):
    """The rule of desks: a story is in the hands of its desk, and of whoever entered it."""
    return models.Q(desk__in=user.desks.values("pk")) | models.Q(created_by=user)


class Reached(models.QuerySet):
    def in_reach_of(self, user):
        return self if user.has_perm(ALL_DESKS) else self.filter(in_hand_of(user))

    def out_of_reach_of(self, user):
        return self.none() if user.has_perm(ALL_DESKS) else self.exclude(in_hand_of(user))

    def open_to(self, user, permission):
        """Those that the colleague may do this to: the same question as `allows`, asked of many."""
        return self.in_reach_of(user) if user.has_perm(f"articles.{permission}") else self.none()


class InReach(models.Model):
    """Mixed into the story. Whoever asks of many has their desks read once."""

    class Meta:
        abstract = True

    def is_in_reach_of(self, user):
        if user.has_perm(ALL_DESKS) or (user.pk and self.created_by_id == user.pk):
            return True
        return self.desk_id is not None and self.desk_id in user.desk_keys

    def allows(self, user, permission):
        """Whether that colleague may do this to the story. Every act asks here, and nowhere else."""
        return user.has_perm(f"articles.{permission}") and self.is_in_reach_of(user)
