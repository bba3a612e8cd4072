from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from desk.deleting import NamesWhatHangs
from regions.models import Region, RegionAlias


class RegionAliasForm(forms.ModelForm):
    class Meta:
        model = RegionAlias
        fields = ["name"]

    def save(self, commit=True):
        """What an editor has touched is the editor's: loading the list again leaves it alone."""
        self.instance.origin = RegionAlias.Origin.EDITOR
        return super().save(commit)


class RegionAliasInline(admin.TabularInline):
    model = RegionAlias
    form = RegionAliasForm
    extra = 1
    readonly_fields = ["origin"]


@admin.register(Region)
class RegionAdmin(NamesWhatHangs, admin.ModelAdmin):
    list_display = ["name", "code", "level", "part_of", "ended_on"]
    list_filter = ["level", ("ended_on", admin.EmptyFieldListFilter)]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["name", "aliases__name", "code"]
    search_help_text = _("Name, short name or code")
    autocomplete_fields = ["parent", "successors"]
    fields = ["name", "code", "level", "parent", "ended_on", "successors"]
    inlines = [RegionAliasInline]

    def get_readonly_fields(self, request, obj=None):
        """Addresses and lists go by the code: a region that gets another one is another row, and its successor."""
        return ["code"] if obj else []

    def get_queryset(self, request):
        return super().get_queryset(request).with_ancestors()

    def get_search_results(self, request, queryset, search_term):
        return (queryset.found_by(search_term) if search_term.strip() else queryset), False

    @admin.display(description=_("part of"))
    def part_of(self, region):
        return "".join(above.name for above in region.ancestors())
