"""
Contributors as the desk keeps them once there are stories: two records become one with all that was printed. The
register's own floor knows nothing of stories, so its admin is widened here.
"""

from django.contrib import admin

from articles.admin.merging import MergingPages
from bylines.admin import ContributorAdmin
from bylines.models import Contributor

admin.site.unregister(Contributor)


@admin.register(Contributor)
class CreditedContributorAdmin(MergingPages, ContributorAdmin):
    pass
