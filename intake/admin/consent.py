from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models

from desk.steady import SteadyLists
from intake.contributing.proposed_consent import proposed_text
from intake.models import ConsentText


@admin.register(ConsentText)
class ConsentTextAdmin(SteadyLists, admin.ModelAdmin):
    """Versions are added, and nobody changes what somebody has agreed to."""

    fields = ["text", "since"]
    formfield_overrides = {models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 22})}}
    list_display = ["since", "beginning"]

    @admin.display(description=ConsentText._meta.get_field("text").verbose_name)
    def beginning(self, consent):
        return consent.text[:60]

    def get_changeform_initial_data(self, request):
        """The text in force, to be mended; before there is one, what a paper may begin with."""
        newest = ConsentText.objects.order_by("-since", "-pk").first()
        return {**super().get_changeform_initial_data(request), "text": newest.text if newest else proposed_text()}

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
