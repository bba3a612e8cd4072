"""The typed parts of /files/<key>/<name>: no dot at the front and no slash anywhere, so no way out of the folder."""


class KeyConverter:
    regex = "[A-Za-z0-9_-]{16,32}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class FileNameConverter(KeyConverter):
    regex = r"[a-z0-9][a-z0-9_-]*\.(?:jpg|webp|avif|png|pdf)"
