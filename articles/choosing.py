"""
Which photo a story may newly take: said once, for its form, the picker over it, the page without a script and the draft
that begins with photos. Short on a card of the wall, as a sentence in a row or message.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import pictures

ON_A_CARD = {
    "there": gettext_lazy("in this story already"),
    "expired": gettext_lazy("expired"),
    "taken": gettext_lazy("used up"),
}
IN_A_SENTENCE = {
    "there": gettext_lazy("It stands in this story already."),
    "expired": gettext_lazy("It has expired."),
    "taken": gettext_lazy("This photo may be used once only, and another story has it."),
}


def hindrance(photo, *, there=(), taken=()):
    """Why a story cannot have it, or nothing: a key of the above. The story has the photos `there`; others have used up
    the ones `taken`. Keys of photos both."""
    if photo.pk in there:
        return "there"
    if photo.why_closed() == "expired":
        return "expired"
    return "taken" if photo.pk in taken else ""


def hindrance_on_card(photo, story=None):
    """No query where the photo's illustrations are prefetched."""
    uses = {illustration.article_id for illustration in photo.illustrations.all()}
    own = {story.pk} if story else set()
    taken = {photo.pk} if photo.is_for_one_use and uses - own else ()
    return str(ON_A_CARD.get(hindrance(photo, there={photo.pk} if uses & own else (), taken=taken), ""))


def is_standing(story):
    """Out, or with its time: a picture that lacks something is not for it."""
    return bool(story.published_at) and not story.is_withdrawn


def lacking(names):
    words = {"what": pictures.in_words(names)}
    return _("The story is out or has its time: this picture lacks its %(what)s.") % words


def why_not(shown, *, taken):
    """A sentence about a picture that is to be added, or nothing."""
    why = hindrance(shown.photo, taken=taken)
    if why:
        return str(IN_A_SENTENCE[why])
    missing = pictures.lacks(shown) if is_standing(shown.article) else []
    return lacking(missing) if missing else ""
