"""
What the desk's rules want of a story's pictures before readers see them, and which of them readers do not see for the
time being. The rules hold for all that is out or has its time; a draft may have anything.
"""

from collections import defaultdict

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.holding import hold as hold_rows
from articles.models import Illustration
from media.models import Photo
from media.models.rights import Rights
from wording.printable import says_anything

NAMES = {
    "caption": gettext_lazy("caption"),
    "credit": gettext_lazy("credit"),
    "alt": gettext_lazy("alt text"),
    "source": gettext_lazy("source"),
}


def lacks(shown):
    """What of NAMES this use of a photo lacks. No query where the photo's bylines are prefetched."""
    there = {
        "caption": says_anything(shown.printed_caption),
        "credit": shown.photo.bylines.all(),
        "alt": says_anything(shown.alt),
        "source": not shown.photo.lacks_source,
    }
    return [name for name, has in there.items() if not has]


def in_words(names):
    return "、".join(str(NAMES[name]) for name in names)


def faults(stories):
    """{story's key: sentences} of stories that may not go out as they are. Three queries, however many they are."""
    shown = list(pictures_of(stories).prefetch_related("photo__bylines"))
    taken = uses_of_one_use_photos(shown, stories)
    found = defaultdict(list)
    for one in shown:
        if names := lacks(one):
            found[one.article_id].append(_("Picture %(number)d lacks: %(what)s.") % said_of(one, what=in_words(names)))
        if taken[one.photo_id] - {one.article_id}:
            sentence = _("Picture %(number)d may be used once only, and another story has it.")
            found[one.article_id].append(sentence % said_of(one))
    return dict(found)


def unseen(stories):
    """Sentences: pictures that readers will not see when these stories come out, and since or until when."""
    now = timezone.now()
    shown = pictures_of(stories)
    return [sentence for one in shown if (sentence := why_unseen(one, max(one.article.published_at or now, now)))]


def why_unseen(shown, at):
    why = shown.photo.why_closed(at)
    if why == "embargo":
        said = _("“%(headline)s”: readers see picture %(number)d only from %(moment)s on, when its embargo ends.")
        return said % said_of(shown, headline=shown.article.headline, moment=clock(shown.photo.embargo_until))
    if why == "expired":
        said = _("“%(headline)s”: readers do not see picture %(number)d, which expired on %(moment)s.")
        return said % said_of(shown, headline=shown.article.headline, moment=clock(shown.photo.expires_at))
    return ""


def clock(moment):
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"


def hold(photos):
    """Photos by their keys, as they are now, with bylines. Nobody changes or takes them until the transaction ends.
    Whoever holds stories too has taken those first."""
    rows = hold_rows(Photo.objects.filter(pk__in=photos))
    return {photo.pk: photo for photo in rows.prefetch_related("bylines")}


def hold_pictures_of(stories):
    hold(Illustration.objects.filter(article__in=stories).values("photo"))


def taken_elsewhere(photos, story=None):
    """Keys of those for one use that stand in another story, be it a draft. Held, so that two at once cannot take one.

    A story that is withdrawn keeps its use: the photo was printed. A draft that is deleted, or lets it go, frees it.
    """
    for_one_use = [photo.pk for photo in hold([photo.pk for photo in photos]).values() if photo.is_for_one_use]
    others = Illustration.objects.exclude(article=story.pk) if story and story.pk else Illustration.objects
    return set(others.filter(photo__in=for_one_use).values_list("photo", flat=True)) if for_one_use else set()


def ever_timed():
    """Uses in stories that are or were out, or have their time. What was withdrawn was printed."""
    return Illustration.objects.filter(article__published_at__isnull=False)


def pictures_of(stories):
    return (
        Illustration.objects.filter(article__in=stories).select_related("photo", "article").order_by("article", "order")
    )


def uses_of_one_use_photos(shown, stories):
    """{photo: stories} that use it up: all that ever had a time, and these, which are to have one."""
    once = [one.photo_id for one in shown if one.photo.rights == Rights.ONE_USE]
    found = defaultdict(set)
    using = Q(article__published_at__isnull=False) | Q(article__in=stories)
    uses = Illustration.objects.filter(using, photo__in=once).values_list("photo", "article") if once else []
    for photo, story in uses:
        found[photo].add(story)
    return found


def said_of(shown, **facts):
    return {"number": shown.number, **facts}
