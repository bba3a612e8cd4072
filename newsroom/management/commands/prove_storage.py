import secrets

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _


class Command(BaseCommand):
    help = "Writes a file where uploads are kept, reads it, and takes it away; --make makes the bucket first."

    def add_arguments(self, parser):
        parser.add_argument("--make", action="store_true", help="make the bucket where there is none")

    def handle(self, *, make, **options):
        if make and hasattr(default_storage, "make"):
            default_storage.make()
        name, words = f"proof/{secrets.token_hex(8)}-照片.txt", secrets.token_bytes(64)
        try:
            stored = default_storage.save(name, ContentFile(words))
            with default_storage.open(stored) as file:
                is_well = file.read() == words
            default_storage.delete(stored)
        except OSError as problem:
            raise CommandError(_("The storage of uploads fails: %s") % problem) from problem
        if not is_well:
            raise CommandError(_("The storage of uploads gave back something else than it was given."))
        self.stdout.write(_("Uploads are written, read and deleted."))
