"""The doubts of intake under a story: an editor looks, and ticks."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Doubt


class DoubtForm(forms.ModelForm):
    """One tick. Taking it away opens the doubt again."""

    editor = None
    is_settled = forms.BooleanField(label=_("is settled"), required=False)

    class Meta:
        model = Doubt
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["is_settled"] = self.instance.is_settled

    def save(self, commit=True):
        if self.cleaned_data["is_settled"]:
            self.instance.settle(by=self.editor)
        else:
            self.instance.reopen()
        return self.instance


class DoubtInline(admin.TabularInline):
    """What intake was unsure of. An editor settles a doubt by its tick; nobody adds one by hand."""

    model = Doubt
    form = DoubtForm
    extra = 0
    fields = ["message", "is_settled", "by_whom"]
    readonly_fields = ["message", "by_whom"]
    can_delete = False

    @admin.display(description=_("is settled"), boolean=True)
    def is_settled(self, doubt):
        """For those who may only look."""
        return doubt.is_settled

    @admin.display(description=_("settled by"))
    def by_whom(self, doubt):
        return doubt.settled_by

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("settled_by")

    def get_formset(self, request, obj=None, **kwargs):
        rows = super().get_formset(request, obj, **kwargs)
        rows.form.editor = request.user  # a class that Django makes anew for each request
        return rows

    def has_add_permission(self, request, obj=None):
        return False
