"""Old Word, WPS, RTF and OpenDocument files: LibreOffice makes a .docx of them, with a profile of its own."""

import os
import resource
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from intake.documents.archives import Archive
from intake.documents.refusal import DocumentRefused
from intake.documents.result import Note
from intake.documents.word.reading import read_word

SECONDS = 90
LARGEST_FILE = 300 * 2**20
# A file from outside must neither run macros nor fetch what it links to.
# Named, since LibreOffice reads what it does not understand as text, sign by sign.
FILTERS = {"doc": "MS Word 97", "wps": "MS_Works", "rtf": "Rich Text Format", "odt": "writer8"}
SETTINGS = [
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "2"),
]


def find_converter():
    return shutil.which("soffice") or shutil.which("libreoffice")


def read_converted(name, data, kind):
    """kind: doc, wps, rtf or odt, by what the file holds; WPS writes Word's own format under its own name."""
    converter = find_converter()
    if not converter:
        raise DocumentRefused("no_converter", kind=kind)
    with tempfile.TemporaryDirectory(prefix="newsroom-intake-", ignore_cleanup_errors=True) as folder:
        made = converted(converter, Path(folder), data, kind)
    return read_word(name, Archive(made, kind)).with_note(Note("converted", {"kind": kind}))


def converted(converter, folder, data, kind):
    (folder / "profile" / "user").mkdir(parents=True)
    (folder / "profile" / "user" / "registrymodifications.xcu").write_text(profile())
    source = folder / f"source.{kind}"
    source.write_bytes(data)
    profile_address = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = [
        "--headless",
        "--norestore",
        "--nolockcheck",
        f"--infilter={FILTERS[kind]}",
        "--convert-to",
        "docx",
        "--outdir",
        str(folder / "made"),
    ]
    run([converter, profile_address, *options, str(source)], folder)
    made = folder / "made" / "source.docx"
    if not made.is_file():
        raise DocumentRefused("not_converted", kind=kind)
    return made.read_bytes()


def profile():
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in SETTINGS
    )
    return f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'


def run(command, folder):
    """soffice is a script that starts others: the whole group is ended when time is up."""
    environment = {"HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8", "PATH": os.environ.get("PATH", "")}
    with subprocess.Popen(  # noqa: S603 - no shell, and the only name in it is ours
        command,
        env=environment,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=set_limits,
    ) as process:
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired as error:
            raise DocumentRefused("too_slow", seconds=SECONDS) from error
        finally:
            end(process)


def set_limits():
    """Runs in the new process before the program does: more address space than a reader gets, no endless files."""
    resource.setrlimit(resource.RLIMIT_AS, (resource.getrlimit(resource.RLIMIT_AS)[1],) * 2)
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))


def end(process):
    """Whatever is left of the group that this process leads, also after it has ended itself."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return
