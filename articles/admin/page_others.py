"""A page's form has the rows of stories that one may move. That others stand there too is said in a number."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.models import Article
from articles.models.placement import of_stories
from articles.models.reach import ALL_DESKS


class TellsOfOthers:
    """Mixed into the page admin."""

    def get_fieldsets(self, request, obj=None):
        [(name, options), *rest] = super().get_fieldsets(request, obj)
        if obj is None or not self.count_others(request.user, obj):
            return [(name, options), *rest]
        return [(name, {**options, "fields": [*options["fields"], "others"]}), *rest]

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), "others"]

    def count_others(self, user, page):
        """Asked once for each form; who works on all desks has every row."""
        if not hasattr(page, "others"):
            elsewhere = Article.objects.out_of_reach_of(user)
            page.others = 0 if user.has_perm(ALL_DESKS) else page.placements.filter(of_stories(elsewhere)).count()
        return page.others

    @admin.display(description=_("besides"))
    def others(self, page):
        told = ngettext("and %(number)s story of another desk", "and %(number)s stories of other desks", page.others)
        return told % {"number": page.others}
