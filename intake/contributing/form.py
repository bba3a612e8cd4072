"""The form of /submit/: a correspondent's words, who it is, and what is declared. Files are in photos.py."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models import Column
from articles.models.article import AIUse
from bylines import private
from intake.contributing.limits import LONGEST_HEADLINE, LONGEST_TEXT
from intake.contributing.regions_named import region_named
from wording.encoding import UnreadableError, checked
from wording.printable import says_anything

HERE, THERE = "here", "elsewhere"
NO_AI = "none"
MISSING = _("Please fill this in.")


class Words(forms.CharField):
    """Text from anybody: without halves of characters and control characters, no text of blanks alone; in one line,
    unless `strip` is off."""

    default_error_messages = {"required": MISSING, "unreadable": _("This holds characters that cannot be read.")}

    def to_python(self, value):
        text = super().to_python(value) or ""
        text = " ".join(text.split()) if self.strip else text
        try:
            checked(text)
        except UnreadableError as error:
            raise ValidationError(self.error_messages["unreadable"], code="unreadable") from error
        return text if says_anything(text) else ""

    def widget_attrs(self, widget):
        """Without maxlength: a browser would cut off the end of what is pasted, and say nothing."""
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


class Phone(Words):
    """In a form that bylines.private takes, however it was written."""

    def __init__(self, **kwargs):
        attrs = {"type": "tel", "autocomplete": "tel", "inputmode": "tel"}
        super().__init__(label=_("Phone"), max_length=40, widget=forms.TextInput(attrs=attrs), **kwargs)

    def clean(self, value):
        return private.phone(super().clean(value))


class Choice(forms.ChoiceField):
    widget = forms.RadioSelect
    default_error_messages = {"required": _("Please choose one."), "invalid_choice": _("Please choose one.")}


class ContributionForm(forms.Form):
    headline = Words(
        label=_("Headline"),
        max_length=LONGEST_HEADLINE,
        widget=forms.TextInput(attrs={"autocomplete": "off", "enterkeyhint": "next"}),
    )
    text = Words(
        label=_("Text"),
        max_length=LONGEST_TEXT,
        required=False,
        strip=False,
        help_text=_("Paste it here, or choose a Word file below. Of a photo story a few lines are enough."),
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    name = Words(
        label=pgettext_lazy("person", "Name"),
        max_length=40,
        help_text=_("Your real name; a pen name can stand in the text."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    unit = Words(label=_("Unit"), max_length=100, widget=forms.TextInput(attrs={"autocomplete": "organization"}))
    phone = Phone(help_text=_("So that an editor can ask you. Nobody else sees it."))
    email = Words(
        label=_("E-mail"),
        max_length=100,
        required=False,
        help_text=_("If you give it, you get a letter with the link when the story is printed."),
        widget=forms.TextInput(attrs={"type": "email", "autocomplete": "email", "inputmode": "email"}),
    )
    region = Words(
        label=_("Region"),
        max_length=60,
        required=False,
        help_text=_("County or town; with the one above where several have the name: 绍兴 诸暨."),
    )
    column = forms.ModelChoiceField(
        Column.objects.all(),
        label=_("Column wished for"),
        required=False,
        empty_label=_("As the editors see fit"),
        error_messages={"invalid_choice": _("This column does not run any more. Please choose another.")},
    )
    sent = Choice(
        label=_("Where else was it sent?"),
        choices=[(HERE, _("To this paper alone")), (THERE, _("To others too, or it was printed already"))],
    )
    elsewhere = Words(label=_("To whom"), max_length=200, required=False)
    elsewhere_printed = Words(label=_("Printed there, and when"), max_length=100, required=False)
    ai = Choice(
        label=_("Was it written with AI?"),
        choices=[
            (NO_AI, _("No, by people alone")),
            (AIUse.ASSISTED, _("AI helped with the writing")),
            (AIUse.GENERATED, _("AI wrote it")),
        ],
    )
    agreed = forms.BooleanField(
        label=_("I have read this and agree"),
        error_messages={"required": _("Without your agreement we may not keep your submission.")},
    )
    # Seen by programs that fill in whatever there is.
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    consent = forms.CharField(widget=forms.HiddenInput, required=False)
    once = forms.CharField(widget=forms.HiddenInput, required=False, max_length=100)
    basket = forms.CharField(widget=forms.HiddenInput, required=False, max_length=100)

    use_required_attribute = False  # without a script the browser's own words would come before ours

    def __init__(self, *args, consent_text, has_document=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.consent_text, self.has_document = consent_text, has_document

    def clean_email(self):
        email = self.cleaned_data["email"].strip()
        if email:
            private.email(email)
        return email

    def clean_region(self):
        words = self.cleaned_data["region"]
        return region_named(words) if words else None

    def clean_website(self):
        if self.cleaned_data["website"]:
            raise ValidationError(_("This field is there for programs. Please empty it."))
        return ""

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("text") and not self.has_document and "text" not in self.errors:
            self.add_error("text", _("There is no text: paste it here, or choose a Word file."))
        if cleaned.get("sent") == THERE and not cleaned.get("elsewhere") and "elsewhere" not in self.errors:
            self.add_error("elsewhere", _("Please say to whom it was sent."))
        if cleaned.get("agreed") and cleaned.get("consent") != str(self.consent_text.pk):
            self.add_error("agreed", _("This text has changed meanwhile. Please read it again."))
        return cleaned

    @property
    def declared(self):
        """What hand_in takes."""
        said = self.cleaned_data
        names = ("headline", "text", "name", "unit", "phone", "email", "region", "column")
        is_elsewhere = said["sent"] == THERE
        return {
            **{name: said[name] for name in names},
            "elsewhere": said["elsewhere"] if is_elsewhere else "",
            "elsewhere_printed": said["elsewhere_printed"] if is_elsewhere else "",
            "ai_use": "" if said["ai"] == NO_AI else said["ai"],
        }

    @property
    def troubled(self):
        return [field for field in self if field.errors]
