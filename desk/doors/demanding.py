"""Which groups have to have a second factor. It holds from the next click of whoever is signed in."""

from django.db import transaction

from desk.models import AuditEntry, FactorDemand


@transaction.atomic
def demand_factor(group, is_demanded, *, by):
    if is_demanded:
        _demand, is_new = FactorDemand.objects.get_or_create(group=group)
    else:
        is_new = bool(FactorDemand.objects.filter(group=group).delete()[0])
    if is_new:
        AuditEntry.note(verb="factor_demanded" if is_demanded else "factor_left", record=group, by=by, words=group.name)
