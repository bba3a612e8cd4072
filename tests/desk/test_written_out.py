from unittest.mock import patch

from django import forms
from django.test import SimpleTestCase
from django.utils.safestring import mark_safe

from desk import written_out


class Sheet(forms.Form):
    headline = forms.CharField(
        max_length=20, widget=forms.TextInput(attrs={"data-a": '"<&', "hidden": True, "x": False})
    )
    number = forms.IntegerField(required=False)
    ticked = forms.BooleanField(required=False)
    key = forms.CharField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(choices=[("", "—"), (1, "消息 <b>"), (2, mark_safe("<i>通讯</i>"))])
    grouped = forms.ChoiceField(choices=[("甲", [(1, "一")]), ("乙", [(2, "二")])])
    many = forms.MultipleChoiceField(choices=[(1, "一"), (2, "二")])


class WrittenOutTests(SimpleTestCase):
    def printed(self, **said):
        return Sheet(renderer=written_out.written_out, **said).as_p()

    def assert_prints_as_django(self, **said):
        own = self.printed(**said)
        with patch.object(written_out, "WRITTEN", {}), patch.object(written_out, "ERRORS", set()):
            self.assertEqual(own, self.printed(**said))

    def test_an_empty_form_reads_as_with_djangos_templates(self):
        self.assert_prints_as_django()

    def test_what_was_typed_is_escaped_alike(self):
        self.assert_prints_as_django(
            initial={"headline": '"<script>&', "number": 1234567, "ticked": True, "kind": 2, "many": [1, 2]}
        )

    def test_a_form_that_comes_back_keeps_its_errors(self):
        self.assert_prints_as_django(data={"headline": "长" * 30, "number": "x", "kind": "9"})
        self.assertIn("errorlist", self.printed(data={"headline": ""}))
