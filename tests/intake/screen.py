"""The intake screen as an editor uses it: read a text, correct what was read, make drafts."""

from django.test import TestCase
from django.urls import reverse

from newsroom.groups import EDITOR
from tests.factories import make_user

SCREEN = reverse("admin:intake")


def typed(response):
    """The form as a browser would send it back."""
    forms = response.context["stories"]
    fields = {"form-TOTAL_FORMS": len(forms), "form-INITIAL_FORMS": len(forms)}
    for form in forms:
        for part in (form, *form.naming.forms):
            fields |= {part.add_prefix(name): part[name].value() or "" for name in part.fields}
    incoming = response.context["form"].laid_down
    return {"text": response.context["words"], "incoming": incoming, "draft": "1", **fields}


class ScreenTestCase(TestCase):
    group = EDITOR

    def setUp(self):
        self.editor = make_user(group=self.group)
        self.client.force_login(self.editor)

    def read(self, text, **fields):
        return self.client.post(SCREEN, {"text": text, "read": "1", **fields})

    def draft(self, text, **fields):
        return self.client.post(SCREEN, {**typed(self.read(text)), **fields})
