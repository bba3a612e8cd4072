"""首页编排: the lead, the stories beside it and the blocks on one sheet; what a block shows has a sheet of its own."""

from django import forms
from django.contrib import admin
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.rows import KnownRows
from articles.composing import put_in_order
from articles.models import FrontBlock, FrontPage
from articles.models.front_page import MOST_BLOCKS
from articles.models.reach import SEES_ALL
from articles.state import State, state_of
from desk.stale.admin import StaleGuard
from desk.stale.forms import SeenForm
from newsroom.front.gathering import front_page_now
from newsroom.front.layout import anchor_of
from newsroom.front.pins import SAID, FrontPageForm, PickInline, SecondInline

NAMED = '<a href="{}">{}</a> <span class="front-kind">{}</span>'
EMPTY = '{} <span class="front-empty">{}</span>'
PREVIEW, ADD_BLOCK = "_preview", "_add_block"


class ComposingAdmin(StaleGuard, admin.ModelAdmin):
    """Whoever composes picks from all desks: it takes the sight of them, besides the permission itself."""

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm(SEES_ALL) and super().has_view_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm(SEES_ALL) and super().has_change_permission(request, obj)

    def save_formset(self, request, form, formset, change):
        """Where there is no script numbers are typed by hand: two may be the same."""
        before = {row.instance.pk: row.initial["order"] for row in formset.initial_forms if "order" in row.changed_data}
        super().save_formset(request, form, formset, change)
        put_in_order(formset.model.objects.filter(**{formset.fk.name: form.instance}), before)

    def response_change(self, request, obj):
        return self.preview(request) if PREVIEW in request.POST else super().response_change(request, obj)

    def response_add(self, request, obj, post_url_continue=None):
        return self.preview(request) if PREVIEW in request.POST else super().response_add(request, obj)

    def preview(self, request):
        """The page as it would be, and nothing of what it took to make it: the save around this is rolled back."""
        response = TemplateResponse(request, "newsroom/front_page.html", {**front_page_now(), "preview": True})
        response.render()
        transaction.set_rollback(True)
        return response


class BlockInline(KnownRows, admin.TabularInline):
    """Its place, its length, whether it is shown; what it shows is changed on its own sheet."""

    model = FrontBlock
    extra = 0
    fields = ["order", "named", "number", "is_shown"]
    readonly_fields = ["named"]
    comes_with = ["column", "channel", "region", "tag"]
    verbose_name_plural = gettext_lazy("Blocks, from top to bottom")

    def has_add_permission(self, request, obj=None):
        return False

    @admin.display(description=gettext_lazy("block"))
    def named(self, block):
        address = reverse("admin:articles_frontblock_change", args=[block.pk])
        said = format_html(NAMED, address, block.name, shows(block))
        return said if is_seen(block, now(self.front)) else format_html(EMPTY, said, _("has no story now, not shown"))


def shows(block):
    kind = str(block.get_kind_display())
    if not (block.title and block.source):
        return kind
    return _("%(kind)s: %(name)s") % {"kind": kind, "name": block.source_name}


def is_seen(block, page):
    """Unless it was put away; one without a story is missed by whoever composes."""
    return not block.is_shown or any(section.anchor == anchor_of(block) for section in page["sections"])


def now(front):
    """What readers see at this moment, asked once for each form."""
    if not hasattr(front, "now"):
        front.now = front_page_now()
    return front.now


@admin.register(FrontPage)
class FrontPageAdmin(ComposingAdmin):
    form = FrontPageForm
    fieldsets = [(gettext_lazy("Lead"), {"fields": ["leads_now", "lead", "lead_until"]})]
    readonly_fields = ["leads_now"]
    autocomplete_fields = ["lead"]
    inlines = [SecondInline, BlockInline]

    def get_inline_instances(self, request, obj=None):
        """Each knows the record at hand, and does not fetch it for every row."""
        inlines = super().get_inline_instances(request, obj)
        for inline in inlines:
            inline.front = obj
        return inlines

    def changelist_view(self, request, extra_context=None):
        """There is one."""
        if not self.has_view_or_change_permission(request):
            return super().changelist_view(request, extra_context)
        return HttpResponseRedirect(reverse("admin:articles_frontpage_change", args=[FrontPage.current().pk]))

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def render_change_form(self, request, context, *args, **kwargs):
        """Once saved, one is back here anyhow."""
        return super().render_change_form(request, {**context, "show_save_and_continue": False}, *args, **kwargs)

    def response_post_save_change(self, request, obj):
        name = "articles_frontblock_add" if ADD_BLOCK in request.POST else "articles_frontpage_changelist"
        return HttpResponseRedirect(reverse(f"admin:{name}"))

    @admin.display(description=gettext_lazy("leads now"))
    def leads_now(self, front):
        story = now(front)["lead"]
        if story is None:
            return _("Nothing is out yet.")
        return format_html(
            '<a href="{}">{}</a> <span class="front-kind">{}</span>', story.get_absolute_url(), story, why_it_leads()
        )


def why_it_leads():
    """As it is stored: the form at hand may have come back with something else."""
    front = FrontPage.objects.select_related("lead").only("lead_until", *(f"lead__{name}" for name in SAID)).get()
    if front.lead is None:
        return _("by itself")
    if state_of(front.lead) != State.PUBLISHED:
        return _("by itself: what is pinned is not out")
    if front.lead_until and front.lead_until <= timezone.now():
        return _("by itself: the pin ended %(hour)s") % {"hour": hour_of(front.lead_until)}
    return _("pinned until %(hour)s") % {"hour": hour_of(front.lead_until)}


def hour_of(moment):
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}" if moment else "—"


class BlockForm(SeenForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in {"column", "channel", "region", "tag"} & set(self.fields):
            widget = self.fields[name].widget
            widget.can_add_related = widget.can_change_related = widget.can_view_related = False

    def clean(self):
        if not self.instance.pk and FrontBlock.objects.count() >= MOST_BLOCKS:
            raise forms.ValidationError(_("The front page has %(most)d blocks already.") % {"most": MOST_BLOCKS})
        return super().clean()


@admin.register(FrontBlock)
class FrontBlockAdmin(ComposingAdmin):
    form = BlockForm
    fields = ["kind", "column", "channel", "region", "tag", "page_label", "title", "number", "is_shown"]
    radio_fields = {"kind": admin.HORIZONTAL}
    autocomplete_fields = ["column", "channel", "region", "tag"]
    inlines = [PickInline]

    def has_add_permission(self, request):
        return request.user.has_perm(SEES_ALL) and super().has_add_permission(request)

    def has_delete_permission(self, request, obj=None):
        return request.user.has_perm(SEES_ALL) and super().has_delete_permission(request, obj)

    def get_model_perms(self, request):
        """It is reached from the front page's own sheet."""
        return {}

    def changelist_view(self, request, extra_context=None):
        return HttpResponseRedirect(reverse("admin:articles_frontpage_changelist"))

    def save_model(self, request, obj, form, change):
        """A new block comes last."""
        if not change:
            obj.front = FrontPage.current()
            last = FrontBlock.objects.order_by("-order").values_list("order", flat=True).first()
            obj.order = (last or 0) + 1
        super().save_model(request, obj, form, change)
