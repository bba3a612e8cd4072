"""What stands under a photo that was handed in: as typed, with who took it."""

from bylines.finding import at_tail
from wording.folding import fold


def captioned(caption, name):
    """Whoever sends a photo and names nobody under it took it, as correspondent; an editor may know better."""
    words = " ".join(caption.split())
    return words if words and at_tail(fold(words), frozenset()) else f"{words} 通讯员{name} 摄".strip()
