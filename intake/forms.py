"""The first form of the intake screen: the text with its place in the paper."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Page
from desk.models import Desk
from intake.receiving import check_day
from wording.encoding import UnreadableError, checked, decode

RECENT = timedelta(days=14)
# A page of the densest print holds some 12 000 characters. The text comes back twice in one form, beside its stories,
# and must stay below what the server takes (DATA_UPLOAD_MAX_MEMORY_SIZE, DATA_UPLOAD_MAX_NUMBER_FIELDS).
LONGEST_TEXT = 300_000
WIDEST_CHARACTER = 4  # bytes
MOST_STORIES = 200


class TextForm(forms.Form):
    """A text, typed, pasted or as a file, and where its stories are to stand."""

    text = forms.CharField(
        label=_("text of the page"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 18})
    )
    file = forms.FileField(label=_("or a text file"), required=False)
    page = forms.ModelChoiceField(
        label=_("page"), queryset=Page.objects.none(), required=False, empty_label=_("no page yet")
    )
    date = forms.DateField(
        label=_("or a new page, issue of"),
        required=False,
        validators=[check_day],
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    label = forms.CharField(label=_("page label"), required=False, validators=Page._meta.get_field("label").validators)
    page_name = forms.CharField(label=_("page name"), required=False, max_length=50)
    desk = forms.ModelChoiceField(label=_("desk"), queryset=Desk.objects.none(), required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        sees_all = user.has_perm("articles.see_all_desks_article")
        self.fields["desk"].queryset = Desk.objects.all() if sees_all else user.desks.all()
        self.fields["desk"].initial = user.desks.first()
        if user.has_perm("articles.add_placement"):
            recent = Page.objects.filter(issue__date__gte=timezone.localdate() - RECENT)
            self.fields["page"].queryset = recent.select_related("issue").order_by("-issue__date", "position", "label")
        else:
            for name in ("page", "date", "label", "page_name"):
                del self.fields[name]

    def clean_text(self):
        return self._readable(lambda: checked(self.cleaned_data["text"].replace("\r\n", "\n")))

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > LONGEST_TEXT * WIDEST_CHARACTER:
            raise too_long()
        return self._readable(lambda: decode(file.read()).replace("\r\n", "\n")) if file else ""

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            self._check_text(cleaned["text"].strip(), cleaned["file"].strip())
        if cleaned.get("page") and (cleaned.get("date") or cleaned.get("label")):
            self.add_error("page", _("Choose a page or name a new one, not both."))
        elif bool(cleaned.get("date")) != bool(cleaned.get("label")) and not self.errors:
            self.add_error(None, _("A new page needs both the date of its issue and its label."))
        return cleaned

    def _check_text(self, typed, file):
        if typed and file:
            raise ValidationError(_("A text was pasted and a file was chosen: keep one of them."))
        if not (typed or file):
            raise ValidationError(_("Paste the text of a page, or choose a text file."))

    @property
    def words(self):
        """The text itself, wherever it came from; nothing where it cannot be read or is said twice."""
        said = [self.cleaned_data.get(name) or "" for name in ("text", "file")]
        found = [words for words in said if words.strip()]
        return found[0] if len(found) == 1 else ""

    @staticmethod
    def _readable(read):
        try:
            words = read()
        except UnreadableError as error:
            raise ValidationError(_("This is no readable text: a Word file or PDF has to be saved as text.")) from error
        if len(words) > LONGEST_TEXT:
            raise too_long()
        return words


def too_long():
    return ValidationError(_("The text is longer than %d characters: hand it in page by page.") % LONGEST_TEXT)
