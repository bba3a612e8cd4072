"""稿酬标准: cards, what their lines count by, and grades. What a closed month was reckoned with is only looked at."""

from decimal import Decimal

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied
from django.db.transaction import get_connection
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.holding import held
from fees.admin.day import DayInput
from fees.copying import copy_card
from fees.models import Grade, GradePay, LengthRule, PaidRole, Rate, RateCard
from fees.reckoning.lengths import Measure

# 使用文字作品支付报酬办法, article 12: where no contract says otherwise.
LEAST_A_THOUSAND = Decimal(100)


class OfTheCard(admin.TabularInline):
    """Rows go with their card: whoever may change it changes them."""

    extra = 0

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Choices alone: the ways to other forms would push the last columns out of sight."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("fees.view_ratecard")

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm("fees.change_ratecard") and not (obj and obj.is_used)

    has_add_permission = has_delete_permission = has_change_permission


class RateRows(OfTheCard):
    model = Rate
    fields = ["kind", "column", "page", "genre", "amount", "rule", "most"]


class GradeRows(OfTheCard):
    model = GradePay


class RoleRows(OfTheCard):
    model = PaidRole


class HeldUntilSaved:
    """Mixed into what closing a month freezes: a save waits for the closing, and is then told."""

    def get_object(self, request, object_id, from_field=None):
        row = super().get_object(request, object_id, from_field)
        return held(row) if row and request.method == "POST" and get_connection().in_atomic_block else row


class FirstDayForm(forms.Form):
    begins_on = forms.DateField(label=gettext_lazy("first day"), widget=DayInput)


@admin.register(RateCard)
class RateCardAdmin(HeldUntilSaved, admin.ModelAdmin):
    change_form_template = "admin/fees/ratecard/change_form.html"
    fields = ["name", "begins_on", "most_a_month", "unpaid"]
    list_display = ["name", "begins_on", "most_a_month", "unpaid", "used_at"]
    inlines = [RateRows, GradeRows, RoleRows]

    class Media:
        css = {"all": ["newsroom_admin/css/fees_tables.css"]}

    def get_urls(self):
        copy = self.admin_site.admin_view(self.copy)
        return [path("<int:pk>/copy/", copy, name="fees_ratecard_copy"), *super().get_urls()]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj and obj.is_used)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.is_used)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not form.instance.paid_roles.exists():
            messages.warning(request, _("Nobody is paid by this card: name at least one role."))
        if below := cheap_lines(form.instance):
            told = _(
                "Below 100 yuan a thousand characters, which the law asks for unless a contract says otherwise: %s"
            )
            messages.warning(request, told % "、".join(map(str, below)))

    def copy(self, request, pk):
        """The next card begins as this one, and is then changed."""
        card = get_object_or_404(RateCard, pk=pk)
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = FirstDayForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            made, problems = copy_card(card, form.cleaned_data["begins_on"])
            if made:
                messages.success(request, _("The new card begins as this one did. Change what is to be otherwise."))
                return HttpResponseRedirect(reverse("admin:fees_ratecard_change", args=[made.pk]))
            for problem in problems:
                form.add_error("begins_on", problem)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Begin the next card"),
            "subtitle": str(card),
            "original": card,
            "form": form,
        }
        return TemplateResponse(request, "admin/fees/act.html", context)


def cheap_lines(card):
    lines = card.rates.filter(kind=Rate.Kind.STORY, rule__measure=Measure.CHARACTERS.value).select_related("rule")
    return [line for line in lines if line.amount * 1000 < LEAST_A_THOUSAND * line.rule.unit]


@admin.register(LengthRule)
class LengthRuleAdmin(HeldUntilSaved, admin.ModelAdmin):
    fields = list_display = ["name", "measure", "unit", "part", "half_below"]

    def has_change_permission(self, request, obj=None):
        used = obj and obj.rates.filter(card__used_at__isnull=False).exists()
        return super().has_change_permission(request, obj) and not used


@admin.register(Grade)
class GradeAdmin(admin.ModelAdmin):
    fields = list_display = ["name", "order"]
