"""The doubts of intake under a story: an editor looks, and ticks; or settles one about a name or column in one step."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from articles.admin.steps import press_in, step_of
from articles.admin.suggestions import Suggestions
from articles.models import Doubt
from articles.publishing import Refusal
from desk.composed_once import Question
from desk.models import AuditEntry


class DoubtForm(forms.ModelForm):
    """A tick, and what the step asks. Taking the tick away opens the doubt again."""

    editor = None
    suggestions = None
    done = ""  # what the step did, for the editor
    is_settled = forms.BooleanField(label=_("is settled"), required=False)

    class Meta:
        model = Doubt
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["is_settled"] = self.instance.is_settled
        self.step = step_of(self.instance, self.suggestions, self.editor)
        if self.step:
            self.fields |= self.step.fields()
            self.initial |= self.step.words() | self.instance.about.get("typed", {})

    @property
    def press(self):
        """The button of this doubt, where it was pressed."""
        press = press_in(self.data)
        return press if press and press.doubt == str(self.instance.pk) else None

    def has_changed(self):
        return bool(self.press) or super().has_changed()

    def clean(self):
        cleaned = super().clean()
        if self.press and not self.errors:
            self.check_step(cleaned)
        return cleaned

    def check_step(self, cleaned):
        if self.step is None:
            raise ValidationError(_("This doubt has been settled meanwhile."))
        try:
            self.step.check(self.press, cleaned)
        except Refusal as refusal:
            raise ValidationError(str(refusal)) from refusal

    def save(self, commit=True):
        if self.press:
            self.done = self.step.take(self.press, self.cleaned_data)
        elif "is_settled" in self.changed_data:
            self.tick()
        else:
            self.keep_words()
        return self.instance

    def tick(self):
        is_settled = self.cleaned_data["is_settled"]
        if is_settled:
            self.instance.settle(by=self.editor)
        else:
            self.instance.reopen()
        verb, words = "settle" if is_settled else "take_up", self.instance.message
        AuditEntry.note(verb=verb, record=self.instance.article, by=self.editor, words=words)

    def keep_words(self):
        """What was typed for a step that was not taken yet."""
        typed = {name: self.cleaned_data[name] for name in self.step.words() if name in self.changed_data}
        self.instance.about["typed"] = self.instance.about.get("typed", {}) | typed
        self.instance.save(update_fields=["about"])


class DoubtInline(admin.TabularInline):
    """What intake was unsure of. An editor settles a doubt by its tick or its step; nobody adds one by hand."""

    model = Doubt
    form = DoubtForm
    template = "admin/articles/article/doubts.html"
    extra = 0
    fields = ["message", "is_settled", "by_whom"]
    readonly_fields = ["message", "by_whom"]
    can_delete = False

    @admin.display(description=_("is settled"), boolean=True)
    def is_settled(self, doubt):
        """For those who may only look."""
        return doubt.is_settled

    @admin.display(description=_("settled by"))
    def by_whom(self, doubt):
        return doubt.settled_by

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("settled_by")

    def get_formset(self, request, obj=None, **kwargs):
        rows = super().get_formset(request, obj, **kwargs)
        rows.form.editor = request.user  # a class that Django makes anew for each request
        rows.form.suggestions = Suggestions(obj)
        return rows

    def has_add_permission(self, request, obj=None):
        return False


class StepsTaken:
    """Mixed into the article admin: a step's button saves the form, says what it did, and goes on with the doubts."""

    def get_inline_instances(self, request, obj=None):
        """Without a doubt nothing is asked or shown of them. A form that had none knows of none when it comes."""
        found = super().get_inline_instances(request, obj)
        is_posted = request.method == "POST"
        if "doubts-TOTAL_FORMS" in request.POST if is_posted else obj and has_doubts(obj):
            return found
        return [inline for inline in found if not isinstance(inline, DoubtInline)]

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        for row in formset.forms if formset.model is Doubt else ():
            if row.done:
                messages.success(request, row.done)

    def response_change(self, request, obj):
        if press_in(request.POST):
            return HttpResponseRedirect(f"{request.path}#doubts-group")
        return super().response_change(request, obj)


def has_doubts(story):
    if not hasattr(story, "is_doubted"):
        story.is_doubted = bool(any_doubt.ask(story=story.pk))
    return story.is_doubted


any_doubt = Question(lambda story: Doubt.objects.filter(article=story).order_by().values_list("pk", flat=True)[:1])
