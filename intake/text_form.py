"""What the intake screen takes: texts and files, with the place in the paper where their stories are to stand."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models import Page
from desk.models import Desk
from intake.documents.refusal import DocumentRefused
from intake.incoming import lay_down, pick_up
from intake.manuscripts import Manuscript, unpack
from intake.messages import refusal_of
from intake.receiving import check_day
from wording.encoding import UnreadableError, checked

RECENT = timedelta(days=14)
# A page of the densest print holds some 12 000 characters. The text comes back twice in one form, beside its stories,
# and must stay below what the server takes (DATA_UPLOAD_MAX_MEMORY_SIZE, DATA_UPLOAD_MAX_NUMBER_FIELDS).
LONGEST_TEXT = 300_000
MOST_STORIES = 200


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, each checked as one."""

    widget = FilesInput

    def clean(self, data, initial=None):
        return [super(FilesField, self).clean(file, initial) for file in data or []]


class TextForm(forms.Form):
    """A text, typed or pasted, files, and where their stories are to stand."""

    text = forms.CharField(
        label=_("text of the page"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 18})
    )
    file = FilesField(
        label=_("or files"), required=False, help_text=_("Word, WPS, RTF, OpenDocument, PDF, zip or text; also many.")
    )
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
        self.user = user
        self.manuscripts: list[Manuscript] = []
        self.refusals: list[str] = []
        self.laid_down: list[str] = []
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
        try:
            return checked(self.cleaned_data["text"].replace("\r\n", "\n"))
        except UnreadableError as error:
            raise ValidationError(_("This is no readable text. Choose a Word file or PDF as a file.")) from error

    def clean(self):
        """What was handed in is read even where its place is wrong: nothing that was typed may be lost."""
        super().clean()
        cleaned = self.cleaned_data
        if "text" in cleaned and "file" in cleaned:
            self._take(cleaned["text"], cleaned["file"])
        if cleaned.get("page") and (cleaned.get("date") or cleaned.get("label")):
            self.add_error("page", _("Choose a page or name a new one, not both."))
        elif bool(cleaned.get("date")) != bool(cleaned.get("label")) and not self.errors:
            self.add_error(None, _("A new page needs both the date of its issue and its label."))
        return cleaned

    @property
    def words(self):
        return self.cleaned_data.get("text", "")

    def _take(self, words, uploaded):
        """What was pasted, or what is uploaded now and what was uploaded before."""
        kept = self.data.getlist("incoming")
        if words.strip() and (uploaded or kept):
            self.add_error(None, _("A text was pasted and a file was chosen: keep one of them."))
            return
        self.manuscripts = [Manuscript(gettext("pasted text"), words)] if words.strip() else []
        self._take_files([(file.name, file.read()) for file in uploaded], kept)
        if not self.manuscripts:
            self.add_error(None, self.refusals or _("Paste the text of a page, or choose files."))
        if sum(len(manuscript.text) for manuscript in self.manuscripts) > LONGEST_TEXT:
            self.manuscripts, self.laid_down = [], []
            self.add_error(None, _("The text is longer than %d characters: hand it in page by page.") % LONGEST_TEXT)

    def _take_files(self, files, kept):
        for digest in kept:
            file = pick_up(digest=digest, by=self.user)
            files += [file] if file else []
            self.refusals += [] if file else [gettext("A file has been cleared away meanwhile; choose it again.")]
        for name, data in files:
            self._unpack(name, data)

    def _unpack(self, name, data):
        try:
            unpacked = unpack(name, data)
        except DocumentRefused as refused:
            self.refusals.append(refusal_of(refused, name))
            return
        self.manuscripts += unpacked.manuscripts
        self.refusals += [refusal_of(part, part.name) for part in unpacked.not_read]
        self.laid_down.append(lay_down(name=name, data=data, by=self.user))
