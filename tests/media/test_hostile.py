"""Hostile files on their way through the admin, and what comes of each. HOSTILE_TABLE=file writes it down."""

import os
import tempfile
from pathlib import Path

from django.test import TestCase, override_settings

from media.imaging.filenames import is_visible
from media.models import Photo
from newsroom.groups import EDITOR
from tests.factories import make_user
from tests.media.hostile_files import TAKEN, all_hostile
from tests.media.test_photo_admin import ADD
from tests.media.test_photo_admin import typed as photo_form
from tests.pictures import opened

BOUNDARY = "a-boundary"
PAYLOADS = (b"alert(1)", b"<?php", b"PK\x03\x04", b"%PDF", b"Exif", b"rubbish")


def posted(fields, name, content):
    """As a hostile program would send it: Django's own test client cleans names first."""
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
        for key, value in fields.items()
    ]
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    parts.append(f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="picture"; filename="{quoted}"\r\n\r\n')
    return "".join(parts).encode("utf-8", "surrogateescape") + content + f"\r\n--{BOUNDARY}--\r\n".encode()


class HostileTests(TestCase):
    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory())
        self.enterContext(override_settings(MEDIA_ROOT=self.folder))
        self.client.force_login(make_user(group=EDITOR))

    def send(self, file):
        """(the photo, or None; the form's errors)"""
        body = posted(photo_form(), file.name, file.content)
        response = self.client.generic("POST", ADD, body, f"multipart/form-data; boundary={BOUNDARY}")
        if response.status_code == 302:
            return Photo.objects.get(), ""
        if response.status_code == 400:
            return None, response.reason_phrase
        return None, "".join(response.context["adminform"].form.errors["picture"])

    def check_nothing_is_left(self):
        self.assertEqual((Photo.objects.count(), list(Path(self.folder).rglob("*.*"))), (0, []))

    def check_taken(self, photo):
        stored = {str(path.relative_to(self.folder)) for path in Path(self.folder).rglob("*") if path.is_file()}
        self.assertEqual(stored, set(photo.stored_files))
        self.assertRegex(photo.original.name, r"^originals/[\w-]{2}/[\w-]{16}/original\.(jpg|png|webp|heic)$")
        self.assertFalse([character for character in photo.filename if not is_visible(character)])
        for name in photo.stored_files[1:]:
            content = (Path(self.folder) / name).read_bytes()
            self.assertIn(opened(content).format, ("JPEG", "WEBP"))
            self.assertFalse([payload for payload in PAYLOADS if payload in content], name)

    def test_each_is_refused_with_its_reason_or_made_safe(self):
        table = []
        for file in all_hostile():
            with self.subTest(file.what):
                photo, refusal = self.send(file)
                table.append((file, photo, refusal))
                try:
                    self.assertIn(file.comes_of_it, refusal or TAKEN)
                    self.check_taken(photo) if photo else self.check_nothing_is_left()
                finally:
                    with self.captureOnCommitCallbacks(execute=True):
                        Photo.objects.all().delete()
                self.check_nothing_is_left()
        if "HOSTILE_TABLE" in os.environ:
            Path(os.environ["HOSTILE_TABLE"]).write_text(written(table))


def written(table):
    """In Markdown."""
    rows = [
        f"| {file.what} | {shown(file.name)} | {len(file.content):,} | {got(photo, refusal)} |"
        for file, photo, refusal in table
    ]
    return "\n".join(["| file | sent as | bytes | what came of it |", "|---|---|---|---|", *rows, ""])


def shown(name):
    text = ascii(name)[1:-1] if not name.isprintable() else name
    return (text if len(text) <= 40 else f"{text[:30]}… ({len(text)})").replace("|", "\\|").replace("<", "&lt;")


def got(photo, refusal):
    if not photo:
        return f"refused: {refusal}"
    kept = f"original.{photo.original.name.rpartition('.')[2]}, shown as {shown(photo.filename) or '(nothing)'}"
    return f"made safe: {photo.width} × {photo.height}, {len(photo.renditions)} new files; kept as {kept}"
