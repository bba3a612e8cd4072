"""What the intake screen takes: texts and files, with the place in the paper where their stories are to stand."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models import Page
from articles.models.issue import EDITIONS
from desk.models import Desk
from intake.documents.refusal import DocumentRefused
from intake.incoming import pick_up
from intake.manuscripts import Manuscript
from intake.messages import refusal_of
from intake.receiving import check_day
from intake.screen.drafted import are_drafted
from intake.screen.prepared import content_of_upload, take_apart
from intake.screen.sent_stories import sent_stories
from wording.encoding import UnreadableError, checked

RECENT = timedelta(days=14)
# Sixteen pages of the densest print, some 12 000 characters and 20 stories each. A pasted text comes back twice in one
# form, beside its stories, and must stay below what the server takes (DATA_UPLOAD_MAX_MEMORY_SIZE, …_NUMBER_FIELDS).
LONGEST_TEXT = 300_000
MOST_STORIES = 320
NO_TEXT = _("This is no readable text. Choose a Word file or PDF as a file.")


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, each checked as one."""

    widget = FilesInput

    def clean(self, data, initial=None):
        return [super(FilesField, self).clean(file, initial) for file in data or []]


class LaidDown:
    """A file of this screen: what it is picked up by, and what is shown of it."""

    def __init__(self, digest, name, size):
        self.digest, self.name, self.size = digest, name, size


class TextForm(forms.Form):
    """A text, typed or pasted, files, and where their stories are to stand."""

    text = forms.CharField(
        label=_("text of the page"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={"null_characters_not_allowed": NO_TEXT},
    )
    file = FilesField(
        label=_("files"), required=False, help_text=_("Word, WPS, RTF, OpenDocument, PDF, zip or text; also many.")
    )
    page = forms.ModelChoiceField(
        label=_("page"), queryset=Page.objects.none(), required=False, empty_label=_("no page yet")
    )
    date = forms.DateField(
        label=_("issue of"),
        required=False,
        validators=[check_day],
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    edition = forms.ChoiceField(
        label=_("edition"), required=False, choices=[("", _("the main paper")), *EDITIONS.items()]
    )
    label = forms.CharField(label=_("page label"), required=False, validators=Page._meta.get_field("label").validators)
    page_name = forms.CharField(label=_("page name"), required=False, max_length=50)
    desk = forms.ModelChoiceField(label=_("desk"), queryset=Desk.objects.none(), required=False)

    longest_text = LONGEST_TEXT
    of_place = ("page", "date", "edition", "label", "page_name")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.stories_sent = sent_stories(self.data)
        self.manuscripts: list[Manuscript] = []
        self.refusals: list[str] = []
        self.files_laid_down: list[LaidDown] = []
        self.drafted_before = False
        self.is_warned = False  # that corrections would go
        sees_all = user.has_perm("articles.see_all_desks_article")
        self.fields["desk"].queryset = Desk.objects.all() if sees_all else user.desks.all()
        self.fields["desk"].initial = user.desks.first()
        if self.may_place:
            recent = Page.objects.filter(issue__date__gte=timezone.localdate() - RECENT)
            self.fields["page"].queryset = recent.select_related("issue").order_by("-issue__date", "position", "label")
        else:
            for name in self.of_place:
                del self.fields[name]

    @property
    def may_place(self):
        return self.user.has_perm("articles.add_placement")

    @property
    def laid_down(self):
        return [file.digest for file in self.files_laid_down]

    @property
    def words(self):
        return self.cleaned_data.get("text", "")

    def clean_text(self):
        try:
            return checked(self.cleaned_data["text"].replace("\r\n", "\n"))
        except UnreadableError as error:
            raise ValidationError(NO_TEXT) from error

    def clean(self):
        """What was handed in is read even where its place is wrong: nothing that was typed may be lost."""
        super().clean()
        cleaned = self.cleaned_data
        if "text" in cleaned and "file" in cleaned:
            self._take(cleaned["text"], cleaned["file"])
        if cleaned.get("page") and (cleaned.get("date") or cleaned.get("label")):
            self.add_error("page", _("Choose a page or name a new one, not both."))
        return cleaned

    def _take(self, words, uploaded):
        """What was pasted, what was uploaded before, and what is uploaded now."""
        kept = list(dict.fromkeys(self.data.getlist("incoming")))
        for digest in kept:
            self._pick_up(digest)
        for file in uploaded:
            self._unpack(file.name, lambda file=file: content_of_upload(file))
        if words.strip():
            self.manuscripts.insert(0, Manuscript(gettext("pasted text"), words))
        if self.drafted_before and self.manuscripts:
            self.refusals.append(gettext("Drafts were made of one of the files meanwhile; it is left out."))
        if refusal := self._refusal_of_all(words.strip() and (uploaded or kept)):
            self.manuscripts = []
            self.add_error(None, refusal)

    def _refusal_of_all(self, is_both):
        if is_both:
            return _("A text was pasted and a file was chosen: keep one of them.")
        if sum(len(manuscript.text) for manuscript in self.manuscripts) > LONGEST_TEXT:
            return _("The text is longer than %d characters: hand it in page by page.") % LONGEST_TEXT
        if not self.manuscripts and not self.drafted_before:
            return self.refusals or _("Paste the text of a page, or choose files.")
        return None

    def _pick_up(self, digest):
        if file := pick_up(digest=digest, by=self.user):
            self._unpack(file[0], lambda: file[1])
        elif are_drafted([story for story in self.stories_sent if story.is_of_file(digest)], digest, by=self.user):
            self.drafted_before = True
        else:
            self.refusals.append(gettext("A file has been cleared away meanwhile; choose it again."))

    def _unpack(self, name, content):
        try:
            data = content()
            digest, unpacked = take_apart(name, data, by=self.user)
        except DocumentRefused as refused:
            self.refusals.append(refusal_of(refused, name))
            return
        if digest not in self.laid_down:
            self.manuscripts += unpacked.manuscripts
            self.refusals += [refusal_of(part, part.name) for part in unpacked.not_read]
            self.files_laid_down.append(LaidDown(digest, name, len(data)))
