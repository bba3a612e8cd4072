"""What the figures hold for: the machine, the versions, and how large the archive is."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

from django.db import connection

from articles.models import Article, Issue


def described():
    return {
        "processor": processor(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "django": version("django"),
        "database": f"{connection.display_name} {database_version()}",
        "stories": Article.objects.count(),
        "issues": Issue.objects.count(),
    }


def processor():
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")


def database_version():
    return ".".join(map(str, connection.get_database_version()))


def in_words(machine):
    return (
        "{stories:,} stories, {issues:,} issues · {database} · Python {python} · Django {django} · "
        "{cores} cores of {processor}"
    ).format(**machine)
