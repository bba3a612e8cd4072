from decimal import ROUND_HALF_UP, Decimal

FEN = Decimal("0.01")
NOTHING = Decimal("0.00")


def to_fen(amount):
    """Half a 分 is rounded up, away from nothing."""
    return amount.quantize(FEN, ROUND_HALF_UP)


def total_of(amounts):
    return sum(amounts, NOTHING)


def apportion(whole, weights):
    """
    A list of amounts in the order of the weights, whose sum is the whole. whole: yuan, not below nothing; weights:
    whole numbers, one of them above nothing. Each gets what its weight gives, rounded down to 分; what is left over
    goes by 分 to those who lost most by the rounding, the earlier first.
    """
    fen, all_weights = int(whole / FEN), sum(weights)
    parts = [divmod(fen * weight, all_weights) for weight in weights]
    left_over = fen - sum(down for down, _lost in parts)
    by_loss = sorted(range(len(parts)), key=lambda place: (-parts[place][1], place))
    luckier = set(by_loss[:left_over])
    return [(down + (place in luckier)) * FEN for place, (down, _lost) in enumerate(parts)]
