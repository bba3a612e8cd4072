"""How large the database is, asked of itself."""

from django.db import connection

QUESTION = {
    "sqlite": "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
    "postgresql": "SELECT pg_database_size(current_database())",
}


def size_of_database():
    """In bytes."""
    with connection.cursor() as cursor:
        cursor.execute(QUESTION[connection.vendor])
        return cursor.fetchone()[0]
