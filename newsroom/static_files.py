"""Static files: hashed names for ever-lasting caches, and one style sheet where the sources are many."""

import posixpath
import re
from functools import cache

from django.contrib.staticfiles.finders import get_finders
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

OWN_SHEETS = "css/"
IMPORT = re.compile(r"""^@import url\(["'](?P<sheet>[\w-]+\.css)["']\)(?P<medium> print| screen)?;\n?""", re.MULTILINE)


class JoinedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Writes the sheets that a sheet of ours imports into it, in the order of its lines, before names are hashed.

    The imported sheets lie in the same folder, so that addresses inside them stay right.
    """

    support_js_module_import_aggregation = True

    def post_process(self, paths, dry_run=False, **options):
        if not dry_run:
            paths = paths | {name: self.joined(name, paths) for name in paths if self.has_imports(name, paths)}
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def has_imports(self, name, paths):
        return name.startswith(OWN_SHEETS) and name.endswith(".css") and IMPORT.search(source(name, paths)) is not None

    def joined(self, name, paths):
        """Always from the sources: what an earlier run wrote may be out of date."""
        self.delete(name)
        self._save(name, ContentFile(with_imports(name, paths).encode()))
        return self, name


@cache
def whole_sheet(name):
    """With all that it imports, straight from the sources: the same text whether anything is collected or not."""
    listed = ((path, storage) for finder in get_finders() for path, storage in finder.list([]))
    return with_imports(name, {path: (storage, path) for path, storage in listed if path.startswith(OWN_SHEETS)})


def source(name, paths):
    storage, path = paths[name]
    with storage.open(path) as file:
        return file.read().decode()


def with_imports(name, paths):
    def imported(line):
        sheet = posixpath.join(posixpath.dirname(name), line["sheet"])
        if sheet not in paths:
            raise ImproperlyConfigured(f"{name} imports {line['sheet']}, and there is no such file beside it.")
        text = with_imports(sheet, paths)
        return f"@media{line['medium']} {{\n{text}}}\n" if line["medium"] else text

    return IMPORT.sub(imported, source(name, paths))
