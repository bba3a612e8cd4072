"""Whom an editor means: by name, pen name, unit or card number, or by the sound of a name as it is typed in Latin."""

from django.db.models import Q

from bylines.models import PenName, Term
from bylines.sounds import typed_sound


def sought(people, words):
    """Each word narrows; what is all in Latin letters is one name. Nobody who was merged away is found."""
    people = people.standing()
    for word in [words.strip()] if typed_sound(words) else words.split():
        people = people.filter(meant_by(word))
    return people


def meant_by(word):
    going_by = PenName.objects.filter(name__icontains=word).values("contributor")
    holding = Term.objects.filter(number__iexact=word).values("contributor")
    found = Q(name__icontains=word) | Q(unit__icontains=word) | Q(pk__in=going_by) | Q(pk__in=holding)
    sound = typed_sound(word)
    return found | Q(sound__startswith=sound) | Q(sound__contains=f" {sound}") if sound else found
