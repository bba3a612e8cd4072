"""An S3 of the tests' own: moto's, in memory, in a process of its own. Nothing of it is left when that ends."""

import contextlib
import sys
from pathlib import Path

from tests.servers import programs
from tests.servers.office import free_port

PROGRAM = Path(__file__).with_name("s3.py")
KEYS = {"STORAGE_KEY": "tests", "STORAGE_SECRET": "tests-secret", "STORAGE_REGION": "us-east-1"}


@contextlib.contextmanager
def temporary_bucket():
    """The port of an S3 without buckets. Whatever key and secret it is given are right."""
    with programs.temporary_folder("bucket") as folder:
        port = free_port()
        process = programs.start([sys.executable, "-P", str(PROGRAM), str(port)], folder, port)
        try:
            yield port
        finally:
            programs.stop(process)
