from functools import partial

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from desk.audit_admin import AuditEntryAdmin as AuditEntryAdmin  # registered with the others
from desk.deleting import NamesWhatHangs
from desk.doors.demanding import demand_factor
from desk.doors.of_others import security_of, shut_doors_page
from desk.job_list import JobAdmin as JobAdmin
from desk.models import Desk, FactorDemand, Paper, User
from desk.models.paper import HARMLESS
from desk.permission_names import PermissionsField
from desk.stale.admin import StaleGuard
from desk.stale.forms import SeenForm

ONLY_SUPERUSERS = ("is_superuser", "user_permissions")
LETS_ONE_IN = ("groups", "is_active", "is_staff")
MASTHEAD_SUFFIXES = {"PNG": "png", "WEBP": "webp", "JPEG": "jpg"}


@admin.register(User)
class NewsroomUserAdmin(NamesWhatHangs, UserAdmin):
    add_form_template = None  # Django's own begins with a sentence that has no Chinese
    fieldsets = [
        (None, {"fields": ["username", "password", "security", "name", "email"]}),
        (_("At the paper"), {"fields": ["desks", "groups", "is_active", "is_staff"]}),
        (_("For technicians"), {"fields": [*ONLY_SUPERUSERS, "last_login", "date_joined"], "classes": ["collapse"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "name", "password1", "password2", "desks", "groups", "is_staff"]}),
    ]
    list_display = ["username", "name", "is_active", "last_login"]
    list_filter = ["is_active", "groups", "desks"]
    search_fields = ["username", "name"]
    readonly_fields = ["security", "last_login", "date_joined"]
    autocomplete_fields = ["desks"]
    filter_horizontal = []

    def get_urls(self):
        return [
            path("shut-doors/", self.admin_site.admin_view(partial(shut_doors_page, own=self)), name="desk_user_shut"),
            path(
                "<int:pk>/security/",
                self.admin_site.admin_view(partial(security_of, own=self)),
                name="desk_user_security",
            ),
            *super().get_urls(),
        ]

    @admin.display(description=_("Sign-in and security"))
    def security(self, user):
        address = reverse("admin:desk_user_security", args=[user.pk])
        return format_html('<a href="{}">{}</a>', address, _("Sign-ins, second factor, unlocking"))

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "user_permissions":
            return PermissionsField(label=_("permissions"), required=False)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request):
        """Accounts are made for colleagues who work here."""
        return {"is_staff": True, **super().get_changeform_initial_data(request)}

    def get_readonly_fields(self, request, obj=None):
        """
        Who keeps the accounts cannot raise himself or others above the groups, nor shut himself out: so there is
        always one left who keeps them.
        """
        shown = super().get_readonly_fields(request, obj)
        if request.user.is_superuser:
            return shown
        return [*shown, *ONLY_SUPERUSERS, *(LETS_ONE_IN if obj == request.user else ())]

    def has_change_permission(self, request, obj=None):
        above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return not above and super().has_change_permission(request, obj)


@admin.register(Desk)
class DeskAdmin(NamesWhatHangs, admin.ModelAdmin):
    list_display = ["name", "order"]
    list_editable = ["order"]
    search_fields = ["name"]


class PaperForm(SeenForm):
    harmless_fields = forms.MultipleChoiceField(
        label=Paper._meta.get_field("harmless_fields").verbose_name,
        help_text=Paper._meta.get_field("harmless_fields").help_text,
        choices=HARMLESS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def clean_ranking_since(self):
        """A page that begins some day would have to be led to from that day on."""
        day = self.cleaned_data["ranking_since"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("The ranking begins today or on a day gone by."))
        return day

    def clean_masthead(self):
        """Goes by what is in the file; readers get it under the content type of its suffix."""
        file = self.cleaned_data["masthead"]
        picture = getattr(file, "image", None)  # of an upload, not of what is stored
        if picture is None:
            return file
        if picture.format not in MASTHEAD_SUFFIXES:
            raise forms.ValidationError(_("The masthead is a PNG, WebP or JPEG file, not %s.") % picture.format)
        file.name = f"masthead.{MASTHEAD_SUFFIXES[picture.format]}"
        return file


@admin.register(Paper)
class PaperAdmin(StaleGuard, admin.ModelAdmin):
    form = PaperForm
    fieldsets = [
        (None, {"fields": ["name", "motto", "masthead", "accent_colour", "dark_accent_colour"]}),
        (
            _("Colophon"),
            {
                "fields": [
                    "cn_number",
                    "postal_code",
                    "supervisor",
                    "sponsor",
                    "publisher",
                    "editor_in_chief",
                    "printer",
                    "price",
                ]
            },
        ),
        (_("Contact"), {"fields": ["address", "duty_desk", "email", "report_line", "report_email"]}),
        (_("Licences"), {"fields": ["news_licence", "icp_number", "police_number"]}),
        (_("Corrections"), {"fields": ["corrections_policy"]}),
        (
            _("House rules"),
            {
                "fields": [
                    *("number_of_reviews", "harmless_fields"),
                    *("publication_hour", "headline_length", "strict_checks", "spaced_names"),
                    *("feed_text", "ranking_since"),
                ]
            },
        ),
    ]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


admin.site.unregister(Group)


class GroupForm(forms.ModelForm):
    second_factor = forms.BooleanField(
        label=_("Two-step sign-in"),
        required=False,
        help_text=_(
            "Members set up a second factor before anything else, at once if they are signed in. Superusers have to as "
            "soon as any group has to."
        ),
    )
    permissions = PermissionsField(label=_("permissions"), required=False)

    class Meta:
        model = Group
        fields = ["name", "second_factor", "permissions"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["second_factor"].initial = FactorDemand.objects.filter(group=self.instance.pk).exists()


@admin.register(Group)
class NewsroomGroupAdmin(admin.ModelAdmin):
    form = GroupForm
    search_fields = ["name"]
    ordering = ["name"]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        demand_factor(form.instance, form.cleaned_data["second_factor"], by=request.user)
