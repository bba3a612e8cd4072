"""Settings of the tests: the newsroom's own, with a home of their own that vanishes, and quick passwords."""

import atexit
import os
import shutil
import tempfile

HOME = tempfile.mkdtemp(prefix="newsroom-tests-")
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

# Whatever the shell is set up for, the tests are at home nowhere else; TEST_DATABASE_URL chooses their database.
os.environ["NEWSROOM_ENV"] = "demo"
os.environ["NEWSROOM_VAR"] = HOME
os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL", "")
os.environ["DEBUG"] = "0"
os.environ["INTAKE_MAIL_HOST"] = os.environ["EMAIL_HOST"] = ""
os.environ["PUSH_ADDRESS"] = os.environ["PRIVATE_DATA_KEYS"] = ""
os.environ["PAGE_CACHE"] = "off"  # its own tests switch it on
# Nor with its uploads: tests/storage alone, and only where it is told to.
STORAGE_OF_TESTS = {name: value for name, value in os.environ.items() if name.startswith("STORAGE_")}
STORAGE_OF_TESTS = STORAGE_OF_TESTS if os.environ.get("TEST_STORAGE") == "1" else None
os.environ["DATABASE_REPLICAS"] = os.environ["STORAGE_BUCKET"] = ""
os.environ["REDIS_URL"] = os.environ["PAGE_CACHE_PURGE"] = os.environ["PAGES_ROOT"] = ""

os.environ["METRICS_TOKEN"] = os.environ["METRICS_NETWORKS"] = os.environ["METRICS_DIR"] = ""

from newsroom.settings import *  # noqa: E402, F403
from newsroom.settings import DATABASES, LOGGING, STATIC_ROOT, STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Nothing is collected for the tests, so there is no manifest of hashed names to look into.
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
STATIC_ROOT.mkdir()
HEALTH_SECONDS = 0  # another thread would see nothing of what a test has written
LOGGING = LOGGING | {"root": {"handlers": ["console"], "level": "WARNING"}}

# Two parts of the suite may be on one server at once: each has a database of its own there.
DATABASES["default"]["TEST"] = {"NAME": f"test_newsroom_{os.environ.get('TEST_PART') or 'whole'}"}

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, as in real life: in memory, a page that the browser still asks for locks whole tables to the test.
    DATABASES["default"]["TEST"] = {"NAME": f"{HOME}/tests.sqlite3"}
    DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"
