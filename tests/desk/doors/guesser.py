"""A server's worth of guesses, as a process beside the tests on their own database: prints what each was answered."""

import sys
from concurrent.futures import ThreadPoolExecutor


def guess(number):
    from django.db import connection
    from django.test import Client

    fields = {"username": "zhang", "password": f"guess-{number}"}
    try:
        return Client(SERVER_NAME="localhost").post("/admin/login/", fields, REMOTE_ADDR="203.0.113.7").status_code
    finally:
        connection.close()


if __name__ == "__main__":
    import django
    from django.conf import settings

    # Nothing is collected for the tests.
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    django.setup()
    with ThreadPoolExecutor(4) as hands:
        print(*hands.map(guess, range(int(sys.argv[1]))))
