"""One door for every file: read_file(name, data)."""

from intake.documents.archives import Archive
from intake.documents.bundles import read_bundle
from intake.documents.kinds import LARGEST, compound_kind, extension, kind_of, last_part
from intake.documents.office import read_converted
from intake.documents.plain import read_text
from intake.documents.refusal import DocumentRefused
from intake.documents.result import Drop, Picture
from intake.documents.word.reading import read_word


def read_file(name, data, inside=False):
    """A Drop; or DocumentRefused, and nothing else. inside: the file came in a zip, and no zip may come in it."""
    if not data:
        raise DocumentRefused("empty")
    if len(data) > LARGEST:
        raise DocumentRefused("too_large", megabytes=len(data) >> 20, limit=LARGEST >> 20)
    kind, name = kind_of(data), last_part(name)
    if kind == "picture":
        return Drop(pictures=(Picture(data, name, near=words_of_name(name)),))
    if kind == "zip":
        return read_zip(name, data, inside)
    return Drop(documents=(read_document(name, data, kind),))


def read_document(name, data, kind):
    if kind == "pdf":
        from intake.documents.pdf.reading import read_pdf  # brings PDFium, which no web process needs

        return read_pdf(name, data)
    if kind == "rtf":
        return read_converted(name, data, "rtf")
    if kind == "compound":
        return read_compound(name, data)
    if kind:
        raise DocumentRefused("unsupported", kind=kind)
    return read_text(name, data)


def read_compound(name, data):
    kind = compound_kind(data)
    if kind == "encrypted":
        raise DocumentRefused("encrypted", kind="docx")
    if kind in ("Excel", "PowerPoint"):
        raise DocumentRefused("unsupported", kind=kind)
    return read_converted(name, data, kind)


def read_zip(name, data, inside):
    """Word's and OpenOffice's files are zips too."""
    archive = Archive(data)
    if "[Content_Types].xml" in archive:
        return Drop(documents=(read_word(name, archive),))
    if "mimetype" in archive and archive.read("mimetype").startswith(b"application/vnd.oasis.opendocument.text"):
        return Drop(documents=(read_opendocument(name, data, archive),))
    if "content.xml" in archive or extension(name) in (".ods", ".odp"):
        raise DocumentRefused("unsupported", kind="OpenDocument")
    if inside:
        raise DocumentRefused("nested")
    return read_bundle(archive, read_file)


def read_opendocument(name, data, archive):
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise DocumentRefused("encrypted", kind="odt")
    return read_converted(name, data, "odt")


def words_of_name(name):
    """Photographers write the caption into the name of the file; a camera writes DSC_0012."""
    stem = name.rsplit(".", 1)[0]
    return stem if any("\u4e00" <= character <= "\u9fff" for character in stem) else ""
