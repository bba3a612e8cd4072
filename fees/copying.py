"""A card is never changed once it was used: the next one begins as its copy."""

from django.core.exceptions import ValidationError
from django.db import transaction

from fees.models import RateCard


@transaction.atomic
def copy_card(card, begins_on):
    """(the new card, []), or (None, what is wrong with that day)."""
    made = RateCard(name=card.name, begins_on=begins_on, most_a_month=card.most_a_month, unpaid=card.unpaid)
    try:
        made.full_clean()
    except ValidationError as problem:
        return None, problem.messages
    made.save()
    for rows in (card.rates, card.grade_pays, card.paid_roles):
        for row in rows.all():
            row.pk, row.card = None, made
            row._state.adding = True
            row.save()
    return made, []
