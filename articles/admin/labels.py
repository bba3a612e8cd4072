from django.contrib import admin

from articles.admin.forwarding import ForwardingAdmin
from articles.models import Channel, Column, Genre
from desk.deleting import NamesWhatHangs


class LabelAdmin(ForwardingAdmin, NamesWhatHangs, admin.ModelAdmin):
    fields = ["name", "slug", "order"]
    list_display = ["name", "slug", "order"]
    list_editable = ["order"]
    search_fields = ["name"]


@admin.register(Genre)
class GenreAdmin(LabelAdmin):
    pass


@admin.register(Channel)
class ChannelAdmin(LabelAdmin):
    pass


@admin.register(Column)
class ColumnAdmin(LabelAdmin):
    fields = ["name", "slug", "description", "order"]
