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
from wording.encoding import UnreadableError, checked

RECENT = timedelta(days=14)


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
        label=_("or a new page, issue of"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    label = forms.CharField(label=_("page label"), required=False, validators=Page._meta.get_field("label").validators)
    page_name = forms.CharField(label=_("page name"), required=False, max_length=50)
    desk = forms.ModelChoiceField(label=_("desk"), queryset=Desk.objects.none(), required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
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
        cleaned = super().clean()
        self.laid_down = []
        if not self.errors:
            self._take_files(cleaned["file"])
        if not self.errors and not self.manuscripts:
            raise ValidationError(self.refusals or _("Paste the text of a page, or choose files."))
        if bool(cleaned.get("date")) != bool(cleaned.get("label")):
            raise ValidationError(_("A new page needs both the date of its issue and its label."))
        return cleaned

    def _take_files(self, uploaded):
        """What was pasted, what is uploaded now and what was uploaded before."""
        words = self.cleaned_data["text"]
        self.manuscripts = [Manuscript(gettext("pasted text"), words)] if words.strip() else []
        self.refusals = []
        files = [(file.name, file.read()) for file in uploaded]
        for digest in self.data.getlist("incoming"):
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
