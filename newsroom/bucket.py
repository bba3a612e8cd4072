"""Uploads in a bucket (S3 and what speaks like it). What fails there fails as a disk would."""

from contextlib import contextmanager, suppress

from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, ConnectTimeoutError, ReadTimeoutError
from s3transfer.exceptions import RetriesExceededError
from storages.backends.s3 import S3Storage

from newsroom.resting import Resting

MISSING = {"404", "NoSuchKey", "NotFound"}
# A storage that is silent holds up nobody for longer than this: seconds to connect, to wait for a part, and tries.
PATIENCE = {"connect_timeout": 3, "read_timeout": 20, "retries": {"total_max_attempts": 2, "mode": "standard"}}
# What costs those seconds, and not only a try.
SLOW = (ConnectTimeoutError, ReadTimeoutError)


class BucketError(OSError):
    """It refuses, or does not answer. Whoever takes a story off the net goes on after an OSError."""

    is_of_the_storage = True


class Bucket(S3Storage):
    def __init__(self, **settings):
        super().__init__(**settings)
        own: Config = getattr(self, "client_config", None) or Config()
        self.client_config = own.merge(Config(**PATIENCE))
        # Its own count of tries is for a download that breaks off in the middle.
        self.transfer_config = TransferConfig(num_download_attempts=PATIENCE["retries"]["total_max_attempts"])
        self.resting = Resting("The bucket")

    @contextmanager
    def as_a_disk(self, name):
        try:
            with self.resting.asked(SLOW):
                yield
        except ClientError as problem:
            if problem.response.get("Error", {}).get("Code") in MISSING:
                raise FileNotFoundError(name) from problem
            raise BucketError(f"The bucket refuses {name}: {problem}") from problem
        except (BotoCoreError, Boto3Error) as problem:
            raise BucketError(f"The bucket does not answer: {problem}") from problem
        except TimeoutError as problem:
            raise BucketError(str(problem)) from problem

    def _open(self, name, mode="rb"):
        """Fetched whole before the first byte is sent: an answer that has begun cannot say any more that it failed."""
        with self.as_a_disk(name):
            file = super()._open(name, mode)
            if "r" in mode:
                fetch(file)
            return file

    def _save(self, name, content):
        with self.as_a_disk(name):
            return super()._save(name, content)

    def delete(self, name):
        with self.as_a_disk(name):
            super().delete(name)

    def exists(self, name):
        with self.as_a_disk(name):
            return super().exists(name)

    def size(self, name):
        with self.as_a_disk(name):
            return super().size(name)

    def get_modified_time(self, name):
        with self.as_a_disk(name):
            return super().get_modified_time(name)

    def listdir(self, name):
        with self.as_a_disk(name):
            return super().listdir(name)

    def make(self):
        """Where there is none. Closed to everybody but this account, as buckets are unless somebody opens them."""
        client = self.connection.meta.client
        with self.as_a_disk(self.bucket_name), suppress(client.exceptions.BucketAlreadyOwnedByYou):
            client.create_bucket(Bucket=self.bucket_name)

    def broken_off(self, before):
        """(name, what ends it) of large files whose parts came before that moment, and that were never made whole: they
        stand in no list of files, and are paid for."""
        begin = f"{self.location}/" if self.location else ""
        with self.as_a_disk(self.bucket_name):
            for upload in self.bucket.multipart_uploads.all():
                if upload.object_key.startswith(begin) and upload.initiated < before:
                    yield upload.object_key[len(begin) :], upload.abort


def fetch(file):
    try:
        file.file  # noqa: B018 (a property that fetches)
    except RetriesExceededError as problem:
        file.close()
        raise problem.last_exception from problem
    except BaseException:
        file.close()
        raise
