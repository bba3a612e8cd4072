"""
Photos as the desk keeps them once there are stories: a changed credit moves the stories in the lists. The
photo's own floor knows nothing of stories, so its admin is widened here.
"""

from django.contrib import admin

from articles.filing import relist
from articles.models import Article
from media.admin import PhotoAdmin
from media.models import Photo

admin.site.unregister(Photo)


@admin.register(Photo)
class IllustratingPhotoAdmin(PhotoAdmin):
    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        for article in Article.objects.exclude(published_at=None).filter(photos=form.instance):
            relist(article)
