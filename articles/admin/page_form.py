"""The page's form: its picture and PDF are checked while the editor still has the form before him."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.models import Page
from articles.page_files import hang_pdf, hang_picture
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

    class Meta:
        model = Page
        fields = ["issue", "label", "name", "position", "duty_editor"]

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
