"""The list of phrases that a paper starts from; it keeps its own in the admin."""

from articles.models.phrase import Level, Phrase

# What says one thing twice, or is often written wrongly: what is printed instead, and why.
FIXED = [
    ("截止目前", "截至目前", "截止是到期停止，截至是到某时为止。"),
    ("截止到目前", "截至目前", "截止是到期停止，截至是到某时为止。"),
    ("涉及到", "涉及", "“及”就是“到”。"),
    ("凯旋归来", "凯旋", "“旋”就是归来。"),
    ("胜利凯旋", "凯旋", "“凯”就是胜利。"),
    ("悬殊很大", "悬殊", "“悬殊”就是相差很大。"),
    ("众所周知的是", "众所周知", ""),
    ("目前现状", "现状", "“现状”就是目前的状况。"),
    ("亲眼目睹", "目睹", "“目睹”就是亲眼看到。"),
    ("过高的奢望", "奢望", "“奢望”就是过高的希望。"),
    ("莘莘学子们", "莘莘学子", "“莘莘”已是众多。"),
    ("再接再励", "再接再厉", ""),
    ("穿流不息", "川流不息", ""),
    ("一如继往", "一如既往", ""),
]
CAREFUL = [("据有关人士透露", "能写明是谁的，写明是谁。"), ("史上最", "有根据才用，并写明根据。")]


def load_phrases():
    """Into an empty list. Returns how many."""
    if Phrase.objects.exists():
        return 0
    fixed = [Phrase(text=text, suggestion=right, note=note) for text, right, note in FIXED]
    careful = [Phrase(text=text, note=note, kind=Phrase.Kind.CAREFUL, level=Level.NOTICE) for text, note in CAREFUL]
    return len(Phrase.objects.bulk_create(fixed + careful))
