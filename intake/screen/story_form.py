"""The second form of the intake screen: each story as it was read, open to correction."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Column
from bylines.finding import alone, at_tail
from desk.stale.forms import SeenField
from intake.drafting.entering import NOTHING
from intake.reading.doubts import NAME_UNSURE, NO_HEADLINE
from intake.reading.result import PhotoRead, Piece, RegionRead, StoryRead
from intake.screen.naming import Naming
from intake.screen.questions import NO_QUESTIONS
from intake.screen.story_fields import AS_TYPED, is_shown, photo_line, plain
from regions.models import Region
from wording.folding import fold


def lines(rows):
    return forms.Textarea(attrs={"rows": rows})


class StoryForm(forms.Form):
    """
    One story, every part of it open to correction. Its words are given back as a StoryRead: what the editor left alone
    stays as it was read, for a field shows less than was read (a unit, a standing, the two lines of a headline).
    """

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
    seen = SeenField()  # the story that this was read as, and what was shown of it

    def __init__(self, *args, known=frozenset(), read=None, questions=NO_QUESTIONS, may=NOTHING, **kwargs):
        super().__init__(*args, **kwargs)
        self.known = known  # names of the register and of this reading
        self.read = read or StoryRead()
        self.naming = Naming(self.data if self.is_bound else None, self.prefix, questions, may)

    def is_changed(self, name):
        """A browser sends other line ends than it was sent, and none at all out of a field of one line."""
        shown, typed = plain(self.initial.get(name)), plain(self.data.get(self.add_prefix(name)))
        one_line = not isinstance(self.fields[name].widget, forms.Textarea)
        return typed != shown and not (one_line and typed == shown.replace("\n", ""))

    def clean_headline(self):
        headline = self.cleaned_data["headline"]
        if self.cleaned_data.get("include") and not headline:
            raise ValidationError(_("A draft needs a headline."))
        return headline

    def clean_column(self):
        name = self.cleaned_data["column"]
        if name and self.is_changed("column") and not slugify(name, allow_unicode=True).strip("-_"):
            raise ValidationError(_("The name of a column needs letters."))
        return name

    def clean_byline(self):
        text = self.cleaned_data["byline"]
        if not text or not self.is_changed("byline"):
            return None
        found = alone(fold(text), self.known, bare=True)
        if not found:
            raise ValidationError(_("These names could not be read. Write them as 记者林岚 通讯员何青、江望."))
        return found.line

    def clean_regions(self):
        if not self.is_changed("regions"):
            return self.read.regions
        codes = [line.split()[0] for line in self.cleaned_data["regions"].splitlines() if line.split()]
        known = Region.objects.in_bulk(codes, field_name="code")
        if unknown := [code for code in codes if code not in known]:
            raise ValidationError(_("There is no region %(codes)s.") % {"codes": "、".join(unknown)})
        return [RegionRead(code, known[code].name) for code in dict.fromkeys(codes)]

    def clean(self):
        if not self.cleaned_data.get("include"):
            self.errors.clear()  # of what is left out nothing needs putting right
        elif not self.naming.is_valid():
            raise ValidationError(_("Please check the names of this story."))
        return self.cleaned_data

    def story(self):
        """What the editor left standing, with what no field shows, the doubts that still hold, and what to enter."""
        said = self.cleaned_data
        story = StoryRead(
            **{name: said[name] if self.is_changed(name) else getattr(self.read, name) for name in AS_TYPED},
            source=said["source"],
            column=said["column"] if self.is_changed("column") else self.naming.column_chosen() or self.read.column,
            credits=self.credits(),
            photos=self.photos_with_bylines(),
            regions=said["regions"],
            body=self.pieces(),
            jumps=self.read.jumps,
            doubts=[doubt for doubt in self.read.doubts if not self.is_settled(doubt)],
        )
        return self.naming.checked(story)

    def is_settled(self, doubt):
        """The editor has put right what was doubtful."""
        if doubt.code == NAME_UNSURE:
            return self.is_changed("byline") or (self.is_changed("photos") and doubt.detail in self.names_of_photos())
        return doubt.code == NO_HEADLINE and self.is_changed("headline")

    def names_of_photos(self):
        return {credit.name for photo in self.read.photos for credit in photo.credits}

    def credits(self):
        """Without the agency: that is the story's source, and stands in the field of that name."""
        if not self.is_changed("byline"):
            return tuple(credit for credit in self.read.credits if credit.role != "agency")
        line = self.cleaned_data["byline"]
        return self.as_read(line.credits) if line else ()

    def photos_with_bylines(self):
        if not self.is_changed("byline") and not self.is_changed("photos"):
            return self.read.photos
        return self.captioned() + self.uncaptioned()

    def captioned(self):
        lines_read = {photo_line(photo): photo for photo in self.read.photos if is_shown(photo)}
        typed = [line.strip() for line in self.cleaned_data["photos"].splitlines() if line.strip()]
        return [lines_read.get(line) or self.photo(line) for line in typed]

    def uncaptioned(self):
        """Photographers of whom only the byline tells."""
        if not self.is_changed("byline"):
            return [photo for photo in self.read.photos if not is_shown(photo)]
        line = self.cleaned_data["byline"]
        return [PhotoRead(credits=self.as_read(line.photographers))] if line and line.photographers else []

    def photo(self, text):
        found = at_tail(fold(text), self.known)
        if not found:
            return PhotoRead(caption=text)
        line = found.line
        credits = self.as_read(line.photographers)
        return PhotoRead(text[: found.start].strip(), credits, line.image_source, text[found.start :])

    def as_read(self, credits):
        """A name that was read in that role keeps its unit and standing, which the printed line does not say."""
        before = [*self.read.credits, *(credit for photo in self.read.photos for credit in photo.credits)]
        kept = {(credit.name, credit.role): credit for credit in reversed(before)}
        return tuple(kept.get((credit.name, credit.role), credit) for credit in credits)

    def pieces(self):
        if not self.is_changed("body"):
            return self.read.body
        return [Piece("markup", line.strip()) for line in self.cleaned_data["body"].splitlines() if line.strip()]
