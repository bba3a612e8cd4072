"""Static files: hashed names for ever-lasting caches."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class JoinedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    pass
