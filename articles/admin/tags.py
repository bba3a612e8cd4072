"""
Tags with the rules that the story's form has. Merging, which django-taggit's own admin offers, is left out: it knows
nothing of the lists, so that stories would stand under neither tag.
"""

from django import forms
from django.contrib import admin
from taggit.models import Tag

from articles.admin.forwarding import ForwardingAdmin
from articles.tagging import check_tag
from desk.deleting import NamesWhatHangs
from desk.steady import SteadyLists

admin.site.unregister(Tag)


class TagForm(forms.ModelForm):
    class Meta:
        model = Tag
        fields = ["name", "slug"]

    def clean_name(self):
        check_tag(self.cleaned_data["name"])
        return self.cleaned_data["name"]


@admin.register(Tag)
class TagAdmin(ForwardingAdmin, SteadyLists, NamesWhatHangs, admin.ModelAdmin):
    form = TagForm
    list_display = ["name", "slug"]
    ordering = ["name"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
