"""
What pages ask of the database. A page is made of the answers alone, where the clock stands still: one that would be
answered as before reads as before, and need not be made anew to prove it.
"""

from contextlib import contextmanager
from typing import Any

from django.db import connection


class Question:
    def __init__(self, sql, params):
        self.sql, self.params = sql, params
        self.words = f"{sql} {params!r}"

    def __eq__(self, other):
        return self.words == other.words

    def __hash__(self):
        return hash(self.words)


@contextmanager
def asking():
    """The set that fills with questions while it lasts."""
    questions = set()

    def note(execute, sql, params, many, context):
        if sql.lstrip("( \n").startswith(("SELECT", "WITH")):
            questions.add(Question(sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield questions


class Answers(dict[Question, Any]):
    """As the database has them now, each looked up once."""

    def __missing__(self, question):
        with connection.cursor() as cursor:
            cursor.execute(question.sql, question.params)
            self[question] = cursor.fetchall()
        return self[question]
