"""Where two people of the register are credited in one story, or under one picture, in the same role."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from bylines.models import Byline


@dataclass(frozen=True)
class SideBySide:
    """keys: of the first one's bylines."""

    keys: list[int]
    stories: list[int]
    photos: list[int]

    @property
    def number(self):
        return len(self.keys)


def side_by_side(one, other):
    others = Byline.objects.filter(contributor=other, role=OuterRef("role"))
    own = Byline.objects.filter(contributor=one).order_by("pk")
    in_words = own.filter(Exists(others.filter(article=OuterRef("article"))), article__isnull=False)
    in_pictures = own.filter(Exists(others.filter(photo=OuterRef("photo"))), photo__isnull=False)
    stories, photos = list(in_words.values_list("pk", "article")), list(in_pictures.values_list("pk", "photo"))
    return SideBySide([pk for pk, _on in stories + photos], [on for _pk, on in stories], [on for _pk, on in photos])
