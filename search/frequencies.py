"""
How many entries have a token, roughly: counted in a sample of them, now and then, and kept of those tokens that many
have. It decides how much is asked at a time and nothing else: a wrong one makes a question slower, never its answer
wrong.
"""

from collections import Counter

from django.db import transaction

from desk.batches import in_batches
from search.models import Frequency, OutEntry, OutText
from search.sheets import tokens_of_text

SAMPLE = 2000
SELDOM = 0.002  # the share of a token that is not kept
ALL = "*"  # with the number of entries


def expected(tokens):
    """How many of what is out have all of them, at most. 0: seldom, or nobody has measured."""
    shares = dict(Frequency.objects.filter(token__in=[ALL, *tokens]).values_list("token", "share"))
    return shares.pop(ALL, 0) * min(shares.get(token, 0) for token in tokens)


def measure():
    """Looks at a sample of what is out, evenly spread over the index. Nobody who saves waits for that."""
    total = OutEntry.objects.count()
    step = max(1, total // SAMPLE)
    places = list(OutEntry.objects.order_by("place").values_list("place", flat=True).iterator(chunk_size=2000))[::step]
    having = Counter()
    for some in in_batches(places, 200):
        for text in OutText.objects.filter(place__in=some).values("text", "head", "filters"):
            having.update(tokens_of_text(text))
    often = {token: number / len(places) for token, number in having.items() if number / len(places) > SELDOM}
    rows = [Frequency(token=token[:100], share=share) for token, share in often.items()]
    keep([Frequency(token=ALL, share=total), *rows])
    return len(often)


@transaction.atomic
def keep(rows):
    Frequency.objects.all().delete()
    Frequency.objects.bulk_create(rows, batch_size=500)
