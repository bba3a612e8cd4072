from itertools import islice

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from media.developing_again import develop_again, lost_files, with_lost_files
from media.imaging.refusal import PictureRefused
from media.models import Photo


class Command(BaseCommand):
    help = "Makes the renditions of photos anew from their originals. Only says which, until --write is added."

    def add_arguments(self, parser):
        parser.add_argument("photos", nargs="*", type=int, help="numbers of photos")
        parser.add_argument("--missing", action="store_true", help="those whose public files are not all there")
        parser.add_argument("--most", type=int, default=100, help="how many at most in one run (100)")
        parser.add_argument("--write", action="store_true", help="makes them")

    def handle(self, *, photos, missing, most, write, **options):
        if not photos and not missing:
            raise CommandError(_("Name photos by their numbers, or add --missing."))
        chosen = Photo.objects.filter(pk__in=photos).exclude(original="") if photos else None
        found = with_lost_files(chosen) if missing else ((one, lost_files(one)) for one in chosen.order_by("pk"))
        done = [self.told(photo, names, write) for photo, names in islice(found, most)]
        self.stdout.write(_("Photos: %d") % len(done))
        if done and not write:
            self.stdout.write(_("Nothing is made yet: add --write."))

    def told(self, photo, names, write):
        self.stdout.write(f"  {photo.pk}  {photo}  {_('Missing files: %d') % len(names)}")
        try:
            if write:
                develop_again(photo)
        except (OSError, PictureRefused) as error:
            self.stderr.write(_("Photo %(number)s could not be made: %(why)s") % {"number": photo.pk, "why": error})
