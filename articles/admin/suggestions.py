"""Whom or what the doubts of a story may mean."""

from functools import cached_property

from articles.models import Column
from bylines.likeness import lookalikes
from bylines.register import who_may_be


class Suggestions:
    """Whom or what the open doubts of a story may mean, looked up for all of them at once."""

    def __init__(self, article):
        self.article = article

    @cached_property
    def abouts(self):
        return list(self.article.doubts.open().values_list("about", flat=True)) if self.article else []

    def ask_elsewhere(self, doubt):
        """Of a name that is unsure and lacks a byline two doubts stand open: the one that knows its role is asked."""
        of_name = [about for about in self.abouts if about.get("name") == doubt.about["name"]]
        return "role" not in doubt.about and any("role" in about for about in of_name)

    @cached_property
    def people(self):
        return who_may_be([about["name"] for about in self.abouts if "name" in about])

    @cached_property
    def columns(self):
        """{name: the columns of that name or one like it}"""
        wanted = {about["column"] for about in self.abouts if "column" in about}
        running = Column.objects.in_bulk(field_name="name") if wanted else {}
        alike = lookalikes(wanted, running)
        return {name: [running[one] for one in sorted({name} & set(running)) + sorted(alike[name])] for name in wanted}
