import shutil
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import FileSystemStorage
from django.test import SimpleTestCase

from newsroom.static_files import JoinedStaticFilesStorage


class JoinedStaticFilesTests(SimpleTestCase):
    def setUp(self):
        self.sources = self.folder()
        self.collected = self.folder()
        self.write("css/tokens.css", ":root { --ink: #111; }\n")
        self.write("css/print.css", "a { color: var(--ink); }\n")
        self.write(
            "css/newspaper.css", '@import url("tokens.css");\n@import url("print.css") print;\nbody { margin: 0; }\n'
        )

    def folder(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        return Path(folder.name)

    def write(self, name, text):
        path = self.sources / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def collect(self):
        """What collectstatic does, with this folder as the only source."""
        names = [str(path.relative_to(self.sources)) for path in self.sources.rglob("*.*")]
        source = FileSystemStorage(self.sources)
        storage = JoinedStaticFilesStorage(self.collected, "/static/")
        shutil.copytree(self.sources, self.collected, dirs_exist_ok=True)
        for _name, _hashed, processed in storage.post_process({name: (source, name) for name in names}):
            if isinstance(processed, Exception):
                raise processed
        return storage

    def served(self, storage, name):
        return Path(storage.path(storage.stored_name(name))).read_text()

    def test_joins_the_imported_sheets_in_order(self):
        storage = self.collect()

        self.assertEqual(
            self.served(storage, "css/newspaper.css"),
            ":root { --ink: #111; }\n@media print {\na { color: var(--ink); }\n}\nbody { margin: 0; }\n",
        )

    def test_a_change_in_an_imported_sheet_changes_the_name(self):
        before = self.collect().stored_name("css/newspaper.css")

        self.write("css/tokens.css", ":root { --ink: #222; }\n")
        storage = self.collect()

        self.assertNotEqual(storage.stored_name("css/newspaper.css"), before)
        self.assertIn("#222", self.served(storage, "css/newspaper.css"))

    def test_leaves_a_compressed_twin(self):
        self.write("css/long.css", "p { margin: 0; }\n" * 100)

        storage = self.collect()

        self.assertTrue(Path(storage.path(storage.stored_name("css/long.css") + ".gz")).exists())

    def test_names_a_sheet_that_is_missing(self):
        self.write("css/newspaper.css", '@import url("gone.css");\n')

        with self.assertRaisesMessage(ImproperlyConfigured, "css/newspaper.css imports gone.css"):
            self.collect()

    def test_scripts_import_each_other_by_hashed_names(self):
        self.write("js/preview.js", 'import { draw } from "./drawing.js";\ndraw();\n')
        self.write("js/drawing.js", "export function draw() {}\n")

        storage = self.collect()

        drawing = Path(storage.stored_name("js/drawing.js")).name
        self.assertIn(f'from "./{drawing}";', self.served(storage, "js/preview.js"))
