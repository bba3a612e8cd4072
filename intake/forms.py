"""A story on the intake screen as it was read, every part of it open to correction."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Column
from bylines.finding import alone, at_tail
from bylines.printing import print_byline, print_photo_credit
from intake.drafting import body_of
from intake.reading.result import PhotoRead, Piece, RegionRead, StoryRead
from regions.models import Region
from wording.folding import fold


def lines(rows):
    return forms.Textarea(attrs={"rows": rows})


class StoryForm(forms.Form):
    """One story, every part of it open to correction. Its words are given back as a StoryRead."""

    include = forms.BooleanField(label=_("make a draft"), required=False, initial=True)
    column = forms.CharField(label=_("column"), required=False, max_length=Column._meta.get_field("name").max_length)
    kicker = forms.CharField(label=_("kicker"), required=False, max_length=200)
    headline = forms.CharField(label=_("headline"), required=False, max_length=200)
    subheadline = forms.CharField(label=_("subheadline"), required=False, max_length=300, widget=lines(2))
    dateline = forms.CharField(label=_("dateline"), required=False, max_length=100)
    byline = forms.CharField(label=_("byline"), required=False, help_text=_("As printed: 记者林岚 通讯员何青、江望"))
    body = forms.CharField(label=_("body"), required=False, widget=lines(12))
    photos = forms.CharField(
        label=_("captions"), required=False, widget=lines(2), help_text=_("One photo a line: 培训现场。通讯员何青 摄")
    )
    regions = forms.CharField(
        label=_("regions"),
        required=False,
        widget=lines(2),
        help_text=_("One a line, by its code; the first is the main place."),
    )
    editors_note = forms.CharField(label=_("editor's note"), required=False, widget=lines(2))
    source = forms.CharField(label=_("source"), required=False, max_length=Article._meta.get_field("source").max_length)

    def __init__(self, *args, known=frozenset(), **kwargs):
        super().__init__(*args, **kwargs)
        self.known = known  # names of the register and of this reading

    def clean_headline(self):
        headline = self.cleaned_data["headline"]
        if self.cleaned_data.get("include") and not headline:
            raise ValidationError(_("A draft needs a headline."))
        return headline

    def clean_byline(self):
        text = self.cleaned_data["byline"]
        if not text:
            return None
        found = alone(fold(text), self.known, bare=True)
        if not found:
            raise ValidationError(_("These names could not be read. Write them as 记者林岚 通讯员何青、江望."))
        return found.line

    def clean_photos(self):
        return [self._photo(line) for line in self.cleaned_data["photos"].splitlines() if line.strip()]

    def _photo(self, text):
        found = at_tail(fold(text), self.known)
        if not found:
            return PhotoRead(caption=text)
        line = found.line
        return PhotoRead(text[: found.start].strip(), line.photographers, line.image_source, text[found.start :])

    def clean_regions(self):
        codes = [line.split()[0] for line in self.cleaned_data["regions"].splitlines() if line.split()]
        known = Region.objects.in_bulk(codes, field_name="code")
        if unknown := [code for code in codes if code not in known]:
            raise ValidationError(_("There is no region %(codes)s.") % {"codes": "、".join(unknown)})
        return [RegionRead(code, known[code].name) for code in codes]

    def clean_body(self):
        return [piece(line.strip()) for line in self.cleaned_data["body"].splitlines() if line.strip()]

    def story(self, doubts):
        """What the editor left standing, with the doubts of the reading."""
        said, line = self.cleaned_data, self.cleaned_data["byline"]
        photos = list(said["photos"])
        if line and line.photographers:
            photos.append(PhotoRead(credits=line.photographers))
        words = ("column", "kicker", "headline", "subheadline", "dateline", "editors_note", "source")
        return StoryRead(
            **{name: said[name] for name in words},
            credits=line.credits if line else (),
            photos=photos,
            regions=said["regions"],
            body=said["body"],
            doubts=doubts,
        )


def piece(line):
    return Piece("subhead", line[3:]) if line.startswith("## ") else Piece("paragraph", line)


def initial_of(story):
    """The story as the form first shows it."""
    people = [credit for credit in story.credits if credit.role != "agency"]
    pictures = [credit for photo in story.photos if not photo.caption for credit in photo.credits]
    agencies = [credit.name for credit in story.credits if credit.role == "agency"]
    return {
        "include": True,
        "byline": print_byline([*people, *pictures]),
        "body": body_of(story),
        "photos": "\n".join(photo_line(photo) for photo in story.photos if photo.caption or photo.source),
        "regions": "\n".join(f"{region.code} {region.name}" for region in registered(story.regions)),
        "source": story.source or "、".join(agencies),
        **{
            name: getattr(story, name)
            for name in ("column", "kicker", "headline", "subheadline", "dateline", "editors_note")
        },
    }


def registered(regions):
    known = Region.objects.in_bulk([region.code for region in regions], field_name="code")
    return [region for region in regions if region.code in known]


def photo_line(photo):
    source = f"图源：{photo.source}" if photo.source else ""
    return " ".join(filter(None, [photo.caption, print_photo_credit(photo.credits) if photo.credits else "", source]))


StoryFormSet = forms.formset_factory(StoryForm, extra=0, absolute_max=500, max_num=500)
