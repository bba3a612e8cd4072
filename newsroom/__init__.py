"""The newsroom: settings, the front page, the desk. Its version is that of pyproject.toml, as a test holds."""

VERSION = "0.1.0"
