"""
Regions as the desk keeps them once there are stories: a region that comes under another one takes its stories along in
the lists. The region's own floor knows nothing of stories, so its admin is widened here.
"""

from django.contrib import admin

from articles.filing import relist_stories_of
from regions.admin import RegionAdmin
from regions.models import Region

admin.site.unregister(Region)


@admin.register(Region)
class FilingRegionAdmin(RegionAdmin):
    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and "parent" in form.changed_data:
            relist_stories_of(obj)
