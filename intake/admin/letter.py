from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from bylines.private import LOOK
from desk.models import AuditEntry
from intake.admin.letter_acts import LetterActs
from intake.admin.submission_acts import SubmissionActs
from intake.mail.mailbox import is_configured, name_of_mailbox
from intake.models import Contribution, Letter, Mailbox
from intake.models.letter import State


def mailbox_line():
    """The mailbox with its trouble, if there is any; a text where none is set up."""
    if not is_configured():
        return {"is_missing": True}
    return {"name": name_of_mailbox(), "row": Mailbox.objects.filter(name=name_of_mailbox()).first()}


def may_look(request):
    return request.user.has_perm(LOOK)


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return State.choices

    def queryset(self, request, queryset):
        return queryset.in_state(self.value()) if self.value() in State.values else queryset


class WayFilter(admin.SimpleListFilter):
    title = _("came by")
    parameter_name = "way"

    def lookups(self, request, model_admin):
        return [("form", _("the readers' form")), ("mail", _("mail"))]

    def queryset(self, request, queryset):
        if self.value() not in ("form", "mail"):
            return queryset
        return queryset.filter(contribution__isnull=self.value() == "mail")


@admin.register(Letter)
class LetterAdmin(SubmissionActs, LetterActs, admin.ModelAdmin):
    """What came in by mail and by the readers' form, for reading. No colleague adds any."""

    change_form_template = "admin/intake/letter/change_form.html"
    change_list_template = "admin/intake/letter/change_list.html"
    list_display = ["subject_said", "state_said", "sender", "received_at", "files_said", "draft"]
    list_filter = [StateFilter, WayFilter]
    list_select_related = ["article"]
    list_per_page = 50
    search_fields = ["subject", "sender_name", "sender_address"]
    show_full_result_count = False
    fields = []  # its page prints the letter as a letter

    @admin.display(description=_("subject"), ordering="subject")
    def subject_said(self, letter):
        return str(letter)

    @admin.display(description=_("state"))
    def state_said(self, letter):
        return format_html('<span class="state letter-{}">{}</span>', letter.state.value, letter.state.label)

    @admin.display(description=_("sender"))
    def sender(self, letter):
        return letter.sender

    @admin.display(description=_("attachments"))
    def files_said(self, letter):
        return len(letter.files) or ""

    @admin.display(description=_("draft"))
    def draft(self, letter):
        """Whoever sees the letter sees the draft that was made of it."""
        if not letter.article:
            return ""
        address = reverse("admin:articles_article_change", args=[letter.article_id])
        return format_html('<a href="{}">{}</a>', address, letter.article)

    def get_queryset(self, request):
        letters = super().get_queryset(request).visible_to(request.user).with_drafts()
        return letters.defer("text", "article__body").prefetch_related("attachments")

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"mailbox": mailbox_line(), **(extra_context or {})})

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context |= {"letter": obj, "drafts": obj.drafts.visible_to(request.user), "State": State}
        context |= {"contribution": Contribution.objects.filter(letter=obj).first(), "may_look": may_look(request)}
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def has_module_permission(self, request):
        return request.user.has_perm("articles.add_article")

    def has_view_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        """Letters hold what people said of themselves, and may have to go."""
        return request.user.is_active and request.user.is_superuser

    def delete_model(self, request, obj):
        AuditEntry.note(verb="erase", record=obj, by=request.user)
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        for letter in queryset:
            self.delete_model(request, letter)
