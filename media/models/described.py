from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from media.embedded.origins import AI_MADE, SOURCE_TYPES

ORIGINS = {
    "digitalCapture": pgettext_lazy("origin", "taken by a digital camera"),
    "computationalCapture": pgettext_lazy("origin", "computed from several exposures"),
    "negativeFilm": pgettext_lazy("origin", "scanned from a negative"),
    "positiveFilm": pgettext_lazy("origin", "scanned from a slide"),
    "print": pgettext_lazy("origin", "scanned from a print"),
    "screenCapture": pgettext_lazy("origin", "picture of a screen"),
    "virtualRecording": pgettext_lazy("origin", "recorded in a virtual scene"),
    "humanEdits": pgettext_lazy("origin", "changed by hand"),
    "algorithmicallyEnhanced": pgettext_lazy("origin", "enhanced by a program"),
    "composite": pgettext_lazy("origin", "put together"),
    "compositeCapture": pgettext_lazy("origin", "put together from photos"),
    "digitalCreation": pgettext_lazy("origin", "drawn on a computer"),
    "dataDrivenMedia": pgettext_lazy("origin", "drawn from data"),
    "algorithmicMedia": pgettext_lazy("origin", "made by a formula"),
    "compositeSynthetic": pgettext_lazy("origin", "put together, parts made by AI"),
    "compositeWithTrainedAlgorithmicMedia": pgettext_lazy("origin", "changed by AI"),
    "trainedAlgorithmicMedia": pgettext_lazy("origin", "made by AI"),
    "digitalArt": pgettext_lazy("origin", "digital art"),
    "minorHumanEdits": pgettext_lazy("origin", "touched up by hand"),
    "softwareImage": pgettext_lazy("origin", "made with a program"),
}


class Described(models.Model):
    """What goes with a picture besides its caption. Much of it stands in the file already, and is read at upload."""

    headline = models.CharField(pgettext_lazy("photo", "headline"), max_length=250, blank=True)
    alt = models.CharField(
        _("alt text"), max_length=300, blank=True, help_text=_("Says what is seen, for readers who cannot see it.")
    )
    keywords = models.CharField(_("keywords"), max_length=500, blank=True, help_text=_("Separated by 、"))
    source = models.CharField(
        _("source"), max_length=200, blank=True, help_text=_("Who gave the picture: an agency, a union, a school.")
    )
    credit_line = models.CharField(
        _("credit in the file"),
        max_length=200,
        blank=True,
        help_text=_("As the file has it. What is printed are the names below."),
    )
    copyright = models.CharField(_("copyright"), max_length=300, blank=True)
    place = models.CharField(_("place in words"), max_length=200, blank=True)
    job = models.CharField(_("assignment"), max_length=100, blank=True, help_text=_("The job's number at its desk."))
    digital_source_type = models.CharField(
        pgettext_lazy("photo", "origin"),
        max_length=60,
        blank=True,
        choices=[(code, ORIGINS[code]) for code in SOURCE_TYPES],
    )
    # The mandatory label of GB 45438 word for word: nobody may take it off, so nobody can edit it.
    ai_label = models.TextField(_("AI label"), blank=True, editable=False)
    # {"said": {"headline": {"value": "…", "from": "xmp", "doubt": "cut"}}, "doubts": ["iim_unread"],
    #  "filled": {"headline": "…"}, "people": [{"name": "孙七", "doubt": "unknown"}]}: what the file says, what of it
    # stands in the fields above, whom it names; "ai_before" is the origin that an earlier file named. Of the place
    # where the camera stood it holds nothing.
    embedded = models.JSONField(_("words in the file"), default=dict, editable=False)
    # What the public files say of themselves, as it was written into them.
    label = models.JSONField(_("words in public files"), default=dict, editable=False)

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.file_says_ai and self.digital_source_type not in AI_MADE:
            raise ValidationError({"digital_source_type": _("The file says that AI made it; this may not be hidden.")})

    def said(self, name, default=""):
        """What the file says in this field."""
        return self.embedded.get("said", {}).get(name, {}).get("value", default)

    @property
    def ai_type_said(self):
        """The origin by which its file, or one that was here before, says that AI made it."""
        said = self.said("digital_source_type")
        return said if said in AI_MADE else self.embedded.get("ai_before", "")

    @property
    def file_says_ai(self):
        return bool(self.ai_type_said)

    @property
    def is_ai_made(self):
        return bool(self.ai_label) or self.digital_source_type in AI_MADE

    @property
    def keyword_list(self):
        return [word.strip() for word in self.keywords.split("、") if word.strip()]
