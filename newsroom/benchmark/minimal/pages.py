"""Its own template engine, with the context processors of a new project."""

from pathlib import Path

from django.http import HttpResponse
from django.template.backends.django import DjangoTemplates

engine = DjangoTemplates(
    {
        "NAME": "minimal",
        "DIRS": [Path(__file__).parent / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
)


def page(request, name, context):
    """What django.shortcuts.render does, from this engine."""
    return HttpResponse(engine.get_template(f"minimal/{name}.html").render(context, request))
