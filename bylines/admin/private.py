"""
Private details on a page of their own: shown only after a button was pressed, since each look is noted, and kept by
another. The register's form says no more than that there is such a page.
"""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from bylines import private
from bylines.sealing import has_keys

NO_KEYS = gettext_lazy("No key for private details is set up here (PRIVATE_DATA_KEYS); the technician can do that.")


class DetailsForm(forms.Form):
    """Its values are never kept by the browser, nor in the words that an expired session keeps."""

    use_required_attribute = False
    phone = forms.CharField(label=gettext_lazy("phone"), required=False, max_length=40)
    email = forms.CharField(label=gettext_lazy("e-mail"), required=False, max_length=100)
    id_number = forms.CharField(label=gettext_lazy("ID number"), required=False, max_length=40)
    bank = forms.CharField(label=gettext_lazy("bank"), required=False, max_length=100)
    account = forms.CharField(label=gettext_lazy("account number"), required=False, max_length=60)

    def __init__(self, *args, may_change, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.disabled = not may_change
            field.widget.attrs |= {"autocomplete": "off", "class": "vTextField"}


class PrivatePages:
    """Mixed into the admin of contributors."""

    def get_urls(self):
        view = self.admin_site.admin_view(
            sensitive_post_parameters()(require_http_methods(["GET", "HEAD", "POST"])(self.private))
        )
        return [path("<int:pk>/private/", view, name="bylines_contributor_private"), *super().get_urls()]

    def private(self, request, pk):
        person = self.get_object(request, str(pk))
        if not (self.has_view_permission(request) and request.user.has_perm(private.LOOK)):
            raise PermissionDenied
        if person is None or person.merged_into_id:
            raise Http404
        may_change = request.user.has_perm(private.KEEP) and has_keys()
        form = None
        if request.method == "POST" and "keep" in request.POST and may_change:
            form = DetailsForm(request.POST, may_change=True)
            if form.is_valid() and kept(person, form, request.user):
                messages.success(request, _("The private details of %s are kept.") % person)
                return HttpResponseRedirect(reverse("admin:bylines_contributor_change", args=[person.pk]))
        elif request.method == "POST":
            form = DetailsForm(initial=vars(private.look(person, request.user)), may_change=may_change)
        return TemplateResponse(request, "admin/bylines/contributor/private.html", self.page(request, person, form))

    def page(self, request, person, form):
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Private details of %s") % person,
            "person": person,
            "form": form,
            "may_change": form is not None and not form.fields["phone"].disabled,
            "no_keys": "" if has_keys() else NO_KEYS,
        }

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["may_look"] = obj is not None and request.user.has_perm(private.LOOK)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


def kept(person, form, by):
    """False where something is no phone, and so on: the form says so then."""
    try:
        private.keep(person, by, **form.cleaned_data)
    except ValidationError as wrong:
        form.add_error(None, wrong)  # it says which fields
        return False
    return True
