"""Whatever changes the state of something leaves a line in the log: records by being watched, verbs by saying so."""

import ast
from importlib import import_module
from inspect import getsource, isfunction, signature, unwrap

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.test import SimpleTestCase, TestCase

from articles.models import Channel, Column, Genre, Phrase
from desk.models import AuditEntry, Desk
from desk.watching import WATCHED
from tests.factories import make_contributor, make_issue

# Records of the admin that no signal watches, each with the reason.
OTHERWISE = {
    "articles.correction": "articles.corrections.enter notes it",
    "articles.waiver": "articles.checks.waiving notes it",
    "desk.auditentry": "is the log",
    "desk.job": "its acts note themselves",
    "fees.feemonth": "fees.closing and fees.approving note it",
    "fees.ledgerline": "is written once, with its month",
    "fees.storygrade": "fees.deciding notes it",
    "intake.letter": "its verbs note themselves",
    "intake.printnotice": "says itself who ticked it off, and when",
    "intake.source": "nobody changes a text as it came in",
    "regions.region": "comes with the gazetteer; its short names are watched",
    "sites.site": "for superusers: the address of the paper",
    "django_tasks_database.dbtaskresult": "the worker's own",
    "django_tasks_db.dbtaskresult": "the worker's own",
}
VERBS = (
    "articles.publishing",
    "articles.reviewing",
    "articles.corrections",
    "articles.placing",
    "articles.planning",
    "articles.checks.waiving",
    "articles.history.restoring",
    "bylines.register",
)
OURS = ("articles", "bylines", "media", "desk")


class RecordTests(SimpleTestCase):
    def test_every_record_of_the_admin_is_watched_or_noted_otherwise(self):
        watched = {model._meta.label_lower for model in WATCHED}
        kept = {model._meta.label_lower for model in admin.site._registry if model is not LogEntry}

        self.assertEqual(kept - watched - set(OTHERWISE), set())


class WatchedTests(TestCase):
    def test_a_record_comes_changes_and_goes(self):
        labels = [model(name=f"新{model.__name__}") for model in (Genre, Channel, Column, Desk)]
        for record in [*labels, Phrase(text="涉及到", suggestion="涉及")]:
            with self.subTest(record=record):
                self.assertEqual(self.noted(record), ["create", "change", "delete"])

    def test_an_issue_and_a_contributor(self):
        for record, field, words in ((make_issue(), "number", 12), (make_contributor(), "unit", "县总工会")):
            setattr(record, field, words)
            record.save()

            entry = AuditEntry.objects.get(kind=record._meta.model_name, verb="change")
            self.assertIn(f"— → {words}", entry.words)

    def noted(self, record):
        record.save()
        key, field = record.pk, "text" if isinstance(record, Phrase) else "name"
        setattr(record, field, "改过")
        record.save()
        record.delete()
        lines = AuditEntry.objects.filter(kind=record._meta.model_name, key=str(key)).order_by("pk")
        return list(lines.values_list("verb", flat=True))


class VerbTests(SimpleTestCase):
    def test_every_verb_that_knows_who_acts_says_so_in_the_log(self):
        for name in VERBS:
            for verb in verbs_of(import_module(name)):
                with self.subTest(verb=f"{name}.{verb.__name__}"):
                    self.assertTrue(notes(verb))


def verbs_of(module):
    """The public functions that change something: in a transaction, and told by whom."""
    for name, one in vars(module).items():
        is_own = callable(one) and isfunction(unwrap(one)) and one.__module__ == module.__name__
        if not is_own or name.startswith("_"):
            continue
        if "by" in signature(one).parameters and "atomic" in getsource(unwrap(one)).partition("def ")[0]:
            yield one


def notes(function, seen=()):
    """Whether it writes the line itself, or a function does that it calls."""
    function = unwrap(function)
    called = [node.func for node in ast.walk(ast.parse(getsource(function))) if isinstance(node, ast.Call)]
    names = {ast.unparse(one) for one in called}
    others = [function.__globals__.get(name) for name in names - set(seen)]
    ours = [one for one in others if isfunction(one) and one.__module__.split(".")[0] in OURS]
    return "AuditEntry.note" in names or any(notes(one, (*seen, *names)) for one in ours)
