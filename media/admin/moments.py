from django import forms


class MomentInput(forms.DateTimeInput):
    """Day and hour in one field, written as a browser sends it back: without seconds where they are none."""

    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__({"step": 1, **(attrs or {})}, format="%Y-%m-%dT%H:%M:%S")

    def format_value(self, value):
        shown = super().format_value(value)
        return shown.removesuffix(":00") if shown and shown.count(":") == 2 else shown
