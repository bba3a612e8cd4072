"""
Who asks is looked up at every request: the number of unread notices, and what is known of the account's second factor,
come along in that one query.
"""

from django.contrib.auth.backends import ModelBackend
from django.db.models import Case, Count, Exists, OuterRef, Subquery, When
from django.db.models.functions import Coalesce

from desk.composed_once import Question
from desk.models import FactorDemand, Notice, SecondFactor, User


class NewsroomBackend(ModelBackend):
    def get_user(self, user_id):
        user = users_as_known.first(key=int(user_id))
        return user if user and self.user_can_authenticate(user) else None


def number_of_unread():
    own = Notice.objects.unread().order_by().filter(user=OuterRef("pk")).values("user")
    return Coalesce(Subquery(own.annotate(number=Count("pk")).values("number")), 0)


def is_asked_for_a_factor():
    """As User.needs_second_factor says it."""
    demands = FactorDemand.objects.all()
    return Case(
        When(is_superuser=True, then=Exists(demands)), default=Exists(demands.filter(group__user=OuterRef("pk")))
    )


@Question
def users_as_known(key):
    known = {
        "unread_notices": number_of_unread(),
        "has_second_factor": Exists(SecondFactor.objects.filter(user=OuterRef("pk"))),
        "needs_second_factor": is_asked_for_a_factor(),
    }
    return User.objects.annotate(**known).filter(pk=key)
