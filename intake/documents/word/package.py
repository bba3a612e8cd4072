"""The parts of a .docx: which one is the text, and the pictures it names."""

import posixpath

from intake.documents.refusal import DocumentRefused
from intake.documents.word.trees import grown

RASTER = {".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".heic", ".gif", ".bmp", ".tif", ".tiff"}
OTHERS = {"spreadsheetml": "Excel", "presentationml": "PowerPoint"}


class Package:
    def __init__(self, archive):
        self.archive = archive
        self.main = self.main_part()
        self.related = dict(self.relationships(self.main))
        self.has_macros = any(name.lower().endswith("vbaproject.bin") for name in archive)

    def main_part(self):
        """Where the package's own relationships say that the document is; Word's usual place when they say nothing."""
        kinds = {target: kind for kind, target, _ in map(relationship, self.relations("_rels/.rels"))}
        main = next((part for part, kind in kinds.items() if kind.endswith("/officeDocument")), "word/document.xml")
        for mark, name in OTHERS.items():
            if mark.encode() in self.archive.read("[Content_Types].xml")[:100_000]:
                raise DocumentRefused("unsupported", kind=name)
        return main.lstrip("/")

    def relations(self, name):
        return grown(self.archive.read(name)).findall("Relationship") if name in self.archive else []

    def relationships(self, part):
        """Pairs of an id and the part it names; links out of the package name none."""
        folder, _, name = part.rpartition("/")
        for found in self.relations(posixpath.join(folder, "_rels", f"{name}.rels")):
            _, target, mode = relationship(found)
            if mode != "External":
                yield found.get("Id"), posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")

    def document(self):
        return grown(self.archive.read(self.main))

    def styles(self):
        name = next((part for part in self.related.values() if part.endswith("styles.xml")), None)
        return grown(self.archive.read(name)) if name in self.archive else None

    def picture(self, key):
        """Name and bytes of a photo; None for drawings of vectors, links and what is not there."""
        part = self.related.get(key, "")
        if posixpath.splitext(part)[1].lower() not in RASTER or part not in self.archive:
            return None
        return posixpath.basename(part), self.archive.read(part)


def relationship(element):
    return element.get("Type", ""), element.get("Target", ""), element.get("TargetMode", "")
