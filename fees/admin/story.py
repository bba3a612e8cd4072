"""One story's fee: the grade that it has, how it is shared, and what was paid for it."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.acting import Refusal
from articles.models import Article
from bylines.models import Contributor
from fees import deciding
from fees.models import Division, Grade, StoryGrade
from fees.models.division import MOST_PARTS


class GradeForm(forms.Form):
    grade = forms.ModelChoiceField(
        Grade.objects.all(), label=gettext_lazy("grade"), required=False, empty_label=gettext_lazy("none")
    )
    words = forms.CharField(label=gettext_lazy("Why"), max_length=300, required=False)


class DivisionForm(forms.Form):
    """One field for each who wrote it."""

    words = forms.CharField(label=gettext_lazy("Why"), max_length=300)

    def __init__(self, data, people, weights):
        super().__init__(data)
        for person in people:
            self.fields[f"part-{person.pk}"] = forms.IntegerField(
                label=str(person), min_value=1, max_value=MOST_PARTS, initial=weights.get(person.pk, 1)
            )
        self.order_fields([*(name for name in self.fields if name != "words"), "words"])

    @property
    def weights(self):
        """Equal parts are no decision."""
        parts = {int(name[5:]): said for name, said in self.cleaned_data.items() if name.startswith("part-")}
        return parts if len(set(parts.values())) > 1 else {}


@admin.register(StoryGrade)
class StoryGradeAdmin(admin.ModelAdmin):
    list_display = ["leading_to_story", "grade", "given_by", "given_at", "words", "taken_back_at"]
    list_select_related = ["article", "grade", "given_by"]
    list_filter = ["grade"]
    list_display_links = None
    show_full_result_count = False

    class Media:
        css = {"all": ["newsroom_admin/css/fees_tables.css"]}

    def get_urls(self):
        story = self.admin_site.admin_view(self.story)
        return [path("story/<int:pk>/", story, name="fees_storygrade_story"), *super().get_urls()]

    def get_queryset(self, request):
        """Its headline is the story's: what was withdrawn since is named to whoever sees it."""
        seen = Article.objects.visible_to(request.user).values("pk")
        return super().get_queryset(request).filter(article__in=seen)

    @admin.display(description=gettext_lazy("article"), ordering="article__headline")
    def leading_to_story(self, given):
        story = given.article
        if not story.is_published:
            return story.headline
        address = reverse("admin:fees_storygrade_story", args=[story.pk])
        return format_html('<a href="{}">{}</a>', address, story.headline)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def story(self, request, pk):
        story = get_object_or_404(Article.objects.visible_to(request.user).published(), pk=pk)
        if not request.user.has_perm("fees.view_storygrade"):
            raise PermissionDenied
        page = StoryPage(request, story)
        if request.method == "POST" and page.take():
            return HttpResponseRedirect(request.path)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Fee of the story"),
            "subtitle": story.headline,
            "story": story,
            "page": page,
        }
        return TemplateResponse(request, "admin/fees/story.html", context)


class StoryPage:
    def __init__(self, request, story):
        self.request, self.story = request, story
        self.may_grade, self.may_divide = (
            request.user.has_perm(f"fees.add_{row}") and story.is_in_reach_of(request.user)
            for row in ("storygrade", "division")
        )
        self.people = list(Contributor.objects.filter(pk__in=deciding.writers_of(story)).order_by("pk"))
        self.grade = StoryGrade.objects.standing().filter(article=story).select_related("grade", "given_by").first()
        self.division = Division.objects.standing().filter(article=story).select_related("decided_by").first()
        parts = self.division.parts.select_related("contributor") if self.division else []
        self.parts = list(parts)
        posted = request.POST if request.method == "POST" else {}
        self.grade_form = GradeForm(
            posted if "_grade" in posted else None, initial={"grade": self.grade and self.grade.grade_id}
        )
        weights = {part.contributor_id: part.weight for part in self.parts}
        self.division_form = DivisionForm(posted if "_divide" in posted else None, self.people, weights)

    @property
    def is_stale(self):
        """The names have changed since the parts were decided: all share equally."""
        return bool(self.division) and {part.contributor_id for part in self.parts} != {one.pk for one in self.people}

    @property
    def lines(self):
        if not self.request.user.has_perm("fees.view_ledgerline"):
            return []
        return list(self.story.fee_lines.select_related("month").order_by("pk"))

    def take(self):
        """Whether what was sent is done."""
        if "_grade" in self.request.POST:
            return self.done(self.may_grade, self.grade_form, self.give_grade)
        return self.done(self.may_divide, self.division_form, self.divide)

    def done(self, may, form, act):
        if not may:
            raise PermissionDenied
        if not form.is_valid():
            return False
        try:
            act(form)
        except Refusal as refusal:
            messages.error(self.request, str(refusal))
            return False
        messages.success(self.request, _("It is written down, and holds when the month is closed."))
        return True

    def give_grade(self, form):
        told = form.cleaned_data
        deciding.give_grade(self.story, told["grade"], by=self.request.user, words=told["words"])

    def divide(self, form):
        deciding.divide(self.story, form.weights, by=self.request.user, words=form.cleaned_data["words"])
