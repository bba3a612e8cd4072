"""The page's form: its picture and PDF are checked while the editor still has the form before him."""

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.utils.translation import gettext_lazy as _

from articles.models import Issue, Page, Proof
from articles.models.proof import MOST_ERRORS
from articles.page_files import hang_pdf, hang_picture
from desk.models import AuditEntry
from desk.stale.forms import SeenForm
from media.admin.fields import PictureField

PDF_BEGINS = b"%PDF-"


class PageForm(SeenForm):
    new_picture = PictureField(
        label=_("new page picture"),
        required=False,
        help_text=_("The whole page as JPEG or PNG; replaces the one shown."),
    )
    new_pdf = forms.FileField(label=_("new PDF"), required=False)

    beside_the_record = ["seen", "proof_round", "proof_errors", "proof_note"]
    # Which proof the form asked for: of two who read the same one, the second is told.
    proof_round = forms.IntegerField(widget=forms.HiddenInput, required=False)
    proof_errors = forms.IntegerField(
        label=_("errors found"),
        required=False,
        min_value=0,
        max_value=MOST_ERRORS,
        help_text=_("In the proof that was read now; 0 where there were none."),
    )
    proof_note = forms.CharField(
        label=_("note on the proof"), required=False, max_length=300, widget=AdminTextInputWidget
    )

    class Meta:
        model = Page
        fields = ["issue", "label", "name", "position", "duty_editor"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.proofs = list(self.instance.proofs.all()) if self.instance.pk else []
        if self.next_proof in Proof.Round.values and self.instance.pk:
            self.fields["proof_round"].initial = self.next_proof
            proof = Proof.Round(self.next_proof).label
            self.fields["proof_errors"].label = _("%(proof)s: errors found") % {"proof": proof}
        else:
            for name in ("proof_round", "proof_errors", "proof_note"):
                self.fields.pop(name, None)

    @property
    def next_proof(self):
        return len(self.proofs) + 1

    def clean_issue(self):
        """Readers know its address from the issue's hour on, and its stories wait for that hour."""
        issue = self.cleaned_data["issue"]
        before = Issue.objects.filter(pages=self.instance.pk).exclude(pk=issue.pk).first() if self.instance.pk else None
        if before and (before.is_published or before.signed_for):
            said = _("%(issue)s has been signed off: its pages stay in it.")
            raise forms.ValidationError(said % {"issue": before})
        return issue

    def clean(self):
        cleaned = super().clean()
        if self.has_proof(cleaned) and cleaned.get("proof_round") != self.next_proof:
            raise forms.ValidationError(_("Someone has entered this proof meanwhile."))
        if cleaned.get("proof_note") and cleaned.get("proof_errors") is None:
            self.add_error("proof_errors", _("Say how many errors there were, even if there were none."))
        return cleaned

    def has_proof(self, cleaned):
        return cleaned.get("proof_errors") is not None

    def enter_proof(self, by):
        """Once the page is saved. Proofs are only ever added."""
        cleaned = self.cleaned_data
        if self.has_proof(cleaned):
            said = {"errors": cleaned["proof_errors"], "note": cleaned["proof_note"]}
            proof = Proof.objects.create(page=self.instance, round=self.next_proof, by=by, **said)
            words = f"{proof.get_round_display()} {proof.errors}"
            AuditEntry.note(verb="proof", record=self.instance, by=by, words=words)

    def clean_new_pdf(self):
        file = self.cleaned_data["new_pdf"]
        if file and file.read(len(PDF_BEGINS)) != PDF_BEGINS:
            raise forms.ValidationError(_("“%(name)s” is not a PDF.") % {"name": file.name})
        return file

    def hang_files(self):
        """Once the page itself is saved."""
        picture, pdf = self.cleaned_data["new_picture"], self.cleaned_data["new_pdf"]
        if picture:
            hang_picture(self.instance, picture.prints)
        if pdf:
            hang_pdf(self.instance, pdf)
