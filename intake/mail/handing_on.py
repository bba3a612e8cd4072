"""A letter's files go to the intake screen as if a colleague had dropped them there."""

import io
import itertools
import time
import zipfile

from intake.documents.kinds import extension
from intake.incoming import screen_with
from intake.mail.keeping import opened_again
from intake.mail.opening import Mail
from intake.mail.story import text_as_manuscript, unpacked
from intake.manuscripts import digest_of_file
from intake.models import Attachment
from intake.models.attachment import LONGEST_NAME
from media.imaging.filenames import cleaned

SECONDS = 60  # somebody waits for the screen
NO_TIME = (1980, 1, 1, 0, 0, 0)  # the same files make the same zip


def hand_on(letter, *, by):
    """The address of the screen; or None where the letter has nothing to read. Raises DocumentRefused."""
    files = files_to_hand_on(opened_again(letter))
    if not files:
        return None
    note(letter, files)
    letter.take_up(by=by)
    return screen_with(files, by=by)


def files_to_hand_on(mail: Mail):
    """(name, bytes): texts and photos in one zip, by whose rules they find each other; zips as they are."""
    read = [file for file in mail.files if file.kind in ("document", "photo")]
    zips = [(file.name, file.content) for file in read if extension(file.name) == ".zip"]
    loose = [(file.name, file.content) for file in read if extension(file.name) != ".zip"]
    texts = any(file.kind == "document" for file in read)
    if not texts or not unpacked(mail, time.monotonic() + SECONDS).manuscripts:
        loose += [(f"{one.name or 'mail'}.txt", one.text.encode()) for one in text_as_manuscript(mail)]
    if len(loose) > 1:
        loose = [(f"{cleaned(mail.subject) or 'mail'}.zip", packed(loose))]
    return [*loose, *zips]


def packed(files):
    buffer, taken = io.BytesIO(), set()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number, (name, content) in enumerate(files, start=1):
            free = (f"{count}-{name}" if count else name for count in itertools.chain([0], itertools.count(number)))
            name = next(one for one in free if one not in taken)
            taken.add(name)
            archive.writestr(zipfile.ZipInfo(name, NO_TIME), content)
    return buffer.getvalue()


def note(letter, files):
    """So that drafts made on the screen know the letter that they came in."""
    known = {attachment.digest: attachment for attachment in letter.attachments.all()}
    number = max((attachment.number for attachment in known.values()), default=0)
    for name, content in files:
        if (digest := digest_of_file(content)) not in known:
            number += 1
            said = {"name": name[:LONGEST_NAME], "size": len(content), "kind": Attachment.Kind.HANDED_ON}
            Attachment.objects.get_or_create(letter=letter, digest=digest, defaults={"number": number, **said})
